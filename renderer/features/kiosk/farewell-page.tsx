import { useRef } from 'react'
import { satisfactions, type Satisfaction } from '#shared/contracts/kiosk-channels'
import { useMessages } from '../../i18n/messages-provider'
import { BigAct } from './big-act'
import type { KioskScreenProps } from './kiosk-context'

/** One question, which may be left unanswered; then everything is cleared. */
export function FarewellPage({ desk, onEnd }: KioskScreenProps & { readonly onEnd: () => void }) {
  const { t } = useMessages()
  const isAnswered = useRef(false)
  /** A finger that taps twice says it once. */
  const answer = (satisfaction: Satisfaction) => {
    if (isAnswered.current) return
    isAnswered.current = true
    void desk.answer(satisfaction).then(onEnd)
  }
  return (
    <div className="kiosk-farewell">
      <h1>{t('kiosk.farewell')}</h1>
      <p>{t('kiosk.farewell.ask')}</p>
      <div className="kiosk-answers">
        {satisfactions.map(satisfaction => (
          <BigAct key={satisfaction} kind="main" onAct={() => answer(satisfaction)}>
            {t(`kiosk.farewell.${satisfaction}`)}
          </BigAct>
        ))}
      </div>
      <p className="kiosk-quiet">{t('kiosk.farewell.note')}</p>
      <BigAct onAct={onEnd}>{t('kiosk.farewell.skip')}</BigAct>
    </div>
  )
}
