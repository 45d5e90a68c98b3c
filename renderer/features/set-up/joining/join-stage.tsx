import { useState, type ReactNode } from 'react'
import type { Joining, JoiningState } from '#shared/application/neighbours/ports'
import { useMessages } from '../../../i18n/messages-provider'
import { Act } from '../../../ui/acts/act'
import { PasswordField } from '../../../ui/fields/password-field'
import { ProgressLine } from '../../../ui/states/progress-line'
import type { JoiningNow } from './use-joining'

export interface JoinStageProps {
  readonly joining: Joining
  readonly now: JoiningNow
  readonly state: Exclude<JoiningState, { stage: 'idle' }>
  /** The office stands here too: on to the sign-in. */
  readonly onJoined: () => void
}

/** From the first word with the other machine to the end. */
export function JoinStage(props: JoinStageProps) {
  const { joining, now, state, onJoined } = props
  const { t, format } = useMessages()
  const stop = { label: t('joining.differ'), run: () => now.ask(() => joining.cancel()) }
  switch (state.stage) {
    case 'meeting':
      return <ProgressLine>{t('joining.meeting')}</ProgressLine>
    case 'waiting':
      return <ProgressLine>{t('joining.waiting')}</ProgressLine>
    case 'fetching':
      return <ProgressLine>{t('joining.fetching', { n: format.count(state.acts) })}</ProgressLine>
    case 'compare':
      return (
        <Compare
          {...{ now, stop }}
          question={t('joining.compare')}
          why={t('joining.compareWhy')}
          digits={`${state.words.slice(0, 3)} ${state.words.slice(3)}`}
          go={{ label: t('joining.same'), run: () => now.ask(() => joining.confirm()) }}
        />
      )
    case 'requested':
      return <Requested {...{ joining, now, print: state.print }} />
    case 'compareAnswer':
      return (
        <Compare
          {...{ now, stop }}
          question={t('joining.stick.compare', { office: state.officeName })}
          why={t('joining.compareWhy')}
          digits={state.print}
          go={{ label: t('joining.stick.accept'), run: () => now.ask(() => joining.acceptAnswer()) }}
        />
      )
    case 'joined':
      return (
        <Said title={t('joining.joined', { office: state.officeName })} about={t('joining.joinedAbout')}>
          <Act look="primary" size="large" keys="Ctrl+Enter" takesFocus onAct={onJoined}>
            {t('joining.toSignIn')}
          </Act>
        </Said>
      )
    case 'failed':
      return (
        <Said
          title={t('joining.failedTitle')}
          about={`${t(`joining.failed.${state.why}`)} ${t('joining.failedKept')}`}
          isTrouble
        >
          <Act look="primary" size="large" takesFocus onAct={() => now.ask(() => joining.cancel())}>
            {t('joining.again')}
          </Act>
        </Said>
      )
  }
}

interface Way {
  readonly label: string
  readonly run: () => void
}

interface CompareProps {
  readonly question: string
  readonly why: string
  readonly digits: string
  readonly go: Way
  readonly stop: Way
  readonly now: JoiningNow
}

function Compare({ question, why, digits, go, stop, now }: CompareProps) {
  return (
    <Said title={question} about={why}>
      <p className="join-digits">{digits}</p>
      <div className="set-up-acts">
        <Act size="large" busy={now.isBusy} onAct={stop.run}>
          {stop.label}
        </Act>
        <Act look="primary" size="large" keys="Ctrl+Enter" busy={now.isBusy} onAct={go.run}>
          {go.label}
        </Act>
      </div>
    </Said>
  )
}

function Requested({ joining, now, print }: Pick<JoinStageProps, 'joining' | 'now'> & { readonly print: string }) {
  const { t } = useMessages()
  const [password, setPassword] = useState('')
  return (
    <Said title={t('joining.stick.requested')} about={t('joining.stick.about')}>
      <p className="join-digits">{print}</p>
      <div className="set-up-half">
        <PasswordField
          label={t('joining.stick.password')}
          value={password}
          onChange={setPassword}
          onEnter={() => now.ask(() => joining.readAnswer(password))}
        />
      </div>
      <div className="set-up-acts">
        <Act look="primary" size="large" busy={now.isBusy} onAct={() => now.ask(() => joining.readAnswer(password))}>
          {t('joining.stick.read')}
        </Act>
      </div>
    </Said>
  )
}

interface SaidProps {
  readonly title: string
  readonly about: string
  readonly isTrouble?: boolean
  readonly children: ReactNode
}

function Said({ title, about, isTrouble = false, children }: SaidProps) {
  return (
    <section className="join-said" aria-live="polite">
      <h2>{title}</h2>
      <p className={isTrouble ? 'set-up-wrong' : 'set-up-about'}>{about}</p>
      {children}
    </section>
  )
}
