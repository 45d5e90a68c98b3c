import fs from 'node:fs'
import path from 'node:path'
import { officeClock } from '../../electron/main/clock/office-clock'
import { nodeMediaFiles } from '../../electron/main/media/exporting/node-media-files'
import { temporaryFolder } from '../support/sticks/stick-machines'
import { faultsOnStick } from './bundle-stick'
import { onStick } from './real-stick'
import { actsAreOnce, makeStickOffice, type StickOffice, type Told } from './stick-office'

export interface WrongClockReport {
  /** Bundles that were written while something had a wrong date. */
  points: number
  /** Of those: written, and refused because of the date. */
  acknowledged: number
  refused: number
  /** Bundles that the other machine took in. */
  taken: number
  readonly wrong: string[]
}

/** The first and the last days of FAT and of exFAT, what lies before and behind them, and a battery that is empty. */
export const wrongMoments = [
  ...(['1970-01-01T00:00:00Z', '1979-12-31T23:59:59Z', '1980-01-01T00:00:00Z'] as const),
  ...(['2038-01-19T03:14:08Z', '2099-12-31T12:00:00Z', '2107-12-31T23:59:58Z', '2120-06-01T00:00:00Z'] as const),
] as const

export interface WrongClockOrder {
  readonly moments?: readonly string[]
  /** A stick for one bundle. */
  readonly withStick?: WithStick
  /** Changes how a bundle is taken in, so that a planted fault can be tried against the checks. */
  readonly plant?: (office: StickOffice) => StickOffice
  readonly progress?: (line: string) => void
}

export type WithStick = <T>(work: (root: string) => Promise<T>) => Promise<T>

/** A folder that stands for a stick: its file system takes any date. */
const withFolder: WithStick = async work => {
  const root = temporaryFolder()
  try {
    return await work(root)
  } finally {
    fs.rmSync(root, { recursive: true, force: true })
  }
}

/** exFAT, which knows no day before 1980 and none after 2107. */
export const withRealStick: WithStick = work => onStick(64, ({ mount }) => work(mount))

/**
 * Sync bundles among wrong dates: of the files on the stick, of the machine that writes it, of the one that reads it, and of an
 * office that has known no other. A date decides about nothing that was written: it is whole and taken, or refused and not there;
 * and once the clock is right all of it goes through.
 */
export async function carryAmongWrongDates(order: WrongClockOrder = {}): Promise<WrongClockReport> {
  const { moments = wrongMoments, withStick = withFolder, plant = one => one, progress = () => undefined } = order
  const report: WrongClockReport = { points: 0, acknowledged: 0, refused: 0, taken: 0, wrong: [] }
  const clocks = { first: setClock(), second: setClock() }
  const office = plant(await makeStickOffice({ first: clocks.first.clock, second: clocks.second.clock }))
  const rounds = roundsOf({ office, report, withStick })
  try {
    for (const moment of moments) {
      await rounds.dated(moment)
      await rounds.writing(moment, clocks.second)
      await rounds.reading(moment, clocks.first)
      progress(`bundles among dates of ${moment.slice(0, 4)}: ${report.points} points, ${report.wrong.length} wrong`)
    }
    report.wrong.push(...actsAreOnce(office))
  } finally {
    office.drop()
  }
  // From 2100 on no request gets a number, so that no office begins there.
  for (const moment of moments.filter(one => one < '2100')) await neverRight(moment, { report, withStick })
  progress(`offices that knew no other date: ${report.points} points, ${report.wrong.length} wrong`)
  return report
}

interface Parts {
  readonly office: StickOffice
  readonly report: WrongClockReport
  readonly withStick: WithStick
}

function roundsOf({ office, report, withStick }: Parts) {
  const looked = async (what: string, root: string, told: Told) => {
    report.points++
    if (told.kind === 'done') report.acknowledged++
    else report.refused++
    const { taken, wrong } = await faultsOnStick(office, { root }, told)
    report.taken += taken
    report.wrong.push(...[...wrong, ...office.faultsHere(told)].map(one => `${what}: ${one}`))
  }
  const soundly = async (what: string) =>
    withStick(async root => {
      const told = await office.carry(root, nodeMediaFiles)
      if (told.kind !== 'done') report.wrong.push(`${what}: ${told.why}`)
      await looked(what, root, told)
    })
  return {
    soundly,
    /** Written by a machine of another date, or copied by one. */
    dated: (moment: string) =>
      withStick(async root => {
        const told = await office.carry(root, nodeMediaFiles)
        dateAll(root, new Date(moment))
        if (told.kind !== 'done') report.wrong.push(`files of ${moment}: ${told.why}`)
        await looked(`files of ${moment}`, root, told)
      }),
    /** From the first question to the stick on the clock is wrong. */
    async writing(moment: string, machine: SetClock) {
      await withStick(async root => {
        const identity = (at: string) => (machine.set(moment), nodeMediaFiles.identity(at))
        const told = await office.carry(root, { ...nodeMediaFiles, identity })
        machine.set(null)
        await looked(`written at ${moment}`, root, told)
      })
      await soundly(`after the clock of the writer was right again (${moment})`)
    },
    reading: (moment: string, machine: SetClock) =>
      withStick(async root => {
        const told = await office.carry(root, nodeMediaFiles)
        if (told.kind !== 'done') return void report.wrong.push(`before it was read: ${told.why}`)
        machine.set(moment)
        const first = await office.takeIn(root, told.name)
        if (first !== null && !first.includes('clock')) report.wrong.push(`read at ${moment}: ${first}`)
        machine.set(null)
        await looked(`after the clock of the reader was right again (${moment})`, root, told)
      }),
  }
}

/** An office whose machines were never told another date: for them it is the right one. */
async function neverRight(moment: string, parts: Omit<Parts, 'office'>): Promise<void> {
  const clocks = { first: setClock(moment).clock, second: setClock(moment).clock }
  const office = await makeStickOffice(clocks)
  try {
    await roundsOf({ office, ...parts }).soundly(`in an office of ${moment}`)
    parts.report.wrong.push(...actsAreOnce(office).map(one => `in an office of ${moment}: ${one}`))
  } finally {
    office.drop()
  }
}

interface SetClock {
  readonly clock: ReturnType<typeof officeClock>
  /** What the machine says from now on; null: what is right. */
  set(moment: string | null): void
}

function setClock(moment: string | null = null): SetClock {
  let ahead = 0
  const set = (to: string | null): void => void (ahead = to === null ? 0 : Date.parse(to) - Date.now())
  set(moment)
  return { clock: officeClock({ wall: () => Date.now() + ahead, monotonic: () => performance.now() }), set }
}

/** Each file and folder, as a file system of that date would show it. */
function dateAll(root: string, date: Date): void {
  for (const entry of fs.readdirSync(root, { withFileTypes: true, recursive: true }))
    fs.utimesSync(path.join(entry.parentPath, entry.name), date, date)
}

/** A planted build: it leaves out what a file system says is from before it was made, as if it were of no use any more. */
export function believesDates(office: StickOffice): StickOffice {
  const isOld = (folder: string) => fs.statSync(folder).mtimeMs < Date.parse('2020-01-01')
  return Object.assign(Object.create(office) as StickOffice, {
    takeIn: async (root: string, name: string) =>
      isOld(path.join(root, name)) ? 'too old' : office.takeIn(root, name),
  })
}
