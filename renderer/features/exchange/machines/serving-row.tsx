import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { NeighbourState } from '#shared/application/neighbours/ports'
import { useMessages } from '../../../i18n/messages-provider'
import { Act } from '../../../ui/acts/act'
import { SelectField } from '../../../ui/fields/select-field'
import { TextField } from '../../../ui/fields/text-field'
import { Status } from '../../../ui/marks/status'
import type { SeenNeighbours } from './use-neighbours'

export interface RowProps {
  readonly desk: Pick<Desk, 'neighbours' | 'today'>
  readonly seen: SeenNeighbours
  readonly adminOnly: string | undefined
}

interface ServingRowProps extends RowProps {
  readonly serving: NeighbourState['serving']
}

/** This machine's line for the others: off until an administrator opens it at one address. */
export function ServingRow({ desk, seen, adminOnly, serving }: ServingRowProps) {
  const { t } = useMessages()
  const { isOn, address, port, trouble } = serving
  return (
    <section className="machines-part">
      <h3>{t('neighbours.serving')}</h3>
      <p role="status">
        <Status flag={isOn ? 'done' : 'provisional'}>
          {isOn ? t('neighbours.serving.on', { address: `${address}:${port}` }) : t('neighbours.serving.off')}
        </Status>
      </p>
      {trouble ? <p className="exchange-trouble">{t(`neighbours.serving.${trouble}`)}</p> : null}
      <p className="exchange-quiet">{t('neighbours.serving.about')}</p>
      {isOn ? (
        <div className="exchange-acts">
          <Act
            size="small"
            busy={seen.isBusy}
            disabledBecause={adminOnly}
            onAct={() => void seen.ask(() => desk.neighbours.endServing())}
          >
            {t('neighbours.serving.end')}
          </Act>
        </div>
      ) : (
        <PlaceForm
          {...{ serving, adminOnly, isBusy: seen.isBusy }}
          label={t('neighbours.serving.open')}
          onPlace={place => void seen.ask(() => desk.neighbours.serve(place))}
        />
      )}
    </section>
  )
}

interface PlaceFormProps {
  readonly serving: NeighbourState['serving']
  readonly adminOnly: string | undefined
  readonly isBusy: boolean
  readonly label: string
  readonly onPlace: (place: { address: string; port: number }) => void
}

/** One of this machine's addresses, and a port. */
export function PlaceForm({ serving, adminOnly, isBusy, label, onPlace }: PlaceFormProps) {
  const { t } = useMessages()
  const { addresses } = serving
  const [address, setAddress] = useState(addresses.find(one => one === serving.address) ?? addresses[0] ?? null)
  const [port, setPort] = useState(String(serving.port))
  const isPort = /^\d{4,5}$/.test(port) && Number(port) >= 1024 && Number(port) <= 65_535
  if (address === null) return <p className="exchange-trouble">{t('neighbours.serving.noAddress')}</p>
  return (
    <div className="machines-place">
      <SelectField
        label={t('neighbours.serving.address')}
        choices={addresses.map(value => ({ value, label: value }))}
        value={address}
        onChange={setAddress}
        disabled={adminOnly !== undefined}
      />
      <TextField
        label={t('neighbours.serving.port')}
        value={port}
        inputMode="numeric"
        maxLength={5}
        onChange={setPort}
        disabled={adminOnly !== undefined}
        error={isPort ? null : t('neighbours.serving.portWrong')}
      />
      <Act
        busy={isBusy}
        disabledBecause={adminOnly ?? (isPort ? undefined : t('neighbours.serving.portWrong'))}
        onAct={() => onPlace({ address, port: Number(port) })}
      >
        {label}
      </Act>
    </div>
  )
}
