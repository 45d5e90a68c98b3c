import fs from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { subjectOf } from '#shared/ledger/subject'
import { setPassword } from '../../../../../electron/main/workstation/set-password'
import {
  foundedMachine,
  furtherMachine,
  temporaryFolder,
  type StickMachine,
} from '../../../../support/sticks/stick-machines'
import { valueOf } from '../../../../support/workstation/test-workstation'
import { eventually } from '../../../../support/eventually'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true })
})
const password = '李四自己想的长口令'

const founded = async (): Promise<StickMachine> => {
  const machine = await foundedMachine()
  folders.push(machine.folder)
  return machine
}
/** As the desk adds somebody. */
async function add({ workstation }: StickMachine): Promise<string> {
  const { personId } = valueOf(await workstation.options.vault.addPerson('李四', ['clerk'], password))
  const open = { posts: ['clerk'] }
  const facts = [{ type: 'person.added@1', open, personal: { name: '李四' } }]
  valueOf(workstation.append({ subject: subjectOf('person', personId), role: 'administrator', facts }))
  return personId
}
const leave = ({ workstation }: StickMachine, personId: string) =>
  valueOf(
    workstation.append({
      ...{ subject: subjectOf('person', personId), role: 'administrator' },
      facts: [{ type: 'person.postsChanged@1', open: { posts: [] } }],
    }),
  )
async function carried(from: StickMachine): Promise<string> {
  const stick = temporaryFolder()
  folders.push(stick)
  await from.carry(stick)
  return stick
}
const carry = async (from: StickMachine, to: StickMachine) => valueOf(await to.takeIn(await carried(from)))
const further = async (of: StickMachine): Promise<StickMachine> => {
  const machine = await furtherMachine(of)
  folders.push(machine.folder)
  await carry(machine, of) // whom the other one knows of, it writes for
  return machine
}
const keyless = ({ workstation }: StickMachine, personId: string) =>
  workstation.options.vault.status().people.every(one => one.personId !== personId)
const signIn = ({ workstation }: StickMachine, personId: string) =>
  workstation.signIn({ personId, password, witness: null })

describe('who left by the word of another machine', () => {
  test('loses the way in here with the act that says so, whoever is signed in then', async () => {
    const first = await founded()
    const personId = await add(first)
    const second = await further(first)
    expect(keyless(second, personId)).toBe(false)
    leave(first, personId)
    expect(keyless(second, personId)).toBe(false) // nothing has come there yet
    await carry(first, second)
    expect(keyless(second, personId)).toBe(true)
    expect(second.workstation.isOpen).toBe(true)
    second.workstation.lock()
    expect(await signIn(second, personId)).toMatchObject({ ok: false, problem: { kind: 'wrongPassword' } })
  })

  test('is sent off where they are signed in themselves, and does not come in again', async () => {
    const first = await founded()
    const personId = await add(first)
    const second = await further(first)
    const sentOff = vi.spyOn(second.workstation.options, 'onTimedLock')
    valueOf(await signIn(second, personId))
    leave(first, personId)
    await second.takeIn(await carried(first)) // locked in the middle of it, what lies in quarantine is gone on with later
    await eventually(() => expect(second.workstation.isOpen).toBe(false))
    expect(sentOff).toHaveBeenCalledTimes(1)
    expect(await signIn(second, personId)).toMatchObject({ ok: false, problem: { kind: 'wrongPassword' } })
  })

  test('others keep theirs, and other posts do not take a key away', async () => {
    const first = await founded()
    const personId = await add(first)
    const second = await further(first)
    valueOf(
      first.workstation.append({
        ...{ subject: subjectOf('person', personId), role: 'administrator' },
        facts: [{ type: 'person.postsChanged@1', open: { posts: ['reviewer'] } }],
      }),
    )
    await carry(first, second)
    second.workstation.lock()
    expect(valueOf(await signIn(second, personId)).posts).toEqual(['reviewer'])
  })
})

describe('a password', () => {
  test('that was set on one machine opens that one; the others go on with the former one', async () => {
    const first = await founded()
    const personId = await add(first)
    const second = await further(first)
    valueOf(await setPassword(first.workstation, { personId, password: '管理员给的另一个口令' }))
    await carry(first, second)
    for (const { workstation } of [first, second]) workstation.lock()
    expect((await signIn(first, personId)).ok).toBe(false)
    expect((await signIn(second, personId)).ok).toBe(true)
  })

  test('is set for somebody whom another machine added, who then signs in here; for who has left it is not', async () => {
    const first = await founded()
    const second = await further(first)
    const personId = await add(first)
    await carry(first, second)
    expect(keyless(second, personId)).toBe(true)
    valueOf(await setPassword(second.workstation, { personId, password }))
    second.workstation.lock()
    expect(valueOf(await signIn(second, personId))).toMatchObject({ personId, posts: ['clerk'] })
    leave(first, personId)
    const refused = await setPassword(first.workstation, { personId, password })
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'refused', why: { kind: 'personHasLeft' } } })
    expect((await setPassword(first.workstation, { personId: crypto.randomUUID(), password })).ok).toBe(false)
  })
})
