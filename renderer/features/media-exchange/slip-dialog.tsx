import { useCallback } from 'react'
import type { Desk } from '#shared/application/desk'
import type { MediumOut } from '#shared/domain/media/media-book'
import { SeenPaperDialog } from '../../case-parts/seen-paper-dialog'
import { useMessages } from '../../i18n/messages-provider'

export interface SlipDialogProps {
  readonly desk: Pick<Desk, 'media' | 'papers'>
  readonly medium: MediumOut
  readonly onClose: () => void
}

/** 介质交接单: seen first, then printed or saved; it can be made again from the register at any time. */
export function SlipDialog({ desk, medium, onClose }: SlipDialogProps) {
  const { t } = useMessages()
  const { media, papers } = desk
  const compose = useCallback(() => media.slip(medium), [media, medium])
  return <SeenPaperDialog {...{ papers, compose, onClose }} title={t('media.slip')} />
}
