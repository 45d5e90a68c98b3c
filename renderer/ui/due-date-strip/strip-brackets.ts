import type { PauseReason } from '#shared/domain/clocks/due-date'
import type { StripDay } from './strip-days'

/** Marks a run of columns, both ends included. Lane 0 holds holidays; pauses lie below, overlapping ones each in a lane. */
export interface Bracket {
  readonly from: number
  readonly to: number
  readonly lane: number
  readonly says:
    | { readonly kind: 'holiday'; readonly holiday: string; readonly days: number }
    | { readonly kind: 'pause'; readonly why: PauseReason; readonly workingDays: number }
}

/** What one row shows of a bracket: columns counted from the start of the row. */
export interface BracketPiece {
  readonly bracket: Bracket
  readonly from: number
  readonly to: number
  readonly cutBefore: boolean
  readonly cutAfter: boolean
  /** The longest piece carries the words, the others say 续. */
  readonly hasWords: boolean
}

export function stripBrackets(days: readonly StripDay[]): readonly Bracket[] {
  return [...holidayBrackets(days), ...inLanes(pauseBrackets(days))]
}

export function piecesInRow(bracket: readonly Bracket[], row: number, perRow: number): readonly BracketPiece[] {
  return bracket.flatMap(each => {
    const pieces = cutOverRows(each, perRow)
    const piece = pieces.find(candidate => candidate.row === row)
    if (!piece) return []
    const longest = pieces.reduce((best, next) => (next.to - next.from > best.to - best.from ? next : best))
    const { from, to } = piece
    const cutBefore = row > (pieces[0]?.row ?? row)
    const cutAfter = row < (pieces.at(-1)?.row ?? row)
    return [{ bracket: each, from, to, cutBefore, cutAfter, hasWords: piece === longest }]
  })
}

function cutOverRows({ from, to }: Bracket, perRow: number): { row: number; from: number; to: number }[] {
  const firstRow = Math.floor(from / perRow)
  const lastRow = Math.floor(to / perRow)
  return Array.from({ length: lastRow - firstRow + 1 }, (_, index) => {
    const row = firstRow + index
    const start = row * perRow
    return { row, from: Math.max(from, start) - start, to: Math.min(to, start + perRow - 1) - start }
  })
}

function holidayBrackets(days: readonly StripDay[]): Bracket[] {
  const found: Bracket[] = []
  for (let from = 0; from < days.length; from++) {
    const holiday = holidayOn(days[from])
    if (holiday === undefined) continue
    let to = from
    while (holidayOn(days[to + 1]) === holiday) to++
    found.push({ from, to, lane: 0, says: { kind: 'holiday', holiday, days: to - from + 1 } })
    from = to
  }
  return found
}

/** A pause runs on over weekends and holidays between its paused working days; a counted day ends it. */
function pauseBrackets(days: readonly StripDay[]): Bracket[] {
  const reasons = new Set(days.flatMap(day => ('pausedFor' in day && day.pausedFor) || []))
  return [...reasons].flatMap(why => {
    const found: Bracket[] = []
    let open: { from: number; to: number; workingDays: number } | undefined
    const close = (): void => {
      if (open) found.push(pauseBracket(open, why))
      open = undefined
    }
    days.forEach((day, index) => {
      if (isPausedFor(day, why)) {
        open ??= { from: index, to: index, workingDays: 0 }
        open = { from: open.from, to: index, workingDays: open.workingDays + 1 }
      } else if (day.kind !== 'weekend' && day.kind !== 'holiday') close()
    })
    close()
    return found
  })
}

const pauseBracket = (run: { from: number; to: number; workingDays: number }, why: PauseReason): Bracket => ({
  from: run.from,
  to: run.to,
  lane: 1,
  says: { kind: 'pause', why, workingDays: run.workingDays },
})

/** Each bracket in the first lane below the holidays whose last bracket ended before it. */
function inLanes(brackets: readonly Bracket[]): Bracket[] {
  const ends: number[] = []
  return brackets
    .toSorted((a, b) => a.from - b.from)
    .map(bracket => {
      const free = ends.findIndex(end => end < bracket.from)
      const index = free === -1 ? ends.length : free
      ends[index] = bracket.to
      return { ...bracket, lane: index + 1 }
    })
}

const holidayOn = (day: StripDay | undefined): string | undefined =>
  day?.kind === 'holiday' ? (day.holiday ?? '') : undefined

const isPausedFor = (day: StripDay, why: PauseReason): boolean =>
  day.kind === 'paused' && (day.pausedFor?.includes(why) ?? false)
