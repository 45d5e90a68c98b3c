import { useState } from 'react'
import type { NeighbourState } from '#shared/application/neighbours/ports'
import { useMessages } from '../../../i18n/messages-provider'
import { Act } from '../../../ui/acts/act'
import { TextField } from '../../../ui/fields/text-field'
import type { RowProps } from './serving-row'

interface PartnerRowProps extends RowProps {
  readonly partner: NeighbourState['partner']
}

/** The machine that serves, as this one reaches it. */
export function PartnerRow({ desk, seen, adminOnly, partner }: PartnerRowProps) {
  const { t } = useMessages()
  return (
    <section className="machines-part">
      <h3>{t('neighbours.partner')}</h3>
      <p role="status">{partner ? <Level {...{ desk, partner }} /> : t('neighbours.partner.none')}</p>
      {partner?.trouble ? <p className="exchange-trouble">{t(`neighbours.trouble.${partner.trouble}`)}</p> : null}
      <p className="exchange-quiet">{t('neighbours.partner.about')}</p>
      <AddressForm {...{ desk, seen, adminOnly }} kept={partner?.address ?? ''} />
    </section>
  )
}

interface LevelProps extends Pick<RowProps, 'desk'> {
  readonly partner: NonNullable<NeighbourState['partner']>
}

function Level({ desk: { today }, partner: { isRunning, levelAt } }: LevelProps) {
  const { t, format } = useMessages()
  if (isRunning) return t('neighbours.partner.running')
  return levelAt === null
    ? t('neighbours.partner.notYet')
    : t('neighbours.partner.level', { at: format.moment(levelAt, today) })
}

interface AddressFormProps extends RowProps {
  /** Empty where there is none. */
  readonly kept: string
}

function AddressForm({ desk: { neighbours }, seen, adminOnly, kept }: AddressFormProps) {
  const { t } = useMessages()
  const [address, setAddress] = useState(kept)
  const typed = address.trim()
  const isForgetting = kept !== '' && typed === ''
  return (
    <div className="machines-place">
      <TextField
        label={t('neighbours.partner.address')}
        value={address}
        maxLength={60}
        onChange={setAddress}
        disabled={adminOnly !== undefined}
      />
      <Act
        busy={seen.isBusy}
        disabledBecause={adminOnly}
        onAct={() => void seen.ask(() => neighbours.setPartner(typed === '' ? null : typed))}
      >
        {t(isForgetting ? 'neighbours.partner.forget' : 'neighbours.partner.set')}
      </Act>
      {kept !== '' && typed === kept ? (
        <Act busy={seen.isBusy} onAct={() => void seen.ask(() => neighbours.exchange())}>
          {t('neighbours.partner.now')}
        </Act>
      ) : null}
    </div>
  )
}
