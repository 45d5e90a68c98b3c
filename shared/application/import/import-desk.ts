import type { ImportBatch, ImportSummary, RegisterSheet, ReportLine } from '../../contracts/import-channels'
import type { Problem } from '../../contracts/problems'
import type { Office } from '../../domain/agencies/office'
import type { CarriedOver } from '../../domain/agencies/office-facts'
import type { CivilDate } from '../../domain/calendar/civil-date'
import type { WorkingCalendar } from '../../domain/calendar/working-calendar'
import { maskApplicantName } from '../../domain/identity/masking'
import type { PersonId } from '../../domain/requests/request-facts'
import { queryCodeFrom } from '../../domain/requests/query-code'
import { ok, type Result } from '../../kernel/result'
import type { RequestRecord } from '../ports'
import type { CheckedRow, RegisterContext } from './check-register'
import type { RowContext } from './read-case'

export type { ImportBatch, ImportSummary, RegisterSheet, ReportLine }

export interface RegisterFile {
  readonly fileName: string
  readonly sheets: readonly RegisterSheet[]
}

export interface WrittenSoFar {
  readonly written: number
  readonly cases: number
  readonly next: number | null
  readonly refused: readonly { readonly line: number; readonly problem: Problem }[]
}

/** What becomes of each row of the file. Every row has as many cells as there are columns. */
export interface RowReport {
  /** Of the sheet. */
  readonly title: string
  readonly columns: readonly { readonly title: string; readonly width: number }[]
  readonly rows: readonly (readonly string[])[]
}

/** Main's side of an import. */
export interface Imports {
  /** Asks for a file and reads it. */
  read(): Promise<Result<RegisterFile | 'cancelled', Problem>>
  /** As a workbook or csv, by the ending of the name; every cell is text. */
  saveReport(fileName: string, report: RowReport): Promise<Result<'saved' | 'cancelled', Problem>>
  prepare(batch: ImportBatch): Promise<Result<ImportSummary, Problem>>
  list(): Promise<Result<readonly ImportSummary[], Problem>>
  open(batchId: string): Promise<Result<{ batch: ImportBatch; summary: ImportSummary }, Problem>>
  discard(batchId: string): Promise<Result<void, Problem>>
  sign(batchId: string, digest: string): Promise<Result<void, Problem>>
  /** The next few cases from the `from`-th on; the view shows them when it resolves. */
  write(batchId: string, from: number): Promise<Result<WrittenSoFar, Problem>>
}

export interface Preparing {
  readonly batchId: string
  readonly fileName: string
  readonly preparedBy: PersonId
  readonly randomBytes: (count: number) => Uint8Array
  readonly carriedOver: CarriedOver | null
}

/** What is sealed for the second person: every case that is taken, and what became of every row. */
export function batchOf(rows: readonly CheckedRow[], preparing: Preparing): ImportBatch {
  const { batchId, fileName, preparedBy, randomBytes, carriedOver } = preparing
  const cases = rows.flatMap(({ line, found }) =>
    found
      ? [
          {
            open: { batchId, line, ...found.open, preparedBy },
            personal: { ...found.personal, queryCode: queryCodeFrom(randomBytes(16)) },
          },
        ]
      : [],
  )
  const batch = {
    ...{ batchId, fileName, cases },
    carriedOver: carriedOver ? [carriedOver] : [],
    report: rows.map(reportLine),
  }
  return JSON.parse(JSON.stringify(batch)) as ImportBatch // brands are the domain's; the bridge carries plain text
}

const reportLine = ({ line, requestNo, applicant, applicantType, outcome, findings }: CheckedRow): ReportLine => ({
  ...{ line, outcome },
  requestNo: requestNo.slice(0, 200),
  applicant: maskApplicantName(applicant.slice(0, 200), applicantType),
  findings: findings.map(finding => ({ ...finding })),
})

interface Surroundings {
  readonly today: CivilDate
  readonly calendar: WorkingCalendar
  readonly office: Office
  readonly records: readonly RequestRecord[]
}

export type RowChoices = Pick<RowContext, 'defaultAgencyId' | 'otherChannel' | 'pauseFromIs'>

/** What the rows are held against: agencies of the office, and every number that is in the books. */
export function registerContext(
  { today, calendar, office, records }: Surroundings,
  choices: RowChoices,
): RegisterContext {
  const numbersTaken = new Set(records.map(({ request }) => `${request.agencyId}/${request.requestNo}`))
  return { today, calendar, agencies: office.agencies, numbersTaken, ...choices }
}

/**
 * Writes what is left of a signed batch, telling after every few cases how far it has come. Stops at the first problem
 * that is not a single case's own; what was written stays, and the next call goes on behind it.
 */
export async function writeBatch(
  imports: Pick<Imports, 'write'>,
  batchId: string,
  onProgress: (soFar: WrittenSoFar) => void,
): Promise<Result<WrittenSoFar, Problem>> {
  const refused: { readonly line: number; readonly problem: Problem }[] = []
  for (let from = 0; ;) {
    const done = await imports.write(batchId, from)
    if (!done.ok) return done
    refused.push(...done.value.refused)
    const soFar = { ...done.value, refused }
    onProgress(soFar)
    if (soFar.next === null) return ok(soFar)
    from = soFar.next
  }
}
