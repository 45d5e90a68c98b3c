import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PutBackState } from '#shared/contracts/put-back-channels'
import { putBackDesk, type PutBackDesk } from '../../../../../electron/main/put-back/put-back-desk'
import { doneMark, finishPutBack, putBackFolder } from '../../../../../electron/main/put-back/put-back-folder'
import { prepareMirrorFolder } from '../../../../../electron/main/workstation/folder-check'
import type { Workstation } from '../../../../../electron/main/workstation/workstation'
import { bytesBelow } from '../../../../support/neighbours/office-of-machines'
import { machineOn, temporaryFolder } from '../../../../support/sticks/stick-machines'
import {
  cheapKdf,
  founding,
  openTestWorkstation,
  signInFirst,
  valueOf,
} from '../../../../support/workstation/test-workstation'
import { visitActs } from '../../../../support/workstation/visit-acts'

const { password } = founding.administrator
const mac = ['mac 3c:7c:3f:00:00:01']
let home: string
let office: string
let copy: string
let recoveryKey: string
beforeEach(() => {
  serials.clear()
  home = temporaryFolder()
  ;[office, copy] = ['office', 'copy'].map(name => path.join(home, name)) as [string, string]
  fs.mkdirSync(copy)
  valueOf(prepareMirrorFolder(copy, office))
})
afterEach(() => fs.rmSync(home, { recursive: true, force: true }))

const on = (folder: string, identifiers = mac, isMirrored = false): Workstation =>
  openTestWorkstation({
    ...{ folder, machineIdentifiers: () => identifiers },
    ...(isMirrored ? { mirrorFolder: path.join(copy, 'journal'), vaultMirrorFolder: path.join(copy, 'vault') } : {}),
  })

const scanOf = (letter: string): Buffer => Buffer.from(`%PDF-1.7 ${letter.repeat(600_000)}`)
const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

const serials = new Map<string, number>()
/** A request under the code that this machine has now. */
function register(workstation: Workstation): string {
  const agency = workstation.ledger!.actsOf('office')[0]!.facts.find(({ type }) => type === 'agency.added@1')!
  const { agencyId } = agency.open as { agencyId: string }
  const today = workstation.options.clock.today()
  const { workstation: code } = workstation.session()!
  const serial = (serials.get(code) ?? 0) + 1
  serials.set(code, serial)
  const [step] = visitActs({ agencyId, today, requestSerial: serial, letterSerial: serial })
  const { subject, role, facts } = step!
  const asked = facts[0]!.open as { requestNo: string }
  const requestNo = asked.requestNo.replace('-A-', `-${code}-`)
  valueOf(workstation.append({ subject, role, facts: [{ ...facts[0]!, open: { ...asked, requestNo } }] }))
  return subject
}

/** Of a new request: sealed, kept and recorded, as the desk does it. */
async function addScan(workstation: Workstation, bytes: Buffer): Promise<{ subject: string; digest: string }> {
  const subject = register(workstation)
  const upload = valueOf(workstation.scans!.blobs.begin(subject))
  valueOf(upload.write(bytes))
  valueOf(await upload.seal())
  valueOf(upload.keep())
  const digest = digestOf(bytes)
  const open = { kind: 'signedForm', digest, bytes: bytes.length, mime: 'application/pdf' }
  valueOf(
    workstation.append({
      ...{ subject, role: 'clerk' },
      facts: [{ type: 'scan.added@1', open, personal: { title: '申请表' } }],
    }),
  )
  workstation.scans!.blobMirror?.follow()
  return { subject, digest }
}

async function mirrored(workstation: Workstation): Promise<void> {
  for (let state = ''; state !== 'current'; state = workstation.mirrorState) {
    await workstation.lookAtMirror()
    await turn()
  }
}

const actsOf = ({ ledger }: Workstation): string[] =>
  [...ledger!.subjects()].flatMap(subject => ledger!.actsOf(subject).map(act => JSON.stringify(act))).sort()

