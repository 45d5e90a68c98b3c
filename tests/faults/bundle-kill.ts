import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { nodeMediaFiles } from '../../electron/main/media/exporting/node-media-files'
import { builtScript } from '../support/launch/built-script'
import { shortenSegments } from '../support/journal/shorten-segments'
import { machineOn, temporaryFolder, type StickMachine } from '../support/sticks/stick-machines'
import { openTestWorkstation, signInFirst, valueOf } from '../support/workstation/test-workstation'
import { lookAfterImport, type ImportTold } from './bundle-kill-look'
import { watchDisk } from './io/faulty-disk'
import { makeStickOffice, type StickOffice } from './stick-office'

export interface BundleKillReport {
  /** Steps on the disk of an import that nothing ends. */
  steps: number
  /** Imports that were ended, each at another step, by a process that does nothing any more. */
  points: number
  /** Of those, by what had been told: while it was copied and checked, once it was shown, while it was applied, and after. */
  readonly ended: Record<ImportTold, number>
  /** Imports of processes of their own that were killed with kill -9. */
  kills: number
  /** Starts that went on with what lay in quarantine; the others took it from the stick once more. */
  goneOn: number
  readonly wrong: string[]
}

export interface BundleKillOrder {
  /** Every how many steps one import is ended; 1: at each. */
  readonly every?: number
  /** With processes of their own, spread over all steps. */
  readonly kills?: number
  /** A planted machine that says it is done before it is. */
  readonly hasty?: boolean
  readonly progress?: (line: string) => void
}

/** A bundle of the other machine on a stick, and this machine before it took it in. */
export interface CarriedOffice {
  readonly office: StickOffice
  readonly stick: string
}

/**
 * The import of a sync bundle, ended at every step: half in quarantine, checked, half applied, acknowledged. Some ends are
 * those of a real process; the rest are disks on which nothing happens from that step on, which leaves the same behind. Every
 * second import is ended once more while it goes on. Afterwards all of it is there once.
 */
export async function killBundleImports(order: BundleKillOrder = {}): Promise<BundleKillReport> {
  const { every = 1, kills = 0, hasty = false, progress = () => undefined } = order
  const carried = await carriedOffice()
  const report: BundleKillReport = {
    ...{ steps: 0, points: 0, kills: 0, goneOn: 0, wrong: [] },
    ended: { nothing: 0, shown: 0, done: 0 },
  }
  try {
    report.steps = (await onCopy(carried, async folder => importUntil(carried, { folder, hasty }))).steps
    // The last one is ended after it said that it was done.
    const steps = Array.from({ length: report.steps }, (_, step) => step + 1).filter(step => step % every === 0)
    for (const at of [1, ...steps, report.steps + 1]) {
      await onCopy(carried, folder => endedAt(carried, { folder, at, hasty, report }))
      if (report.points % 50 === 0) progress(`import of a bundle, ended ${report.points}: ${report.wrong.length} wrong`)
    }
    for (let kill = 1; kill <= kills; kill++) {
      await onCopy(carried, folder => killed(carried, { folder, kill, of: kills, report }))
      if (kill % 10 === 0) progress(`import of a bundle, killed ${kill}/${kills}: ${report.wrong.length} wrong`)
    }
    return report
  } finally {
    carried.office.drop()
    fs.rmSync(carried.stick, { recursive: true, force: true })
  }
}

async function carriedOffice(): Promise<CarriedOffice> {
  const office = await makeStickOffice()
  const stick = temporaryFolder()
  for (const root of [temporaryFolder(), stick]) {
    const told = await office.carry(root, nodeMediaFiles)
    if (told.kind !== 'done') throw new Error(told.why)
    if (root !== stick) fs.rmSync(root, { recursive: true }) // the first is lost on its way
  }
  office.first.workstation.lock()
  shortenSegments(office.first.folder)
  return { office, stick }
}

