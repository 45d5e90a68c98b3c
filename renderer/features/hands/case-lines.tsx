import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { openRequestRow } from '#shared/application/requests/open-requests'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import { TextLink } from '../../ui/acts/text-link'

export interface CaseLinesProps {
  readonly desk: Desk
  readonly label: string
  readonly cases: readonly RequestRecord[]
  readonly onOpen: (requestId: RequestId) => void
}

/** Number, what is asked, due date: enough to know what changes hands. */
export function CaseLines({ desk, label, cases, onOpen }: CaseLinesProps) {
  const { t, format } = useMessages()
  return (
    <ul className="hands-cases" aria-label={label} tabIndex={0}>
      {cases.map(record => {
        const row = openRequestRow(record, desk.today, desk.calendar)
        return (
          <li key={record.requestId}>
            <TextLink onAct={() => onOpen(record.requestId)}>{row.requestNo}</TextLink>
            <span>{row.description ?? t('requests.erased')}</span>
            <span>{row.receivedOn ? format.dayNear(row.dueOn, desk.today) : t('refusal.status.unconfirmed')}</span>
          </li>
        )
      })}
    </ul>
  )
}
