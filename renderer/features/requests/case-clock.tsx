import { memo } from 'react'
import type { Desk } from '#shared/application/desk'
import { isOverdue, workingDaysLeft, workingDaysUntil } from '#shared/domain/clocks/clock-progress'
import type { DueDate } from '#shared/domain/clocks/due-date'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { useMessages } from '../../i18n/messages-provider'
import { DueDateStrip } from '../../ui/due-date-strip/due-date-strip'
import { metOn } from '../../ui/due-date-strip/met-on'
import { Sheet } from '../../ui/sheets/sheet'
import { metBy } from './service-words'

export interface CaseClockProps {
  readonly desk: Desk
  readonly request: DisclosureRequest
  readonly due: DueDate | null
}

/**
 * The due date with its proof; where the reply is served, whether service met it and by how much it did not.
 * Drawn again only when the clock has changed: most acts do not touch it, and the strip is the dearest part of the page.
 */
export const CaseClock = memo(ClockSheet, isSameClock)

function isSameClock(before: CaseClockProps, now: CaseClockProps): boolean {
  const told = ({ request }: CaseClockProps) => JSON.stringify([request.clockFacts, request.served?.servedOn])
  return before.desk === now.desk && told(before) === told(now)
}

function ClockSheet({ desk, request, due }: CaseClockProps) {
  const { t, format } = useMessages()
  const { today, calendar } = desk
  if (!due) return <Sheet>{t('requests.clock.unknown')}</Sheet>
  const overdueBy = isOverdue(due, today) ? -workingDaysLeft(due, today, calendar) : undefined
  const servedOn = request.served?.servedOn
  const how = metBy[request.served?.way ?? 'inPerson']
  return (
    <>
      <DueDateStrip due={due} today={today} metOn={servedOn} overdueBy={overdueBy} />
      {servedOn ? (
        <p className="case-met">
          {t(`serve.${metOn(due, servedOn)}.${how}`, {
            ...{ day: format.dayNear(servedOn, today), n: -workingDaysUntil(due.dueOn, servedOn, calendar) },
          })}
        </p>
      ) : null}
    </>
  )
}
