import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { TestCluster } from '../../support/headquarters/test-cluster'

/** Faults that the checks must find: `forgetfulDesk` loses the last acts that it wrote, `hastyServer` signs before it is stored. */
export type Plant = 'forgetfulDesk' | 'hastyServer'

/** The end of what stands in the journal is gone, as where a program acknowledges what it has not written yet. */
export function forgetLastActs(folder: string): void {
  const chains = path.join(folder, 'journal')
  const own = path.join(chains, fs.readdirSync(chains)[0]!)
  const last = path.join(own, fs.readdirSync(own).sort().at(-1)!)
  const bytes = fs.readFileSync(last)
  const end = bytes.findLastIndex(byte => byte !== 0) + 1 // behind it are the zeros that a segment is made of
  fs.writeFileSync(last, bytes.fill(0, end - 3_000, end))
}

/** From now on COMMIT is answered before anything of it is on the disk; `isHasty` false: as it is meant to be. */
export async function makeHasty({ keeperUrl }: TestCluster, isHasty: boolean): Promise<void> {
  const keeper = new pg.Client({ connectionString: keeperUrl })
  await keeper.connect()
  try {
    await keeper.query(
      `alter role headquarters ${isHasty ? 'set synchronous_commit = off' : 'reset synchronous_commit'}`,
    )
    // What is connected keeps what it began with.
    await keeper.query("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'headquarters'")
  } finally {
    await keeper.end()
  }
}
