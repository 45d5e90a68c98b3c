import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { err, ok, type Result } from '#shared/kernel/result'
import { migrate } from './migrations/migrations'
import type { StoreProblem } from './store-problem'
import type { Tables } from './tables'

/** One pool of connections; whoever opened it closes it (`destroy`). */
export type Database = Kysely<Tables>
export type Rows = Transaction<Tables>

const oldestVersion = 150_000 // PostgreSQL 15

/** Opens the database behind this URL, refuses one that could lose or mix up rows, and brings its tables up to date. */
export async function openDatabase(url: string, connections = 10): Promise<Result<Database, StoreProblem>> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: poolOf(url, connections) }) })
  const judged = await judgedOf(db)
  const opened = judged ? err(judged) : await migrate(db)
  if (opened.ok) return ok(db)
  await db.destroy()
  return opened
}

/** Everything inside sees and writes one office. It is all done, or none of it. */
export function inOffice<T>(db: Database, officeId: number, work: (rows: Rows) => Promise<T>): Promise<T> {
  if (!Number.isSafeInteger(officeId)) throw new TypeError('no number of an office') // it stands in the statement itself
  return within(db, `begin; set local app.office_id = '${officeId}'`, work)
}

/** Reads what is summed up of every office: heads, projections, contacts. Acts and blobs are not to be seen from here. */
export function inOverview<T>(db: Database, work: (rows: Rows) => Promise<T>): Promise<T> {
  return within(db, "begin read only; set local app.overview = 'on'", work)
}

/** A transaction that is begun and given its wall in one message: with many small transactions every message counts. */
function within<T>(db: Database, begin: string, work: (rows: Rows) => Promise<T>): Promise<T> {
  return db.connection().execute(async connection => {
    await sql.raw(begin).execute(connection)
    try {
      const done = await work(connection as unknown as Rows) // begun above: within `work` it is a transaction
      await commit(connection)
      return done
    } catch (cause) {
      // Whoever gets this connection next must not find half a transaction in it: then rather none.
      await sql
        .raw('rollback')
        .execute(connection)
        .catch(() => endSession(connection))
      throw cause
    }
  })
}

/** PostgreSQL answers COMMIT by ROLLBACK, and no error, where a statement failed that somebody let pass. */
async function commit(connection: Database): Promise<void> {
  const { rows } = await sql.raw<{ command: string }>('commit').execute(connection)
  if (rows[0]?.command !== 'COMMIT') throw new Error('not committed')
}

const endSession = (connection: Database): Promise<unknown> =>
  sql
    .raw('select pg_terminate_backend(pg_backend_pid())')
    .execute(connection)
    .catch(() => undefined)

interface Standing {
  readonly role: string
  readonly passes_wall: boolean
  readonly version: string
  readonly encoding: string
  readonly fsync: string
  readonly full_page_writes: string
  readonly synchronous_commit: string
}

async function judgedOf(db: Database): Promise<StoreProblem | null> {
  try {
    const { rows } = await sql<Standing>`
      select rolname as role, rolsuper or rolbypassrls as passes_wall, current_setting('server_version_num') as version,
        current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
        current_setting('full_page_writes') as full_page_writes,
        current_setting('synchronous_commit') as synchronous_commit
      from pg_roles where rolname = current_user`.execute(db)
    return problemOf(rows[0]!)
  } catch (cause) {
    return { kind: 'databaseAway', detail: (cause as NodeJS.ErrnoException).code ?? 'connection' }
  }
}

function problemOf(found: Standing): StoreProblem | null {
  if (found.passes_wall) return { kind: 'roleBypassesWall', role: found.role }
  if (Number(found.version) < oldestVersion)
    return { kind: 'databaseTooOld', version: found.version, atLeast: String(oldestVersion) }
  if (found.encoding !== 'UTF8') return { kind: 'databaseNotUtf8', encoding: found.encoding }
  const loose = (['fsync', 'full_page_writes', 'synchronous_commit'] as const).find(name => found[name] === 'off')
  return loose ? { kind: 'databaseNotDurable', setting: loose } : null
}

function poolOf(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    Client: ClientOfText,
    ...{ connectionString, max, types: plainTypes, application_name: 'records-desk-headquarters' },
    ...{ connectionTimeoutMillis: 10_000, idleTimeoutMillis: 60_000 },
    ...{ statement_timeout: 60_000, lock_timeout: 20_000, idle_in_transaction_session_timeout: 60_000 },
  })
  pool.on('error', () => undefined) // an idle connection was cut: the next one that is asked for says so
  // One that is cut between two statements of a transaction tells nobody else; the next statement fails.
  pool.on('connect', client => client.on('error', () => undefined))
  return pool
}

/**
 * A text of PostgreSQL holds no U+0000 (SQLSTATE 22021), and an act that says one can be signed: left so, its chain could never be
 * taken. In columns U+FFFD stands for it, as for half a character; the act itself is stored as JSON, which escapes both.
 */
class ClientOfText extends pg.Client {
  override query(...asked: readonly unknown[]): never {
    const [statement, values, ...rest] = asked
    return (super.query as (...all: readonly unknown[]) => never)(statement, asHeld(values), ...rest)
  }
}

function asHeld(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asHeld)
  return typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value
}

const { DATE, INT8 } = pg.types.builtins
/** Days stay text (a statutory day has no hour); counts and serials are numbers, far below 2^53. */
const plainTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') => {
    if (oid === DATE) return (text: string) => text
    if (oid === INT8) return Number
    return pg.types.getTypeParser(oid, format)
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/** Whether a connection is to be had and answers. */
export async function isReachable(db: Database): Promise<boolean> {
  try {
    await sql`select 1`.execute(db)
    return true
  } catch {
    return false
  }
}
