import { sql, type Selectable } from 'kysely'
import { inOffice, inOverview, type Database, type Rows } from './database'
import type { Office } from './offices'
import type { ChainTable, MachineRole } from './tables'

/** A chain and what its machine may ask. */
export interface Machine {
  readonly officeId: number
  readonly chain: string
  readonly publicKey: string
  readonly cameBy: ChainTable['came_by']
  readonly role: MachineRole
  readonly machine: string | null
  readonly isClosed: boolean
}

export interface FoundMachine extends Machine {
  readonly office: Office
}

/** In every office where a chain of this id was heard of: one, unless somebody lies. */
export function machinesOf(db: Database, chain: string): Promise<FoundMachine[]> {
  return inOverview(db, async rows => {
    const found = await rows
      .selectFrom('chain')
      .innerJoin('office', 'office.office_id', 'chain.office_id')
      .selectAll('chain')
      .select(['office.name', 'office.ledger_office'])
      .where('chain_id', '=', Buffer.from(chain, 'hex'))
      .execute()
    return found.map(row => ({
      ...machineOf(row),
      office: { officeId: row.office_id, name: row.name, ledger: row.ledger_office },
    }))
  })
}

export const machinesOfOffice = (db: Database, officeId: number): Promise<Machine[]> =>
  inOffice(db, officeId, rows => machinesIn(rows, officeId))

export async function machinesIn(rows: Rows, officeId: number): Promise<Machine[]> {
  const found = await rows
    .selectFrom('chain')
    .selectAll()
    .where('office_id', '=', officeId)
    .orderBy('known_since')
    .orderBy('chain_id')
    .execute()
  return found.map(machineOf)
}

const machineOf = (row: Selectable<ChainTable>): Machine => ({
  ...{ officeId: row.office_id, chain: row.chain_id.toString('hex'), publicKey: row.public_key },
  ...{ cameBy: row.came_by, role: row.role, machine: row.machine, isClosed: row.closed_at !== null },
})

export interface NewMachine {
  readonly officeId: number
  readonly chain: string
  readonly publicKey: string
  readonly cameBy: ChainTable['came_by']
  readonly role: MachineRole
  readonly machine: string | null
  readonly at: Date
}

/** False where the office knows a chain of this id already under another key. A chain that an act named may enrol after it. */
export async function keepMachine(rows: Rows, one: NewMachine): Promise<boolean> {
  const row = {
    ...{ office_id: one.officeId, chain_id: Buffer.from(one.chain, 'hex'), public_key: one.publicKey },
    ...{ came_by: one.cameBy, role: one.role, machine: one.machine, known_since: one.at },
  }
  const { role, machine } = one
  const { numInsertedOrUpdatedRows } = await rows
    .insertInto('chain')
    .values(row)
    .onConflict(conflict =>
      conflict
        .columns(['office_id', 'chain_id'])
        .doUpdateSet({ role, machine, closed_at: null })
        .where('chain.public_key', '=', one.publicKey)
        .where('chain.came_by', '=', 'act'),
    )
    .executeTakeFirst()
  return Boolean(numInsertedOrUpdatedRows)
}

/** From now on the machine's requests are refused. */
export async function closeMachine(rows: Rows, place: { officeId: number; chain: string; at: Date }): Promise<boolean> {
  const { numUpdatedRows } = await rows
    .updateTable('chain')
    .set({ closed_at: place.at })
    .where('office_id', '=', place.officeId)
    .where('chain_id', '=', Buffer.from(place.chain, 'hex'))
    .where('came_by', '!=', 'own')
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return Boolean(numUpdatedRows)
}

export interface HeardOf {
  readonly officeId: number
  readonly chain: string
  readonly at: Date
  readonly program: string
  readonly backlog: number
  /** Null where it did not say: what it said before holds no longer. */
  readonly scans: { readonly files: number; readonly bytes: number } | null
  readonly clockOffsetMs: number
}

/** What a machine last said of itself. */
export function keepContact(db: Database, { officeId, chain, at, ...said }: HeardOf): Promise<void> {
  const { program, backlog, scans, clockOffsetMs } = said
  const told = {
    ...{ last_at: at, program, backlog, clock_offset_ms: clockOffsetMs },
    ...{ scans_waiting: scans?.files ?? null, scan_bytes_waiting: scans?.bytes ?? null },
  }
  return inOffice(db, officeId, async rows => {
    await rows
      .insertInto('contact')
      .values({ office_id: officeId, chain_id: Buffer.from(chain, 'hex'), ...told })
      .onConflict(conflict => conflict.columns(['office_id', 'chain_id']).doUpdateSet(told))
      .execute()
  })
}

/** A machine that exchanges was heard of, though it says nothing of itself. */
export function keepSight(db: Database, { officeId, chain, at }: Pick<HeardOf, 'officeId' | 'chain' | 'at'>) {
  const place = { office_id: officeId, chain_id: Buffer.from(chain, 'hex') }
  return inOffice(db, officeId, async rows => {
    await rows
      .insertInto('contact')
      .values({
        ...{ ...place, last_at: at, program: '', backlog: 0, clock_offset_ms: 0 },
        ...{ scans_waiting: null, scan_bytes_waiting: null },
      })
      .onConflict(conflict =>
        conflict.columns(['office_id', 'chain_id']).doUpdateSet({ last_at: sql`excluded.last_at` }),
      )
      .execute()
  })
}
