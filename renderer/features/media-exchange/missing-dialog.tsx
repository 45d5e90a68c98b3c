import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { MediumOut } from '#shared/domain/media/media-book'
import { useMessages } from '../../i18n/messages-provider'
import { OneActDialog } from '../../ui/dialogs/one-act-dialog'
import { TextField } from '../../ui/fields/text-field'
import { roleOf } from './export-order'

export interface MissingDialogProps {
  readonly desk: Desk
  readonly medium: MediumOut
  readonly onClose: () => void
}

/** 遗失: a note in the register. Nothing of the office's own records changes. */
export function MissingDialog({ desk, medium, onClose }: MissingDialogProps) {
  const { t } = useMessages()
  const [typed, setTyped] = useState('')
  const role = roleOf(desk.me.posts)
  const reason = typed.trim()
  const isReady = reason !== '' && role !== undefined
  const { exportId, isMasked, mediumNo } = medium
  return (
    <OneActDialog
      title={t('media.reportMissing')}
      does={t('media.reportMissing')}
      disabledBecause={isReady ? undefined : t('media.reasonMissing')}
      act={() => (isReady ? desk.media.reportMissing({ exportId, on: desk.today, reason, role }) : null)}
      onClose={onClose}
    >
      <p>{t(isMasked ? 'media.missingMasked' : 'media.missingUnmasked', { no: mediumNo })}</p>
      <TextField label={t('media.reason')} takesFocus maxLength={200} value={typed} onChange={setTyped} />
    </OneActDialog>
  )
}
