import { machineLedger } from '../../support/headquarters/machine-ledger'
import { testMachine } from '../../support/headquarters/test-machine'
import { percentile } from '../figures'
import { processorSecondsOf } from '../process-time'
import type { BenchServer } from './bench-server'
import { enrolAt, levelOnce, newOffice } from './enrolled-machine'
import type { Spread } from './reads'

export interface IngestFigures {
  readonly acts: number
  readonly actsASecond: number
  /** Milliseconds of the console's first page meanwhile. */
  readonly console: Spread & { readonly times: number }
  /** Microseconds an act. */
  readonly serverCpu: number
  readonly databaseCpu: number
}

const machines = 6
const visits = 700
const betweenPagesMs = 1_000

/**
 * Six machines send what they wrote at the same time, by the program's own engine and the real server, while somebody has
 * the console open and loads it again every second.
 */
export async function benchIngest(server: BenchServer, databasePid: number): Promise<IngestFigures> {
  const levelling = await Promise.all(Array.from({ length: machines }, (_, nth) => enrolledMachine(server, nth)))
  const acts = levelling.reduce((sum, { size }) => sum + size, 0)
  const cpu = () => [processorSecondsOf(server.process.pid), processorSecondsOf(databasePid)] as const
  const before = cpu()
  const started = performance.now()
  let isOver = false
  const watched = watchConsole(server, () => isOver)
  await Promise.all(levelling.map(({ level }) => level()))
  const seconds = (performance.now() - started) / 1_000
  const after = cpu()
  isOver = true
  const pages = await watched
  const perAct = (at: 0 | 1) => ((after[at] - before[at]) / acts) * 1e6
  return {
    ...{ acts, actsASecond: acts / seconds, serverCpu: perAct(0), databaseCpu: perAct(1) },
    console: { p50: percentile(pages, 0.5), p95: percentile(pages, 0.95), times: pages.length },
  }
}

async function enrolledMachine(server: BenchServer, nth: number) {
  const machine = testMachine()
  const code = await newOffice(server, String(530_100 + nth))
  const { chain, publicKey } = await enrolAt(server.url, machine.enrolment(code))
  for (let visit = 0; visit < visits; visit++) machine.visit()
  const roots = [
    { chain: machine.chain, publicKey: machine.publicKey },
    { chain, publicKey },
  ]
  const ledger = machineLedger(machine, roots)
  const parts = { url: server.url, headquartersKey: publicKey, ledger, callers: () => [machine], actsPerRun: 1_000 }
  return { size: machine.acts.length, level: () => levelOnce(parts) }
}

async function watchConsole(server: BenchServer, isOver: () => boolean): Promise<number[]> {
  const ms: number[] = []
  while (!isOver()) {
    const asked = performance.now()
    const { offices } = await server.console<{ offices: unknown[] }>('GET', '/v1/console/offices')
    if (offices.length < machines) throw new Error('offices are missing on the console')
    ms.push(performance.now() - asked)
    await new Promise(resolve => setTimeout(resolve, betweenPagesMs))
  }
  return ms
}
