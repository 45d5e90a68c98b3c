import { useRef, useState } from 'react'
import type { FrontDoor } from '#shared/application/front-door'
import { newPasswordProblem, shortestPassword } from '#shared/application/new-password'
import { useMessages } from '../../i18n/messages-provider'
import { OneActDialog } from '../../ui/dialogs/one-act-dialog'
import { PasswordField } from '../../ui/fields/password-field'
import { NewPasswordFields } from './new-password-fields'

export interface ChangePasswordDialogProps {
  readonly frontDoor: Pick<FrontDoor, 'changePassword'>
  /** The office has further machines, each with a lock of its own. */
  readonly isOneOfSeveral: boolean
  readonly onSet: () => void
  readonly onClose: () => void
}

const nothingTyped = { current: '', password: '', again: '' }

/** One's own password: whoever finds the desk open does not know the present one. */
export function ChangePasswordDialog({ frontDoor, isOneOfSeveral, onSet, onClose }: ChangePasswordDialogProps) {
  const { t } = useMessages()
  const [typed, setTyped] = useState(nothingTyped)
  const [wasTried, setWasTried] = useState(false)
  const [isWrong, setIsWrong] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const problem = newPasswordProblem(typed.password, typed.again)
  const toCurrent = (): void => box.current?.querySelector('input')?.focus()

  const change = async () => {
    const answer = await frontDoor.changePassword(typed.current, typed.password)
    const wasWrong = !answer.ok && answer.problem.kind === 'wrongPassword'
    setIsWrong(wasWrong)
    if (wasWrong) {
      setTyped({ ...typed, current: '' })
      toCurrent()
    }
    return answer
  }
  const set = () => {
    setWasTried(true)
    if (typed.current === '') toCurrent()
    return typed.current === '' || problem ? null : change()
  }

  return (
    <OneActDialog
      title={t('people.setting.mine')}
      does={t('people.setting.set')}
      doing={t('people.setting.busy')}
      cancels={t('people.setting.cancel')}
      act={set}
      showsItself={({ kind }) => kind === 'wrongPassword'}
      onDone={onSet}
      onClose={onClose}
    >
      <div ref={box} className="people-form">
        <p>{t('people.setting.about')}</p>
        {isOneOfSeveral ? <p>{t('people.setting.thisMachine')}</p> : null}
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
    </OneActDialog>
  )
}

function currentError(
  { isEmpty, isWrong }: { readonly isEmpty: boolean; readonly isWrong: boolean },
  t: ReturnType<typeof useMessages>['t'],
): string | null {
  if (isWrong) return t('people.setting.currentWrong')
  return isEmpty ? t('people.setting.currentMissing') : null
}