/** An office with two scans of its own, and a second machine's chain that came by stick. */
async function officeWithCopy() {
  const original = on(office, mac, true)
  ;({ recoveryKey } = valueOf(await original.establish(founding)))
  const scans = [await addScan(original, scanOf('a')), await addScan(original, scanOf('b'))]
  original.lock()
  const second = path.join(home, 'second')
  fs.cpSync(office, second, { recursive: true })
  valueOf(await signInFirst(original))
  const clone = on(second, ['mac 3c:7c:3f:00:00:02'])
  valueOf(await signInFirst(clone))
  const stick = path.join(home, 'stick')
  fs.mkdirSync(stick)
  await machineOn(clone, second).carry(stick)
  valueOf(await machineOn(original, office).takeIn(stick))
  expect(original.ledger!.heads).toHaveLength(2)
  await mirrored(original)
  return { original, clone, second, scans }
}

let chosen: string | null
let views: number
const faults: unknown[] = []
function deskOf(workstation: Workstation, freeBytes = 2 ** 40): PutBackDesk {
  chosen = copy
  views = 0
  return putBackDesk({
    ...{ office: workstation.options.folder, vault: workstation.options.vault, kdf: cheapKdf, now: Date.now },
    freeBytes: () => freeBytes,
    askFolder: async () => chosen,
    dropView: async () => void (views += 1),
    onFault: cause => faults.push(cause),
  })
}

async function settled(desk: PutBackDesk): Promise<PutBackState> {
  while (['checking', 'copying'].includes(desk.state().stage)) await turn()
  expect(faults.splice(0)).toEqual([])
  return desk.state()
}

async function foundIn(desk: PutBackDesk) {
  valueOf(await desk.choose())
  const state = desk.state()
  if (state.stage !== 'found') throw new Error(JSON.stringify(state))
  return state.copy
}

async function checkedIn(desk: PutBackDesk) {
  const { people } = await foundIn(desk)
  valueOf(await desk.check({ personId: people[0]!.personId, password }))
  const state = await settled(desk)
  if (state.stage !== 'checked') throw new Error(JSON.stringify(state))
  return state.checked
}

test('a lost disk comes back whole from its copy: acts, scans, the other chain; and the desk goes on in a chain of its own', async () => {
  const { original, clone, second, scans } = await officeWithCopy()
  const [before, heads] = [actsOf(original), original.ledger!.heads]
  original.lock()
  fs.rmSync(office, { recursive: true })
  const copied = bytesBelow(copy)

  const machine = on(office)
  const desk = deskOf(machine)
  expect(await foundIn(desk)).toMatchObject({
    ...{ officeName: founding.officeName, workstation: 'A', folder: copy },
    people: [{ name: founding.administrator.name }],
  })
  expect(await checkedIn(desk)).toEqual({
    ...{ acts: heads.reduce((sum, { seq }) => sum + seq, 0), machines: 2, scans: 2, lackingScans: 0, damage: null },
    lastActAt: expect.any(Number),
  })
  valueOf(desk.start())
  expect(await settled(desk)).toEqual({ stage: 'done', officeName: founding.officeName })
  expect(views).toBe(1)
  expect(bytesBelow(copy).equals(copied)).toBe(true)
  expect(fs.readdirSync(home).filter(name => name.startsWith('office.putting-back'))).toEqual([])

  // On the very same machine, too: what the lost disk wrote after the copy may have gone elsewhere.
  valueOf(await signInFirst(machine))
  const { ledger } = machine
  expect(ledger!.readOnly).toBeNull()
  expect(heads.map(({ chain }) => chain)).not.toContain(ledger!.chain)
  for (const { chain, seq, hash } of heads) expect(ledger!.hashAt(seq, chain)).toBe(hash)
  expect(actsOf(machine)).toEqual(expect.arrayContaining(before))
  for (const { subject, digest } of scans) expect(await machine.scans!.blobs.verify(subject, digest)).toBeNull()
  const chain = ledger!.chain
  const third = await addScan(machine, scanOf('c'))
  machine.lock()

  const again = on(office)
  valueOf(await signInFirst(again))
  expect(again.ledger!.chain).toBe(chain)
  expect(await again.scans!.blobs.verify(third.subject, third.digest)).toBeNull()
  // The other machine takes the new chain in, and sees no fork.
  const stick = path.join(home, 'stick back')
  fs.mkdirSync(stick)
  await machineOn(again, office).carry(stick)
  valueOf(await machineOn(clone, second).takeIn(stick))
  expect(clone.findings).toEqual([])
  expect(clone.ledger!.heads.map(head => head.chain)).toContain(chain)
})

