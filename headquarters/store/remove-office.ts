import { inOffice, type Database, type Rows } from './database'

export type Removed = 'removed' | 'unknown' | 'inUse'

/**
 * Takes away an office that never enrolled a machine and holds nothing, with the codes that nobody used. Of any other the
 * ledger stands here, and machines believe that it does.
 */
export async function removeOffice(db: Database, officeId: number): Promise<Removed> {
  return inOffice(db, officeId, async rows => {
    // Enrolment takes its code before it binds the office: in the same order neither waits for the other.
    await rows.selectFrom('enrolment_code').select('code_no').where('office_id', '=', officeId).forUpdate().execute()
    const office = await rows
      .selectFrom('office')
      .select('ledger_office')
      .where('office_id', '=', officeId)
      .forUpdate()
      .executeTakeFirst()
    if (!office) return 'unknown'
    if (office.ledger_office !== null || (await holdsAnything(rows, officeId))) return 'inUse'
    for (const table of ['enrolment_code', 'health', 'office'] as const)
      await rows.deleteFrom(table).where('office_id', '=', officeId).execute()
    return 'removed'
  })
}

const holding = ['chain', 'head', 'act', 'quarantine', 'blob', 'sending', 'case_fact', 'stat_day', 'poison'] as const

async function holdsAnything(rows: Rows, officeId: number): Promise<boolean> {
  for (const table of holding) {
    const found = await rows.selectFrom(table).select('office_id').where('office_id', '=', officeId).limit(1).execute()
    if (found.length > 0) return true
  }
  return false
}
