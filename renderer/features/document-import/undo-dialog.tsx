import { useEffect, useState } from 'react'
import type { DocumentLine } from '#shared/application/catalogue-ports'
import type { Desk } from '#shared/application/desk'
import { broughtBy, undoImport } from '#shared/application/intake/undo-import'
import type { Problem } from '#shared/contracts/problems'
import type { ImportedDocuments } from '#shared/domain/agencies/office'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { ProgressLine } from '../../ui/states/progress-line'
import { useRunning } from '../../ui/states/use-running'
import { importPost } from './import-post'

export interface UndoDialogProps {
  readonly desk: Desk
  readonly batch: ImportedDocuments
  readonly onClose: () => void
}

/** Says how many documents leave the catalogue before any does. */
export function UndoDialog({ desk, batch, onClose }: UndoDialogProps) {
  const { t } = useMessages()
  const { isBusy, problem, run } = useRunning<Problem>()
  const [brought, setBrought] = useState<readonly DocumentLine[] | null>(null)
  const [withdrawn, setWithdrawn] = useState(0)
  useEffect(() => {
    let isHere = true
    void desk.documents.linesNow().then(lines => isHere && setBrought(broughtBy(batch.batchId, lines)))
    return () => {
      isHere = false
    }
  }, [desk.documents, batch.batchId])
  const undo = async (): Promise<void> => {
    const role = importPost(desk)
    if (!brought || !role) return
    const done = await run(async () => {
      const reason = t('docImport.undo.reason', { name: batch.name })
      const gone = await undoImport(brought, { acts: desk.catalogue, role, reason, onProgress: setWithdrawn })
      if (!gone.ok) return gone
      const noted = await desk.intake.undone({ batchId: batch.batchId, documents: gone.value, role })
      return noted.ok ? gone : noted
    })
    if (done !== undefined) onClose()
  }
  return (
    <Dialog
      open
      title={t('docImport.undo.title')}
      onClose={onClose}
      error={problem ? problemSentence(problem, t).what : null}
      acts={
        <>
          <Act showsKeys="Esc" takesFocus onAct={onClose}>
            {t('docImport.undo.keep')}
          </Act>
          <Act look="danger" busy={isBusy || brought === null} onAct={() => void undo()}>
            {t('docImport.undo.do')}
          </Act>
        </>
      }
    >
      <p>{brought === null ? t('docImport.loading') : t('docImport.undo.ask', { n: brought.length })}</p>
      {isBusy && brought ? (
        <ProgressLine done={withdrawn} total={brought.length}>
          {t('docImport.undo.progress', { done: withdrawn, n: brought.length })}
        </ProgressLine>
      ) : null}
    </Dialog>
  )
}
