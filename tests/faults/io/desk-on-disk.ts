import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Workstation } from '../../../electron/main/workstation/workstation'
import { nodeCraft } from '../../../electron/main/sync/node-craft'
import type { ProposedAct } from '../../../electron/main/ledger/make-acts'
import { shortenSegments } from '../../support/journal/shorten-segments'
import { testMachine, type TestMachine } from '../../support/headquarters/test-machine'
import { founding, openTestWorkstation, signInFirst, valueOf } from '../../support/workstation/test-workstation'
import { visitActs } from '../../support/workstation/visit-acts'

/** A desk's folder, with a second disk beside it, as it lies before each run. */
export interface DeskTemplate {
  readonly folder: string
  /** Another machine of the office, which the desk has admitted; it has written one visit. */
  readonly other: TestMachine
  readonly otherSubject: string
  drop(): void
}

const office = (folder: string): string => path.join(folder, 'office')
const secondDisk = (folder: string): string => path.join(folder, 'second-disk')

export function openDesk(folder: string): Workstation {
  return openTestWorkstation({ folder: office(folder), mirrorFolder: secondDisk(folder) })
}

/** Real vault, journal and authority; an office with a reviewer and a second machine. */
export async function makeTemplate(): Promise<DeskTemplate> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'io-desk-'))
  fs.mkdirSync(secondDisk(folder))
  const desk = openDesk(folder)
  valueOf(await desk.establish(founding))
  const other = testMachine({ office: desk.exchangeWith(nodeCraft)!.office, isFounding: false })
  const open = { chain: other.chain, publicKey: other.publicKey, suite: 1, workstation: 'B', windowName: '乙号窗口' }
  valueOf(desk.append({ subject: 'office', role: 'administrator', facts: [{ type: 'chain.admitted@1', open }] }))
  const otherSubject = other.visit()
  desk.lock()
  shortenSegments(folder)
  return { folder, other, otherSubject, drop: () => fs.rmSync(folder, { recursive: true, force: true }) }
}

/** The first steps of a visit that the signed-in clerk does alone. */
export function clerkSteps(desk: Workstation, serial = 1): ProposedAct[] {
  const { agencyId } = desk.ledger!.actsOf('office')[0]!.facts.find(({ type }) => type === 'agency.added@1')!.open as {
    agencyId: string
  }
  const today = desk.options.clock.today()
  const steps = visitActs({ agencyId, today, requestSerial: serial, letterSerial: serial })
  const untilSubmitted = steps.slice(0, 6)
  const actor = desk.session()!.personId
  return untilSubmitted.map(({ role, subject, facts }) => ({ actor, role, subject, facts }))
}

export async function signedIn(folder: string): Promise<Workstation> {
  const desk = openDesk(folder)
  valueOf(await signInFirst(desk))
  return desk
}

/** Null where the disk did not let it be opened, or not for writing: its sign-in is an act, and may be the one that fails. */
export async function openedOrNot(folder: string): Promise<Workstation | null> {
  const desk = openDesk(folder)
  const session = await signInFirst(desk).catch((cause: Error) => {
    const from = cause.stack?.split('\n').slice(1, 4).join(' ')
    throw new Error(`opening a desk threw and did not answer: ${from}`)
  })
  if (session.ok && desk.ledger && !desk.ledger.readOnly) return desk
  desk.lock()
  return null
}

export const copyOf = (template: DeskTemplate, folder: string): void =>
  fs.cpSync(template.folder, folder, { recursive: true })

export const newSetId = (): string => randomUUID()
