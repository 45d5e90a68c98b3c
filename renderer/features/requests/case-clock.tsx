import type { Desk } from '#shared/application/desk'
import { isOverdue, workingDaysLeft, workingDaysUntil } from '#shared/domain/clocks/clock-progress'
import type { DueDate } from '#shared/domain/clocks/due-date'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { useMessages } from '../../i18n/messages-provider'
import { DueDateStrip } from '../../ui/due-date-strip/due-date-strip'
import { Sheet } from '../../ui/sheets/sheet'

export interface CaseClockProps {
  readonly desk: Desk
  readonly request: DisclosureRequest
  readonly due: DueDate | null
}

/** The due date with its proof; where the reply is served, whether service met it and by how much it did not. */
export function CaseClock({ desk, request, due }: CaseClockProps) {
  const { t, format } = useMessages()
  const { today, calendar } = desk
  if (!due) return <Sheet>{t('requests.clock.unknown')}</Sheet>
  const overdueBy = isOverdue(due, today) ? -workingDaysLeft(due, today, calendar) : undefined
  const servedOn = request.served?.servedOn
  const lateBy = servedOn ? -workingDaysUntil(due.dueOn, servedOn, calendar) : 0
  return (
    <>
      <DueDateStrip due={due} today={today} metOn={servedOn} overdueBy={overdueBy} />
      {servedOn ? (
        <p className="case-met">
          {servedOn > due.dueOn
            ? t('requests.clock.late', { day: format.dayNear(servedOn, today), n: lateBy })
            : t('requests.clock.met', { day: format.dayNear(servedOn, today) })}
        </p>
      ) : null}
    </>
  )
}
