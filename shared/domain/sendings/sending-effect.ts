import { dayStatus, withYear, type DayStatus, type WorkingCalendar } from '../calendar/working-calendar'
import { daysOfYear, type CivilDate } from '../calendar/civil-date'
import type { YearCalendar } from '../calendar/year-calendar'
import type { ClockFact } from '../clocks/due-date'
import type { DueDay } from '../clocks/due-day'
import { replyDueDay } from '../clocks/reply-clock'
import { lawPackOn, type ClauseId, type LawPack, type RemedyTerms } from '../decisions/law-pack'
import type { ReplyTypeId } from '../decisions/reply-types'

/** An open request, as far as its clock needs it. */
export interface RunningClock {
  readonly requestId: string
  readonly requestNo: string
  readonly clockFacts: readonly ClockFact[]
}

/** A request whose due day is another one under the new calendar, or certain where it was provisional. */
export interface MovedRequest {
  readonly requestId: string
  readonly requestNo: string
  readonly from: DueDay
  readonly to: DueDay
}

export interface ChangedDay {
  readonly on: CivilDate
  readonly from: DayStatus
  readonly to: DayStatus
}

export interface CalendarEffect {
  readonly year: number
  /** The program or an earlier acceptance had a calendar of the year. */
  readonly replacesOne: boolean
  /** Days that are a holiday, a working day or a weekend otherwise than before. */
  readonly days: readonly ChangedDay[]
  /** Due day moves, earliest new day first. */
  readonly moved: readonly MovedRequest[]
  /** Same day, but final from now on. */
  readonly settled: readonly MovedRequest[]
  /** Requests whose due day stays as it is. */
  readonly unmoved: number
}

/** What accepting a calendar would change, counted by the same functions that count every due day. */
export function calendarEffect(
  { requests, today }: { readonly requests: readonly RunningClock[]; readonly today: CivilDate },
  before: WorkingCalendar,
  year: YearCalendar,
): CalendarEffect {
  const after = withYear(before, year)
  const compared = requests.flatMap(request => comparison(request, today, { before, after }))
  const moved = compared.filter(({ from, to }) => from.dueOn !== to.dueOn)
  const settled = compared.filter(({ from, to }) => from.dueOn === to.dueOn && from.certainty !== to.certainty)
  const days = daysOfYear(year.year).flatMap(on => changedDay(on, before, after))
  return {
    ...{ year: year.year, replacesOne: before.publishedYears.includes(year.year), days, settled },
    moved: moved.sort((one, other) => (one.to.dueOn < other.to.dueOn ? -1 : 1)),
    unmoved: compared.length - moved.length - settled.length,
  }
}

interface Calendars {
  readonly before: WorkingCalendar
  readonly after: WorkingCalendar
}

/** Empty where no clock runs, under either calendar. */
function comparison(
  { requestId, requestNo, clockFacts }: RunningClock,
  today: CivilDate,
  { before, after }: Calendars,
): MovedRequest[] {
  const [from, to] = [replyDueDay(clockFacts, before, today), replyDueDay(clockFacts, after, today)]
  return from.ok && to.ok ? [{ requestId, requestNo, from: from.value, to: to.value }] : []
}

function changedDay(on: CivilDate, before: WorkingCalendar, after: WorkingCalendar): ChangedDay[] {
  const [from, to] = [dayStatus(on, before), dayStatus(on, after)]
  return from.kind === to.kind ? [] : [{ on, from, to }]
}

export interface LawPackEffect {
  readonly from: CivilDate
  readonly to: CivilDate | null
  /** The pack that holds on its first day now; null where none does. */
  readonly before: string | null
  readonly terms: readonly { readonly term: keyof RemedyTerms; readonly from: number | null; readonly to: number }[]
  /** Kinds of reply that get another remedy. */
  readonly remedies: readonly ReplyTypeId[]
  /** Clauses that say something else. */
  readonly clauses: readonly (ClauseId | 'noReply')[]
}

/** What accepting a law pack would change for letters of its first day on. */
export function lawPackEffect(packs: readonly LawPack[], pack: LawPack): LawPackEffect {
  const held = lawPackOn(packs, pack.effectiveFrom)
  const before = held.ok ? held.value : null
  const terms = (Object.keys(pack.terms) as (keyof RemedyTerms)[])
    .map(term => ({ term, from: before?.terms[term] ?? null, to: pack.terms[term] }))
    .filter(({ from, to }) => from !== to)
  const types = Object.keys(pack.remedies) as ReplyTypeId[]
  const names = Object.keys(pack.clauses) as ClauseId[]
  const clauses = names.filter(name => !isSameText(before?.clauses[name], pack.clauses[name]))
  return {
    ...{ from: pack.effectiveFrom, to: pack.effectiveTo, before: before?.id ?? null, terms },
    remedies: types.filter(type => remedyOf(before, type) !== remedyOf(pack, type)),
    clauses: isSameText(before?.noReply, pack.noReply) ? clauses : [...clauses, 'noReply'],
  }
}

/** With what decides about a part that is refused: the articles that ask for reconsideration first. */
const remedyOf = (pack: LawPack | null, type: ReplyTypeId): string | null =>
  pack &&
  (pack.remedies[type] === 'byRefusedPart'
    ? `byRefusedPart ${[...pack.reconsiderationFirstArticles].sort().join(' ')}`
    : pack.remedies[type])

const isSameText = (one: readonly string[] | undefined, other: readonly string[] | undefined): boolean =>
  (one ?? []).join('\n') === (other ?? []).join('\n')
