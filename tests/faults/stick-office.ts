import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { MediaFiles } from '../../electron/main/media/exporting/media-files'
import type { OfficeClock } from '../../electron/main/clock/office-clock'
import { foundedMachine, furtherMachine, temporaryFolder, type StickMachine } from '../support/sticks/stick-machines'

/** What the writer was told of its export. */
export type Told =
  | { readonly kind: 'done'; readonly name: string }
  | { readonly kind: 'refused' | 'uncertain'; readonly why: string }

/** By which its two machines go; each by that of the system where it is missing. */
export interface StickClocks {
  readonly first: OfficeClock
  readonly second: OfficeClock
}

/** Two machines of one office, of which the second carries what it holds to the first. */
export interface StickOffice {
  readonly first: StickMachine
  readonly second: StickMachine
  /** What the second registered; a new one before each bundle. */
  readonly subjects: readonly string[]
  /** The whole of the second's bundle onto a stick. A problem is told, anything else thrown. */
  carry(root: string, files: MediaFiles): Promise<Told>
  /** By the first; null where all of it was taken, else what was not. */
  takeIn(root: string, name: string): Promise<string | null>
  /** What is wrong at the second after its last bundle: in its ledger, and on its own disk. */
  faultsHere(told: Told): readonly string[]
  drop(): void
}

export async function makeStickOffice(clocks?: StickClocks): Promise<StickOffice> {
  const first = await foundedMachine(temporaryFolder(), clocks?.first)
  const second = await furtherMachine(first, clocks?.second)
  const subjects: string[] = []
  let told = exportsTold(second)
  return {
    ...{ first, second, subjects },
    carry: async (root, files) => {
      const subject = second.register(subjects.length + 1)
      subjects.push(subject)
      if (subjects.length === 1) await second.scan(subject, aScan())
      told = exportsTold(second)
      return toldOf(() => second.carry(root, { isWhole: true }, { files }))
    },
    takeIn: async (root, name) => {
      const taken = await first.takeIn(root, name)
      if (!taken.ok) return JSON.stringify(taken.problem)
      return taken.value.refused.length > 0 ? `not taken: ${JSON.stringify(taken.value.refused)}` : null
    },
    faultsHere: last => {
      const stands = exportsTold(second) - told
      const expected = last.kind === 'refused' ? 0 : 1
      const wrong = stands === expected ? [] : [`${last.kind}, and ${stands} acts tell of it`]
      const aside = path.join(second.folder, 'exchange', 'sticks')
      const left = fs.existsSync(aside) ? fs.readdirSync(aside).filter(name => name.startsWith('outgoing-')) : []
      return left.length === 0 ? wrong : [...wrong, `parts left on the own disk: ${left.join()}`]
    },
    drop: () => {
      for (const { workstation, folder } of [first, second]) {
        workstation.lock()
        fs.rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}

export const aScan = (): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(5_000)])

/** At the first machine after the last bundle: every request once, with as many acts as were written, its scan, its names. */
export function actsAreOnce({ first, second, subjects }: Pick<StickOffice, 'first' | 'second' | 'subjects'>): string[] {
  const wrong: string[] = []
  const hashes = ({ workstation }: StickMachine, subject: string): string =>
    workstation
      .ledger!.actsOf(subject)
      .map(({ hash }) => hash)
      .join()
  const twice = subjects.filter(subject => hashes(first, subject) !== hashes(second, subject))
  if (twice.length > 0) wrong.push(`${twice.length} of ${subjects.length} requests are not what was written`)
  if (subjects.length === 0) wrong.push('nothing was written')
  const unread = subjects.filter(
    subject => JSON.stringify(first.names(subject)) !== JSON.stringify(second.names(subject)),
  )
  if (unread.length > 0) wrong.push(`${unread.length} requests do not open`)
  const { blobIndex, carried } = first.workstation.scans!
  const files = [...blobIndex.named()].map(({ file }) => file.replace(/\.blob$/u, ''))
  if (files.length === 0 || files.some(name => !carried.has(name))) wrong.push('a scan is missing')
  if (first.workstation.ledger!.readOnly)
    wrong.push(`for reading only: ${JSON.stringify(first.workstation.ledger!.readOnly)}`)
  return wrong
}

/** Exports that acts tell of, less those of which an act says that nothing is there. */
function exportsTold({ workstation }: StickMachine): number {
  const facts = workstation.ledger!.actsOf('office').flatMap(act => act.facts)
  const of = (type: string): number => facts.filter(fact => fact.type === type).length
  return of('media.exported@1') - of('media.exportUndone@1')
}

async function toldOf(carry: () => Promise<string>): Promise<Told> {
  try {
    return { kind: 'done', name: await carry() }
  } catch (cause) {
    const { message } = cause as Error
    if (!message.startsWith('{"kind":')) throw cause // no problem that was answered
    const { kind } = JSON.parse(message) as { kind: string }
    return { kind: kind === 'exportUncertain' ? 'uncertain' : 'refused', why: message }
  }
}
