import { useState, type KeyboardEvent } from 'react'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { DueDate } from '#shared/domain/clocks/due-date'
import { useMessages } from '../../i18n/messages-provider'
import { Key } from '../acts/key'
import { useLooks } from '../theme/looks'
import { stripBrackets } from './strip-brackets'
import { stripDays, type StripDay } from './strip-days'
import { StripHead } from './strip-head'
import { StripLegend } from './strip-legend'
import { StripRow } from './strip-row'
import { indexAfterKey, weeksPerRow } from './strip-rows'
import { explainDay, type StripContext } from './strip-sentences'
import { useWidth } from './use-width'
import './strip.css'

export interface DueDateStripProps {
  readonly due: DueDate
  readonly today: CivilDate
  /** The reply was served on this day; nothing is left to count. */
  readonly metOn?: CivilDate | undefined
  /** Working days past the limit, from the engine; the proof itself ends at the due date. */
  readonly overdueBy?: number | undefined
  /** The count began again at a supplement or payment. */
  readonly restarted?: boolean
  /** In place of the general sentence on the first day: the article depends on the channel. */
  readonly startNote?: string | undefined
}

/** The due date and its proof, a column a day. All figures come from the one proof object. */
export function DueDateStrip(props: DueDateStripProps) {
  const { due, today, metOn, restarted = false, startNote } = props
  const translator = useMessages()
  const { t, format } = translator
  const shownUntil = metOn ?? today
  const days = stripDays(due, shownUntil)
  const [at, setAt] = useState(() => startIndex(days, shownUntil, due.dueOn))
  const context: StripContext = { due, today, restarted, startNote }
  const chosen = days[Math.min(at, days.length - 1)]
  return (
    <section className={`strip strip-${due.certainty}`}>
      <StripHead {...props} />
      <StripList {...props} days={days} context={context} at={at} onMove={setAt} />
      <div className="strip-foot">
        {chosen ? (
          <p aria-live="polite">
            <b>{t('strip.day', { day: format.dayNear(chosen.on, today), weekday: format.weekday(chosen.on) })}</b>
            {explainDay(chosen, context, translator)}
          </p>
        ) : null}
        <StripLegend days={days} today={metOn ?? today} />
        <span className="strip-keys" aria-hidden="true">
          <Key keys="Left" />
          <Key keys="Right" />
          {t('strip.keys')}
        </span>
      </div>
    </section>
  )
}

interface StripListProps extends DueDateStripProps {
  readonly days: readonly StripDay[]
  readonly context: StripContext
  readonly at: number
  readonly onMove: (index: number) => void
}

/** A listbox with one Tab stop: Left and Right a day, Up and Down a week, Home the first day, End the due date. */
function StripList({ due, today, metOn, days, context, at, onMove }: StripListProps) {
  const { t, format } = useMessages()
  const [list, width] = useWidth()
  const weeks = weeksPerRow(days.length / 7, width, useLooks().looks.typeSize === 'large' ? 48 : 26)
  const brackets = stripBrackets(days)
  const move = (event: KeyboardEvent): void => {
    const ends = { home: indexOf(days, due.startedOn), end: indexOf(days, due.dueOn), count: days.length }
    const next = indexAfterKey(event.key, at, ends)
    if (next === undefined || event.ctrlKey || event.altKey) return
    event.preventDefault()
    onMove(next)
    list.current?.querySelectorAll<HTMLElement>('[role=option]')[next]?.focus()
  }
  return (
    <div
      ref={list}
      role="listbox"
      className="strip-list"
      aria-label={t('strip.name', { from: format.day(due.startedOn), due: format.day(due.dueOn) })}
      onKeyDown={move}
    >
      {Array.from({ length: Math.ceil(days.length / (weeks * 7)) }, (_, row) => (
        <StripRow
          key={row}
          row={row}
          weeks={weeks}
          days={days}
          brackets={brackets}
          context={context}
          today={today}
          metOn={metOn}
          at={at}
          onChoose={onMove}
        />
      ))}
    </div>
  )
}

/** The day that matters first: today, the day of service, or the due date where neither is on the strip. */
function startIndex(days: readonly StripDay[], wanted: CivilDate, dueOn: CivilDate): number {
  const found = indexOf(days, wanted)
  return found === -1 ? indexOf(days, dueOn) : found
}

const indexOf = (days: readonly StripDay[], on: CivilDate): number => days.findIndex(day => day.on === on)
