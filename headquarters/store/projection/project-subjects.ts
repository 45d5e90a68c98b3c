import { sql } from 'kysely'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import { readSubject } from '#shared/ledger/subject'
import type { Rows } from '../database'
import type { StatDayTable } from '../tables'
import { caseRow, type CaseRow, type PoisonAct, type ProjectedCase, type StoredAct } from './case-row'
import { officeClocks } from './office-clocks'

export interface Projecting {
  readonly rows: Rows
  readonly officeId: number
  readonly calendar: WorkingCalendar
}

/**
 * Folds these subjects again and writes what they add up to, in the transaction that wrote their acts. One transaction of
 * an office at a time, so that each sees all acts of the ones before it: the caller holds the office's `health` row, by
 * `lockProjection` or because it has appended. Tells which acts could not be projected.
 */
export async function projectSubjects(to: Projecting, subjects: readonly string[]): Promise<readonly PoisonAct[]> {
  const cases = [...new Set(subjects)].filter(subject => readSubject(subject)?.kind === 'request').sort()
  if (cases.length === 0) return []
  const before = await casesNow(to, cases)
  const acts = await actsOf(to, cases)
  const ground = { calendar: to.calendar, clocks: await officeClocks(to) }
  const folded = cases.map(subject => [subject, caseRow(subject, acts.get(subject) ?? [], ground)] as const)
  const after = folded.flatMap(([, { row }]) => row ?? [])
  await write(to, { subjects: cases, after, moved: movedBy(before, after) })
  await writePoison(to, folded)
  return folded.flatMap(([, { poison }]) => poison)
}

/** Requests whose clock may still run. */
export async function runningSubjects({ rows, officeId }: Omit<Projecting, 'calendar'>): Promise<string[]> {
  const found = await rows
    .selectFrom('case_fact')
    .select('subject')
    .where('office_id', '=', officeId)
    .where('status', 'not in', ['served', 'closed'])
    .execute()
  return found.map(({ subject }) => subject)
}

/** Waits for whoever projects for this office. */
export async function lockProjection({ rows, officeId }: Omit<Projecting, 'calendar'>): Promise<void> {
  await rows.selectFrom('health').select('office_id').where('office_id', '=', officeId).forUpdate().execute()
}

const casesNow = ({ rows, officeId }: Projecting, subjects: string[]): Promise<StatCase[]> =>
  rows
    .selectFrom('case_fact')
    .select(['subject', 'arrived_on', 'applicant_type', 'status', 'decision'])
    .where('office_id', '=', officeId)
    .where('subject', '=', sql<string>`any(${subjects})`)
    .execute()

async function actsOf({ rows, officeId }: Projecting, subjects: string[]): Promise<Map<string, StoredAct[]>> {
  const found = await rows
    .selectFrom('act')
    .select(['subject', 'chain_id', 'seq', 'hash', 'body'])
    .where('office_id', '=', officeId)
    .where('subject', '=', sql<string>`any(${subjects})`)
    .execute()
  const bySubject = new Map<string, StoredAct[]>()
  for (const { subject, chain_id, seq, hash, body } of found) {
    const acts = bySubject.get(subject) ?? []
    acts.push({ chain: chain_id.toString('hex'), seq, hash: hash.toString('hex'), body })
    bySubject.set(subject, acts)
  }
  return bySubject
}

interface Written {
  readonly subjects: string[]
  readonly after: readonly CaseRow[]
  readonly moved: readonly MovedSum[]
}

