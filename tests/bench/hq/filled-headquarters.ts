import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { openDatabase, type Database } from '../../../headquarters/store/database'
import { openCluster } from '../../../headquarters/store/embedded/cluster'
import { valueOf } from '../../support/workstation/test-workstation'
import { startChild } from '../child-process'

export interface HeadquartersOrder {
  readonly offices: number
  /** Filled where it is not yet, used as it is otherwise, and kept. A new one, dropped after, where it is left out. */
  readonly profile?: string | undefined
  readonly say: (line: string) => void
}

export interface FilledHeadquarters {
  /** `HQ_FOLDER` of a server over it. */
  readonly folder: string
  readonly db: Database
  /** Of the postmaster. */
  readonly pid: number
  readonly offices: number
  readonly acts: number
  readonly fillSeconds: number
}

interface About {
  readonly offices: number
  readonly acts: number
  readonly fillSeconds: number
}

/** A PostgreSQL of its own with what `offices` offices wrote in a year, for as long as the work takes. */
export async function withHeadquarters<T>(
  order: HeadquartersOrder,
  work: (filled: FilledHeadquarters) => Promise<T>,
): Promise<T> {
  const folder = order.profile ?? fs.mkdtempSync(path.join(os.tmpdir(), 'bench-hq-'))
  fs.mkdirSync(folder, { recursive: true })
  fs.chmodSync(folder, 0o711) // as root PostgreSQL runs as somebody else, who must get there
  const cluster = valueOf(await openCluster({ folder }))
  const db = valueOf(await openDatabase(cluster.url, 4))
  try {
    const about = await filled(folder, { ...order, url: cluster.url, db })
    return await work({ folder, db, pid: cluster.pid, ...about })
  } finally {
    await db.destroy()
    await cluster.stop()
    if (!order.profile) fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** Written last: a folder without it was never finished. */
const note = 'bench-headquarters.json'

async function filled(
  folder: string,
  { offices, say, url, db }: HeadquartersOrder & { readonly url: string; readonly db: Database },
): Promise<About> {
  const file = path.join(folder, note)
  if (fs.existsSync(file)) {
    const about = JSON.parse(fs.readFileSync(file, 'utf8')) as About
    say(`headquarters in ${folder}: ${about.offices} offices, ${about.acts} acts`)
    return about
  }
  const started = performance.now()
  const workers = Math.max(1, Math.min(2, os.cpus().length))
  const acts = await Promise.all(
    Array.from({ length: workers }, (_, worker) => {
      const share = (of: number): number => Math.round((offices * of) / workers)
      return fillShare({ url, from: share(worker), to: share(worker + 1) }, worker === 0 ? say : () => undefined)
    }),
  )
  await sql`vacuum analyze`.execute(db) // as autovacuum has done in a year
  const about = { offices, acts: acts.reduce((sum, one) => sum + one, 0), fillSeconds: since(started) }
  fs.writeFileSync(file, JSON.stringify(about))
  return about
}

async function fillShare(
  share: { url: string; from: number; to: number },
  say: (line: string) => void,
): Promise<number> {
  const worker = startChild(path.join(import.meta.dirname, 'fill-worker.ts'), [JSON.stringify(share)])
  let told = performance.now()
  for (;;) {
    const [, state, acts] = await worker.line(/^(acts|filled) (\d+)$/)
    if (state === 'filled') return Number(acts)
    if (since(told) < 30) continue
    told = performance.now()
    say(`  ${acts} acts written by one of the writers`)
  }
}

const since = (started: number): number => (performance.now() - started) / 1_000
