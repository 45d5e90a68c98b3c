import fs from 'node:fs'
import path from 'node:path'
import { readOffice } from '../support/journal/read-office'
import { founding } from '../support/workstation/test-workstation'
import { armCut, dropDisk, makeDisk, powerOn, type Disk } from './power'
import { makeOffice, openView, viewModule, type OpenView } from './view-office'

export interface PowerViewReport {
  cuts: number
  acknowledged: number
  /** Acknowledged to the window before the cut, and not in the journal after it. */
  lost: number
  /** Starts that asked a person about the journal, or opened it for reading only. */
  refused: number
  /** Starts after which the view was another database: built again. The others went on from what they had. */
  builtAgain: number
  controlFilesGone: number
  readonly wrong: string[]
  /** Starts after which the view could not be read whole, and why, before somebody opened the list. */
  readonly unread: string[]
  /** An acknowledgement made up by the harness: it must be missed. */
  plantedCaught: boolean
}

interface Ack {
  readonly seq: number
  readonly hash: string
  readonly at: bigint
}

/**
 * The whole program with its browser on a file system of its own, whose plug is pulled while somebody's acts are written and
 * shown. After each cut the program starts again on what is left: every act that the window was told of is there, and the view
 * shows the journal.
 */
export async function cutPowerOfView(rounds: number, progress: (line: string) => void): Promise<PowerViewReport> {
  const disk = makeDisk(2_048)
  if (typeof disk === 'string') throw new Error(disk)
  const report: PowerViewReport = {
    ...{ cuts: 0, acknowledged: 0, lost: 0, refused: 0, builtAgain: 0, controlFilesGone: 0 },
    ...{ wrong: [], unread: [], plantedCaught: false },
  }
  try {
    const userData = path.join(disk.mount, 'data')
    const module = await viewModule()
    const subject = await makeOffice(userData, 200)
    let open = await openView(userData, module)
    for (let round = 1; round <= rounds; round++) {
      const { database } = await open.dump()
      const acks = await writeUntilCut({ disk, open, subject })
      report.cuts++
      report.acknowledged += acks.length
      await compareJournal(userData, acks, report)
      open = await openView(userData, module)
      await compareView(open, database, report)
      if (round % 5 === 0 || round === rounds)
        progress(`browser: cut ${round}/${rounds}, ${report.acknowledged} acknowledged, ${report.lost} lost`)
    }
    await open.desk.close()
    return report
  } finally {
    dropDisk(disk)
  }
}

interface Writing {
  readonly disk: Disk
  readonly open: OpenView
  readonly subject: string
}

async function writeUntilCut({ disk, open: { desk }, subject }: Writing): Promise<Ack[]> {
  const control = fs.openSync(path.join(disk.mount, 'control'), 'w') // never flushed: it must not survive
  fs.writeSync(control, 'not flushed')
  const acks: Ack[] = []
  const cut = armCut(disk)
  let isCut = false
  const writing = (async () => {
    const facts = [{ type: 'personalData.revealed@1', open: { what: 'applicant' } }]
    while (!isCut) {
      const told = (await desk.append({ subject, role: 'clerk', facts })) as Told
      const at = process.hrtime.bigint()
      if (told.ok) acks.push({ ...told.value, at })
    }
  })().catch(() => undefined) // it ends with its window
  await new Promise(resolve => setTimeout(resolve, 150 + Math.random() * 1_500))
  const cutAt = await cut()
  isCut = true
  await desk.kill()
  await writing
  fs.closeSync(control)
  await poweredOn(disk)
  return acks.filter(({ at }) => at < cutAt)
}

type Told =
  | { readonly ok: true; readonly value: { readonly seq: number; readonly hash: string } }
  | { readonly ok: false }

/** The browser's own children let go of their files a moment after they were killed. */
async function poweredOn(disk: Disk): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return powerOn(disk)
    } catch (cause) {
      if (tries === 50) throw cause
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
}

async function compareJournal(userData: string, acks: readonly Ack[], report: PowerViewReport): Promise<void> {
  const { acts, readOnly } = await readOffice(path.join(userData, 'office'), founding.administrator)
  const hashes = new Map(acts.map(({ seq, hash }) => [seq, hash]))
  const missing = (some: readonly Pick<Ack, 'seq' | 'hash'>[]) => some.filter(one => hashes.get(one.seq) !== one.hash)
  report.lost += missing(acks).length
  if (readOnly) report.refused++
  const madeUp = { seq: acts.length + 1, hash: 'f'.repeat(64) }
  report.plantedCaught ||= missing([...acks, madeUp]).length > missing(acks).length
  const control = path.join(userData, '../control')
  if (!fs.existsSync(control) || fs.statSync(control).size === 0) report.controlFilesGone++
}

async function compareView(open: OpenView, before: string, report: PowerViewReport): Promise<void> {
  const { view, seq, unread } = await levelView(open)
  if (unread) report.unread.push(`cut ${report.cuts}: ${unread}`)
  if (view.acts !== seq) report.wrong.push(`cut ${report.cuts}: ${view.acts} acts in the view, ${seq} in the journal`)
  if (view.database !== before) report.builtAgain++
}

/**
 * What was written by the sign-in itself is shown a moment after the board; one that is just built again cannot be
 * read meanwhile, which takes a busy machine a while. A value that a cut has emptied is met by whoever reads it: by its next act,
 * and where none came after the cut, by whoever opens the list, which is done here.
 */
async function levelView({ desk, dump }: OpenView) {
  const until = performance.now() + aMinute
  let unread: string | null = null
  for (;;) {
    const isLast = performance.now() > until
    const { seq } = await desk.head()
    const view = await dump().catch((cause: unknown) => {
      if (isLast) throw cause
      return String(cause)
    })
    if (typeof view !== 'string') {
      if (view.acts === seq || isLast) return { view, seq, unread }
    } else if (!unread) {
      unread = view
      await desk.hands.press('Alt+3')
    }
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

const aMinute = 60_000
