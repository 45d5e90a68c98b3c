import { useState } from 'react'
import type { ExchangeStatus } from '#shared/application/exchange/ports'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { KeyValueList } from '../../ui/sheets/key-value-list'
import { Sheet } from '../../ui/sheets/sheet'
import { AddressDialog } from './address-dialog'
import { CompareKey } from './compare-key'
import { EnrolForm } from './enrol-form'
import type { SectionProps } from './exchange-sections'
import { LeaveDialog } from './leave-dialog'

/** With whom this machine exchanges, and how it comes to that. */
export function HeadquartersSection({ desk, seen: { status } }: SectionProps) {
  const { t } = useMessages()
  const isAdministrator = desk.me.posts.includes('administrator')
  const { headquarters, unconfirmed } = status
  const [wasDropped, setWasDropped] = useState(false)
  return (
    <Sheet title={t('exchange.headquarters')}>
      {headquarters ? <Enrolled {...{ desk, headquarters, isAdministrator }} /> : null}
      {isAdministrator && unconfirmed ? (
        <CompareKey {...{ desk, unconfirmed }} onDropped={() => setWasDropped(true)} />
      ) : null}
      {wasDropped && !unconfirmed ? <p role="status">{t('exchange.compare.dropped')}</p> : null}
      {isAdministrator && !headquarters && !unconfirmed ? <EnrolForm desk={desk} /> : null}
      {!isAdministrator && !headquarters ? (
        <p className="exchange-quiet">{t('exchange.headquarters.adminOnly')}</p>
      ) : null}
    </Sheet>
  )
}

interface EnrolledProps extends Pick<SectionProps, 'desk'> {
  readonly headquarters: NonNullable<ExchangeStatus['headquarters']>
  readonly isAdministrator: boolean
}

function Enrolled({ desk, headquarters, isAdministrator }: EnrolledProps) {
  const { t, format } = useMessages()
  const [open, setOpen] = useState<'address' | 'leave' | null>(null)
  const { address, keyPrint, enrolledAt } = headquarters
  const adminOnly = isAdministrator ? undefined : t('exchange.headquarters.adminOnly')
  return (
    <>
      <KeyValueList
        items={[
          { label: t('exchange.headquarters.address'), value: address ?? t('exchange.headquarters.byMedia') },
          { label: t('exchange.headquarters.print'), value: <span className="exchange-print">{keyPrint}</span> },
          { label: t('exchange.headquarters.since'), value: format.moment(enrolledAt, desk.today) },
        ]}
      />
      <div className="exchange-acts">
        <Act size="small" disabledBecause={adminOnly} onAct={() => setOpen('address')}>
          {t('exchange.headquarters.setAddress')}
        </Act>
        <Act size="small" disabledBecause={adminOnly} onAct={() => setOpen('leave')}>
          {t('exchange.headquarters.leave')}
        </Act>
      </div>
      <p className="exchange-quiet">{t('exchange.headquarters.again')}</p>
      {open === 'address' ? <AddressDialog desk={desk} address={address} onClose={() => setOpen(null)} /> : null}
      {open === 'leave' ? <LeaveDialog desk={desk} onClose={() => setOpen(null)} /> : null}
    </>
  )
}