async function onCopy<T>({ office }: CarriedOffice, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = temporaryFolder()
  try {
    fs.cpSync(office.first.folder, folder, { recursive: true })
    return await work(folder)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

interface Ending {
  readonly folder: string
  readonly hasty: boolean
  /** Nothing happens from this step on. Left out: it comes to its end. */
  readonly at?: number
}

/** What the machine had told when nothing happened any more. */
async function importUntil(carried: CarriedOffice, { folder, hasty, at }: Ending) {
  const machine = machineOn(openTestWorkstation({ folder }), folder)
  valueOf(await signInFirst(machine.workstation))
  const disk = watchDisk(folder, at === undefined ? null : { kind: 'killed', at })
  let told: ImportTold = 'nothing'
  const said = (what: ImportTold): void => void (told = what)
  const thrown = await takeIn(machine, { stick: carried.stick, said, hasty }).then(
    () => null,
    (cause: Error) => cause,
  )
  const steps = disk.operations()
  disk.release()
  if (at === undefined && thrown) throw thrown
  return { told: told as ImportTold, steps }
}

interface TakingIn {
  readonly stick: string
  readonly said: (told: ImportTold) => void
  readonly hasty: boolean
}

/** As the media desk does it: what lies in quarantine is gone on with, else it is taken from the stick. */
export async function takeIn({ sticks }: StickMachine, { stick, said, hasty }: TakingIn): Promise<void> {
  if (!valueOf(await sticks.waiting())) {
    const { name } = valueOf(sticks.find(stick)).at(-1)!
    valueOf(await sticks.take(stick, { name }))
  }
  said('shown')
  if (hasty) said('done')
  valueOf(await sticks.apply('clerk'))
  said('done')
}

async function endedAt(
  carried: CarriedOffice,
  { report, at, ...ending }: Ending & { readonly at: number; readonly report: BundleKillReport },
): Promise<void> {
  const { told } = await importUntil(carried, { ...ending, at })
  report.points++
  report.ended[told]++
  // At a step that is another one in every import. What is done is not begun again: that would lie in quarantine.
  if (report.points % 2 === 0 && told !== 'done')
    await importUntil(carried, { ...ending, at: 1 + ((at * 31) % report.steps) })
  await look(carried, { folder: ending.folder, told, what: `ended at step ${at}`, report })
}

interface Killing {
  readonly folder: string
  readonly kill: number
  readonly of: number
  readonly report: BundleKillReport
}

async function killed(carried: CarriedOffice, { folder, kill, of, report }: Killing): Promise<void> {
  const steps = Math.ceil((kill * report.steps) / (of + 1))
  const told = await killedProcess([folder, carried.stick, String(steps)])
  if (told === null) return // quicker than its kill: it counts no streams that read
  report.kills++
  await look(carried, { folder, told, what: `killed at step ${steps}`, report })
}

async function look(
  carried: CarriedOffice,
  ended: {
    readonly folder: string
    readonly told: ImportTold
    readonly what: string
    readonly report: BundleKillReport
  },
): Promise<void> {
  const { folder, told, what, report } = ended
  const found = await lookAfterImport(carried, { folder, told })
  if (found.hasGoneOn) report.goneOn++
  report.wrong.push(...found.wrong.map(one => `${what}, told ${told}: ${one}`))
}

/** What a process said until it was killed; null where it came to its end. */
async function killedProcess(args: readonly string[]): Promise<ImportTold | null> {
  const script = await builtScript('tests/faults/bundle-writer.ts')
  const writer = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let [log, errors] = ['', '']
  writer.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()))
  writer.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  return new Promise((resolve, reject) => {
    writer.once('error', reject)
    writer.once('close', (code, signal) => {
      if (code === 0) return resolve(null)
      if (signal !== 'SIGKILL') return reject(new Error(`the writer stopped by itself (${code ?? signal}): ${errors}`))
      resolve((log.split('\n').at(-2) as ImportTold | undefined) ?? 'nothing')
    })
  })
}
