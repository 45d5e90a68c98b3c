import { useRef, useState } from 'react'
import type { FrontDoor, PersonOfStaff, Session } from '#shared/application/front-door'
import type { Problem } from '#shared/contracts/problems'
import type { Translate } from '../../i18n/message'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence, waitWords } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { TextLink } from '../../ui/acts/text-link'
import { PasswordField } from '../../ui/fields/password-field'
import { ProblemNote } from '../../ui/states/problem-note'
import { PersonCards } from './person-cards'
import type { Waits } from './use-waits'

export interface PasswordFormProps {
  readonly people: readonly PersonOfStaff[]
  readonly chosenId: string | null
  readonly onChoose: (personId: string) => void
  readonly waits: Waits
  readonly frontDoor: Pick<FrontDoor, 'signIn'>
  readonly onSignedIn: (session: Session) => void
  readonly onForgotten: () => void
}

export function PasswordForm(props: PasswordFormProps) {
  const { people, chosenId, onChoose, waits, frontDoor, onSignedIn, onForgotten } = props
  const { t } = useMessages()
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const toPassword = (): void => box.current?.querySelector('input')?.focus()
  const seconds = chosenId === null ? 0 : waits.secondsFor(chosenId)
  const why = whyNot({ chosenId, password, seconds }, t)

  const submit = async (): Promise<void> => {
    if (busy || why !== undefined || chosenId === null) return
    setBusy(true)
    const answer = await frontDoor.signIn(chosenId, password)
    setBusy(false)
    if (answer.ok) return onSignedIn(answer.value)
    setProblem(answer.problem)
    if ('waitSeconds' in answer.problem) waits.start(chosenId, answer.problem.waitSeconds)
    if (answer.problem.kind === 'wrongPassword') setPassword('')
    toPassword()
  }
  const choose = (personId: string): void => {
    if (personId !== chosenId) setProblem(null)
    if (personId !== chosenId) setPassword('')
    onChoose(personId)
  }

  return (
    <>
      <h1>{t('signIn.who')}</h1>
      {people.length === 0 ? <p className="sign-in-quiet">{t('signIn.nobody')}</p> : null}
      <PersonCards
        label={t('signIn.people')}
        people={people}
        chosenId={chosenId}
        onChoose={choose}
        onSettled={toPassword}
      />
      <div ref={box} className="sign-in-password">
        <PasswordField
          label={t('signIn.password')}
          size="large"
          value={password}
          onChange={setPassword}
          onEnter={() => void submit()}
          error={problem?.kind === 'wrongPassword' ? t('signIn.wrong') : null}
          takesFocus={people.length === 1}
        />
      </div>
      <div className="sign-in-acts">
        <Act
          look="primary"
          size="large"
          showsKeys="Enter"
          busy={busy}
          disabledBecause={why}
          onAct={() => void submit()}
        >
          {busy ? t('signIn.checking') : t('signIn.signIn')}
        </Act>
        <TextLink onAct={onForgotten}>{t('signIn.forgotten')}</TextLink>
      </div>
      <WaitLine seconds={seconds} />
      {problem && !isSaidElsewhere(problem) ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
      <p className="sign-in-quiet">{t('signIn.autoLock')}</p>
    </>
  )
}

/** Seen at once, read when asked for: a timer that spoke every second would drown everything else. */
export function WaitLine({ seconds }: { readonly seconds: number }) {
  const { t } = useMessages()
  if (seconds === 0) return null
  return (
    <p className="sign-in-wait" role="timer">
      {t('signIn.why.wait', { wait: waitWords(seconds, t) })}
    </p>
  )
}

/** The field and the timer say these. */
const isSaidElsewhere = ({ kind }: Problem): boolean => kind === 'wrongPassword' || kind === 'mustWait'

interface Typed {
  readonly chosenId: string | null
  readonly password: string
  readonly seconds: number
}

function whyNot({ chosenId, password, seconds }: Typed, t: Translate): string | undefined {
  if (chosenId === null) return t('signIn.why.person')
  if (seconds > 0) return t('signIn.why.wait', { wait: waitWords(seconds, t) })
  return password === '' ? t('signIn.why.password') : undefined
}
