import { useRef, useState } from 'react'
import type { FrontDoor } from '#shared/application/front-door'
import { newPasswordProblem, shortestPassword } from '#shared/application/new-password'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { PasswordField } from '../../ui/fields/password-field'
import { ProblemNote } from '../../ui/states/problem-note'
import { NewPasswordFields } from './new-password-fields'

export interface ChangePasswordDialogProps {
  readonly frontDoor: Pick<FrontDoor, 'changePassword'>
  readonly onSet: () => void
  readonly onClose: () => void
}

const nothingTyped = { current: '', password: '', again: '' }

/** One's own password: whoever finds the desk open does not know the present one. */
export function ChangePasswordDialog({ frontDoor, onSet, onClose }: ChangePasswordDialogProps) {
  const { t } = useMessages()
  const [typed, setTyped] = useState(nothingTyped)
  const [wasTried, setWasTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const problem = newPasswordProblem(typed.password, typed.again)
  const isWrong = refusal?.kind === 'wrongPassword'
  const toCurrent = (): void => box.current?.querySelector('input')?.focus()

  const set = async (): Promise<void> => {
    setWasTried(true)
    if (typed.current === '') return toCurrent()
    if (busy || problem) return
    setBusy(true)
    const answer = await frontDoor.changePassword(typed.current, typed.password)
    setBusy(false)
    if (answer.ok) return onSet()
    setRefusal(answer.problem)
    if (answer.problem.kind !== 'wrongPassword') return
    setTyped({ ...typed, current: '' })
    toCurrent()
  }

  return (
    <Dialog
      open
      title={t('people.setting.mine')}
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('people.setting.cancel')}
          </Act>
          <Act look="primary" keys="Ctrl+Enter" busy={busy} onAct={() => void set()}>
            {busy ? t('people.setting.busy') : t('people.setting.set')}
          </Act>
        </>
      }
    >
      <div ref={box} className="people-form">
        <p>{t('people.setting.about')}</p>
        <PasswordField
          label={t('people.setting.current')}
          error={currentError({ isEmpty: wasTried && typed.current === '', isWrong }, t)}
          value={typed.current}
          onChange={current => setTyped({ ...typed, current })}
          takesFocus
        />
        <NewPasswordFields
          labels={{ password: t('people.setting.password'), again: t('people.setting.again') }}
          hint={t('people.setting.passwordHint', { atLeast: shortestPassword })}
          password={typed.password}
          again={typed.again}
          onChange={changed => setTyped({ ...typed, ...changed })}
          problem={wasTried ? problem : null}
        />
      </div>
      {refusal && !isWrong ? <ProblemNote sentence={problemSentence(refusal, t)} /> : null}
    </Dialog>
  )
}

function currentError(
  { isEmpty, isWrong }: { readonly isEmpty: boolean; readonly isWrong: boolean },
  t: ReturnType<typeof useMessages>['t'],
): string | null {
  if (isWrong) return t('people.setting.currentWrong')
  return isEmpty ? t('people.setting.currentMissing') : null
}
