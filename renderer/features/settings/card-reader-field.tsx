import { useState } from 'react'
import { printCardReaderAddress, readCardReaderAddress } from '#shared/application/settings/card-reader-address'
import type { Machine } from '#shared/application/settings/ports'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { TextField } from '../../ui/fields/text-field'
import type { MachineInHand } from './use-machine'

export interface CardReaderFieldProps {
  readonly chosen: Machine['cardReader']
  readonly machine: MachineInHand
  readonly adminOnly: string | undefined
}

/** The service that the vendor of an identity-card reader runs on this machine; another machine is never asked. */
export function CardReaderField({ chosen, machine, adminOnly }: CardReaderFieldProps) {
  const { t } = useMessages()
  const [typed, setTyped] = useState(chosen ? printCardReaderAddress(chosen) : '')
  const [wasTried, setWasTried] = useState(false)
  const address = readCardReaderAddress(typed)
  const save = (): void => {
    setWasTried(true)
    if (address) void machine.ask(care => care.setCardReader(address))
  }
  const stop = async (): Promise<void> => {
    setWasTried(false)
    if (await machine.ask(care => care.setCardReader(null))) setTyped('')
  }
  return (
    <div className="settings-row">
      <TextField
        label={t('settings.cardReader')}
        hint={t('settings.cardReader.hint')}
        error={wasTried && !address ? t('settings.cardReader.notHere') : null}
        value={typed}
        disabled={adminOnly !== undefined}
        onChange={setTyped}
        onEnter={save}
      />
      <div className="settings-row-acts">
        <Act size="small" disabledBecause={adminOnly} onAct={save}>
          {t('settings.cardReader.use')}
        </Act>
        {chosen ? (
          <Act size="small" disabledBecause={adminOnly} onAct={() => void stop()}>
            {t('settings.folder.forgetFor', { what: t('settings.cardReader') })}
          </Act>
        ) : null}
      </div>
      {chosen ? <p className="settings-state">{t('settings.cardReader.used')}</p> : null}
    </div>
  )
}
