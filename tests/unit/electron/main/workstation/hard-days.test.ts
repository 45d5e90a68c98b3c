import { noDesks } from '../../../../support/workstation/no-desks'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Handlers } from '#shared/contracts/channel'
import type { DeskChannels } from '#shared/contracts/desk-channels'
import { officeClock, type MachineTime } from '../../../../../electron/main/clock/office-clock'
import { deskHandlers } from '../../../../../electron/main/ipc/desk-handlers'
import { setAsideUnfinishedSetUp } from '../../../../../electron/main/workstation/unfinished-set-up'
import type { Workstation } from '../../../../../electron/main/workstation/workstation'
import { founding, openTestWorkstation, signInFirst, valueOf } from '../../../../support/workstation/test-workstation'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hard-days-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const noon = Date.parse('2026-03-02T04:00:00Z')

interface Opened {
  readonly workstation: Workstation
  readonly ask: Handlers<DeskChannels>
}

function open(options: { at?: number; machine?: MachineTime; freeBytes?: () => number } = {}): Opened {
  const machine = options.machine ?? { wall: () => options.at ?? noon, monotonic: () => 0 }
  const workstation = openTestWorkstation({
    folder,
    clock: officeClock(machine),
    ...(options.freeBytes ? { freeBytes: options.freeBytes } : {}),
  })
  return { workstation, ask: deskHandlers({ workstation, ...noDesks }) }
}

const password = '第二个人的口令很长'

test('codes of the greatest length open again after a restart', async () => {
  const first = open()
  valueOf(await first.workstation.establish({ ...founding, placeCode: 'YUNXIC', workstation: 'Z' }))
  first.workstation.lock()
  expect((await signInFirst(open().workstation)).ok).toBe(true)
})

test('a year typed wrong once is taken back by the administrator, and is not asked for again', async () => {
  const first = open()
  valueOf(await first.workstation.establish(founding))
  first.workstation.lock()

  const wrong = open({ at: Date.parse('2062-03-02T04:00:00Z') })
  valueOf(await signInFirst(wrong.workstation))
  expect(await wrong.ask['clock:today']()).toMatchObject({ ok: false, problem: { kind: 'clockBehind', isAhead: true } })
  const before = wrong.workstation.ledger!.head
  expect(wrong.workstation.append(noteOnMe(wrong.workstation))).toMatchObject({ problem: { kind: 'clockBehind' } })
  expect(wrong.workstation.ledger!.head).toEqual(before)
  valueOf(await wrong.ask['clock:confirm']({ today: '2062-03-02' })) // an administrator insists: the act now says 2062
  wrong.workstation.lock()

  const right = open({ at: noon + 86_400_000 })
  valueOf(await signInFirst(right.workstation))
  expect(await right.ask['clock:today']()).toMatchObject({ ok: false, problem: { lastActOn: '2062-03-02' } })
  valueOf(await right.ask['clock:confirm']({ today: '2026-03-03' }))
  expect(valueOf(await right.ask['clock:today']())).toMatchObject({ today: '2026-03-03' })
  valueOf(right.workstation.append(noteOnMe(right.workstation)))
  right.workstation.lock()

  const dayAfter = open({ at: noon + 2 * 86_400_000 })
  valueOf(await signInFirst(dayAfter.workstation))
  expect(valueOf(await dayAfter.ask['clock:today']())).toMatchObject({ today: '2026-03-04' })
})

test('a clerk cannot confirm a day before the last act', async () => {
  const first = open()
  valueOf(await first.workstation.establish(founding))
  const { personId } = valueOf(await first.ask['people:add']({ name: '罗小燕', posts: ['clerk'], password }))
  first.workstation.lock()
  const later = open({ at: noon - 90 * 86_400_000 })
  valueOf(await later.workstation.signIn({ personId, password, witness: null }))
  expect(await later.ask['clock:confirm']({ today: '2026-02-01' })).toMatchObject({
    problem: { why: { kind: 'postNeeded' } },
  })
  valueOf(await later.ask['clock:confirm']({ today: '2026-03-02' }))
})

test('a refused change of password leaves the old one', async () => {
  let free = 2 ** 40
  const { workstation, ask } = open({ freeBytes: () => free })
  valueOf(await workstation.establish(founding))
  const { personId } = valueOf(await ask['people:add']({ name: '罗小燕', posts: ['clerk'], password }))
  free = 2 ** 29
  expect(await ask['people:setPassword']({ personId, password: '不该生效的新口令' })).toMatchObject({
    problem: { kind: 'diskNearlyFull' },
  })
  free = 2 ** 40
  expect((await workstation.signIn({ personId, password: '不该生效的新口令', witness: null })).ok).toBe(false)
  expect((await workstation.signIn({ personId, password, witness: null })).ok).toBe(true)
})

