import type { ReactNode } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import { BigAct } from './big-act'
import { lookData, textSizes, type KioskLooks } from './kiosk-looks'

export interface KioskFrameProps {
  readonly officeName: string
  readonly idleSeconds: number
  readonly looks: KioskLooks
  readonly isHome: boolean
  readonly onLooks: (looks: KioskLooks) => void
  readonly onBack: () => void
  readonly onRestart: () => void
  readonly onStaff: () => void
  readonly children: ReactNode
}

/** What stays on every screen: whose kiosk it is, how it looks, the way back and the way to a person. */
export function KioskFrame(props: KioskFrameProps) {
  const { officeName, idleSeconds, looks, isHome, onLooks, children } = props
  const { t } = useMessages()
  return (
    <div className="kiosk" {...lookData(looks)}>
      <header className="kiosk-top">
        <p className="kiosk-office">
          {officeName} <span>{t('kiosk.title')}</span>
        </p>
        <div className="kiosk-looks">
          <div className="kiosk-sizes" role="group" aria-label={t('kiosk.size')}>
            {textSizes.map(size => (
              <BigAct key={size} isPressed={looks.size === size} onAct={() => onLooks({ ...looks, size })}>
                {t(`kiosk.size.${size}`)}
              </BigAct>
            ))}
          </div>
          <BigAct
            isPressed={looks.isHighContrast}
            onAct={() => onLooks({ ...looks, isHighContrast: !looks.isHighContrast })}
          >
            {t('kiosk.contrast')}
          </BigAct>
          <BigAct onAct={() => onLooks({ ...looks, language: looks.language === 'en' ? 'zh-CN' : 'en' })}>
            {t('kiosk.language')}
          </BigAct>
        </div>
      </header>
      <main className="kiosk-main">{children}</main>
      <footer className="kiosk-foot">
        <div className="kiosk-foot-acts">
          {isHome ? null : (
            <BigAct icon="back" onAct={props.onBack}>
              {t('kiosk.back')}
            </BigAct>
          )}
          <BigAct onAct={props.onRestart}>{t('kiosk.restart')}</BigAct>
        </div>
        <div className="kiosk-foot-acts">
          <span className="kiosk-quiet">{t('kiosk.idle', { seconds: idleSeconds })}</span>
          <BigAct kind="main" onAct={props.onStaff}>
            {t('kiosk.staff')}
          </BigAct>
        </div>
      </footer>
    </div>
  )
}
