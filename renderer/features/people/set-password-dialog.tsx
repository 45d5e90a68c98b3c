import { useState } from 'react'
import type { FrontDoor } from '#shared/application/front-door'
import { newPasswordProblem, shortestPassword } from '#shared/application/new-password'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { ProblemNote } from '../../ui/states/problem-note'
import { NewPasswordFields } from './new-password-fields'

export interface SetPasswordDialogProps {
  readonly frontDoor: Pick<FrontDoor, 'setPassword'>
  readonly person: { readonly personId: string; readonly name: string }
  readonly onSet: () => void
  readonly onClose: () => void
}

/** An administrator resets another's password; one's own is changed with the present one. */
export function SetPasswordDialog({ frontDoor, person, onSet, onClose }: SetPasswordDialogProps) {
  const { t } = useMessages()
  const [typed, setTyped] = useState({ password: '', again: '' })
  const [wasTried, setWasTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const problem = newPasswordProblem(typed.password, typed.again)

  const set = async (): Promise<void> => {
    setWasTried(true)
    if (busy || problem) return
    setBusy(true)
    const answer = await frontDoor.setPassword(person.personId, typed.password)
    setBusy(false)
    if (answer.ok) onSet()
    else setRefusal(answer.problem)
  }

  return (
    <Dialog
      open
      title={t('people.setting.title', { name: person.name })}
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
      <div className="people-form">
        <p>
          {t('people.setting.about')}
          {t('people.setting.other')}
        </p>
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
      {refusal ? <ProblemNote sentence={problemSentence(refusal, t)} /> : null}
    </Dialog>
  )
}
