import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { actsPerRun } from '../../../electron/main/sync/live/live-exchange'
import { pieces } from '../../../electron/main/sync/piece-size'
import type { Passed, PassedAnswer } from '../../support/headquarters/holding-proxy'
import { startTestCluster, type TestCluster } from '../../support/headquarters/test-cluster'
import { machineOn } from '../../support/sticks/stick-machines'
import { fillOffice } from '../../support/workstation/fill-office'
import { openTestWorkstation, signInFirst, valueOf } from '../../support/workstation/test-workstation'
import { faultsWhenLevel } from './compare'
import { countActs, countScans, plantedIn, type ScanCount } from './big-office-look'
import { isSegment, openStage } from './stage'

export interface BigOfficeOrder {
  readonly acts: number
  /** Of each scan that waits when the office is enrolled. */
  readonly scans: readonly number[]
  /** False: its pauses are a hundred times as short as on a desk. */
  readonly isAtLength: boolean
  readonly progress?: (line: string) => void
  /** One's own is made where it is missing. */
  readonly cluster?: TestCluster
}

export interface BigOfficeReport {
  /** Of the desk's chain, level on both sides at the end. */
  readonly acts: number
  readonly lost: number
  readonly doubled: number
  readonly scans: ScanCount
  readonly passes: number
  readonly segments: number
  readonly pieces: number
  /** Calls that headquarters refused because of its limit, and the most calls of any minute. */
  readonly tooOften: number
  readonly mostCallsAMinute: number
  /** kill -9 of headquarters: while a segment was under way, and a piece of a scan. */
  readonly kills: { readonly amongActs: number; readonly amongScans: number }
  readonly seconds: { readonly filling: number; readonly acts: number; readonly all: number }
  readonly planted: readonly { readonly name: string; readonly isCaught: boolean }[]
  readonly wrong: readonly string[]
}

/**
 * An office of years with large scans is enrolled, and sends all of it by the program's own exchange to a headquarters with the
 * limit of requests that it is delivered with, which is killed once among the acts and once among the scans.
 */
export async function carryBigOffice(order: BigOfficeOrder): Promise<BigOfficeReport> {
  const { scans, isAtLength, progress = () => undefined } = order
  const cluster = order.cluster ?? (await startTestCluster())
  const calls = watchCalls()
  const begunAt = performance.now()
  const fill = (folder: string): Promise<void> => fillIn(folder, order)
  const stage = await openStage(cluster, { fill, limit: 'shipped', ...calls.watch })
  try {
    const filledAt = performance.now()
    progress(`${order.acts} acts and ${scans.length} scans written in ${Math.round((filledAt - begunAt) / 1_000)} s`)
    const kills = { amongActs: 0, amongScans: 0 }
    const killing: Promise<void>[] = []
    const killAt = (kind: 'segments' | 'pieces', nth: number, count: () => void): void =>
      calls.at(kind, nth, () => {
        killing.push(stage.server.kill().then(() => stage.server.start()))
        count()
        progress(`headquarters killed -9 at ${kind} ${nth}`)
      })
    const bytes = scans.reduce((sum, one) => sum + one, 0)
    killAt('segments', Math.max(1, Math.floor(order.acts / actsPerRun / 2)), () => kills.amongActs++)
    killAt('pieces', Math.max(2, Math.floor(bytes / pieces.largest / 2)), () => kills.amongScans++)
    const enrol = { ...stage.enrolment, isFounded: true }
    const desk = stage.begin({ writes: false, enrol, isAtLength })
    await desk.until(() => desk.told >= order.acts, longestMs)
    const actsAt = performance.now()
    progress(`headquarters has signed for act ${desk.told} after ${Math.round((actsAt - filledAt) / 1_000)} s`)
    await desk.until(() => desk.level !== null, longestMs)
    const levelAt = performance.now()
    await desk.ended()
    await Promise.all(killing)
    const level = desk.level!
    const counted = await countActs(stage, level)
    const scanCount = await countScans(stage)
    const wrong = [
      ...(await faultsWhenLevel(stage, level)),
      ...(scanCount.named === scans.length ? [] : [`${scanCount.named} of ${scans.length} scans are named`]),
      ...(scanCount.whole === scanCount.named ? [] : [`${scanCount.whole} scans are whole there`]),
    ]
    return {
      ...{ acts: level.seq, ...counted, scans: scanCount, ...calls.count(), kills, wrong },
      seconds: inSeconds({ filling: filledAt - begunAt, acts: actsAt - filledAt, all: levelAt - filledAt }),
      planted: await plantedIn(stage, level),
    }
  } finally {
    await stage.close()
    if (!order.cluster) await cluster.stop()
  }
}

const longestMs = 45 * 60_000

const inSeconds = <K extends string>(ms: Readonly<Record<K, number>>): Record<K, number> =>
  Object.fromEntries(Object.entries<number>(ms).map(([key, one]) => [key, Math.round(one / 1_000)])) as Record<
    K,
    number
  >

/** The whole of `acts` acts, the last of which name the scans. */
async function fillIn(folder: string, { acts, scans }: BigOfficeOrder): Promise<void> {
  const yesterday = new Date(Date.now() - 24 * 60 * 60_000).toISOString().slice(0, 10)
  const { requests } = await fillOffice(folder, acts - scans.length, yesterday)
  const desk = path.join(folder, 'desk')
  fs.renameSync(path.join(folder, 'office'), desk)
  const workstation = openTestWorkstation({ folder: desk })
  valueOf(await signInFirst(workstation))
  const machine = machineOn(workstation, desk)
  const subject = machine.register(requests + 1)
  for (const bytes of scans)
    await machine.scan(subject, Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes - 9)]))
  workstation.lock()
}

type Kind = 'segments' | 'pieces'

/** What goes by between the desk and headquarters. */
function watchCalls() {
  const seen = { passes: 0, segments: 0, pieces: 0, tooOften: 0 }
  const times: number[] = []
  const springs = new Map<string, () => void>()
  const spring = (kind: Kind): void => {
    const key = `${kind} ${seen[kind]}`
    springs.get(key)?.()
    springs.delete(key)
  }
  const onCall = (call: Passed): void => {
    times.push(performance.now())
    if (call.path === '/v1/heads') seen.passes++
    if (isSegment(call)) {
      seen.segments++
      spring('segments')
    }
    if (call.method === 'PUT') {
      seen.pieces++
      spring('pieces')
    }
  }
  const onAnswer = (_call: Passed, { status }: PassedAnswer): void => void (status === 429 && seen.tooOften++)
  return {
    watch: { onCall, onAnswer },
    at: (kind: Kind, nth: number, then: () => void): void => void springs.set(`${kind} ${nth}`, then),
    count: () => ({ ...seen, mostCallsAMinute: mostWithin(times, 60_000) }),
  }
}

function mostWithin(times: readonly number[], ms: number): number {
  let [most, from] = [0, 0]
  for (const [at, time] of times.entries()) {
    while (time - times[from]! > ms) from++
    most = Math.max(most, at - from + 1)
  }
  return most
}