test('one\u2019s own password needs the old one, whatever post is held; a reset of another\u2019s does not', async () => {
  const { workstation, ask } = open()
  const { session } = valueOf(await workstation.establish(founding))
  const { personId } = valueOf(await ask['people:add']({ name: '罗小燕', posts: ['clerk'], password }))
  const next = '换过的口令也很长'
  const head = () => workstation.ledger!.head.seq
  const before = head()
  expect(await ask['people:setPassword']({ personId: session.personId, password: next })).toMatchObject({
    problem: { kind: 'refused', why: { kind: 'ownPasswordIsChanged' } },
  })
  expect(await ask['people:changePassword']({ current: '不是这个口令', password: next })).toMatchObject({
    problem: { kind: 'wrongPassword' },
  })
  expect(head()).toBe(before)

  valueOf(await ask['people:changePassword']({ current: founding.administrator.password, password: next }))
  valueOf(await ask['people:setPassword']({ personId, password: next }))
  const by = (who: string) => workstation.ledger!.actsOf(`person:${who}`).at(-1)!.facts
  expect(by(session.personId)).toEqual([{ type: 'person.passwordSet@1', open: { by: 'self' } }])
  expect(by(personId)).toEqual([{ type: 'person.passwordSet@1', open: { by: 'administrator' } }])
  workstation.lock()
  expect(await ask['people:changePassword']({ current: next, password })).toMatchObject({ problem: { kind: 'locked' } })
  expect((await signInFirst(workstation)).ok).toBe(false)
  expect((await workstation.signIn({ personId: session.personId, password: next, witness: null })).ok).toBe(true)
})

test('posts written into vault.json by hand open nothing: the ledger knows who holds them', async () => {
  const { workstation, ask } = open()
  const established = valueOf(await workstation.establish(founding))
  const { personId } = valueOf(await ask['people:add']({ name: '罗小燕', posts: ['clerk'], password }))
  workstation.lock()
  const file = path.join(folder, 'vault', 'vault.json')
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('["clerk"]', '["administrator","reviewer"]'))
  const edited = open()
  const session = valueOf(await edited.workstation.signIn({ personId, password, witness: null }))
  expect(session.posts).toEqual(['clerk'])
  expect(
    await edited.ask['people:setPassword']({ personId: established.session.personId, password: '夺来的口令很长' }),
  ).toMatchObject({
    problem: { kind: 'refused', why: { kind: 'postNotHeld' } },
  })
  expect(await edited.ask['vault:renewRecoverySheet']()).toMatchObject({ problem: { kind: 'refused' } })
  edited.workstation.lock()
  expect((await signInFirst(open().workstation)).ok).toBe(true)
})

test('somebody whom a crash left in the vault and whom nobody added cannot sign in after the next start', async () => {
  const { workstation } = open()
  valueOf(await workstation.establish(founding))
  const stranger = valueOf(await workstation.options.vault.addPerson('无人添加', ['reviewer'], password))
  workstation.lock()
  const again = open()
  valueOf(await signInFirst(again.workstation))
  expect(again.workstation.options.vault.status().people.map(person => person.personId)).not.toContain(
    stranger.personId,
  )
})

test('a set-up cut off before anything was recorded is put aside; an office that recorded anything never is', async () => {
  const cut = open()
  valueOf(await cut.workstation.options.vault.establish(founding))
  cut.workstation.options.vault.lock()
  expect(setAsideUnfinishedSetUp(folder)).toBe(true)
  const again = open()
  expect(again.workstation.options.vault.status().state).toBe('empty')
  valueOf(await again.workstation.establish(founding))
  again.workstation.lock()
  expect(setAsideUnfinishedSetUp(folder)).toBe(false)
  fs.rmSync(path.join(folder, 'journal'), { recursive: true }) // a lost journal is a disaster, not an unfinished set-up
  expect(setAsideUnfinishedSetUp(folder)).toBe(false)
})

test('a journal that cannot be opened leaves the door shut and usable', async () => {
  const { workstation } = open()
  const { session } = valueOf(await workstation.establish(founding))
  workstation.lock()
  const segment = path.join(folder, 'journal', session.chain, '000001.seg')
  fs.renameSync(segment, `${segment}.away`)
  fs.mkdirSync(segment) // reading it throws
  const again = open()
  await expect(signInFirst(again.workstation)).rejects.toThrow()
  expect(again.workstation.isOpen).toBe(false)
  expect(again.workstation.options.vault.status().state).toBe('locked')
  fs.rmdirSync(segment)
  fs.renameSync(`${segment}.away`, segment)
  expect((await signInFirst(again.workstation)).ok).toBe(true)
})

test('one request has one name: an alias of its subject is refused', async () => {
  const { workstation } = open()
  valueOf(await workstation.establish(founding))
  const alias = {
    subject: `request:${crypto.randomUUID()}:x`,
    role: 'clerk',
    facts: [{ type: 'request.examined@1', open: { elementsComplete: true, withinRemit: true } }],
  }
  expect(workstation.append(alias)).toMatchObject({ problem: { why: { kind: 'subjectUnknown' } } })
})

const noteOnMe = (workstation: Workstation) => ({
  subject: `person:${workstation.session()!.personId}`,
  role: 'administrator',
  facts: [{ type: 'person.passwordSet@1', open: { by: 'self' } }],
})

test('who locks by hand drops what is half done, as the lock by time does: main has one way for it', async () => {
  const workstation = openTestWorkstation({ folder, clock: officeClock({ wall: () => noon, monotonic: () => 0 }) })
  valueOf(await workstation.establish(founding))
  const dropped: boolean[] = []
  const drop = () => void dropped.push(workstation.isOpen)
  expect(await deskHandlers({ workstation, ...noDesks, drop })['vault:lock']()).toMatchObject({ ok: true })
  expect(dropped).toEqual([true]) // while the keys are there that it may need
  expect(workstation.isOpen).toBe(false)
})
