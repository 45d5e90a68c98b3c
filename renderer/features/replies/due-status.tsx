import type { Desk } from '#shared/application/desk'
import { isOverdue, workingDaysLeft } from '#shared/domain/clocks/clock-progress'
import { replyDueOn } from '#shared/domain/clocks/reply-clock'
import { boardFor } from '#shared/domain/requests/board'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { useMessages } from '../../i18n/messages-provider'
import { useOfficeSettings } from '../../case-parts/use-office'
import { Status } from '../../ui/marks/status'

export interface DueStatusProps {
  readonly desk: Pick<Desk, 'calendar' | 'today' | 'me' | 'offices'>
  readonly request: DisclosureRequest
}

/** 10月16日到期，还有 3 个工作日 */
export function DueStatus({ desk, request }: DueStatusProps) {
  const { t, format } = useMessages()
  const { calendar, today, me } = desk
  const warningWorkingDays = useOfficeSettings(desk.offices)?.warningWorkingDays
  const due = replyDueOn(request.clockFacts, calendar, today)
  if (!due.ok || request.status === 'served') return null
  const { dueOn, certainty } = due.value
  const row = {
    requestId: '' as never,
    requestNo: request.requestNo,
    status: request.status,
    handler: request.registered.actor,
  }
  const viewer = { me: me.personId, posts: me.posts, today, warningWorkingDays }
  const board = boardFor([{ ...row, dueOn, certainty }], viewer, calendar)
  const isLate = isOverdue(due.value, today)
  const days = Math.abs(workingDaysLeft(due.value, today, calendar))
  const day = format.dayNear(dueOn, today)
  const left = isLate
    ? t('figure.overdue', { n: days })
    : days === 0
      ? t('figure.today')
      : t('figure.left', { n: days })
  const flag = isLate
    ? 'late'
    : board.dueWithinThree.length > 0
      ? 'soon'
      : certainty === 'final'
        ? 'normal'
        : 'provisional'
  return (
    <Status flag={flag}>
      {t('replies.due', {
        day: certainty === 'final' ? t('figure.due', { day }) : t('figure.earliest', { day }),
        left,
      })}
    </Status>
  )
}
