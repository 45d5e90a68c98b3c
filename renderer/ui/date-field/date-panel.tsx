import { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { partsOf } from '../../i18n/civil-day'
import { useMessages } from '../../i18n/messages-provider'
import { Icon } from '../marks/icon'
import { dayAfterKey, isSameMonth, monthGrid, stepMonths } from './month-grid'
import { withinLimits, type DateLimits } from './parse-date'

/** What the office calendar says of a day, as far as it is published. */
export type DayNature =
  | { readonly kind: 'workday' | 'weekend' | 'unknown' | 'makeUp' }
  | { readonly kind: 'holiday'; readonly holiday: string }

interface DatePanelProps {
  readonly id: string
  readonly field: RefObject<HTMLElement | null>
  readonly limits: DateLimits
  readonly value: CivilDate | null
  readonly natureOf: ((on: CivilDate) => DayNature) | undefined
  readonly onPick: (on: CivilDate) => void
  /** Esc: closes and gives the focus back. */
  readonly onClose: () => void
  /** The focus went elsewhere by itself. */
  readonly onLeave: () => void
}

/** A month as a grid. It lies in the top layer under its field, inside the DOM of the field, so dialogs keep the focus. */
export function DatePanel(props: DatePanelProps) {
  const { id, limits, value, onPick, onClose, onLeave, field } = props
  const { t, format } = useMessages()
  const [at, setAt] = useState<CivilDate>(value ?? limits.today)
  const panel = useRef<HTMLDivElement>(null)
  const headId = useId()
  useEffect(() => panel.current?.showPopover(), [])
  const focusFollows = useRef(true)
  useEffect(() => {
    if (focusFollows.current) panel.current?.querySelector<HTMLElement>('[data-at]')?.focus()
  }, [at])
  const show = (on: CivilDate, withFocus: boolean): void => {
    focusFollows.current = withFocus
    setAt(on)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') return consume(event, onClose)
    if (!(event.target as HTMLElement).matches('[role=gridcell]')) return
    const next = dayAfterKey(at, event.key, event.shiftKey)
    if (next) return consume(event, () => show(next, true))
    if (event.key === 'Enter' || event.key === ' ') consume(event, () => pick(at))
  }
  const pick = (on: CivilDate): void => (withinLimits(on, limits).kind === 'day' ? onPick(on) : undefined)
  const onBlur = (event: FocusEvent): void => {
    const to = event.relatedTarget
    if (to && !panel.current?.contains(to) && to !== field.current) onLeave()
  }
  return (
    <div
      id={id}
      ref={panel}
      className="date-panel"
      popover="manual"
      role="dialog"
      aria-label={t('dateField.panel')}
      onKeyDown={onKey}
      onBlur={onBlur}
    >
      <div className="date-panel-head">
        <MonthButton name={t('dateField.previousMonth')} icon="back" onAct={() => show(stepMonths(at, -1), false)} />
        <b id={headId} aria-live="polite">
          {format.yearMonth(at)}
        </b>
        <MonthButton name={t('dateField.nextMonth')} icon="right" onAct={() => show(stepMonths(at, 1), false)} />
      </div>
      <div role="grid" aria-labelledby={headId} className="date-grid">
        <div role="row" className="date-week">
          {monthGrid(at)[0]?.map(on => (
            <span key={on} role="columnheader" aria-label={format.weekday(on)}>
              {format.weekdayShort(on)}
            </span>
          ))}
        </div>
        {monthGrid(at).map(week => (
          <div key={week[0]} role="row" className="date-week">
            {week.map(on => (
              <DayCell key={on} {...props} on={on} at={at} onPick={pick} />
            ))}
          </div>
        ))}
      </div>
      <p className="date-panel-foot">{t('dateField.keys')}</p>
    </div>
  )
}

interface DayCellProps extends Pick<DatePanelProps, 'limits' | 'value' | 'natureOf' | 'onPick'> {
  readonly on: CivilDate
  readonly at: CivilDate
}

function DayCell({ on, at, limits, value, natureOf, onPick }: DayCellProps) {
  const { t, format } = useMessages()
  const nature = natureOf?.(on) ?? { kind: 'unknown' }
  const refused = withinLimits(on, limits).kind !== 'day'
  const words = { day: format.fullDay(on), weekday: format.weekday(on) }
  const name = refused
    ? t('dateField.dayRefused', words)
    : nature.kind === 'holiday'
      ? t('dateField.dayIsHoliday', { ...words, holiday: nature.holiday })
      : t(nature.kind === 'makeUp' ? 'dateField.dayIsMakeUp' : 'dateField.day', words)
  const sign =
    nature.kind === 'holiday' ? t('dateField.rest') : nature.kind === 'makeUp' ? t('dateField.work') : undefined
  const looks = [`is-${nature.kind}`, isSameMonth(on, at) ? '' : 'is-outside', on === limits.today ? 'is-today' : '']
  return (
    <span
      role="gridcell"
      className={`date-day ${looks.join(' ')}`}
      tabIndex={on === at ? 0 : -1}
      data-at={on === at ? '' : undefined}
      aria-label={name}
      aria-selected={on === value}
      aria-current={on === limits.today ? 'date' : undefined}
      aria-disabled={refused || undefined}
      data-day={partsOf(on).day}
      data-sign={sign}
      onClick={() => onPick(on)}
    />
  )
}

interface MonthButtonProps {
  readonly name: string
  readonly icon: 'back' | 'right'
  readonly onAct: () => void
}

function MonthButton({ name, icon, onAct }: MonthButtonProps) {
  return (
    <button type="button" className="field-button date-month" aria-label={name} onClick={onAct}>
      <Icon name={icon} size={16} />
    </button>
  )
}

function consume(event: KeyboardEvent, act: () => void): void {
  event.preventDefault()
  event.stopPropagation()
  act()
}
