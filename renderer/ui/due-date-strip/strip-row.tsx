import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { partsOf } from '../../i18n/civil-day'
import { useMessages } from '../../i18n/messages-provider'
import { piecesInRow, type Bracket, type BracketPiece } from './strip-brackets'
import type { StripDay } from './strip-days'
import { columnOf, columnTemplate } from './strip-rows'
import { nameDay, sayBracket, type StripContext } from './strip-sentences'

interface StripRowProps {
  readonly row: number
  readonly weeks: number
  readonly days: readonly StripDay[]
  readonly brackets: readonly Bracket[]
  readonly context: StripContext
  readonly today: CivilDate
  readonly metOn: CivilDate | undefined
  readonly at: number
  readonly onChoose: (index: number) => void
}

export function StripRow(props: StripRowProps) {
  const { row, weeks, days, brackets, at, onChoose } = props
  const first = row * weeks * 7
  const shown = days.slice(first, first + weeks * 7)
  const pieces = piecesInRow(brackets, row, weeks * 7)
  const columns = { gridTemplateColumns: columnTemplate(weeks) }
  const lanes = Math.max(0, ...pieces.map(piece => piece.bracket.lane)) + 1
  return (
    <div className="strip-row">
      <div className="strip-grid strip-months" style={columns} aria-hidden="true">
        <MonthNames days={shown} />
      </div>
      <div className="strip-grid" style={columns}>
        {shown.map((day, index) => (
          <DayColumn
            key={day.on}
            {...props}
            day={day}
            column={columnOf(index)}
            chosen={first + index === at}
            onChoose={() => onChoose(first + index)}
          />
        ))}
      </div>
      <div
        className="strip-grid strip-lanes"
        style={{ ...columns, gridTemplateRows: `repeat(${lanes}, var(--strip-lane))` }}
        aria-hidden="true"
      >
        {pieces.map(piece => (
          <BracketLine key={`${piece.bracket.lane}-${piece.bracket.from}`} piece={piece} />
        ))}
        {shown.map((day, index) => (
          <DayFlag key={day.on} {...props} day={day} column={columnOf(index)} />
        ))}
      </div>
    </div>
  )
}

function MonthNames({ days }: { readonly days: readonly StripDay[] }) {
  const { format } = useMessages()
  return days.map((day, index) => {
    const startsMonth = partsOf(day.on).day === 1
    // The first column names its month too, unless the next name would run into it.
    const crowded = days.slice(1, 3).some(next => partsOf(next.on).day === 1)
    if (!startsMonth && (index > 0 || crowded)) return null
    return (
      <span key={day.on} style={{ gridColumnStart: columnOf(index), gridRow: 1 }}>
        {format.month(day.on)}
      </span>
    )
  })
}

interface DayProps extends Omit<StripRowProps, 'onChoose'> {
  readonly day: StripDay
  readonly column: number
}

interface DayColumnProps extends DayProps {
  readonly chosen: boolean
  readonly onChoose: () => void
}

/** Glyphs are CSS attr(), so that the name of the day is one sentence and not a spelling of its column. */
function DayColumn({ day, column, context, today, metOn, chosen, onChoose }: DayColumnProps) {
  const translator = useMessages()
  const looks = [
    `day-${day.kind}`,
    day.on < (metOn ?? today) ? 'is-past' : '',
    day.on === today && !metOn ? 'is-now' : '',
    'isDue' in day && day.isDue ? 'is-due' : '',
    'assumed' in day && day.assumed ? 'is-assumed' : '',
  ]
  return (
    <div
      role="option"
      className={`strip-day ${looks.filter(Boolean).join(' ')}`}
      style={{ gridColumnStart: column }}
      aria-selected={chosen}
      aria-label={nameDay(day, context, translator)}
      tabIndex={chosen ? 0 : -1}
      onClick={onChoose}
    >
      <span className="day-name" data-glyph={translator.format.weekdayShort(day.on)} />
      <span className="day-date" data-glyph={partsOf(day.on).day} />
      <span className="day-cell" data-glyph={glyphOf(day, context, translator.t)} />
    </div>
  )
}

function glyphOf(day: StripDay, context: StripContext, t: ReturnType<typeof useMessages>['t']): string | number {
  if (day.kind === 'receipt') return t(context.restarted ? 'strip.glyph.restart' : 'strip.glyph.receipt')
  if (day.kind === 'holiday') return t('strip.glyph.holiday')
  return 'ordinal' in day ? (day.ordinal ?? '') : ''
}

/** The word under a day, in the first lane; the due date outranks today. */
function DayFlag({ day, column, context, today, metOn }: DayProps) {
  const { t } = useMessages()
  const flag = flagOf(day, { today, metOn })
  if (!flag) return null
  const isPerhaps = flag === 'due' && context.due.certainty === 'provisional'
  return (
    <span className={`strip-flag flag-${flag}`} style={{ gridColumnStart: column, gridRow: 1 }}>
      <b>{t(isPerhaps ? 'strip.flag.duePerhaps' : `strip.flag.${flag}`)}</b>
    </span>
  )
}

function flagOf(day: StripDay, days: { today: CivilDate; metOn: CivilDate | undefined }): StripFlag | undefined {
  if (day.on === days.metOn) return 'met'
  if ('isDue' in day && day.isDue) return 'due'
  if (day.on === days.today && !days.metOn) return 'today'
  return day.kind === 'makeUp' ? 'makeUp' : undefined
}

type StripFlag = 'met' | 'due' | 'today' | 'makeUp'

function BracketLine({ piece }: { readonly piece: BracketPiece }) {
  const translator = useMessages()
  const { bracket, from, to, cutBefore, cutAfter, hasWords } = piece
  const looks = `strip-bracket bracket-${bracket.says.kind}${cutBefore ? ' cut-before' : ''}${cutAfter ? ' cut-after' : ''}`
  return (
    <span
      className={looks}
      style={{ gridColumn: `${columnOf(from)} / ${columnOf(to) + 1}`, gridRow: bracket.lane + 1 }}
    >
      <span>{hasWords ? sayBracket(bracket.says, translator) : translator.t('strip.continued')}</span>
    </span>
  )
}
