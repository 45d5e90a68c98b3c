import path from 'node:path'
import { randomUUID } from 'node:crypto'
import type { Session } from '#shared/contracts/desk-channels'
import type { Agency } from '#shared/domain/agencies/office-facts'
import { subjectOf } from '#shared/ledger/subject'
import { officeClock } from '../../../electron/main/clock/office-clock'
import { openVault } from '../../../electron/main/vault/open-vault'
import { Workstation } from '../../../electron/main/workstation/workstation'
import { valueOf } from '../../support/workstation/test-workstation'
import { visitActs } from '../../support/workstation/visit-acts'

/** Main's own workstation on a folder whose program is not running: the real vault, journal and authority. */
export function workstationOn(userData: string, at: string): Workstation {
  const folder = path.join(userData, 'office')
  const clock = officeClock({ wall: Date.now, monotonic: () => performance.now() }, Date.parse(at))
  const vault = valueOf(openVault({ folder: path.join(folder, 'vault'), now: () => clock.now() }))
  return new Workstation({
    folder,
    vault,
    clock,
    freeBytes: () => 2 ** 40,
    schedule: () => () => undefined,
    newId: randomUUID,
    onTimedLock: () => undefined,
  })
}

export interface Signer {
  readonly name: string
  readonly password: string
}

export interface Colleague extends Signer {
  readonly posts: readonly Session['posts'][number][]
}

/** Ten minutes before the morning on which every test begins. */
export const earlyMorning = '2026-09-08T09:00:00+08:00'

/** What the desk does when an administrator adds a person; the administrator is signed in. */
export async function addPerson(workstation: Workstation, { name, password, posts }: Colleague): Promise<void> {
  const { personId } = valueOf(await workstation.options.vault.addPerson(name, [...posts], password))
  const facts = [{ type: 'person.added@1', open: { posts: [...posts] }, personal: { name } }]
  valueOf(workstation.append({ subject: subjectOf('person', personId), role: 'administrator', facts }))
}

/** One more person for an office whose program is not running. */
export async function hireWithoutScreen(
  userData: string,
  { administrator, colleague }: { administrator: Signer; colleague: Colleague },
): Promise<void> {
  const workstation = workstationOn(userData, earlyMorning)
  await signInAs(workstation, administrator)
  await addPerson(workstation, colleague)
  workstation.lock()
}

/** All that an agency has but its id. */
type NewAgency = { readonly [N in keyof Named]: NonNullable<Named[N]> extends string ? string : NewBody }
type Named = Omit<Agency, 'agencyId'>
type NewBody = { readonly name: string; readonly address: string }

/** One more agency for an office whose program is not running. */
export async function addAgencyWithoutScreen(
  userData: string,
  { administrator, agency }: { administrator: Signer; agency: NewAgency },
): Promise<void> {
  const workstation = workstationOn(userData, earlyMorning)
  await signInAs(workstation, administrator)
  const facts = [{ type: 'agency.added@1', open: { agencyId: randomUUID(), ...agency } }]
  valueOf(workstation.append({ subject: 'office', role: 'administrator', facts }))
  workstation.lock()
}

interface WithoutScreen {
  readonly clerk: Signer
  readonly reviewer: Signer
  readonly day: string
}

/** A request of `day` that was approved the same day and waits to be signed for: every act up to the letter. */
export const issueWithoutScreen = (userData: string, parts: WithoutScreen): Promise<{ requestNo: string }> =>
  visitWithoutScreen(userData, parts, 'reply.issued@1')

/** One that was signed for the same day as well. */
export const serveWithoutScreen = (userData: string, parts: WithoutScreen): Promise<{ requestNo: string }> =>
  visitWithoutScreen(userData, parts, 'reply.served@1')

async function visitWithoutScreen(
  userData: string,
  { clerk, reviewer, day }: WithoutScreen,
  last: string,
): Promise<{ requestNo: string }> {
  const workstation = workstationOn(userData, `${day}T09:05:00+08:00`)
  await signInAs(workstation, clerk)
  const [founding] = workstation.ledger!.actsOf('office')
  const { agencyId } = founding!.facts.find(({ type }) => type === 'agency.added@1')!.open as { agencyId: string }
  const steps = visitActs({ agencyId, today: day, requestSerial: 1, letterSerial: 1 })
  const end = steps.findIndex(({ facts }) => facts[0]!.type === last)
  let atDesk = clerk
  for (const { by, subject, role, facts } of steps.slice(0, end + 1)) {
    const signer = by === 'reviewer' ? reviewer : clerk
    if (signer !== atDesk) await signInAs(workstation, signer)
    atDesk = signer
    valueOf(workstation.append({ subject, role, facts }))
  }
  workstation.lock()
  return { requestNo: (steps[0]!.facts[0]!.open as { requestNo: string }).requestNo }
}

interface Asking {
  readonly name: string
  readonly idNumber: string
  readonly description: string
}

/** Requests that came in before the program was started; `people` in the order in which they came. */
export async function registerWithoutScreen(
  userData: string,
  {
    clerk,
    people,
    day,
  }: { clerk: Signer; people: readonly (Pick<Asking, 'name' | 'idNumber'> & Partial<Asking>)[]; day: string },
): Promise<void> {
  const workstation = workstationOn(userData, `${day}T09:05:00+08:00`)
  await signInAs(workstation, clerk)
  const [founding] = workstation.ledger!.actsOf('office')
  const { agencyId } = founding!.facts.find(({ type }) => type === 'agency.added@1')!.open as { agencyId: string }
  for (const [index, { description = `第${index + 1}件所问的文件`, ...person }] of people.entries()) {
    const [registered] = visitActs({ agencyId, today: day, requestSerial: index + 1, letterSerial: 1 })
    const { subject, role, facts } = registered!
    const { personal, ...fact } = facts[0] as unknown as { personal: { applicant: object } } // as visitActs wrote it
    const asked = {
      ...personal,
      applicant: { ...personal.applicant, ...person },
      description,
    }
    valueOf(workstation.append({ subject, role, facts: [{ ...fact, personal: asked } as never] }))
  }
  workstation.lock()
}

/** The scan of a signed approval sheet, as far as the record tells of it; the program is not running. */
export async function scanApprovalWithoutScreen(
  userData: string,
  { clerk, requestId, title }: { clerk: Signer; requestId: string; title: string },
): Promise<{ digest: string }> {
  const workstation = workstationOn(userData, morningLater)
  await signInAs(workstation, clerk)
  const digest = 'cd'.repeat(32)
  const open = { kind: 'paperApproval', digest, bytes: 1_000, mime: 'image/jpeg' }
  const facts = [{ type: 'scan.added@1', open, personal: { title } }]
  valueOf(workstation.append({ subject: subjectOf('request', requestId), role: 'clerk', facts }))
  workstation.lock()
  return { digest }
}

const morningLater = '2026-09-08T11:00:00+08:00'

export async function signInAs(workstation: Workstation, { name, password }: Signer): Promise<void> {
  const person = workstation.options.vault.status().people.find(one => one.name === name)
  if (!person) throw new Error(`${name} is not of this office`)
  valueOf(await workstation.signIn({ personId: person.personId, password, witness: null }))
}
