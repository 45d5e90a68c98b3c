import { faultyMedium } from '../support/media/faulty-medium'
import { nodeMediaFiles } from '../../electron/main/media/exporting/node-media-files'
import type { MediaFiles } from '../../electron/main/media/exporting/media-files'
import { count, faultsOnStick, type BundleStickReport } from './bundle-stick'
import { hooked, onStick, type Stick } from './real-stick'
import { actsAreOnce, makeStickOffice, type StickOffice } from './stick-office'

export interface RealStickReport extends BundleStickReport {
  /** Sticks that were pulled while a bundle was read from them. */
  pulledInReading: number
}

/**
 * The sync bundle onto exFAT through FUSE: pulled by killing its daemon at one operation after another, full, read-only,
 * swapped, slow; and pulled while the other machine reads it. Afterwards all of it is there once.
 */
export async function pullBundles(rounds: number, progress: (line: string) => void): Promise<RealStickReport> {
  const office = await makeStickOffice()
  const report: RealStickReport = {
    ...{ points: 0, met: 0, acknowledged: 0, refused: 0, uncertain: 0, taken: 0, pulledInReading: 0 },
    wrong: [],
  }
  const round = (what: string, wish: Pick<RoundWish, 'drive' | 'before' | 'megabytes'>) =>
    oneRound({ office, report, what, ...wish })
  try {
    const sound = faultyMedium(nodeMediaFiles, null)
    await round('a sound stick', { drive: () => sound })
    const operations = sound.operations()
    progress(`a bundle takes ${operations} operations`)
    for (let nth = 1; nth <= rounds; nth++) {
      const at = Math.max(2, Math.round((nth * operations) / rounds))
      await round(`pulled at ${at}`, { drive: stick => hooked(at, () => stick.pull()) })
      if (nth % 10 === 0) progress(`bundles, pulled ${nth}/${rounds}: ${report.wrong.length} wrong`)
    }
    await round('full', { drive: () => nodeMediaFiles, before: fillUp, megabytes: 24 })
    await round('read-only', { drive: () => nodeMediaFiles, before: stick => (stick.pull(), stick.plugIn('ro')) })
    await round('slow', { drive: () => slowly(nodeMediaFiles, 40) })
    await swapped(round, operations)
    for (let nth = 1; nth <= Math.ceil(rounds / 4); nth++) await pulledInReading(office, report, nth)
    progress(`bundles, pulled while they are read ${report.pulledInReading}: ${report.wrong.length} wrong`)
    await round('a sound stick at last', { drive: () => nodeMediaFiles })
    report.wrong.push(...actsAreOnce(office))
    return report
  } finally {
    office.drop()
  }
}

interface RoundWish {
  readonly office: StickOffice
  readonly report: RealStickReport
  readonly what: string
  readonly drive: (stick: Stick) => MediaFiles
  readonly before?: (stick: Stick) => void
  readonly megabytes?: number
}

async function oneRound({ office, report, what, drive, before, megabytes = 64 }: RoundWish): Promise<void> {
  await onStick(megabytes, async stick => {
    before?.(stick)
    const told = await office.carry(stick.mount, drive(stick))
    if (!stick.isIn()) stick.plugIn()
    count(report, { told, isMet: told.kind !== 'done' })
    const found = await faultsOnStick(office, { root: stick.mount }, told)
    report.taken += found.taken
    report.wrong.push(...[...found.wrong, ...office.faultsHere(told)].map(one => `${what}: ${one}`))
  })
}

/** Half-way another stick lies under the same mount. */
async function swapped(round: (what: string, wish: Pick<RoundWish, 'drive'>) => Promise<void>, operations: number) {
  for (const share of [0.25, 0.5, 0.75])
    await onStick(96, other =>
      round(`swapped after ${share}`, {
        drive: stick =>
          hooked(Math.round(operations * share), () => {
            stick.pull()
            stick.plugIn('rw', other)
          }),
      }),
    )
}

/** All but some hundred kilobytes of it. */
function fillUp(stick: Stick): void {
  stick.fill(200 << 10)
}

/** Whatever it answers, nothing half of it is taken; plugged in again it is. */
async function pulledInReading(office: StickOffice, report: RealStickReport, nth: number): Promise<void> {
  await onStick(64, async stick => {
    const told = await office.carry(stick.mount, nodeMediaFiles)
    if (told.kind !== 'done') throw new Error(told.why)
    stick.forget() // what the system still holds of it would be read from memory
    const { sticks } = office.first
    const taking = sticks.take(stick.mount, { name: told.name })
    await new Promise(resolve => setTimeout(resolve, nth * 3))
    stick.pull()
    const answer = await taking
    if (!answer.ok) report.pulledInReading++
    sticks.discard()
    stick.plugIn()
    const fault = await office.takeIn(stick.mount, told.name)
    if (fault !== null) report.wrong.push(`pulled while it was read, and plugged in again: ${fault}`)
    else report.taken++
  })
}

/** Each operation takes so many milliseconds. */
function slowly(files: MediaFiles, ms: number): MediaFiles {
  const later = async <T>(work: () => Promise<T>): Promise<T> => {
    await new Promise(resolve => setTimeout(resolve, ms))
    return work()
  }
  return {
    ...files,
    makeFolder: folder => later(() => files.makeFolder(folder)),
    create: file => later(() => files.create(file)),
    open: file => later(() => files.open(file)),
    rename: (from, to) => later(() => files.rename(from, to)),
    syncFolder: folder => later(() => files.syncFolder(folder)),
  }
}
