import fs from 'node:fs'
import { setTimeout as breath } from 'node:timers/promises'

/** One act as every peer gets it: who wrote it and its place, its exact bytes and their signature. */
export interface BenchRecord {
  readonly id: string
  readonly signature: string
  readonly body: string
}

export const writeRecords = (file: string, records: readonly BenchRecord[]): void =>
  fs.writeFileSync(file, records.map(one => JSON.stringify(one)).join('\n'))

export const readRecords = (file: string): BenchRecord[] =>
  fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .map(line => JSON.parse(line) as BenchRecord)

/** What a client says when everything has been receipted. */
export interface Sent {
  readonly records: number
  readonly seconds: number
  /** Of the client's own process. */
  readonly cpuSeconds: number
}

/**
 * Seconds and processor time of this process for a piece of work. Says `begin` and `end` around it, so that whoever started
 * the process looks at the server's; the breath before it is theirs.
 */
export async function timed(records: number, work: () => Promise<void>): Promise<Sent> {
  console.log('begin')
  await breath(100)
  const before = process.cpuUsage()
  const started = performance.now()
  await work()
  const seconds = (performance.now() - started) / 1_000
  const { user, system } = process.cpuUsage(before)
  console.log('end')
  await breath(100)
  return { records, seconds, cpuSeconds: (user + system) / 1e6 }
}
