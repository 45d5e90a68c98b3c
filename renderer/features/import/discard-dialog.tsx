import type { Desk } from '#shared/application/desk'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { useRunning } from '../../ui/states/use-running'

export interface DiscardDialogProps {
  readonly desk: Desk
  readonly batchId: string
  readonly open: boolean
  readonly onClose: () => void
  readonly onDiscarded: () => void
}

/** Undo, until somebody has signed. */
export function DiscardDialog({ desk, batchId, open, onClose, onDiscarded }: DiscardDialogProps) {
  const { t } = useMessages()
  const { isBusy, problem, run } = useRunning<Problem>()
  const discard = async (): Promise<void> => {
    const gone = await run(async () => {
      const answer = await desk.imports.discard(batchId)
      return answer.ok ? { ok: true, value: true } : answer
    })
    if (gone) onDiscarded()
  }
  return (
    <Dialog
      open={open}
      title={t('import.batch.discard')}
      onClose={onClose}
      error={problem ? problemSentence(problem, t).what : null}
      acts={
        <>
          <Act showsKeys="Esc" takesFocus onAct={onClose}>
            {t('import.batch.keep')}
          </Act>
          <Act look="danger" busy={isBusy} onAct={() => void discard()}>
            {t('import.batch.discardDo')}
          </Act>
        </>
      }
    >
      <p>{t('import.batch.discardAsk')}</p>
    </Dialog>
  )
}
