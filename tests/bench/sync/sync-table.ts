import { verdict } from '../verdict'
import { batches, type SyncFigures, type SyncRun } from './sync'

/** Least share of PouchDB's acts a second, by batch. */
const leastShare: Readonly<Record<(typeof batches)[number], number>> = { 1_000: 1, 100: 1.3 }
const mostCpu = 1.4
const mostAwaySeconds = 5

export function syncTable({ acts, bytesAnAct, runs, missing, away }: SyncFigures): string[] {
  return [
    `the same ${acts} acts of ${bytesAnAct.toFixed(0)} bytes, one client each; only Records Desk verifies what comes:`,
    ...runs.map(lineOf),
    ...missing.map(({ name, why }) => `  ${name}: could not be had (${why})`),
    ...batches.flatMap(batch => beside(runs, batch)),
    `  away for 30 days, ${away.acts} acts: own ones sent in ${verdict(away.sentSeconds, mostAwaySeconds, 'most')} s, another machine's fetched in ${verdict(away.fetchedSeconds, mostAwaySeconds, 'most')} s`,
  ]
}

const lineOf = ({ name, batch, actsASecond, serverCpu, clientCpu }: SyncRun): string =>
  `  batch ${String(batch).padStart(4)}  ${name.padEnd(28)} ${actsASecond.toFixed(0).padStart(6)} acts/s, processor an act: server ${serverCpu.toFixed(0)} µs, client ${clientCpu.toFixed(0)} µs`

function beside(runs: readonly SyncRun[], batch: (typeof batches)[number]): string[] {
  const of = (start: string): SyncRun | undefined => runs.find(run => run.batch === batch && run.name.startsWith(start))
  const [ours, pouch] = [of('Records Desk'), of('PouchDB')]
  if (!ours || !pouch) return [`  batch ${batch}: PouchDB was not there to be compared with`]
  const cpu = (run: SyncRun): number => run.serverCpu + run.clientCpu
  return [
    `  batch ${batch} beside PouchDB: acts/s x ${verdict(ours.actsASecond / pouch.actsASecond, leastShare[batch], 'least')}`,
    `    processor an act, both sides, x ${verdict(cpu(ours) / cpu(pouch), mostCpu, 'most')}; the server with its database x ${(ours.serverCpu / pouch.serverCpu).toFixed(2)}`,
  ]
}
