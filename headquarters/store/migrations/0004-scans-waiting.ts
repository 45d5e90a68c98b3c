import { sql, type Kysely } from 'kysely'

/**
 * What a machine says of scans that headquarters still lacks, beside the acts. Null where it never said: its program is older
 * than that, and nought would be a promise that nobody gave.
 */
export const scansWaiting = {
  async up(db: Kysely<never>): Promise<void> {
    await sql.raw(columns).execute(db)
  },
}

const columns = 'alter table contact add column scans_waiting int, add column scan_bytes_waiting bigint'
