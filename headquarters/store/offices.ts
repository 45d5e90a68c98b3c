import { sql } from 'kysely'
import { inOffice, inOverview, type Database, type Rows } from './database'
import { scansOf, type ScanColumns, type ScansWaiting } from './machine-rows'

export interface Office {
  readonly officeId: number
  readonly name: string
  /** Id of its ledger; null until the first machine was enrolled. */
  readonly ledger: string | null
}

const most = 999

/**
 * A new office of a place. Its number is the place code and three digits, the next that is free: no counter that several
 * databases would have to share.
 */
export async function addOffice(
  db: Database,
  { placeCode, name, at }: { readonly placeCode: string; readonly name: string; readonly at: Date },
): Promise<number> {
  for (let nth = 1; nth <= most; nth++) {
    const officeId = Number(placeCode) * 1_000 + nth
    const added = await inOffice(db, officeId, async rows => {
      const { numInsertedOrUpdatedRows } = await rows
        .insertInto('office')
        .values({ office_id: officeId, name, added_at: at })
        .onConflict(conflict => conflict.doNothing())
        .executeTakeFirst()
      if (!numInsertedOrUpdatedRows) return false
      await rows
        .insertInto('health')
        .values({ office_id: officeId, acts: 0, quarantined: 0, last_ingest_at: null, projection: '' })
        .execute()
      return true
    })
    if (added) return officeId
  }
  throw new Error(`place ${placeCode} has ${most} offices`)
}

export async function officeOfLedger(db: Database, ledger: string): Promise<Office | null> {
  const row = await db.selectFrom('office').selectAll().where('ledger_office', '=', ledger).executeTakeFirst()
  return row ? officeOf(row) : null
}

/** False where the office has another ledger already. */
export async function bindLedger(rows: Rows, officeId: number, ledger: string): Promise<boolean> {
  const { numUpdatedRows } = await rows
    .updateTable('office')
    .set({ ledger_office: ledger })
    .where('office_id', '=', officeId)
    .where(can => can.or([can('ledger_office', 'is', null), can('ledger_office', '=', ledger)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False where there is none of that number. */
export function renameOffice(
  db: Database,
  { officeId, name }: { readonly officeId: number; readonly name: string },
): Promise<boolean> {
  return inOffice(db, officeId, async rows => {
    const { numUpdatedRows } = await rows
      .updateTable('office')
      .set({ name })
      .where('office_id', '=', officeId)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  })
}

export async function findOffice(rows: Rows | Database, officeId: number): Promise<Office | null> {
  const row = await rows.selectFrom('office').selectAll().where('office_id', '=', officeId).executeTakeFirst()
  return row ? officeOf(row) : null
}

export async function allOffices(db: Database): Promise<readonly Office[]> {
  return (await db.selectFrom('office').selectAll().orderBy('office_id').execute()).map(officeOf)
}

const officeOf = (row: { office_id: number; name: string; ledger_office: string | null }): Office => ({
  ...{ officeId: row.office_id, name: row.name, ledger: row.ledger_office },
})

export interface OfficeStanding {
  readonly officeId: number
  readonly machines: number
  readonly lastContactAt: Date | null
  readonly lastIngestAt: Date | null
  readonly acts: number
  readonly backlog: number
  /** Of the machines that say so; null where none does. */
  readonly scans: ScansWaiting | null
  readonly open: number
  readonly dueSoon: number
  readonly overdue: number
  readonly conflicts: number
  readonly poison: number
  readonly quarantined: number
  readonly programs: readonly string[]
}

/**
 * How every office stands on a day (`YYYY-MM-DD`). `soon`: the last day that still counts as near. Only final dates are
 * called overdue, as at the counter.
 */
export function officeStandings(db: Database, today: string, soon: string): Promise<OfficeStanding[]> {
  return inOverview(db, async rows => {
    const { rows: found } = await sql<Omit<OfficeStanding, 'scans'> & ScanColumns>`
      select o.office_id as "officeId", h.acts, h.quarantined, h.last_ingest_at as "lastIngestAt",
        coalesce(m.machines, 0)::int as machines, m.last_at as "lastContactAt", coalesce(m.backlog, 0)::int as backlog,
        m.files, m.bytes,
        coalesce(m.programs, '{}') as programs, coalesce(c.open, 0)::int as open,
        coalesce(c.due_soon, 0)::int as "dueSoon", coalesce(c.overdue, 0)::int as overdue,
        coalesce(c.conflicts, 0)::int as conflicts, coalesce(p.poison, 0)::int as poison
      from office o join health h using (office_id)
      left join (
        select ch.office_id, count(*) filter (where ch.closed_at is null and ch.came_by <> 'own') as machines, max(k.last_at) as last_at,
          sum(k.backlog) filter (where ch.closed_at is null) as backlog,
          (sum(k.scans_waiting) filter (where ch.closed_at is null))::bigint as files,
          (sum(k.scan_bytes_waiting) filter (where ch.closed_at is null))::bigint as bytes,
          array_agg(distinct k.program) filter (where k.program <> '' and ch.closed_at is null) as programs
        from chain ch left join contact k using (office_id, chain_id) group by ch.office_id) m using (office_id)
      left join (
        select office_id,
          count(*) filter (where status not in ('served', 'closed')) as open,
          count(*) filter (where status not in ('served', 'closed') and due_on <= ${soon}::date
            and not (certainty = 'final' and due_on < ${today}::date)) as due_soon,
          count(*) filter (where status not in ('served', 'closed') and certainty = 'final'
            and due_on < ${today}::date) as overdue,
          sum(conflicts) as conflicts
        from case_fact group by office_id) c using (office_id)
      left join (select office_id, count(*) as poison from poison group by office_id) p using (office_id)
      order by o.office_id`.execute(rows)
    return found.map(({ files, bytes, ...standing }) => ({ ...standing, scans: scansOf({ files, bytes }) }))
  })
}
