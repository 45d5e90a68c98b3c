import { noDesks } from '../../../../support/workstation/no-desks'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Announce } from '../../../../../electron/main/vault/announce'
import { deskHandlers } from '../../../../../electron/main/ipc/desk-handlers'
import type { Workstation } from '../../../../../electron/main/workstation/workstation'
import { founding, openTestWorkstation, signInFirst, valueOf } from '../../../../support/workstation/test-workstation'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crash-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const open = (options: { freeBytes?: () => number; mirrorFolder?: string } = {}) => {
  const workstation = openTestWorkstation({ folder, ...options })
  return {
    workstation,
    ask: deskHandlers({ workstation, ...noDesks }),
  }
}
const password = '第二个人的口令很长'
const passwordSet = (personId: string, by: 'self' | 'administrator') => ({
  subject: `person:${personId}`,
  role: 'administrator',
  facts: [{ type: 'person.passwordSet@1', open: { by } }],
})
const recoveryRenewed = {
  subject: 'office',
  role: 'administrator',
  facts: [{ type: 'recovery.renewed@1', open: {} }],
}
const actorsOf = (workstation: Workstation, subject: string, type: string) =>
  workstation
    .ledger!.actsOf(subject)
    .filter(act => act.facts.some(fact => fact.type === type))
    .map(act => act.actor)

/** The vault is changed, and the program ends before the ledger hears of it. */
async function crashAfter(
  workstation: Workstation,
  act: Parameters<Workstation['changeVault']>[0],
  change: (announce: Announce) => unknown,
) {
  const crash = async (announce: Announce) => {
    await change(announce)
    throw new Error('the plug is pulled')
  }
  await expect(workstation.changeVault(act, crash)).rejects.toThrow('plug')
  workstation.lock()
}

test('a password that changed before a crash is told at the next sign-in, once, in the name of who set it', async () => {
  const { workstation, ask } = open()
  const { session } = valueOf(await workstation.establish(founding))
  const { personId } = valueOf(await ask['people:add']({ name: '罗小燕', posts: ['clerk'], password }))
  const { vault } = workstation.options
  await crashAfter(workstation, passwordSet(personId, 'administrator'), announce =>
    vault.setPassword(personId, '管理员设的新口令', announce),
  )
  for (let start = 0; start < 2; start++) {
    const again = open().workstation
    valueOf(await again.signIn({ personId, password: '管理员设的新口令', witness: null }))
    expect(actorsOf(again, `person:${personId}`, 'person.passwordSet@1')).toEqual([session.personId])
    again.lock()
  }
})

test('two requests for one change at the same moment tell of it once', async () => {
  const { workstation, ask } = open()
  valueOf(await workstation.establish(founding))
  valueOf(await ask['vault:renewRecoverySheet']())
  const answers = await Promise.all([ask['vault:keepRecoverySheet'](), ask['vault:keepRecoverySheet']()])
  expect(answers).toMatchObject([{ ok: true }, { ok: false, problem: { kind: 'notFound' } }])
  expect(actorsOf(workstation, 'office', 'recovery.renewed@1')).toHaveLength(1)
})

test('a change that a crash prevented is not told', async () => {
  const { workstation } = open()
  const { session } = valueOf(await workstation.establish(founding))
  await crashAfter(workstation, passwordSet(session.personId, 'self'), announce => announce('A'.repeat(80)))
  const again = open().workstation
  valueOf(await signInFirst(again))
  expect(actorsOf(again, `person:${session.personId}`, 'person.passwordSet@1')).toHaveLength(1) // the founding's own
  expect(again.options.vault.drafts.list()).toEqual([])
})

test('what the ledger cannot take at the next sign-in is told at a later one', async () => {
  const { workstation } = open()
  const { session } = valueOf(await workstation.establish(founding))
  const { vault } = workstation.options
  await crashAfter(workstation, passwordSet(session.personId, 'self'), announce =>
    vault.setPassword(session.personId, '又一个够长的口令', announce),
  )
  const signIn = async (freeBytes: number) => {
    const { workstation, ask } = open({ freeBytes: () => freeBytes })
    valueOf(await workstation.signIn({ personId: session.personId, password: '又一个够长的口令', witness: null }))
    return {
      workstation,
      ask,
      told: actorsOf(workstation, `person:${session.personId}`, 'person.passwordSet@1').length,
    }
  }
  const full = await signIn(2 ** 29)
  expect(full.told).toBe(1)
  expect(await full.ask['people:setPassword']({ personId: session.personId, password })).toMatchObject({ ok: false })
  full.workstation.lock()
  expect((await signIn(2 ** 40)).told).toBe(2)
})

