import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { DueDate } from '#shared/domain/clocks/due-date'
import { useMessages } from '../../i18n/messages-provider'
import { metOn } from './met-on'
import { workingDaysAround } from './strip-days'
import './strip.css'

export interface DueDateFigureProps {
  readonly due: DueDate
  readonly today: CivilDate
  /** Working days past the limit, from the engine. */
  readonly overdueBy?: number | undefined
  /** Under the date: on which rule it stands. */
  readonly note?: string
}

/** The due date as the largest figure of a side sheet, without its proof. */
export function DueDateFigure({ due, today, overdueBy, note }: DueDateFigureProps) {
  const { t, format } = useMessages()
  const { left } = workingDaysAround(due, today)
  const state = metOn(due, today)
  const isLate = state === 'late'
  const words = {
    late: overdueBy === undefined ? t('strip.overdue') : t('figure.overdue', { n: overdueBy }),
    provisional: t('strip.earliestPassed'),
    met: left === 0 ? t('figure.today') : t('figure.left', { n: left }),
  }[state]
  return (
    <div className={`due-figure figure-${isLate ? 'late' : 'plain'} strip-${due.certainty}`}>
      <p className="due-figure-date">
        <b className="strip-date">
          {due.certainty === 'final'
            ? format.dayNear(due.dueOn, today)
            : t('figure.earliest', { day: format.dayNear(due.dueOn, today) })}
        </b>
        <span>{format.weekday(due.dueOn)}</span>
      </p>
      <p className="due-figure-words">{words}</p>
      {note ? <p className="due-figure-note">{note}</p> : null}
    </div>
  )
}
