import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { DocumentRecord } from '#shared/application/catalogue-ports'
import { civilDateAt } from '#shared/domain/calendar/civil-date'
import type { DocumentChange } from '#shared/domain/catalogue/document'
import { documentActTitles } from '../../case-parts/document-conflict-words'
import { useClockDoubt } from '../../case-parts/use-clock-doubt'
import { useStaffNames } from '../../case-parts/use-staff-names'
import { documentFieldWord } from '../../i18n/document-field-word'
import { useMessages } from '../../i18n/messages-provider'
import { FactsTimeline } from '../../ui/sheets/facts-timeline'
import { Sheet } from '../../ui/sheets/sheet'

/** 变更记录: who did what and when, newest first. Read from the acts themselves, again whenever the row changes. */
export function HistorySheet({ desk, record }: { readonly desk: Desk; readonly record: DocumentRecord }) {
  const { t, format } = useMessages()
  const nameOf = useStaffNames(desk)
  const doubtOf = useClockDoubt(desk)
  const { documentId, document } = record
  const [changes, setChanges] = useState<readonly DocumentChange[]>([])
  useEffect(() => {
    let isHere = true
    void desk.documents.history(documentId).then(found => (isHere ? setChanges(found) : undefined))
    return () => {
      isHere = false
    }
  }, [desk.documents, documentId, document])
  return (
    <Sheet title={t('document.history')}>
      <FactsTimeline
        facts={changes.toReversed().map(({ by, what, fields, reason }) => ({
          id: `${by.seq}/${by.chain}/${what}`,
          day: format.dayNear(civilDateAt(by.at), desk.today),
          time: format.time(by.at),
          flag: what === 'document.withdrawn@1' ? 'void' : 'done',
          title: t(documentActTitles[what]),
          note: [nameOf(by.actor), reason, fields.map(name => documentFieldWord(name, t)).join('、'), doubtOf(by)]
            .filter(Boolean)
            .join('　'),
        }))}
      />
    </Sheet>
  )
}