test('what the lost machine wrote after the copy, and gave to another, comes back from there beside what is written since', async () => {
  const { original, clone, second } = await officeWithCopy()
  const old = path.join(home, 'copy of the moment')
  fs.cpSync(copy, old, { recursive: true })
  const late = await addScan(original, scanOf('d'))
  const stick = path.join(home, 'late')
  fs.mkdirSync(stick)
  await machineOn(original, office).carry(stick)
  valueOf(await machineOn(clone, second).takeIn(stick))
  expect(clone.ledger!.actsOf(late.subject)).toHaveLength(2)
  original.lock()
  fs.rmSync(office, { recursive: true })

  const machine = on(office)
  const desk = deskOf(machine)
  chosen = old
  await checkedIn(desk)
  valueOf(desk.start())
  await settled(desk)
  valueOf(await signInFirst(machine))
  expect(machine.ledger!.actsOf(late.subject)).toEqual([])
  const since = await addScan(machine, scanOf('e'))
  const [there, here] = [machineOn(clone, second), machineOn(machine, office)]
  for (const [from, to, name] of [
    [here, there, 'one'],
    [there, here, 'two'],
    [here, there, 'three'],
  ] as const) {
    const folder = path.join(home, name)
    fs.mkdirSync(folder)
    await from.carry(folder)
    valueOf(await to.takeIn(folder))
  }
  for (const { workstation } of [there, here]) {
    for (const { subject } of [late, since])
      expect(workstation.ledger!.actsOf(subject).map(({ facts }) => facts[0]!.type)).toEqual([
        'request.registered@1',
        'scan.added@1',
      ])
  }
})

test('with nothing but the recovery sheet the copy is checked and put back, and the sheet sets a new password at the sign-in', async () => {
  const { original } = await officeWithCopy()
  original.lock()
  fs.rmSync(office, { recursive: true })
  const machine = on(office)
  const desk = deskOf(machine)
  const { people } = await foundIn(desk)
  const wrong = await desk.check({ personId: people[0]!.personId, password: '不是这个口令' })
  expect(wrong).toMatchObject({ ok: false, problem: { kind: 'wrongPassword' } })
  expect(await desk.check({ recoveryKey: 'AAAA' })).toMatchObject({ ok: false, problem: { kind: 'badInput' } })
  expect(desk.start()).toMatchObject({ ok: false })
  valueOf(await desk.check({ recoveryKey }))
  expect((await settled(desk)).stage).toBe('checked')
  valueOf(desk.start())
  expect((await settled(desk)).stage).toBe('done')
  const { personId } = people[0]!
  valueOf(await machine.recover({ recoveryKey, personId, newPassword: '另一个够长的口令', witness: null }))
  expect(machine.ledger!.actsOf(`person:${personId}`).at(-1)!.facts[0]!.type).toBe('person.passwordSet@1')
})

