import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openDatabase, type Database } from '../../../headquarters/store/database'
import { openCluster, type Cluster } from '../../../headquarters/store/embedded/cluster'
import { readSecrets } from '../../../headquarters/store/embedded/secrets'
import { valueOf } from '../workstation/test-workstation'

/** A PostgreSQL for one test file, in a folder of its own; it can be killed and comes back. */
export interface TestCluster {
  readonly folder: string
  readonly db: Database
  readonly url: string
  /** Of the role that made the cluster, in the same database. */
  readonly keeperUrl: string
  /** kill -9, then the same folder and port again. */
  killAndRestart(): Promise<void>
  stop(): Promise<void>
}

export async function startTestCluster(): Promise<TestCluster> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'records-desk-hq-'))
  fs.chmodSync(folder, 0o711) // as root PostgreSQL runs as somebody else, who must get there
  let cluster: Cluster = valueOf(await openCluster({ folder, isMadeInHaste: true }))
  const { url, port } = cluster
  const { keeper } = readSecrets(path.join(folder, 'postgres.secret'))
  const keeperUrl = `postgres://keeper:${keeper}@127.0.0.1:${port}/headquarters`
  const db = valueOf(await openDatabase(url))
  return {
    ...{ folder, db, url, keeperUrl },
    async killAndRestart() {
      process.kill(cluster.pid, 'SIGKILL')
      cluster = valueOf(await openCluster({ folder, port }))
    },
    async stop() {
      await db.destroy()
      await cluster.stop()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}
