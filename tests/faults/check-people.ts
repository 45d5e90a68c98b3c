import type { Workstation } from '../../electron/main/workstation/workstation'
import { founding } from '../support/workstation/test-workstation'
import type { ChangePlan } from './change-lines'
import { countOf, type Life, type Looking, type States } from './life'

/** Everybody opens the desk with the password that was acknowledged last, or with the one that was under way. */
export async function checkPeople(workstation: Workstation, { life, must }: Looking) {
  const { underWay } = life
  const states: States = {}
  if (underWay?.kind === 'adding') states.adding = await checkHalfAdded(workstation, { plan: underWay, must })
  const passwords = new Map<string, string>()
  for (const [personId, { password, changes }] of acknowledgedPeople(life)) {
    const changing = underWay?.who === personId && underWay.kind !== 'draft' ? underWay : null
    const next = changing && (await checkBothPasswords(workstation, { personId, password, plan: changing, must }))
    if (changing && next) states[changing.kind] = next
    passwords.set(personId, next === 'new' ? changing!.password! : password)
    const opened = await workstation.signIn({ personId, password: passwords.get(personId)!, witness: null })
    must(opened.ok, 'an acknowledged person cannot sign in')
    if (!opened.ok) continue
    must(opened.value.posts.length > 0, 'an acknowledged person holds no post')
    const told = countOf(workstation, `person:${personId}`, 'person.passwordSet@1')
    const expected = changes + (next === 'new' ? 1 : 0)
    must(told === expected, `${expected} changes of a password, ${told} told in the ledger`)
  }
  const known = workstation.options.vault.status().people.length
  must(known === passwords.size + (states.adding === 'new' ? 1 : 0), `${known} people at the door`)
  const personId = life.first!.personId!
  return { states, administrator: { personId, password: passwords.get(personId)! } }
}

/** Password and number of told changes of everybody who was acknowledged. */
function acknowledgedPeople({ first, done }: Life): Map<string, { password: string; changes: number }> {
  // The founding tells of the first password.
  const people = new Map([[first!.personId!, { password: founding.administrator.password, changes: 1 }]])
  for (const { plan, answer } of done) {
    if (plan.kind === 'adding') people.set(answer.personId!, { password: plan.password!, changes: 0 })
    if (plan.kind !== 'ownPassword' && plan.kind !== 'othersPassword') continue
    people.set(plan.who!, { password: plan.password!, changes: people.get(plan.who!)!.changes + 1 })
  }
  return people
}

/** The very person tries first, before anybody else's sign-in could put things in order. */
async function checkHalfAdded(
  workstation: Workstation,
  { plan, must }: { plan: ChangePlan; must: Looking['must'] },
): Promise<'old' | 'new'> {
  const person = workstation.options.vault.status().people.find(one => one.name === plan.who)
  if (!person) return 'old'
  const opened = await workstation.signIn({ personId: person.personId, password: plan.password!, witness: null })
  if (!opened.ok) return 'old'
  must(opened.value.posts.length > 0, 'somebody whom nobody added sees the office')
  return 'new'
}

async function checkBothPasswords(
  workstation: Workstation,
  at: { personId: string; password: string; plan: ChangePlan; must: Looking['must'] },
): Promise<'old' | 'new'> {
  const { personId, password, plan, must } = at
  const withOld = await workstation.signIn({ personId, password, witness: null })
  const withNew = await workstation.signIn({ personId, password: plan.password!, witness: null })
  must(withOld.ok !== withNew.ok, withOld.ok ? 'old and new password both open' : 'neither password opens')
  return withNew.ok ? 'new' : 'old'
}
