import { useEffect, useRef } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import { BigAct } from './big-act'
import { lookData, type KioskLooks } from './kiosk-looks'

export interface IdleNoticeProps {
  readonly seconds: number
  readonly looks: KioskLooks
  readonly onStay: () => void
  readonly onEnd: () => void
}

/** Lies over everything for the last seconds; any touch or key goes on. */
export function IdleNotice({ seconds, looks, onStay, onEnd }: IdleNoticeProps) {
  const { t } = useMessages()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="kiosk-idle"
      {...lookData(looks)}
      aria-label={t('kiosk.idle.soon')}
      onCancel={onStay}
    >
      <h2>{t('kiosk.idle.soon')}</h2>
      <p role="status">{t('kiosk.idle.left', { seconds })}</p>
      <div className="kiosk-answers">
        <BigAct kind="main" onAct={onStay}>
          {t('kiosk.idle.stay')}
        </BigAct>
        <BigAct onAct={onEnd}>{t('kiosk.idle.end')}</BigAct>
      </div>
    </dialog>
  )
}
