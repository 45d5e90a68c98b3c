import pg from 'pg'
import type { Secrets } from './secrets'

/** Whether PostgreSQL answers at this port as the one whose secrets these are. */
export async function answers({ keeper }: Secrets, port: number): Promise<boolean> {
  const client = new pg.Client({ ...keeperAt(keeper, port), connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined) // told by connect or the query already
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined) // never came to stand, or is gone
  }
}

/** The database and the role that works in it: its owner, no superuser, behind the wall between the offices. */
export async function prepareDatabase({ keeper, headquarters }: Secrets, port: number): Promise<void> {
  const client = new pg.Client(keeperAt(keeper, port))
  await client.connect()
  try {
    const { rowCount: roles } = await client.query("select 1 from pg_roles where rolname = 'headquarters'")
    const make = roles ? 'alter' : 'create'
    // A password drawn by us in hex: it holds nothing that would have to be quoted.
    await client.query(
      `${make} role headquarters login nosuperuser nobypassrls nocreaterole nocreatedb password '${headquarters}'`,
    )
    const { rowCount: databases } = await client.query("select 1 from pg_database where datname = 'headquarters'")
    if (!databases) await client.query('create database headquarters owner headquarters')
  } finally {
    await client.end()
  }
}

const keeperAt = (password: string, port: number) => ({
  ...{ host: '127.0.0.1', port, user: 'keeper', password, database: 'postgres' },
})
