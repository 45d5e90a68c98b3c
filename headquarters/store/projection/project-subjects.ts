import { sql } from 'kysely'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import { readSubject } from '#shared/ledger/subject'
import type { Rows } from '../database'
import type { StatDayTable } from '../tables'
import { caseRow, type CaseRow, type PoisonAct, type ProjectedCase, type StoredAct } from './case-row'

export interface Projecting {
  readonly rows: Rows
  readonly officeId: number
  readonly calendar: WorkingCalendar
}

/**
 * Folds these subjects again and writes what they add up to, in the transaction that wrote their acts. One transaction of
 * an office at a time, so that each sees all acts of the ones before it. Tells which acts could not be projected.
 */
export async function projectSubjects(to: Projecting, subjects: readonly string[]): Promise<readonly PoisonAct[]> {
  const cases = [...new Set(subjects)].filter(subject => readSubject(subject)?.kind === 'request').sort()
  await lockProjection(to)
  if (cases.length === 0) return []
  const before = await casesNow(to, cases)
  const acts = await actsOf(to, cases)
  const folded = cases.map(subject => [subject, caseRow(subject, acts.get(subject) ?? [], to.calendar)] as const)
  const after = folded.flatMap(([, { row }]) => row ?? [])
  await writeCases(to, cases, after)
  await writePoison(to, cases, folded)
  await moveStatistics(to, before, after)
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

async function writeCases({ rows, officeId }: Projecting, subjects: string[], after: CaseRow[]): Promise<void> {
  const made = new Set(after.map(({ subject }) => subject))
  const gone = subjects.filter(subject => !made.has(subject))
  if (gone.length > 0)
    await rows
      .deleteFrom('case_fact')
      .where('office_id', '=', officeId)
      .where('subject', '=', sql<string>`any(${gone})`)
      .execute()
  if (after.length === 0) return
  const columns = Object.keys(after[0]!).filter(name => name !== 'subject') as (keyof CaseRow)[]
  await rows
    .insertInto('case_fact')
    .values(after.map(row => ({ office_id: officeId, ...row })))
    .onConflict(conflict =>
      conflict
        .columns(['office_id', 'subject'])
        .doUpdateSet(({ ref }) => Object.fromEntries(columns.map(name => [name, ref(`excluded.${name}`)]))),
    )
    .execute()
}

async function writePoison(
  { rows, officeId }: Projecting,
  subjects: string[],
  folded: readonly (readonly [string, ProjectedCase])[],
): Promise<void> {
  await rows
    .deleteFrom('poison')
    .where('office_id', '=', officeId)
    .where('subject', '=', sql<string>`any(${subjects})`)
    .execute()
  const row =
    (subject: string) =>
    ({ chain, seq, why }: PoisonAct) => ({
      ...{ office_id: officeId, chain_id: Buffer.from(chain, 'hex'), seq, subject, why },
    })
  const poison = folded.flatMap(([subject, found]) => found.poison.map(row(subject)))
  if (poison.length > 0) await rows.insertInto('poison').values(poison).execute()
}

type StatCase = Pick<CaseRow, 'arrived_on' | 'applicant_type' | 'status' | 'decision'>
type StatKey = Omit<StatDayTable, 'office_id' | 'cases'>

/** Adds what came and takes away what was: the sums are never counted again from all cases. */
async function moveStatistics(to: Projecting, before: readonly StatCase[], after: readonly StatCase[]): Promise<void> {
  const moved = new Map<string, StatKey & { cases: number }>()
  const move = (by: 1 | -1) => (one: StatCase) => {
    const key: StatKey = {
      ...{ day: one.arrived_on, applicant_type: one.applicant_type, status: one.status, decision: one.decision ?? '' },
    }
    const name = JSON.stringify(key)
    moved.set(name, { ...key, cases: (moved.get(name)?.cases ?? 0) + by })
  }
  before.forEach(move(-1))
  after.forEach(move(1))
  const changed = [...moved].filter(([, { cases }]) => cases !== 0).sort(([a], [b]) => (a < b ? -1 : 1))
  if (changed.length === 0) return
  const { rows, officeId } = to
  await rows
    .insertInto('stat_day')
    .values(changed.map(([, row]) => ({ office_id: officeId, ...row })))
    .onConflict(conflict =>
      conflict
        .columns(['office_id', 'day', 'applicant_type', 'status', 'decision'])
        .doUpdateSet({ cases: sql`stat_day.cases + excluded.cases` }),
    )
    .execute()
  const fewer = changed.filter(([, { cases }]) => cases < 0).map(([, { day }]) => day)
  if (fewer.length === 0) return
  await rows
    .deleteFrom('stat_day')
    .where('office_id', '=', officeId)
    .where('day', '=', sql<string>`any(${fewer}::date[])`)
    .where('cases', '=', 0)
    .execute()
}
