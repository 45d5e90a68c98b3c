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
  const { t, format } = useMessages()
  const { neighbours, today } = desk
  const [address, setAddress] = useState(partner?.address ?? '')
  const isSaid = address.trim() === (partner?.address ?? '')
  const level = partner?.levelAt
    ? t('neighbours.partner.level', { at: format.moment(partner.levelAt, today) })
    : t('neighbours.partner.notYet')
  return (
    <section className="machines-part">
      <h3>{t('neighbours.partner')}</h3>
      <p role="status">
        {partner ? (partner.isRunning ? t('neighbours.partner.running') : level) : t('neighbours.partner.none')}
      </p>
      {partner?.trouble ? <p className="exchange-trouble">{t(`neighbours.trouble.${partner.trouble}`)}</p> : null}
      <p className="exchange-quiet">{t('neighbours.partner.about')}</p>
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
          onAct={() => void seen.ask(() => neighbours.setPartner(address.trim() === '' ? null : address.trim()))}
        >
          {partner && address.trim() === '' ? t('neighbours.partner.forget') : t('neighbours.partner.set')}
        </Act>
        {partner && isSaid ? (
          <Act busy={seen.isBusy} onAct={() => void seen.ask(() => neighbours.exchange())}>
            {t('neighbours.partner.now')}
          </Act>
        ) : null}
      </div>
    </section>
  )
}