test('a renewed sheet that nobody came to hold leaves the old one good, and nothing is said of a renewal', async () => {
  const { workstation, ask } = open()
  const { session, recoveryKey } = valueOf(await workstation.establish(founding))
  valueOf(await ask['vault:renewRecoverySheet']())
  workstation.lock()
  const again = open().workstation
  const input = { recoveryKey, personId: session.personId, newPassword: '用旧表设的新口令' }
  valueOf(await again.recover({ ...input, witness: null }))
  expect(actorsOf(again, 'office', 'recovery.renewed@1')).toEqual([])
})

test('a renewed sheet that is held ends the old one and is told, also after a crash in between', async () => {
  const { workstation, ask } = open()
  const { session, recoveryKey } = valueOf(await workstation.establish(founding))
  expect(await ask['vault:keepRecoverySheet']()).toMatchObject({ problem: { kind: 'notFound' } })
  valueOf(await ask['vault:renewRecoverySheet']())
  valueOf(await ask['vault:keepRecoverySheet']())
  const renewed = valueOf(await ask['vault:renewRecoverySheet']()).recoveryKey
  const { vault } = workstation.options
  await crashAfter(workstation, recoveryRenewed, announce => vault.settleRecovery(announce))
  const again = open().workstation
  const input = { personId: session.personId, newPassword: '用新表设的新口令', witness: null }
  expect(await again.recover({ ...input, recoveryKey })).toMatchObject({ problem: { kind: 'wrongRecoveryKey' } })
  valueOf(await again.recover({ ...input, recoveryKey: renewed }))
  expect(actorsOf(again, 'office', 'recovery.renewed@1')).toEqual([session.personId, session.personId])
})

test('somebody whom a crash left in the vault sees nothing and is gone, also where they are the first to come', async () => {
  const { workstation } = open()
  valueOf(await workstation.establish(founding))
  const stranger = valueOf(await workstation.options.vault.addPerson('无人添加', ['reviewer'], password))
  workstation.lock()
  const again = open().workstation
  const signedIn = await again.signIn({ personId: stranger.personId, password, witness: null })
  expect(signedIn).toEqual({ ok: false, problem: { kind: 'unknownPerson' } })
  expect(again.isOpen).toBe(false)
  expect(again.options.vault.status()).toMatchObject({ state: 'locked', people: [{ name: '祁工' }] })
})

test('an office with a second disk can be set up again wherever the first set-up was cut', async () => {
  const mirrorFolder = path.join(folder, 'second-disk')
  fs.mkdirSync(mirrorFolder)
  const { workstation } = open({ mirrorFolder })
  const draft = { name: 'founding', content: foundingWithoutPassword() }
  valueOf(await workstation.options.vault.establish(founding, draft)) // and the program ends here
  workstation.options.vault.lock()
  const again = open({ mirrorFolder }).workstation
  expect(valueOf(await signInFirst(again)).lastSeq).toBe(3)
  expect(again.options.vault.drafts.list()).toEqual([])
})

test('the window can neither read, write nor discard what main keeps among the drafts', async () => {
  const { workstation, ask } = open()
  valueOf(await workstation.establish(founding))
  valueOf(workstation.options.vault.drafts.save('untold', {}))
  for (const name of ['founding', 'untold']) {
    for (const answer of [
      await ask['draft:save']({ name, content: {} }),
      await ask['draft:load']({ name }),
      await ask['draft:discard']({ name }),
    ]) {
      expect(answer).toEqual({ ok: false, problem: { kind: 'badInput', detail: 'draftName' } })
    }
  }
  expect(await ask['draft:list']()).toEqual({ ok: true, value: [] })
})

function foundingWithoutPassword() {
  const { administrator, ...office } = founding
  return { ...office, administrator: { name: administrator.name, posts: [...administrator.posts] } }
}
