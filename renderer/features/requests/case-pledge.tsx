import type { Desk } from '#shared/application/desk'
import { settingsAt } from '#shared/domain/agencies/office-settings'
import { pledgeOf } from '#shared/domain/clocks/pledge'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { useMessages } from '../../i18n/messages-provider'
import { useOffice } from '../../case-parts/use-office'

export interface CasePledgeProps {
  readonly desk: Desk
  readonly request: DisclosureRequest
}

/** 服务承诺, under the term of the law and said to be the office's own; nothing where it promised none, or all is done. */
export function CasePledge({ desk, request }: CasePledgeProps) {
  const { t, format } = useMessages()
  const office = useOffice(desk.offices)
  const { registered, clockFacts, letter, carriedIn, status } = request
  if (!office || letter || carriedIn || status === 'closed') return null
  const settings = settingsAt(office.settingsVersions, registered.hlc)
  const pledge = pledgeOf({ registeredAt: registered.at, clockFacts, settings }, desk.calendar, desk.today)
  if (!pledge) return null
  const moment = format.moment(pledge.firstResponseBy, desk.today)
  const day = format.dayNear(pledge.handledBy, desk.today)
  return (
    <p className="case-met">
      {t(pledge.certainty === 'final' ? 'pledge.case' : 'pledge.case.provisional', { moment, day })}
      {pledge.handledBy < desk.today ? t('pledge.case.past') : null}
    </p>
  )
}
