import { useEffect, useRef, useState } from 'react'
import type { FrontDoor, PersonOfStaff, Session } from '#shared/application/front-door'
import { newPasswordProblem, shortestPassword, type NewPasswordProblem } from '#shared/application/new-password'
import type { Problem } from '#shared/contracts/problems'
import type { GuidePageName } from '../../i18n/guide-pages'
import type { Translate } from '../../i18n/message'
import { useMessages } from '../../i18n/messages-provider'
import { mistypedGroup, problemSentence, waitWords } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { focusInvalid } from '../../ui/fields/focus-invalid'
import { PasswordField } from '../../ui/fields/password-field'
import { TextField } from '../../ui/fields/text-field'
import { ProblemNote } from '../../ui/states/problem-note'
import { WaitLine } from './password-form'
import { PersonCards } from './person-cards'
import { RecoveryKeyGroups } from './recovery-key-field'
import { isWholeKey } from './recovery-key-groups'
import type { Waits } from './use-waits'

export interface RecoveryFormProps {
  readonly people: readonly PersonOfStaff[]
  readonly chosenId: string | null
  readonly onChoose: (personId: string) => void
  readonly waits: Waits
  readonly frontDoor: Pick<FrontDoor, 'recover'>
  readonly onSignedIn: (session: Session) => void
  readonly onBack: () => void
}

const waitOfKey = 'recovery'

export function RecoveryForm(props: RecoveryFormProps) {
  const { people, chosenId, onChoose, waits, frontDoor, onSignedIn, onBack } = props
  const { t } = useMessages()
  const [typed, setTyped] = useState({ recoveryKey: '', password: '', again: '' })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [wasTried, setWasTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const seconds = waits.secondsFor(waitOfKey)
  const passwordProblem = newPasswordProblem(typed.password, typed.again)
  const why = whyNot({ chosenId, recoveryKey: typed.recoveryKey, seconds }, t)
  const group = problem ? mistypedGroup(problem) : null
  const mistyped = problem?.kind === 'badInput' ? problemSentence(problem, t) : null
  const fields = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problem) focusInvalid(fields.current)
  }, [problem])

  const submit = async (): Promise<void> => {
    setWasTried(true)
    if (busy || why !== undefined || chosenId === null || passwordProblem) return
    setBusy(true)
    const answer = await frontDoor.recover({
      recoveryKey: typed.recoveryKey,
      personId: chosenId,
      newPassword: typed.password,
    })
    setBusy(false)
    if (answer.ok) return onSignedIn(answer.value)
    setProblem(answer.problem)
    if ('waitSeconds' in answer.problem) waits.start(waitOfKey, answer.problem.waitSeconds)
  }
  const errors = wasTried ? passwordErrors(passwordProblem, t) : {}

  return (
    <>
      <h1>{t('recovery.title')}</h1>
      <p className="sign-in-quiet">{t('recovery.about')}</p>
      <h2 className="sign-in-part">{t('recovery.person')}</h2>
      <PersonCards
        label={t('recovery.person')}
        people={people}
        chosenId={chosenId}
        onChoose={onChoose}
        onSettled={() => undefined}
      />
      <div ref={fields} className="recovery-fields" data-help={'recovery' satisfies GuidePageName}>
        <div className="recovery-key">
          <TextField
            label={t('recovery.key')}
            hint={t('recovery.keyHint')}
            error={mistyped ? `${mistyped.what}${mistyped.next}` : null}
            value={typed.recoveryKey}
            onChange={recoveryKey => {
              setTyped({ ...typed, recoveryKey })
              setProblem(null)
            }}
            maxLength={80}
            size="large"
          />
          <RecoveryKeyGroups typed={typed.recoveryKey} mistyped={group} />
        </div>
        <PasswordField
          label={t('recovery.newPassword')}
          hint={t('recovery.newPasswordHint', { atLeast: shortestPassword })}
          error={errors.password}
          value={typed.password}
          onChange={password => setTyped({ ...typed, password })}
          isNew
        />
        <PasswordField
          label={t('recovery.again')}
          error={errors.again}
          value={typed.again}
          onChange={again => setTyped({ ...typed, again })}
          onEnter={() => void submit()}
          isNew
        />
      </div>
      <WaitLine seconds={seconds} />
      {problem && !mistyped && problem.kind !== 'mustWait' ? (
        <ProblemNote sentence={problemSentence(problem, t)} />
      ) : null}
      <div className="sign-in-acts">
        <Act
          look="primary"
          size="large"
          keys="Ctrl+Enter"
          busy={busy}
          disabledBecause={why}
          onAct={() => void submit()}
        >
          {busy ? t('recovery.checking') : t('recovery.reset')}
        </Act>
        <Act size="large" look="quiet" keys="Esc" onAct={onBack}>
          {t('recovery.back')}
        </Act>
      </div>
    </>
  )
}

function passwordErrors(problem: NewPasswordProblem | null, t: Translate): { password?: string; again?: string } {
  if (problem?.kind === 'passwordTooShort') return { password: t('recovery.tooShort', { atLeast: problem.atLeast }) }
  return problem ? { again: t('recovery.differ') } : {}
}

interface Typed {
  readonly chosenId: string | null
  readonly recoveryKey: string
  readonly seconds: number
}

function whyNot({ chosenId, recoveryKey, seconds }: Typed, t: Translate): string | undefined {
  if (seconds > 0) return t('signIn.why.wait', { wait: waitWords(seconds, t) })
  if (chosenId === null) return t('signIn.why.person')
  return isWholeKey(recoveryKey) ? undefined : t('recovery.why.key')
}