test('what the copy lacks is said before: a scan that is gone, one that is changed, a journal that is damaged', async () => {
  const { original } = await officeWithCopy()
  const { chain } = original.ledger!
  original.lock()
  fs.rmSync(office, { recursive: true })
  const blobs = path.join(copy, 'journal', chain, 'blobs')
  const [first, other] = fs.readdirSync(blobs).map(name => path.join(blobs, name))
  fs.rmSync(first!)
  fs.writeFileSync(other!, fs.readFileSync(other!).fill(1, 5_000, 5_001))
  const segment = path.join(copy, 'journal', chain, '000001.seg')
  const whole = fs.readFileSync(segment)

  const machine = on(office)
  expect(await checkedIn(deskOf(machine))).toMatchObject({ scans: 0, lackingScans: 2, damage: null })
  const middle = whole.findLastIndex(byte => byte !== 0) >> 1
  fs.writeFileSync(segment, Buffer.from(whole.map((byte, at) => (at === middle ? byte ^ 1 : byte))))
  const desk = deskOf(machine)
  expect(await checkedIn(desk)).toMatchObject({ damage: { kind: 'journalDamaged' } })
  // All the same: what stands before the damage can be read, and nothing is written.
  valueOf(desk.start())
  expect((await settled(desk)).stage).toBe('done')
  const again = on(office)
  valueOf(await signInFirst(again))
  expect(again.ledger!.readOnly).toMatchObject({ kind: 'journalDamaged' })
  expect(again.ledger!.chain).toBe(chain)
  expect(again.ledger!.actsOf('office').length).toBeGreaterThan(0)
})

test('what is no copy, or one without its keys or its ledger, is named; an office that stands is never touched', async () => {
  const { original } = await officeWithCopy()
  const { chain } = original.ledger!
  const standing = deskOf(original)
  expect(await standing.choose()).toEqual({ ok: false, problem: { kind: 'alreadyEstablished' } })
  original.lock()
  fs.renameSync(office, path.join(home, 'lost'))
  const machine = on(office)
  const failureOf = async (change: () => void, desk = deskOf(machine)): Promise<PutBackState> => {
    change()
    valueOf(await desk.choose())
    return desk.state()
  }
  const without = (...names: string[]) => fs.rmSync(path.join(copy, ...names), { recursive: true })
  const desk = deskOf(machine)
  expect(await failureOf(() => (chosen = home), desk)).toEqual({ stage: 'failed', why: 'notACopy' })
  chosen = null
  expect(await desk.choose()).toEqual({ ok: true, value: { outcome: 'cancelled' } })
  const full = deskOf(machine, 2 ** 20)
  await checkedIn(full)
  valueOf(full.start())
  expect(await settled(full)).toEqual({ stage: 'failed', why: 'noSpace' })
  expect(await failureOf(() => without('journal', chain))).toEqual({ stage: 'failed', why: 'noLedger' })
  expect(await failureOf(() => without('vault', 'subject-keys.dat'))).toEqual({ stage: 'failed', why: 'keysMissing' })
  fs.writeFileSync(path.join(copy, 'vault', 'vault.json'), '{}')
  expect(await failureOf(() => undefined)).toEqual({ stage: 'failed', why: 'keysDamaged' })
  expect(machine.options.vault.status().state).toBe('empty')
})

test('interrupted before the end there is no office and the next start clears up; at the end the next start finishes', () => {
  const making = putBackFolder(office)
  fs.mkdirSync(path.join(making, 'vault'), { recursive: true })
  fs.writeFileSync(path.join(making, 'vault', 'vault.json'), 'whole')
  expect(finishPutBack(office)).toBe(false)
  expect(fs.existsSync(making)).toBe(false)
  fs.mkdirSync(path.join(making, 'vault'), { recursive: true })
  fs.writeFileSync(path.join(making, 'vault', 'vault.json'), 'whole')
  fs.writeFileSync(path.join(making, doneMark), '1')
  expect(finishPutBack(office)).toBe(true)
  expect(fs.readFileSync(path.join(office, 'vault', 'vault.json'), 'utf8')).toBe('whole')
})
