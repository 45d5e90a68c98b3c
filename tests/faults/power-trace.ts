import type { Ledger } from '../../electron/main/ledger/ledger'
import { memoryDisk } from '../support/journal/memory-disk'
import { forgetfulDisk } from '../support/journal/recording-disk'
import { anAct, openLedgerOn } from '../support/journal/test-ledger'
import { Medium, tracedDisk, type DiskStep } from './traced-disk'

export interface TracedCutsReport {
  lives: number
  /** Cuts of those lives, each with another choice of what the medium had taken of what was not flushed. */
  cuts: number
  /** Of those: cuts while the next start put the end in order. */
  again: number
  /** Starts that found a torn end, cut it and wrote over it. */
  torn: number
  acknowledged: number
  lost: number
  readonly wrong: string[]
}

export interface TracedCutsOrder {
  readonly lives: number
  readonly seed?: number
  /** A planted failure: a build that forgets to flush. */
  readonly planted?: boolean
  readonly progress?: (line: string) => void
}

/**
 * Power cuts in memory, thousands a second: what a journal asked of its disk is recorded once, and the plug is pulled after
 * every step of it, with every beginning, every lack and every single one of the 512-byte sectors that no flush had confirmed,
 * and some at random. Where the next start puts the end in order, the plug is pulled once more in the middle of that.
 */
export function cutTraces({ lives, seed = 1, planted = false, progress = () => undefined }: TracedCutsOrder) {
  const report: TracedCutsReport = { lives: 0, cuts: 0, again: 0, torn: 0, acknowledged: 0, lost: 0, wrong: [] }
  for (let life = 0; life < lives; life++) {
    cutLife(recordLife(seed + life, planted), report, diceOf(seed + life))
    report.lives++
    if (report.lives % 20 === 0)
      progress(`traced: ${report.lives}/${lives} lives, ${report.cuts} cuts, ${report.lost} lost`)
  }
  return report
}

interface Told {
  readonly seq: number
  readonly hash: string
  /** How many steps the disk had been asked for when it was acknowledged. */
  readonly after: number
}

interface RecordedLife {
  readonly steps: readonly DiskStep[]
  readonly told: readonly Told[]
}

const appendsOfLife = 9

/** Frames of one to three acts, from a third of a sector to several. */
function recordLife(seed: number, planted: boolean): RecordedLife {
  const dice = diceOf(seed)
  const steps: DiskStep[] = []
  const told: Told[] = []
  const traced = tracedDisk(memoryDisk(), steps)
  const ledger = openLedgerOn(planted ? forgetfulDisk(traced) : traced)
  for (let round = 0; round < appendsOfLife; round++) {
    const acts = Array.from({ length: 1 + dice(3) }, (_, i) => anAct(`request:${round}-${i}`, 'n'.repeat(dice(900))))
    const written = ledger.append(acts)
    if (!written.ok) throw new Error(written.problem.kind)
    told.push({ ...written.value.at(-1)!, after: steps.length })
  }
  ledger.close()
  return { steps, told }
}

function cutLife({ steps, told }: RecordedLife, report: TracedCutsReport, dice: Dice): void {
  const medium = new Medium()
  report.acknowledged += told.length
  const ends = [0, ...told.map(({ seq }) => seq)]
  for (const [index, step] of steps.entries()) {
    medium.take(step)
    const acknowledged = told.filter(({ after }) => after <= index + 1)
    for (const isThere of choicesOf(medium.open, dice)) {
      report.cuts++
      startAgain(medium.left(isThere), { acknowledged, ends, dice, what: `step ${index + 1}` }, report)
    }
  }
}

interface Cut {
  readonly acknowledged: readonly Told[]
  /** Acts after each whole frame. */
  readonly ends: readonly number[]
  readonly dice: Dice
  readonly what: string
}

function startAgain(left: Map<string, Buffer>, cut: Cut, report: TracedCutsReport): void {
  const put: DiskStep[] = []
  const ledger = openLedgerOn(tracedDisk(memoryDisk(copyOf(left)), put))
  judge(ledger, cut, report)
  if (put.length > 0) {
    report.torn++
    cutAgain(left, put, cut, report)
  }
  // What comes after it is written over the end that was put in order, and is there at the start after that.
  const { seq } = ledger.head
  const written = ledger.append([anAct('request:later')])
  if (!written.ok || ledger.head.seq !== seq + 1) report.wrong.push(`${cut.what}: nothing can be written after it`)
  ledger.close()
}

/** In the middle of putting the end in order: a start after that finds what the one before it should have. */
function cutAgain(left: Map<string, Buffer>, put: readonly DiskStep[], cut: Cut, report: TracedCutsReport): void {
  const medium = new Medium(left)
  for (const step of put) {
    medium.take(step)
    for (const isThere of choicesOf(medium.open, cut.dice)) {
      report.cuts++
      report.again++
      const ledger = openLedgerOn(memoryDisk(medium.left(isThere)))
      judge(ledger, { ...cut, what: `${cut.what}, and again` }, report)
      ledger.close()
    }
  }
}

function judge(ledger: Ledger, { acknowledged, ends, what }: Cut, report: TracedCutsReport): void {
  const lost = acknowledged.filter(({ seq, hash }) => seq > ledger.head.seq || ledger.hashAt(seq) !== hash).length
  report.lost += lost
  if (lost > 0) report.wrong.push(`${what}: ${lost} acknowledged are gone`)
  if (ledger.readOnly) report.wrong.push(`${what}: for reading only, ${JSON.stringify(ledger.readOnly)}`)
  if (!ends.includes(ledger.head.seq)) report.wrong.push(`${what}: a frame by half, ${ledger.head.seq} acts`)
}

/** None, each beginning up to all, each one alone, each one lacking, and three at random. */
function choicesOf(sectors: number, dice: Dice): ((sector: number) => boolean)[] {
  const each = Array.from({ length: sectors }, (_, sector) => sector)
  if (sectors > 12) return [0, 1, sectors >> 1, sectors - 1, sectors].map(most => sector => sector < most) // the zeros behind
  const random = sectors < 2 ? [] : [0, 1, 2].map(() => each.map(() => dice(2) === 1))
  return [
    () => false,
    ...each.map(last => (sector: number) => sector <= last),
    ...each.slice(1).map(only => (sector: number) => sector === only),
    ...each.slice(0, -1).map(lacking => (sector: number) => sector !== lacking),
    ...random.map(chosen => (sector: number) => chosen[sector]!),
  ]
}

const copyOf = (files: ReadonlyMap<string, Buffer>): Map<string, Buffer> =>
  new Map([...files].map(([name, bytes]) => [name, Buffer.from(bytes)]))

/** A whole number below `sides`, the same row of them for the same seed. */
type Dice = (sides: number) => number

function diceOf(seed: number): Dice {
  let state = (seed * 2_654_435_761) >>> 0
  return sides => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}
