import { Migrator, type Kysely, type Migration } from 'kysely'
import { err, ok, type Result } from '#shared/kernel/result'
import type { StoreProblem } from '../store-problem'
import type { Tables } from '../tables'
import { first } from './0001-first'
import { sendings } from './0002-sendings'
import { wallsAskedOnce } from './0003-walls-asked-once'
import { scansWaiting } from './0004-scans-waiting'

/** In this order, each once; a step that has run anywhere is never edited again. */
const steps: Readonly<Record<string, Migration>> = {
  '0001-first': first,
  '0002-sendings': sendings,
  '0003-walls-asked-once': wallsAskedOnce,
  '0004-scans-waiting': scansWaiting,
}

/** Brings the database to what this version works with. Two servers may try at once: one waits for the other. */
export async function migrate(db: Kysely<Tables>): Promise<Result<readonly string[], StoreProblem>> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(steps) } })
  const { error, results = [] } = await migrator.migrateToLatest()
  const failed = results.find(({ status }) => status === 'Error')
  if (error !== undefined || failed) {
    const detail = error instanceof Error ? error.message : 'migration'
    return err({ kind: 'migrationFailed', migration: failed?.migrationName ?? '', detail })
  }
  return ok(results.map(({ migrationName }) => migrationName))
}
