import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { DocumentRecord } from '#shared/application/catalogue-ports'
import { civilDateAt, parseCivilDate } from '#shared/domain/calendar/civil-date'
import type { DocumentConflict, TextPlace } from '#shared/domain/catalogue/document'
import { topicName } from '#shared/domain/catalogue/topic-classes'
import { useStaffNames } from '../../case-parts/use-staff-names'
import { documentFieldWord } from '../../i18n/document-field-word'
import { useMessages } from '../../i18n/messages-provider'
import type { Translator } from '../../i18n/translator'
import { Status } from '../../ui/marks/status'
import { attributes, validities } from './choices'
import { actTitles } from './history-sheet'

/** What the ledger holds and the document does not say: of two machines, said plainly, never settled silently. */
export function ConflictsNote({ desk, record }: { readonly desk: Desk; readonly record: DocumentRecord }) {
  const translator = useMessages()
  const { t } = translator
  const nameOf = useStaffNames(desk)
  const { documentId, document } = record
  const [conflicts, setConflicts] = useState<readonly DocumentConflict[]>([])
  useEffect(() => {
    let isHere = true
    void desk.documents.conflicts(documentId).then(found => (isHere ? setConflicts(found) : undefined))
    return () => {
      isHere = false
    }
  }, [desk.documents, documentId, document])
  if (conflicts.length === 0 || record.conflicts === 0) return null
  return (
    <section className="document-conflicts" aria-label={t('document.conflicts')}>
      <Status flag="conflict" />
      <ul>
        {conflicts.map((conflict, n) => (
          <li key={n}>{conflictWords(conflict, nameOf(conflict.by.actor), translator)}</li>
        ))}
      </ul>
    </section>
  )
}

function conflictWords(conflict: DocumentConflict, who: string, translator: Translator): string {
  const { t, format } = translator
  const day = format.fullDay(civilDateAt(conflict.by.at))
  if (conflict.kind === 'leftOut') {
    const title = Object.hasOwn(actTitles, conflict.what) ? t(actTitles[conflict.what]) : conflict.what
    return t('document.conflict.leftOut', { day, who, what: title })
  }
  const field = documentFieldWord(conflict.field, t)
  return t('document.conflict.overwritten', { day, who, field, value: valueWords(conflict, translator) })
}

function valueWords(
  { field, value }: Extract<DocumentConflict, { kind: 'overwritten' }>,
  { t, format }: Translator,
): string {
  if (Array.isArray(value)) return value.join('、')
  if (field === 'text' && value) return t('document.conflict.text', { seq: (value as TextPlace).seq }) // the fold put it there
  if (typeof value !== 'string') return t('document.conflict.nothing')
  const validity = validities.find(each => each === value)
  const attribute = attributes.find(each => each === value)
  if (field === 'validity' && validity) return t(`validity.${validity}`)
  if (field === 'attribute' && attribute) return t(`attribute.${attribute}`)
  if (field === 'topicClass') return topicName(value) ?? value
  const on = parseCivilDate(value)
  return on.ok ? format.fullDay(on.value) : value
}
