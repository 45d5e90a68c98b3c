import { useEffect, useState } from 'react'
import { appendVisit } from '#shared/application/visits/visit-acts'
import type { DocumentLookup, FoundDocument } from '#shared/application/visits/visits'
import { checkPlainText } from '#shared/domain/identity/applicant-rules'
import { itemKinds, type ItemKind } from '#shared/domain/visits/visit-facts'
import { fieldProblemSentence } from '../../../i18n/field-problem-sentence'
import { useMessages } from '../../../i18n/messages-provider'
import { Act } from '../../../ui/acts/act'
import { ChoiceGroup } from '../../../ui/fields/choice-group'
import { TextField } from '../../../ui/fields/text-field'
import { RoomDialog } from '../room-dialog'
import type { VisitDialogProps } from '../visit-dialogs'

/** An item by its title, or found in the catalogue by number or words. */
export function GiveDialog({ desk, record: { visitId, visit }, onClose }: VisitDialogProps) {
  const translator = useMessages()
  const { t } = translator
  const [title, setTitle] = useState('')
  const [indexNo, setIndexNo] = useState('')
  const [kind, setKind] = useState<ItemKind>(visit.aim === 'archives' ? 'archives' : 'public')
  const found = useFound(desk.visits.documents, indexNo.trim() || title.trim())
  const checked = checkPlainText(title, 300, false)
  const number = indexNo.trim() === '' ? null : checkPlainText(indexNo, 80, false)
  const act = () => {
    if (!checked.ok || (number && !number.ok)) return null
    const open = { itemNo: visit.items.length + 1, kind, ...(number ? { indexNo: number.value } : {}) }
    return appendVisit(desk, visitId, { type: 'visit.itemGiven@1', open, personal: { title: checked.value } })
  }
  return (
    <RoomDialog title={t('room.give.title')} does={t('room.give.does')} act={act} onClose={onClose}>
      {isTried => (
        <>
          <TextField
            label={t('room.item.title')}
            hint={t('room.item.title.hint')}
            takesFocus
            value={title}
            error={
              isTried && !checked.ok ? fieldProblemSentence(checked.problem, t('room.item.title'), translator) : null
            }
            onChange={setTitle}
          />
          <TextField
            label={t('room.item.indexNo')}
            hint={t('room.item.indexNo.hint')}
            optional
            value={indexNo}
            error={
              isTried && number && !number.ok
                ? fieldProblemSentence(number.problem, t('room.item.indexNo'), translator)
                : null
            }
            onChange={setIndexNo}
          />
          <Found
            found={found}
            onChoose={document => {
              setTitle(document.title)
              setIndexNo(document.indexNo ?? '')
              setKind('public')
            }}
          />
          <ChoiceGroup
            label={t('room.item.kind')}
            look="inline"
            choices={itemKinds.map(value => ({ value, label: t(`room.itemKind.${value}`) }))}
            value={kind}
            onChange={setKind}
          />
        </>
      )}
    </RoomDialog>
  )
}

interface FoundProps {
  readonly found: readonly FoundDocument[]
  readonly onChoose: (document: FoundDocument) => void
}

function Found({ found, onChoose }: FoundProps) {
  const { t } = useMessages()
  if (found.length === 0) return null
  return (
    <section aria-label={t('room.item.found')}>
      <p className="room-quiet">{t('room.item.found')}</p>
      <ul className="room-lines">
        {found.slice(0, mostShown).map(document => (
          <li key={`${document.indexNo ?? ''} ${document.title}`}>
            <Act size="small" look="quiet" onAct={() => onChoose(document)}>
              {[document.indexNo, document.title].filter(Boolean).join('　')}
            </Act>
          </li>
        ))}
      </ul>
    </section>
  )
}

const mostShown = 5

/** An older answer that comes late is dropped; nothing is asked for a single character. */
function useFound(documents: DocumentLookup, words: string): readonly FoundDocument[] {
  const [answer, setAnswer] = useState<{ readonly words: string; readonly found: readonly FoundDocument[] }>(none)
  useEffect(() => {
    if ([...words].length < 2) return
    let isCurrent = true
    void documents.find(words).then(found => (isCurrent ? setAnswer({ words, found }) : undefined))
    return () => {
      isCurrent = false
    }
  }, [documents, words])
  return answer.words === words ? answer.found : none.found
}

const none = { words: '', found: [] } as const
