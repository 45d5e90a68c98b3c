import { useState } from 'react'
import type { Joining } from '#shared/application/neighbours/ports'
import { useMessages } from '../../../i18n/messages-provider'
import { Act } from '../../../ui/acts/act'
import { TextField } from '../../../ui/fields/text-field'
import { MachineFields, newMachineFrom, useMachineEntry } from './machine-fields'
import type { JoiningNow } from './use-joining'

export interface WayProps {
  readonly joining: Joining
  readonly now: JoiningNow
}

/** The address and the code that the other screen shows. */
export function LineForm({ joining, now }: WayProps) {
  const { t } = useMessages()
  const { entry, change } = useMachineEntry()
  const [address, setAddress] = useState('')
  const [code, setCode] = useState('')
  const [wasTried, setTried] = useState(false)
  const machine = newMachineFrom(entry)
  const missing = (value: string, field: string) =>
    wasTried && value.trim() === '' ? t('joining.missing', { field }) : null
  const begin = (): void => {
    setTried(true)
    if (machine && address.trim() !== '' && code.trim() !== '')
      now.ask(() => joining.begin({ ...machine, address, code }))
  }
  return (
    <>
      <div className="set-up-fields">
        <MachineFields entry={entry} onChange={change} wasTried={wasTried} />
        <TextField
          label={t('joining.address')}
          hint={t('joining.addressHint')}
          value={address}
          maxLength={60}
          onChange={setAddress}
          onEnter={begin}
          error={missing(address, t('joining.address'))}
        />
        <TextField
          label={t('joining.code')}
          hint={t('joining.codeHint')}
          value={code}
          maxLength={20}
          inputMode="numeric"
          onChange={setCode}
          onEnter={begin}
          error={missing(code, t('joining.code'))}
        />
      </div>
      <div className="set-up-acts">
        <Act look="primary" size="large" keys="Ctrl+Enter" busy={now.isBusy} onAct={begin}>
          {t('joining.begin')}
        </Act>
      </div>
    </>
  )
}