/** Cases and sums in one statement, whose text is always the same. A sum that comes to nothing has no row. */
async function write({ rows, officeId }: Projecting, { subjects, after, moved }: Written): Promise<void> {
  const made = new Set(after.map(({ subject }) => subject))
  const gone = subjects.filter(subject => !made.has(subject))
  await sql`
    with healed as (delete from poison where office_id = ${officeId} and subject = any(${subjects})),
    gone as (delete from case_fact where office_id = ${officeId} and subject = any(${gone})),
    made as (
      insert into case_fact (office_id, ${sql.raw(caseColumns)})
      select ${officeId}, made.* from unnest(${arraysOf(caseTypes, after)}) as made
      on conflict (office_id, subject) do update set ${sql.raw(caseUpdates)}
    ),
    moved as (select * from unnest(${arraysOf(sumTypes, moved)}) as moved (${sql.raw(sumColumns)})),
    emptied as (
      delete from stat_day using moved
      where stat_day.office_id = ${officeId} and (${sql.raw(sumKey('stat_day'))}) = (${sql.raw(sumKey('moved'))})
        and stat_day.cases + moved.cases = 0
      returning ${sql.raw(sumKey('moved'))}
    )
    insert into stat_day (office_id, ${sql.raw(sumColumns)})
    select ${officeId}, moved.* from moved where (${sql.raw(sumKey('moved'))}) not in (select * from emptied)
    on conflict (office_id, day, applicant_type, status, decision)
      do update set cases = stat_day.cases + excluded.cases`.execute(rows)
}

const caseTypes: Readonly<Record<keyof CaseRow, 'text' | 'date' | 'int'>> = {
  ...{
    subject: 'text',
    request_no: 'text',
    agency_id: 'text',
    channel: 'text',
    applicant_type: 'text',
    status: 'text',
  },
  ...{ arrived_on: 'date', received_on: 'date', due_on: 'date', certainty: 'text', decision: 'text' },
  ...{ issued_on: 'date', served_on: 'date', withdrawn_on: 'date' },
  ...{ conflicts: 'int', not_understood: 'int', acts: 'int', last_hlc: 'text' },
}
const caseNames = Object.keys(caseTypes)
const caseColumns = caseNames.join(', ')
const caseUpdates = caseNames
  .filter(name => name !== 'subject')
  .map(name => `${name} = excluded.${name}`)
  .join(', ')

const sumTypes: Readonly<Record<keyof MovedSum, 'text' | 'date' | 'int'>> = {
  ...{ day: 'date', applicant_type: 'text', status: 'text', decision: 'text', cases: 'int' },
}
const sumColumns = Object.keys(sumTypes).join(', ')
const sumKey = (of: string): string =>
  ['day', 'applicant_type', 'status', 'decision'].map(name => `${of}.${name}`).join(', ')

/** One array for each column. */
const arraysOf = <R extends object>(types: Readonly<Record<keyof R & string, string>>, rows: readonly R[]) =>
  sql.join(
    Object.entries(types).map(([name, type]) => sql`${rows.map(row => row[name as keyof R])}::${sql.raw(`${type}[]`)}`),
  )

async function writePoison(
  { rows, officeId }: Projecting,
  folded: readonly (readonly [string, ProjectedCase])[],
): Promise<void> {
  const row =
    (subject: string) =>
    ({ chain, seq, why }: PoisonAct) => ({
      ...{ office_id: officeId, chain_id: Buffer.from(chain, 'hex'), seq, subject, why },
    })
  const poison = folded.flatMap(([subject, found]) => found.poison.map(row(subject)))
  if (poison.length > 0) await rows.insertInto('poison').values(poison).execute()
}

type StatCase = Pick<CaseRow, 'arrived_on' | 'applicant_type' | 'status' | 'decision'>
type MovedSum = Omit<StatDayTable, 'office_id'>

/** What came less what was: the sums are never counted again from all cases. */
function movedBy(before: readonly StatCase[], after: readonly StatCase[]): readonly MovedSum[] {
  const moved = new Map<string, MovedSum>()
  const move = (by: 1 | -1) => (one: StatCase) => {
    const key = {
      ...{ day: one.arrived_on, applicant_type: one.applicant_type, status: one.status, decision: one.decision ?? '' },
    }
    const name = JSON.stringify(key)
    moved.set(name, { ...key, cases: (moved.get(name)?.cases ?? 0) + by })
  }
  before.forEach(move(-1))
  after.forEach(move(1))
  return [...moved]
    .filter(([, { cases }]) => cases !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => row)
}
