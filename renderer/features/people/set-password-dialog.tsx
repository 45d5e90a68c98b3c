import { useState } from 'react'
import type { FrontDoor } from '#shared/application/front-door'
import { newPasswordProblem, shortestPassword } from '#shared/application/new-password'
import { useMessages } from '../../i18n/messages-provider'
import { OneActDialog } from '../../ui/dialogs/one-act-dialog'
import { NewPasswordFields } from './new-password-fields'

export interface SetPasswordDialogProps {
  readonly frontDoor: Pick<FrontDoor, 'setPassword'>
  readonly person: { readonly personId: string; readonly name: string }
  /** The office has further machines, each with a lock of its own. */
  readonly isOneOfSeveral: boolean
  readonly onSet: () => void
  readonly onClose: () => void
}

/** An administrator resets another's password; one's own is changed with the present one. */
export function SetPasswordDialog({ frontDoor, person, isOneOfSeveral, onSet, onClose }: SetPasswordDialogProps) {
  const { t } = useMessages()
  const [typed, setTyped] = useState({ password: '', again: '' })
  const [wasTried, setWasTried] = useState(false)
  const problem = newPasswordProblem(typed.password, typed.again)

  const set = () => {
    setWasTried(true)
    return problem ? null : frontDoor.setPassword(person.personId, typed.password)
  }

  return (
    <OneActDialog
      title={t('people.setting.title', { name: person.name })}
      does={t('people.setting.set')}
      doing={t('people.setting.busy')}
      cancels={t('people.setting.cancel')}
      act={set}
      onDone={onSet}
      onClose={onClose}
    >
      <div className="people-form">
        <p>
          {t('people.setting.about')}
          {t('people.setting.other')}
        </p>
        {isOneOfSeveral ? <p>{t('people.setting.thisMachine')}</p> : null}
        <NewPasswordFields
          labels={{ password: t('people.setting.password'), again: t('people.setting.again') }}
          hint={t('people.setting.passwordHint', { atLeast: shortestPassword })}
          password={typed.password}
          again={typed.again}
          onChange={changed => setTyped({ ...typed, ...changed })}
          problem={wasTried ? problem : null}
          takesFocus
        />
      </div>
    </OneActDialog>
  )
}
