import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import type { Ledger } from '../../electron/main/ledger/ledger'
import { anAct, openTestLedger } from '../support/journal/test-ledger'
import { median, percentile } from './figures'

export interface AppendFigures {
  /** Milliseconds a commit. */
  readonly ledger: Spread
  readonly bare: Spread
  readonly lmdb: Spread
  /** Bytes of the frame of one act. */
  readonly frameBytes: number
  /** Median of ledger over median of bare. At most 2 by the issue. */
  readonly timesBare: number
}

interface Spread {
  readonly p50: number
  readonly p95: number
}

interface LmdbStore {
  transactionSync(work: () => void): void
  putSync(key: number, value: Buffer): void
  close(): Promise<void>
}

/**
 * One act after the other, interleaved with a bare write + fdatasync of the same bytes into a preallocated file, and
 * with one lmdb transaction of the same bytes (flushed), so that all three meet the same disk at the same time.
 */
export async function benchAppend(rounds: number): Promise<AppendFigures> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-append-'))
  const ledger = openTestLedger({ folder: path.join(folder, 'journal'), now: Date.now })
  const note = 'n'.repeat(240)
  const frameBytes = frameSize(path.join(folder, 'journal'), ledger, note)
  const warmUp = Math.ceil(rounds / 10) // the compiler's own work is not what is measured
  const bare = fs.openSync(path.join(folder, 'bare'), 'w')
  fs.writeSync(bare, Buffer.alloc((rounds + warmUp) * frameBytes + 4096))
  fs.fsyncSync(bare)
  const { open } = createRequire(path.join(import.meta.dirname, 'package.json'))('lmdb') as {
    open(options: object): LmdbStore
  }
  const lmdb = open({ path: path.join(folder, 'lmdb'), encoding: 'binary', noSync: false })
  const times = { ledger: [] as number[], bare: [] as number[], lmdb: [] as number[] }
  const timed = (into: number[], work: () => void) => {
    const started = performance.now()
    work()
    into.push(performance.now() - started)
  }
  for (let round = 0; round < rounds + warmUp; round++) {
    if (round === warmUp) for (const taken of Object.values(times)) taken.length = 0
    const bytes = Buffer.alloc(frameBytes, round)
    const act = anAct(`request:${round}`, note)
    const turns = [
      () => timed(times.ledger, () => ledger.append([act])),
      () =>
        timed(times.bare, () => {
          fs.writeSync(bare, bytes, 0, bytes.length, round * frameBytes)
          fs.fdatasyncSync(bare)
        }),
      () => timed(times.lmdb, () => lmdb.transactionSync(() => lmdb.putSync(round, bytes))),
    ]
    // Each in turn goes first: whoever follows a flush finds the disk warm.
    for (let turn = 0; turn < turns.length; turn++) turns[(round + turn) % turns.length]!()
  }
  ledger.close()
  fs.closeSync(bare)
  await lmdb.close()
  fs.rmSync(folder, { recursive: true, force: true })
  const spread = (all: number[]): Spread => ({ p50: median(all), p95: percentile(all, 0.95) })
  const figures = { ledger: spread(times.ledger), bare: spread(times.bare), lmdb: spread(times.lmdb) }
  return { ...figures, frameBytes, timesBare: figures.ledger.p50 / figures.bare.p50 }
}

function frameSize(folder: string, ledger: Ledger, note: string): number {
  ledger.append([anAct('request:first', note)])
  return fs.readFileSync(path.join(folder, '000001.seg')).readUInt32LE(64 + 4) + 24
}
