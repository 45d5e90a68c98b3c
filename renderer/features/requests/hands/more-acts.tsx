import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { clerksBut } from '#shared/application/requests/hand-acts'
import { useMessages } from '../../../i18n/messages-provider'
import { useWatch } from '../../../ui/states/use-watch'
import type { NameOf } from '../../../case-parts/use-staff-names'
import { AssignDialog } from './assign-dialog'
import { CorrectDialog } from './correct-dialog'
import { PassOnDialog } from './pass-on-dialog'
import { rareActsFor, type RareActId } from './rare-acts'
import { SettleDialog } from './settle-dialog'
import { WithdrawDialog } from './withdraw-dialog'

export interface MoreActsProps {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly nameOf: NameOf
}

export interface RareDialogProps extends MoreActsProps {
  readonly onClose: () => void
}

/** 更多: the rarer acts, folded away so that the list of possible acts stays short. */
export function MoreActs({ desk, record, nameOf }: MoreActsProps) {
  const { t } = useMessages()
  const [open, setOpen] = useState<RareActId | null>(null)
  const agencies = useWatch(desk.offices.watchOffice)?.office.agencies ?? []
  const colleagues = clerksBut(useWatch(desk.staff.watchAll) ?? [], record.request.handler)
  const acts = rareActsFor(record.request, desk.me, { agencies: agencies.length, colleagues: colleagues.length })
  const about = { desk, record, nameOf, onClose: () => setOpen(null) }
  if (acts.length === 0 && open === null) return null
  return (
    <>
      <details className="more-acts">
        <summary>{t('hands.more')}</summary>
        <ul className="offers">
          {acts.map(id => (
            <li key={id} className="offer">
              <button type="button" className="offer-name" onClick={() => setOpen(id)}>
                {t(`hands.${id}`)}
              </button>
              <span className="offer-note">{t(`hands.${id}.aside`)}</span>
            </li>
          ))}
        </ul>
      </details>
      {open === 'assign' ? <AssignDialog {...about} colleagues={colleagues} /> : null}
      {open === 'correct' ? <CorrectDialog {...about} /> : null}
      {open === 'passOn' ? <PassOnDialog {...about} agencies={agencies} /> : null}
      {open === 'settle' ? <SettleDialog {...about} /> : null}
      {open === 'withdraw' ? <WithdrawDialog {...about} /> : null}
    </>
  )
}
