import { atLeast, atMost, told, type TableRow } from '../table-row'
import { batches, type SyncFigures, type SyncRun } from './sync'

/** Least share of PouchDB's acts a second, by batch. */
const leastShare: Readonly<Record<(typeof batches)[number], number>> = { 1_000: 1, 100: 1.3 }
const mostCpu = 1.4
const mostAwaySeconds = 5

export function syncTable({ acts, bytesAnAct, runs, missing }: SyncFigures): string[] {
  return [
    `the same ${acts} acts of ${bytesAnAct.toFixed(0)} bytes, one client each; only Records Desk verifies what comes:`,
    ...runs.map(run => `  batch ${String(run.batch).padStart(4)}  ${run.name.padEnd(28)} ${lineOf(run)}`),
    ...missing.map(({ name, why }) => `  ${name}: could not be had (${why})`),
  ]
}

export const syncRows = ({ runs, missing, away }: SyncFigures): TableRow[] => [
  ...runs.map(run => told(`batch ${run.batch}: ${run.name}`, lineOf(run))),
  ...missing.map(({ name, why }) => told(`peer: ${name}`, `could not be had (${why})`)),
  ...batches.flatMap(batch => beside(runs, batch)),
  atMost(`away for 30 days, ${away.acts} acts: own ones sent`, away.sentSeconds, mostAwaySeconds, 's'),
  atMost("away for 30 days: another machine's fetched", away.fetchedSeconds, mostAwaySeconds, 's'),
]

const lineOf = ({ actsASecond, serverCpu, clientCpu }: SyncRun): string =>
  `${actsASecond.toFixed(0)} acts/s, processor an act: server ${serverCpu.toFixed(0)} µs, client ${clientCpu.toFixed(0)} µs`

function beside(runs: readonly SyncRun[], batch: (typeof batches)[number]): TableRow[] {
  const of = (start: string): SyncRun | undefined => runs.find(run => run.batch === batch && run.name.startsWith(start))
  const [ours, pouch] = [of('Records Desk'), of('PouchDB')]
  if (!ours || !pouch) return [told(`batch ${batch} beside PouchDB`, 'PouchDB was not there to be compared with')]
  const cpu = (run: SyncRun): number => run.serverCpu + run.clientCpu
  return [
    atLeast(`batch ${batch}: acts/s, times PouchDB's`, ours.actsASecond / pouch.actsASecond, leastShare[batch]),
    atMost(`batch ${batch}: processor an act, both sides, times PouchDB's`, cpu(ours) / cpu(pouch), mostCpu),
    told(`batch ${batch}: the server with its database alone, times PouchDB's`, ours.serverCpu / pouch.serverCpu),
  ]
}
