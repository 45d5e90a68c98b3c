import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { diskFaultKinds, isPlanted, watchDisk, type DiskFault } from './faulty-disk'

/** A piece of work on a disk that may fail at any of its operations. */
export interface Life<Told> {
  readonly name: string
  /** Lays out the folder as it is before; nothing fails yet. */
  prepare(folder: string): Promise<void>
  begin(): Told
  /**
   * Notes what the program was told and told others meanwhile. May end anywhere; the failure itself may be thrown, where the
   * boundary of the program shows it with a number. Nothing else may, and opening a desk answers.
   */
  live(folder: string, told: Told): Promise<void>
  /** What is wrong with what was left, in words; the disk is sound again. */
  check(folder: string, told: Told): Promise<readonly string[]>
}

export interface LifeReport {
  readonly name: string
  /** Operations of the work where nothing fails. */
  readonly operations: number
  /** Runs with one failure each. */
  readonly points: number
  /** Of those: the failure met an operation that it can spoil. */
  readonly met: number
  /** Of those: the failure came to the boundary, and nothing went on. */
  readonly ended: number
  readonly wrong: readonly string[]
}

export interface FailingOrder {
  /** Every how many operations one fails; 1: at each. */
  readonly every?: number
  readonly progress?: (line: string) => void
}

/** The same work again and again, each time with one operation of the disk that fails, in every way it can. */
export async function failEveryOperation<Told>(life: Life<Told>, order: FailingOrder = {}): Promise<LifeReport> {
  const { every = 1, progress = () => undefined } = order
  const sound = await livedOnce(life, null)
  const wrong = sound.faults.map(fault => `${life.name}, nothing failing: ${fault}`)
  let [points, met, ended] = [0, 0, 0]
  for (const kind of diskFaultKinds) {
    for (let at = 1; at <= sound.operations; at += every) {
      const { faults, wasMet, hasEnded } = await livedOnce(life, { kind, at })
      points++
      if (hasEnded) ended++
      if (wasMet) met++
      wrong.push(...faults.map(fault => `${life.name}, ${kind} at ${at}: ${fault}`))
    }
    progress(`${life.name}, ${kind}: ${points} points, ${met} met, ${wrong.length} wrong`)
  }
  return { name: life.name, operations: sound.operations, points, met, ended, wrong }
}

async function livedOnce<Told>(life: Life<Told>, fault: DiskFault | null) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'io-'))
  try {
    await life.prepare(folder)
    const told = life.begin()
    const disk = watchDisk(folder, fault)
    const thrown = await life.live(folder, told).then(
      () => null,
      (cause: Error) => cause,
    )
    disk.release()
    const odd = thrown && !isPlanted(thrown) ? [`threw ${thrown.stack}`] : []
    // Where the work came to its end: what ended in the middle of it leaves its files to the system.
    const left = thrown ? [] : disk.left().map(name => `left open: ${path.relative(folder, name)}`)
    const found = await life.check(folder, told).catch((cause: Error) => [`afterwards threw ${cause.stack}`])
    return {
      ...{ operations: disk.operations(), wasMet: disk.wasMet(), hasEnded: thrown !== null },
      faults: [...odd, ...left, ...found],
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
