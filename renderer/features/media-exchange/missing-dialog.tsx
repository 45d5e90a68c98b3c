import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { Problem } from '#shared/contracts/problems'
import type { MediumOut } from '#shared/domain/media/media-book'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { TextField } from '../../ui/fields/text-field'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { roleOf } from './export-order'

export interface MissingDialogProps {
  readonly desk: Desk
  readonly medium: MediumOut
  readonly onClose: () => void
}

/** 遗失: a note in the register. Nothing of the office's own records changes. */
export function MissingDialog({ desk, medium, onClose }: MissingDialogProps) {
  const { t } = useMessages()
  const [reason, setReason] = useState('')
  const { isBusy, problem, run } = useRunning<Problem>()
  const role = roleOf(desk.me.posts)
  const isReady = reason.trim() !== '' && role !== undefined
  const report = async (): Promise<void> => {
    if (!isReady) return
    const done = await run(async () => {
      const { exportId } = medium
      const noted = await desk.media.reportMissing({ exportId, on: desk.today, reason: reason.trim(), role })
      return noted.ok ? { ok: true, value: true } : noted
    })
    if (done) onClose()
  }
  return (
    <Dialog
      open
      title={t('media.reportMissing')}
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('requests.cancel')}
          </Act>
          <Act
            look="primary"
            keys="Ctrl+Enter"
            busy={isBusy}
            disabledBecause={isReady ? undefined : t('media.reasonMissing')}
            onAct={() => void report()}
          >
            {t('media.reportMissing')}
          </Act>
        </>
      }
    >
      <p>{t(medium.isMasked ? 'media.missingMasked' : 'media.missingUnmasked', { no: medium.mediumNo })}</p>
      <TextField label={t('media.reason')} takesFocus maxLength={200} value={reason} onChange={setReason} />
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}
