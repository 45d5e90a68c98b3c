import { useState } from 'react'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import type { Translate } from '../../i18n/message'
import { BigAct } from './big-act'
import { BigField } from './big-field'
import type { KioskScreenProps } from './kiosk-context'

/** Where to go for help; and the one way out of the kiosk, which is the staff's. */
export function StaffPage({ desk }: KioskScreenProps) {
  const { t } = useMessages()
  const [password, setPassword] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const leave = () => {
    if (isBusy || password === '') return
    setBusy(true)
    setProblem(null)
    void desk.leave(password).then(left => {
      setBusy(false)
      setPassword('')
      if (!left.ok) setProblem(left.problem)
    })
  }
  return (
    <div>
      <h1>{t('kiosk.staff.title')}</h1>
      <p>{t('kiosk.staff.note')}</p>
      <form
        className="kiosk-form kiosk-leave"
        onSubmit={event => {
          event.preventDefault()
          leave()
        }}
      >
        <h2>{t('kiosk.staff.leave')}</h2>
        <BigField
          label={t('kiosk.staff.password')}
          type="password"
          value={password}
          error={problem ? sentenceOf(problem, t) : null}
          onChange={setPassword}
        />
        <BigAct type="submit" onAct={leave}>
          {isBusy ? t('kiosk.staff.checking') : t('kiosk.staff.end')}
        </BigAct>
      </form>
    </div>
  )
}

function sentenceOf(problem: Problem, t: Translate): string {
  const seconds = problem.kind === 'wrongPassword' || problem.kind === 'mustWait' ? problem.waitSeconds : 0
  if (seconds > 0) return t('kiosk.staff.wait', { seconds })
  return problem.kind === 'wrongPassword' ? t('kiosk.staff.wrong') : t('kiosk.failed')
}
