import type { MonthAnswer, YearAnswer } from '#shared/contracts/headquarters-statistics'
import type { StatisticsTexts } from './statistics-texts'

/** One table as it stands on the page, on paper and in the file. */
export interface Figures {
  readonly title: string
  readonly columns: readonly string[]
  /** The first cells are words, counts follow; the last row is the sum. Empty where nothing was counted. */
  readonly rows: readonly (readonly (string | number)[])[]
}

export function yearFigures(t: StatisticsTexts, answer: YearAnswer): readonly Figures[] {
  return [monthsTable(t, answer), decisionsTable(t, answer)]
}

function monthsTable(t: StatisticsTexts, { months }: YearAnswer): Figures {
  const counts = months.map(({ month, cases, open, overdue }) => [month, cases, cases - open, open, overdue])
  const columns = [t.arrivedIn, t.cases, t.finished, t.stillOpen, t.openOverdue]
  return { title: t.byMonth, columns, rows: withSums(t, counts, 1) }
}

/** Table three of the annual report has the same two directions. */
function decisionsTable(t: StatisticsTexts, { kinds }: YearAnswer): Figures {
  const applicants = inOrder(t.applicants, new Set(kinds.map(({ applicantType }) => applicantType)))
  const decisions = inOrder(t.decisions, new Set(kinds.map(({ decision }) => decision)))
  const cell = (decision: string, applicant: string) =>
    sum(kinds.filter(one => one.decision === decision && one.applicantType === applicant).map(({ cases }) => cases))
  const rows = decisions.map(decision => {
    const counts = applicants.map(applicant => cell(decision, applicant))
    return [nameOf(t.decisions, decision, t.undecided), ...counts, sum(counts)]
  })
  const columns = [t.decision, ...applicants.map(one => nameOf(t.applicants, one, t.noneStated)), t.total]
  return { title: t.byDecision, columns, rows: withSums(t, rows, 1) }
}

export function monthFigures(t: StatisticsTexts, { days }: MonthAnswer): readonly Figures[] {
  const rows = days.map(({ day, applicantType, status, decision, cases }) => [
    ...[day, nameOf(t.applicants, applicantType, t.noneStated), nameOf(t.states, status, '')],
    ...[nameOf(t.decisions, decision, t.undecided), cases],
  ])
  const columns = [t.arrivedOn, t.applicant, t.caseStatus, t.decision, t.cases]
  return [{ title: t.byDay, columns, rows: withSums(t, rows, 4) }]
}

type Row = readonly (string | number)[]

function withSums(t: StatisticsTexts, rows: readonly Row[], words: number): readonly Row[] {
  const [first] = rows
  if (!first) return []
  const sums = first.slice(words).map((_, at) => sum(rows.map(row => Number(row[words + at]))))
  return [...rows, [t.total, ...Array.from({ length: words - 1 }, () => ''), ...sums]]
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)

/** What this version knows in its order, then words of newer machines, then what is not said at all. */
function inOrder(known: Readonly<Record<string, string>>, found: ReadonlySet<string>): readonly string[] {
  const others = [...found].filter(one => one !== '' && !Object.hasOwn(known, one)).sort()
  return [...Object.keys(known).filter(one => found.has(one)), ...others, ...(found.has('') ? [''] : [])]
}

const nameOf = (known: Readonly<Record<string, string>>, of: string, none: string): string =>
  of === '' ? none : Object.hasOwn(known, of) ? known[of]! : of
