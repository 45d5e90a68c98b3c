import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { actsPerRun } from '../../../electron/main/sync/live/live-exchange'
import { nodeCraft } from '../../../electron/main/sync/node-craft'
import { fillOffice } from '../../support/workstation/fill-office'
import { openTestWorkstation, signInFirst, valueOf } from '../../support/workstation/test-workstation'
import { startChild, type BenchChild } from '../child-process'
import { startServer } from '../hq/bench-server'
import { newOffice } from '../hq/enrolled-machine'
import { benchDay } from '../office'
import { processorSecondsOf } from '../process-time'
import type { DeskSent } from './desk-client'
import { writeRecords, type BenchRecord, type Sent } from './records'

/** One program at one batch size. Microseconds of processor time an act. */
export interface SyncRun {
  readonly name: string
  readonly batch: number
  readonly actsASecond: number
  /** Of the server with its database. */
  readonly serverCpu: number
  readonly clientCpu: number
}

export interface SyncFigures {
  readonly acts: number
  readonly bytesAnAct: number
  readonly runs: readonly SyncRun[]
  readonly missing: readonly { readonly name: string; readonly why: string }[]
  /** Sent and fetched in batches of the size that the program has. */
  readonly away: { readonly acts: number; readonly sentSeconds: number; readonly fetchedSeconds: number }
}

/** Beside the peers. */
export const batches = [1_000, 100] as const
const actsAway = 5_000

interface Bench {
  readonly folder: string
  /** The same records for everybody. */
  readonly records: string
  /** Of the desk that holds them. */
  readonly desk: string
}

/** The same acts through each program with one client, whose server is a process of its own. Every run begins with an empty store. */
export async function benchSync(acts: number, say: (line: string) => void): Promise<SyncFigures> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-sync-'))
  fs.chmodSync(folder, 0o711)
  try {
    say(`a desk with ${acts} acts in its journal`)
    const { bench, held, bytes } = await prepare(folder, acts)
    const runs: SyncRun[] = []
    const missing: SyncFigures['missing'][number][] = []
    say(`batch ${actsPerRun}, as the program sends: Records Desk`)
    const asShipped = await desk(bench, { batch: actsPerRun, away: actsAway })
    runs.push(asShipped.run)
    for (const batch of batches) {
      say(`batch ${batch}: Records Desk`)
      runs.push((await desk(bench, { batch, away: 0 })).run)
      for (const [name, peer] of Object.entries(peers)) {
        say(`batch ${batch}: ${name}`)
        try {
          runs.push(await peer(bench, batch))
        } catch (cause) {
          missing.push({ name: `${name}, batch ${batch}`, why: (cause as Error).message.slice(0, 2_000) })
        }
      }
    }
    const { sent, fetched } = asShipped.away!
    return {
      ...{ acts: held, bytesAnAct: bytes / held, runs, missing },
      away: { acts: sent.records, sentSeconds: sent.seconds, fetchedSeconds: fetched.seconds },
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

async function prepare(folder: string, acts: number) {
  const bench: Bench = { folder, records: path.join(folder, 'records.ndjson'), desk: path.join(folder, 'desk') }
  await fillOffice(bench.desk, acts, benchDay)
  const desk = openTestWorkstation({ folder: path.join(bench.desk, 'office') })
  valueOf(await signInFirst(desk))
  const { ownChain: chain, read } = desk.exchangeWith(nodeCraft)!
  const records: BenchRecord[] = []
  for (let next = read(chain, 0, 500); next.length > 0; next = read(chain, records.length, 500))
    for (const act of next) records.push({ id: `${chain}:${String(records.length + 1).padStart(10, '0')}`, ...act })
  desk.lock()
  writeRecords(bench.records, records)
  const bytes = records.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0)
  return { bench, held: records.length, bytes }
}

/** Its own folder, so that whoever runs as another user gets there. */
function emptyFolder({ folder }: Bench): string {
  const made = fs.mkdtempSync(path.join(folder, 'server-'))
  fs.chmodSync(made, 0o711)
  return made
}

interface DeskOrder {
  readonly batch: number
  /** Acts of 30 days; 0: not asked for. */
  readonly away: number
}

async function desk(bench: Bench, { batch, away }: DeskOrder): Promise<{ run: SyncRun; away: DeskSent['away'] }> {
  const server = await startServer(emptyFolder(bench))
  const copy = fs.mkdtempSync(path.join(bench.folder, 'client-'))
  fs.cpSync(bench.desk, copy, { recursive: true })
  try {
    const code = await newOffice(server)
    const asked = { folder: copy, url: server.url, code, actsPerRun: batch, away }
    const cpu = watchProcessor(server.process)
    const sent = (await clientOf('desk-client.ts', asked, cpu.begin, cpu.end)) as DeskSent
    return { run: runOf('Records Desk', batch, sent, cpu.seconds()), away: sent.away }
  } finally {
    await server.process.stop()
  }
}

const peers: Readonly<Record<string, (bench: Bench, batch: number) => Promise<SyncRun>>> = {
  'PouchDB → express-pouchdb': (bench, batch) =>
    beside('PouchDB → express-pouchdb', { bench, batch, server: 'pouch-server.ts', client: 'pouch-client.ts' }),
  'RxDB → Fastify, PostgreSQL': (bench, batch) =>
    beside('RxDB → Fastify, PostgreSQL', { bench, batch, server: 'rxdb-server.ts', client: 'rxdb-client.ts' }),
}

interface PeerOrder {
  readonly bench: Bench
  readonly batch: number
  readonly server: string
  readonly client: string
}

async function beside(name: string, { bench, batch, server: entry, client }: PeerOrder): Promise<SyncRun> {
  const server = startChild(path.join(import.meta.dirname, entry), [emptyFolder(bench)])
  try {
    const [, port] = await server.line(/^listening (\d+)$/)
    const folder = fs.mkdtempSync(path.join(bench.folder, 'client-'))
    const asked = { folder, url: `http://127.0.0.1:${port}`, records: bench.records, batch }
    const cpu = watchProcessor(server)
    const sent = await clientOf(client, asked, cpu.begin, cpu.end)
    return runOf(name, batch, sent, cpu.seconds())
  } finally {
    await server.stop()
  }
}

/** A client says `begin` and `end` around what is measured, and waits until that was noted. */
async function clientOf(entry: string, asked: object, begin: () => void, end: () => void): Promise<Sent> {
  const client = startChild(path.join(import.meta.dirname, entry), [JSON.stringify(asked)])
  await client.line(/^begin$/)
  begin()
  await client.line(/^end$/)
  end()
  const [line] = await client.line(/^\{.*\}$/)
  return JSON.parse(line) as Sent
}

function watchProcessor({ pid }: BenchChild) {
  let [from, to] = [0, 0]
  return {
    begin: () => void (from = processorSecondsOf(pid)),
    end: () => void (to = processorSecondsOf(pid)),
    seconds: () => to - from,
  }
}

const runOf = (
  name: string,
  batch: number,
  { records, seconds, cpuSeconds }: Sent,
  serverSeconds: number,
): SyncRun => ({
  ...{ name, batch, actsASecond: records / seconds },
  ...{ serverCpu: (serverSeconds / records) * 1e6, clientCpu: (cpuSeconds / records) * 1e6 },
})
