import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { bulkEditOf, firstBulkChoice, isClosing } from '#shared/application/catalogue/bulk-choice'
import { changeAll, type BulkToUndo } from '#shared/application/catalogue/bulk-edit'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { ProblemNote } from '../../ui/states/problem-note'
import { BulkFields } from './bulk-fields'

export interface BulkDialogProps {
  readonly desk: Desk
  readonly chosen: ReadonlySet<DocumentId>
  /** Changed by what stopped and can be tried again. */
  readonly changed: number
  readonly onPart: (part: BulkToUndo) => void
  readonly onClose: () => void
}

/** One thing of many documents, with their number before it is done, and how far it came where it stops. */
export function BulkDialog({ desk, chosen, changed, onPart, onClose }: BulkDialogProps) {
  const { t, format } = useMessages()
  const [choice, setChoice] = useState(firstBulkChoice)
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number } | null>(null)
  const [stopped, setStopped] = useState<Problem | null>(null)
  const edit = bulkEditOf(choice, desk.today)
  const change = async (): Promise<void> => {
    if (!edit || progress) return
    setStopped(null)
    setProgress({ done: 0, of: chosen.size })
    const { documents, catalogue, me } = desk
    const parts = {
      ...{ documents, catalogue, posts: me.posts },
      onProgress: (done: number, of: number) => setProgress({ done, of }),
    }
    const answer = await changeAll(parts, [...chosen], edit)
    setProgress(null)
    const { undo } = answer.ok ? answer.value : answer.problem
    onPart({ undo, isWhole: answer.ok })
    if (answer.ok) onClose()
    else setStopped(answer.problem.problem)
  }
  return (
    <Dialog
      open
      help="catalogue"
      title={t('catalogue.bulk.title', { n: format.count(chosen.size) })}
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('catalogue.cancel')}
          </Act>
          <Act
            look="primary"
            keys="Ctrl+Enter"
            busy={progress !== null}
            disabledBecause={
              edit ? undefined : t(isClosing(choice) ? 'catalogue.bulk.reasonFirst' : 'catalogue.bulk.chooseFirst')
            }
            onAct={() => void change()}
          >
            {t('catalogue.bulk.do', { n: format.count(chosen.size) })}
          </Act>
        </>
      }
    >
      <BulkFields {...{ desk, choice }} change={part => setChoice(before => ({ ...before, ...part }))} />
      {progress ? (
        <p role="status">
          {t('catalogue.bulk.progress', { n: format.count(progress.done), of: format.count(progress.of) })}
        </p>
      ) : null}
      {stopped ? (
        <>
          <ProblemNote sentence={problemSentence(stopped, t)} />
          <p>{t('catalogue.bulk.stopped', { n: format.count(changed) })}</p>
        </>
      ) : null}
    </Dialog>
  )
}
