import { useState } from 'react'
import { checkNewPasswordLength } from './password-length'
import { useMessages } from '../../../i18n/messages-provider'
import { Act } from '../../../ui/acts/act'
import { PasswordField } from '../../../ui/fields/password-field'
import type { WayProps } from './line-form'
import { MachineFields, newMachineFrom, useMachineEntry } from './machine-fields'

interface StickFormProps extends WayProps {
  readonly hasPending: boolean
}

/** A request that goes to the other machine, and the answer that comes back. */
export function StickForm({ joining, now, hasPending }: StickFormProps) {
  const { t } = useMessages()
  const { entry, change } = useMachineEntry()
  const [password, setPassword] = useState('')
  const [wasTried, setTried] = useState(false)
  const machine = newMachineFrom(entry)
  const tooShort = checkNewPasswordLength(password)
  const write = (): void => {
    setTried(true)
    if (machine && !tooShort) now.ask(() => joining.writeRequest({ ...machine, password }))
  }
  return (
    <>
      <p className="set-up-about">{t('joining.stick.about')}</p>
      {hasPending ? <p className="set-up-example">{t('joining.stick.pending')}</p> : null}
      <div className="set-up-fields">
        <MachineFields entry={entry} onChange={change} wasTried={wasTried} />
        <PasswordField
          label={t('joining.stick.password')}
          hint={t('joining.stick.passwordHint')}
          error={wasTried && tooShort ? t('setUp.problem.passwordTooShort', { atLeast: tooShort }) : null}
          value={password}
          onChange={setPassword}
          isNew
        />
      </div>
      <div className="set-up-acts">
        <Act look={hasPending ? 'default' : 'primary'} size="large" busy={now.isBusy} onAct={write}>
          {t('joining.stick.write')}
        </Act>
        {hasPending ? (
          <Act look="primary" size="large" busy={now.isBusy} onAct={() => now.ask(() => joining.readAnswer(password))}>
            {t('joining.stick.read')}
          </Act>
        ) : null}
      </div>
    </>
  )
}
