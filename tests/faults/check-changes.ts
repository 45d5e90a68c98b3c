import { noDesks } from '../support/workstation/no-desks'
import type { Workstation } from '../../electron/main/workstation/workstation'
import { deskHandlers } from '../../electron/main/ipc/desk-handlers'
import { founding, valueOf } from '../support/workstation/test-workstation'
import { openOffice } from './change-lines'
import { checkPeople } from './check-people'
import { countOf, type Life, type Looking, type States } from './life'

export interface Found {
  readonly wrong: readonly string[]
  /** How the change under way was found: as if it had never begun, or whole. Null where it cannot be told, or none was. */
  readonly state: 'old' | 'new' | null
}

/** Starts the program again after a kill and looks for anything lost, half or stuck. */
export async function checkOffice(folder: string, life: Life): Promise<Found> {
  const wrong: string[] = []
  const must = (holds: boolean, otherwise: string): void => void (holds || wrong.push(otherwise))
  try {
    return {
      wrong,
      state: life.first ? await checkChanges({ folder, life, must }) : await checkFounding({ folder, life, must }),
    }
  } catch (cause) {
    wrong.push(`stuck: ${cause instanceof Error ? cause.message : String(cause)}`)
    return { wrong, state: null }
  }
}

/** Either the wizard begins again and comes to its end, or the office is complete and works. */
async function checkFounding({ folder, life, must }: Looking): Promise<'old' | 'new'> {
  const told = life.done[0]?.answer
  const workstation = openOffice(folder)
  const isEmpty = workstation.options.vault.status().state === 'empty'
  must(!(isEmpty && told), 'an acknowledged office is gone')
  if (isEmpty) valueOf(await workstation.establish(founding))
  await signIn(workstation, { password: founding.administrator.password })
  const me = workstation.session()!.personId
  must(told === undefined || told.personId === me, 'the administrator is another')
  checkHeads(workstation, { life, must })
  must(countOf(workstation, 'office', 'office.established@1') === 1, 'not founded once')
  must(workstation.session()!.posts.includes('administrator'), 'the administrator holds no post')
  must(workstation.options.vault.drafts.list().length === 0, 'the founding is still a draft')
  const ask = deskHandlers({ workstation, ...noDesks })
  if (told) must(await sheetOpens(workstation, told.recoveryKey!), 'an acknowledged sheet opens nothing')
  const { recoveryKey } = valueOf(await ask['vault:renewRecoverySheet']())
  valueOf(await ask['vault:keepRecoverySheet']())
  must(await sheetOpens(workstation, recoveryKey), 'a sheet made after the kill opens nothing')
  workstation.lock()
  return isEmpty ? 'old' : 'new'
}

async function checkChanges(looking: Looking): Promise<'old' | 'new' | null> {
  const { folder, life, must } = looking
  const workstation = openOffice(folder)
  const people = await checkPeople(workstation, looking)
  await signIn(workstation, people.administrator)
  checkHeads(workstation, looking)
  const drafts = checkDrafts(workstation, looking)
  const sheets = await checkSheets(workstation, looking)
  must(workstation.mirrorState !== 'off', 'no second disk')
  workstation.lock()
  return life.underWay ? ({ ...people.states, ...drafts, ...sheets }[life.underWay.kind as string] ?? null) : null
}

function checkDrafts(workstation: Workstation, { life, must }: Looking): States {
  const saved = new Map<string, number>()
  for (const { plan } of life.done) if (plan.kind === 'draft') saved.set(plan.who!, plan.content!)
  const { drafts } = workstation.options.vault
  const underWay = life.underWay?.kind === 'draft' ? life.underWay : null
  let state: 'old' | 'new' = 'old'
  for (const name of new Set([...saved.keys(), ...drafts.list().map(draft => draft.name)])) {
    const loaded = valueOf(drafts.load(name))?.content
    const isNew = name === underWay?.who && loaded === underWay.content
    if (isNew) state = 'new'
    must(isNew || loaded === saved.get(name), `draft ${name} holds ${String(loaded)}`)
  }
  return { draft: state }
}

/** The sheet that was acknowledged opens; a renewed one that was acknowledged opens as well, before and after it is held. */
async function checkSheets(workstation: Workstation, { life, must }: Looking): Promise<States> {
  let inForce = life.first!.recoveryKey!
  let renewed: string | null = null
  let held = 0
  for (const { plan, answer } of life.done) {
    if (plan.kind === 'renewing') renewed = answer.recoveryKey!
    if (plan.kind !== 'holding') continue
    inForce = renewed!
    renewed = null
    held++
  }
  const isHolding = life.underWay?.kind === 'holding'
  const opens = await sheetOpens(workstation, inForce)
  const endedBy = isHolding && !opens ? 1 : 0
  must(opens || isHolding, 'the sheet in force opens nothing')
  if (renewed !== null && life.underWay?.kind !== 'renewing')
    must(await sheetOpens(workstation, renewed), 'a renewed sheet opens nothing')
  const told = countOf(workstation, 'office', 'recovery.renewed@1')
  must(told === held + endedBy, `${held + endedBy} sheets ended, ${told} told in the ledger`)
  return { holding: endedBy ? 'new' : 'old' }
}

/** Opens with the sheet and gives the administrator the password they have; leaves them signed in, or as they were. */
async function sheetOpens(workstation: Workstation, recoveryKey: string): Promise<boolean> {
  const me = workstation.session()!.personId
  const keep = passwordOf.get(workstation)!
  const opened = await workstation.recover({ recoveryKey, personId: me, newPassword: keep, witness: null })
  if (!opened.ok) await signIn(workstation, { personId: me, password: keep })
  return opened.ok
}

/** The password that the person who is signed in came with. */
const passwordOf = new WeakMap<Workstation, string>()

async function signIn(workstation: Workstation, by: { personId?: string; password: string }): Promise<void> {
  const personId = by.personId ?? workstation.options.vault.status().people[0]!.personId
  valueOf(await workstation.signIn({ personId, password: by.password, witness: null }))
  passwordOf.set(workstation, by.password)
}

function checkHeads(workstation: Workstation, { life, must }: Pick<Looking, 'life' | 'must'>): void {
  const ledger = workstation.ledger!
  must(ledger.readOnly === null, `the ledger is read-only: ${ledger.readOnly?.kind}`)
  for (const { answer } of life.done)
    must(ledger.hashAt(answer.head.seq) === answer.head.hash, `act ${answer.head.seq} is lost`)
}
