import { addDays, type CivilDate } from '../../domain/calendar/civil-date'
import { isWorkingDay, type WorkingCalendar } from '../../domain/calendar/working-calendar'
import { isOverdue } from '../../domain/clocks/clock-progress'
import type { DueDay } from '../../domain/clocks/due-day'
import { replyDueDay } from '../../domain/clocks/reply-clock'
import { clockFactsOf, workingDaysIn } from '../../domain/requests/carried-in'
import type { ApplicantType } from '../../domain/requests/request-facts'
import { registerFields, type ColumnMap, type RegisterField } from './columns'
import { outcomeOf, type Finding, type RowOutcome } from './findings'
import { readCase, type ReadRow, type RowContext } from './read-case'
import { readDays } from './register-words'

export interface RegisterContext extends RowContext {
  readonly calendar: WorkingCalendar
  /** `agencyId/number` of every case that is in the books already. */
  readonly numbersTaken: ReadonlySet<string>
}

/** One row of the preview: what it says, what becomes of it, and both due dates side by side. */
export interface CheckedRow {
  /** Line of the file, counted from 1. */
  readonly line: number
  /** As the file has it, for rows that are refused too. */
  readonly requestNo: string
  readonly applicant: string
  readonly applicantType: ApplicantType
  readonly outcome: RowOutcome
  readonly findings: readonly Finding[]
  readonly found: ReadRow['found']
  /** Counted from what the row says; null where it is refused before it has a clock. */
  readonly due: DueDay | null
  readonly paperDueOn: CivilDate | null
}

export interface RegisterLayout {
  readonly headLine: number
  readonly columns: ColumnMap
}

/** Every row below the head line that is not empty, in the order of the file. */
export function checkRegister(
  rows: readonly (readonly string[])[],
  layout: RegisterLayout,
  context: RegisterContext,
): readonly CheckedRow[] {
  const lineOf = new Map<string, number>()
  const checked: CheckedRow[] = []
  rows.forEach((row, index) => {
    const line = index + 1
    if (line <= layout.headLine || row.every(text => text.trim() === '')) return
    checked.push(checkRow(cellsOf(row, layout.columns), line, { ...context, lineOf }))
  })
  return checked
}

type Cells = (field: RegisterField) => string

const cellsOf =
  (row: readonly string[], columns: ColumnMap): Cells =>
  field => {
    const column = columns[field]
    return column === undefined ? '' : (row[column] ?? '').trim()
  }

type RowsContext = RegisterContext & { readonly lineOf: Map<string, number> }

function checkRow(cell: Cells, line: number, context: RowsContext): CheckedRow {
  const read = readCase(cell, context)
  const due = read.found && dueOf(read.found.open, context)
  const findings = [
    ...read.findings,
    ...numberFindings(read.found, line, context),
    ...clockFindings(cell, read, { due, context }),
  ]
  const outcome = outcomeOf(findings)
  return {
    ...{ line, outcome, findings, due },
    requestNo: cell('requestNo'),
    applicant: cell('applicant'),
    applicantType: read.applicantType,
    found: outcome === 'refused' ? null : read.found,
    paperDueOn: read.found?.open.paperDueOn ?? null,
  }
}

function numberFindings(
  found: ReadRow['found'],
  line: number,
  { lineOf, numbersTaken }: RowsContext,
): readonly Finding[] {
  if (!found) return []
  const key = `${found.open.agencyId}/${found.open.requestNo}`
  const before = lineOf.get(key)
  if (before !== undefined) return [{ kind: 'numberTwice', line: before }]
  lineOf.set(key, line)
  return numbersTaken.has(key) ? [{ kind: 'numberTaken', text: found.open.requestNo }] : []
}

function dueOf(open: NonNullable<ReadRow['found']>['open'], { calendar, today }: RegisterContext): DueDay | null {
  const due = replyDueDay(clockFactsOf(open), calendar, today)
  return due.ok ? due.value : null
}

interface Counted {
  readonly due: DueDay | null
  readonly context: RegisterContext
}

/** The clock against the days that have gone by, and against the due date on paper (art. 33). */
function clockFindings(cell: Cells, { found }: ReadRow, { due, context }: Counted): readonly Finding[] {
  if (!found) return []
  const { calendar, today } = context
  const { receivedOn, pausedWorkingDays = 0, pauses, paperDueOn } = found.open
  const findings: Finding[] = []
  const gone = workingDaysBetween(receivedOn, today, calendar)
  if (pausedWorkingDays > gone) findings.push({ kind: 'pausedTooLong', days: pausedWorkingDays, gone })
  if (pauses) findings.push(...countFindings(workingDaysIn(pauses, calendar), readDays(cell('pausedWorkingDays'))))
  if (due) findings.push(...dueFindings(due, paperDueOn, today))
  return findings
}

const countFindings = (byDates: number, count: number | null): readonly Finding[] =>
  count && byDates !== count ? [{ kind: 'pauseCountDiffers', byDates, count }] : []

function dueFindings(due: DueDay, paper: CivilDate | undefined, today: CivilDate): readonly Finding[] {
  const { dueOn } = due
  return [
    ...(paper && paper !== dueOn ? [{ kind: 'dueDiffers', paper, counted: dueOn } as const] : []),
    ...(isOverdue(due, today) ? [{ kind: 'overdue', dueOn } as const] : []),
  ]
}

function workingDaysBetween(from: CivilDate, to: CivilDate, calendar: WorkingCalendar): number {
  let count = 0
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) if (isWorkingDay(on, calendar)) count++
  return count
}

/** Fields that the file has a column for, in the order of the register. */
export const mappedFields = (columns: ColumnMap): readonly RegisterField[] =>
  registerFields.filter(field => columns[field] !== undefined)

/** Cases of earlier years among those that are taken, by type of applicant: the least that row 3-2 can be. */
export function carriedFromLastYear(rows: readonly CheckedRow[]): Readonly<Record<ApplicantType, number>> {
  const counts: Record<ApplicantType, number> = {
    naturalPerson: 0,
    commercial: 0,
    research: 0,
    publicBenefit: 0,
    legalService: 0,
    otherOrganisation: 0,
  }
  for (const { found } of rows) if (found?.open.isFromLastYear) counts[found.open.applicantType]++
  return counts
}
