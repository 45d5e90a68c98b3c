import { useState } from 'react'
import { parseCivilDate } from '#shared/domain/calendar/civil-date'
import { useMessages } from '../../i18n/messages-provider'
import { BigAct } from './big-act'
import { BigField } from './big-field'
import type { KioskScreenProps } from './kiosk-context'
import { OnScreenKeys } from './on-screen-keys'
import { statusQuestion, type StatusAnswer } from './status-question'

/** How far a request is: by the printed code and four digits, and without a word about whose it is. */
export function StatusPage({ desk }: KioskScreenProps) {
  const { t } = useMessages()
  const [code, setCode] = useState('')
  const [lastFour, setLastFour] = useState('')
  const [inHand, setInHand] = useState<'code' | 'lastFour'>('code')
  const [answer, setAnswer] = useState<StatusAnswer>(null)
  const [question] = useState(() => statusQuestion(desk, setAnswer))
  const changeCode = (next: string) => (setCode(next), question.forget())
  const changeLastFour = (next: string) => (setLastFour(next), question.forget())
  const lookUp = () => void question.ask({ code, lastFour })
  const isCode = inHand === 'code'
  return (
    <div className="kiosk-status">
      <h1>{t('kiosk.status')}</h1>
      <div className="kiosk-beside-keys kiosk-turned">
        <form
          className="kiosk-form"
          onSubmit={event => {
            event.preventDefault()
            lookUp()
          }}
        >
          <BigField
            label={t('kiosk.status.code')}
            hint={t('kiosk.status.codeHint')}
            value={code}
            most={30}
            takesFocus
            onFocus={() => setInHand('code')}
            onChange={changeCode}
          />
          <BigField
            label={t('kiosk.status.lastFour')}
            value={lastFour}
            most={4}
            inputMode="numeric"
            onFocus={() => setInHand('lastFour')}
            onChange={changeLastFour}
          />
          <BigAct kind="main" type="submit" onAct={lookUp}>
            {t('kiosk.status.find')}
          </BigAct>
        </form>
        <OnScreenKeys
          value={isCode ? code : lastFour}
          digitsOnly={!isCode}
          onChange={isCode ? changeCode : changeLastFour}
        />
      </div>
      <div role="status" className="kiosk-answer">
        <LookedUpWords answer={answer} />
      </div>
    </div>
  )
}

function LookedUpWords({ answer }: { readonly answer: StatusAnswer }) {
  const { t, format } = useMessages()
  if (answer === null) return null
  if (answer === 'busy') return <p>{t('kiosk.results.busy')}</p>
  if (answer === 'failed') return <p>{t('kiosk.failed')}</p>
  switch (answer.outcome) {
    case 'found': {
      const on = parseCivilDate(answer.updatedOn)
      return (
        <>
          <p className="kiosk-stage">{t(`kiosk.stage.${answer.stage}`)}</p>
          {on.ok ? <p>{t('kiosk.status.updatedOn', { on: format.fullDay(on.value) })}</p> : null}
        </>
      )
    }
    case 'mistyped':
      return <p>{t(`kiosk.status.mistyped.${answer.what}`)}</p>
    case 'notFound':
      return <p>{t('kiosk.status.notFound', { tries: answer.triesLeft })}</p>
    case 'mustWait':
      return <p>{t('kiosk.status.mustWait', { minutes: Math.ceil(answer.waitSeconds / 60) })}</p>
  }
}
