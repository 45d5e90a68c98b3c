import fs from 'node:fs'
import path from 'node:path'
import { checkBag } from '../../electron/main/documents/bag/check-bag'
import { folderBag } from '../../electron/main/documents/bag/bag-files'
import { isExportFolderName } from '../../electron/main/media/exporting/export-names'
import type { MediaFiles } from '../../electron/main/media/exporting/media-files'
import { faultyMedium, mediumFaultKinds, type MediumFaultKind } from '../support/media/faulty-medium'
import { memoryMedium, type Tree } from '../support/media/memory-medium'
import { temporaryFolder } from '../support/sticks/stick-machines'
import { actsAreOnce, makeStickOffice, type StickOffice, type Told } from './stick-office'

export interface BundleStickReport {
  /** Bundles that were written onto a stick, each with one fault. */
  points: number
  /** Of those: the fault met an operation that it can spoil. */
  met: number
  acknowledged: number
  refused: number
  /** Named just as the stick went: it may be there, and is whole then. */
  uncertain: number
  /** Bundles found on a stick afterwards, all of which the other machine took in. */
  taken: number
  readonly wrong: string[]
}

/** Whoever calls for it stops an export otherwise, which the rounds of the export itself do. */
export const bundleFaultKinds = mediumFaultKinds.filter(kind => kind !== 'cancel')

export interface BundleStickOrder {
  /** Every how many operations one goes wrong; 1: at each. */
  readonly every?: number
  readonly kinds?: readonly MediumFaultKind[]
  /** Changes how the stick is driven, so that a planted fault can be tried against the checks. */
  readonly plant?: (files: MediaFiles) => MediaFiles
  readonly progress?: (line: string) => void
}

/**
 * The sync bundle onto a stick in memory that knows what a pull would take, with a fault at one operation after another, and
 * onto sticks that are too small. After each the stick is looked at twice, as it is and as a pull would have left it: what
 * looks complete is whole, and the other machine takes it in; at the end all of it is there once.
 */
export async function failBundlesOntoSticks(order: BundleStickOrder = {}): Promise<BundleStickReport> {
  const { every = 1, kinds = bundleFaultKinds, plant = files => files, progress = () => undefined } = order
  const office = await makeStickOffice()
  const report: BundleStickReport = {
    ...{ points: 0, met: 0, acknowledged: 0, refused: 0, uncertain: 0, taken: 0 },
    wrong: [],
  }
  const round = (what: string, wish: Pick<RoundWish, 'fault' | 'bytes'>) =>
    oneRound({ office, report, what, plant, ...wish })
  try {
    const { operations, bytes } = await round('a sound stick', { fault: null })
    for (const kind of kinds) {
      for (let at = 1; at <= operations; at += every) await round(`${kind} at ${at}`, { fault: { kind, at } })
      progress(`a bundle onto a stick, ${kind}: ${report.points} points, ${report.wrong.length} wrong`)
    }
    for (let room = 0; room < bytes; room += Math.ceil((bytes * every) / 50))
      await round(`room for ${room} bytes`, { fault: null, bytes: room })
    progress(`a bundle onto sticks that are too small: ${report.points} points, ${report.wrong.length} wrong`)
    await round('a sound stick at last', { fault: null })
    report.wrong.push(...actsAreOnce(office))
    return report
  } finally {
    office.drop()
  }
}

interface RoundWish {
  readonly office: StickOffice
  readonly report: BundleStickReport
  readonly what: string
  readonly plant: (files: MediaFiles) => MediaFiles
  readonly fault: { readonly kind: MediumFaultKind; readonly at: number } | null
  readonly bytes?: number
}

async function oneRound({ office, report, what, plant, fault, bytes = 64 << 20 }: RoundWish) {
  const root = temporaryFolder()
  try {
    const medium = memoryMedium({ root, bytes })
    const other = memoryMedium({ root, bytes, name: 'another' })
    const faulty = faultyMedium(medium, fault && { ...fault, other, onCancel: () => undefined })
    const told = await office.carry(root, plant(faulty))
    count(report, { told, isMet: faulty.wasMet() || bytes < 64 << 20 })
    // Swapped before anything was asked, the other one is the medium.
    const written = fault?.kind === 'swapped' && fault.at === 1 ? other : medium
    for (const [view, tree] of [
      ['live', written.live()],
      ['after a pull', written.durable()],
    ] as const) {
      const faults = await faultsOnStick(office, layOut(tree), told)
      report.taken += faults.taken
      report.wrong.push(...faults.wrong.map(one => `${what}, ${view}: ${one}`))
    }
    report.wrong.push(...office.faultsHere(told).map(one => `${what}: ${one}`))
    return { operations: faulty.operations(), bytes: sizeOf(medium.live()) }
  } finally {
    fs.rmSync(root, { recursive: true, force: true })
  }
}

export function count(report: BundleStickReport, { told, isMet }: { told: Told; isMet: boolean }): void {
  report.points++
  if (isMet) report.met++
  if (told.kind === 'done') report.acknowledged++
  else report[told.kind]++
}

/** What is wrong on a stick as somebody finds it who carries it to the other machine. Takes in what is there. */
export async function faultsOnStick(
  office: StickOffice,
  stick: { readonly root: string; readonly drop?: () => void },
  told: Told,
): Promise<{ readonly taken: number; readonly wrong: readonly string[] }> {
  const { root } = stick
  const wrong: string[] = []
  let taken = 0
  try {
    const named = fs.readdirSync(root).filter(isExportFolderName)
    if (told.kind === 'done' && !named.includes(told.name)) wrong.push('acknowledged and not there')
    if (told.kind === 'refused' && named.length > 0) wrong.push(`refused (${told.why}) and there`)
    for (const name of named) {
      const sound = await checkBag(folderBag(path.join(root, name)))
      const fault = sound.ok ? await office.takeIn(root, name) : JSON.stringify(sound.problem)
      if (fault === null) taken++
      else wrong.push(`looks complete and is not: ${fault}`)
    }
    return { taken, wrong }
  } finally {
    stick.drop?.()
  }
}

/** The tree of a stick in memory as a folder of this disk; nothing where nothing on it has the name of an export. */
function layOut(tree: Tree): { readonly root: string; readonly drop: () => void } {
  const root = temporaryFolder()
  for (const [name, bytes] of tree) {
    if (!isExportFolderName(name.split('/')[0]!)) continue
    if (name.endsWith('/')) fs.mkdirSync(path.join(root, name))
    else fs.writeFileSync(path.join(root, name), bytes)
  }
  return { root, drop: () => fs.rmSync(root, { recursive: true, force: true }) }
}

const sizeOf = (tree: Tree): number => [...tree.values()].reduce((sum, { length }) => sum + length, 0)

/** A planted build: it gives the export its name first and fills it after. */
export function namesFirst(files: MediaFiles): MediaFiles {
  const named = (file: string): string => file.replace(/\.part-([0-9a-f]{8})/u, 'records-desk-20260101-$1')
  return {
    ...files,
    makeFolder: folder => files.makeFolder(named(folder)),
    create: file => files.create(named(file)),
    open: file => files.open(named(file)),
    list: folder => files.list(named(folder)),
    rename: (from, to) => files.rename(named(from), named(to)),
    removeFolder: folder => files.removeFolder(named(folder)),
    syncFolder: folder => files.syncFolder(named(folder)),
  }
}
