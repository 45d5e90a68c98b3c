import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PutBackState } from '#shared/contracts/put-back-channels'
import { doneMark, finishPutBack, putBackFolder } from '../../../../../electron/main/put-back/put-back-folder'
import { bytesBelow } from '../../../../support/neighbours/office-of-machines'
import { actsOf, officeWithCopy, scanOf, type OfficeWithCopy } from '../../../../support/put-back/office-with-copy'
import { machineOn } from '../../../../support/sticks/stick-machines'
import { founding, signInFirst, valueOf } from '../../../../support/workstation/test-workstation'

let at: OfficeWithCopy
beforeEach(() => void (at = officeWithCopy()))
afterEach(() => at.remove())

test('a lost disk comes back whole from its copy: acts, scans, the other chain; and the desk goes on in a chain of its own', async () => {
  const { original, clone, second, scans } = await at.found()
  const [before, heads] = [actsOf(original), original.ledger!.heads]
  original.lock()
  fs.rmSync(at.office, { recursive: true })
  const copied = bytesBelow(at.copy)

  const machine = at.on(at.office)
  const desk = at.deskOf(machine)
  expect(await at.foundIn(desk)).toMatchObject({
    ...{ officeName: founding.officeName, workstation: 'A', folder: at.copy },
    people: [{ name: founding.administrator.name }],
  })
  expect(await at.checkedIn(desk)).toEqual({
    ...{ acts: heads.reduce((sum, { seq }) => sum + seq, 0), machines: 2, scans: 2, lackingScans: 0, damage: null },
    lastActAt: expect.any(Number),
  })
  valueOf(desk.start())
  expect(await at.settled(desk)).toEqual({ stage: 'done', officeName: founding.officeName })
  expect(at.seen.views).toBe(1)
  expect(bytesBelow(at.copy).equals(copied)).toBe(true)
  expect(fs.readdirSync(at.home).filter(name => name.startsWith('office.putting-back'))).toEqual([])

  // On the very same machine, too: what the lost disk wrote after the copy may have gone elsewhere.
  valueOf(await signInFirst(machine))
  const { ledger } = machine
  expect(ledger!.readOnly).toBeNull()
  expect(heads.map(({ chain }) => chain)).not.toContain(ledger!.chain)
  for (const { chain, seq, hash } of heads) expect(ledger!.hashAt(seq, chain)).toBe(hash)
  expect(actsOf(machine)).toEqual(expect.arrayContaining(before))
  for (const { subject, digest } of scans) expect(await machine.scans!.blobs.verify(subject, digest)).toBeNull()
  const chain = ledger!.chain
  const third = await at.addScan(machine, scanOf('c'))
  machine.lock()

  const again = at.on(at.office)
  valueOf(await signInFirst(again))
  expect(again.ledger!.chain).toBe(chain)
  expect(await again.scans!.blobs.verify(third.subject, third.digest)).toBeNull()
  // The other machine takes the new chain in, and sees no fork.
  const stick = path.join(at.home, 'stick back')
  fs.mkdirSync(stick)
  await machineOn(again, at.office).carry(stick)
  valueOf(await machineOn(clone, second).takeIn(stick))
  expect(clone.findings).toEqual([])
  expect(clone.ledger!.heads.map(head => head.chain)).toContain(chain)
})

test('what the lost machine wrote after the copy, and gave to another, comes back from there beside what is written since', async () => {
  const { original, clone, second } = await at.found()
  const old = path.join(at.home, 'copy of the moment')
  fs.cpSync(at.copy, old, { recursive: true })
  const late = await at.addScan(original, scanOf('d'))
  const stick = path.join(at.home, 'late')
  fs.mkdirSync(stick)
  await machineOn(original, at.office).carry(stick)
  valueOf(await machineOn(clone, second).takeIn(stick))
  expect(clone.ledger!.actsOf(late.subject)).toHaveLength(2)
  original.lock()
  fs.rmSync(at.office, { recursive: true })

  const machine = at.on(at.office)
  const desk = at.deskOf(machine)
  at.chooses.folder = old
  await at.checkedIn(desk)
  valueOf(desk.start())
  await at.settled(desk)
  valueOf(await signInFirst(machine))
  expect(machine.ledger!.actsOf(late.subject)).toEqual([])
  const since = await at.addScan(machine, scanOf('e'))
  const [there, here] = [machineOn(clone, second), machineOn(machine, at.office)]
  for (const [from, to, name] of [
    [here, there, 'one'],
    [there, here, 'two'],
    [here, there, 'three'],
  ] as const) {
    const folder = path.join(at.home, name)
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
  const { original, recoveryKey } = await at.found()
  original.lock()
  fs.rmSync(at.office, { recursive: true })
  const machine = at.on(at.office)
  const desk = at.deskOf(machine)
  const { people } = await at.foundIn(desk)
  const wrong = await desk.check({ personId: people[0]!.personId, password: '不是这个口令' })
  expect(wrong).toMatchObject({ ok: false, problem: { kind: 'wrongPassword' } })
  expect(await desk.check({ recoveryKey: 'AAAA' })).toMatchObject({ ok: false, problem: { kind: 'badInput' } })
  expect(desk.start()).toMatchObject({ ok: false })
  valueOf(await desk.check({ recoveryKey }))
  expect((await at.settled(desk)).stage).toBe('checked')
  valueOf(desk.start())
  expect((await at.settled(desk)).stage).toBe('done')
  const { personId } = people[0]!
  valueOf(await machine.recover({ recoveryKey, personId, newPassword: '另一个够长的口令', witness: null }))
  expect(machine.ledger!.actsOf(`person:${personId}`).at(-1)!.facts[0]!.type).toBe('person.passwordSet@1')
})

test('what the copy lacks is said before: a scan that is gone, one that is changed, a journal that is damaged', async () => {
  const { original } = await at.found()
  const { chain } = original.ledger!
  original.lock()
  fs.rmSync(at.office, { recursive: true })
  const blobs = path.join(at.copy, 'journal', chain, 'blobs')
  const [first, other] = fs.readdirSync(blobs).map(name => path.join(blobs, name))
  fs.rmSync(first!)
  fs.writeFileSync(other!, fs.readFileSync(other!).fill(1, 5_000, 5_001))
  const segment = path.join(at.copy, 'journal', chain, '000001.seg')
  const whole = fs.readFileSync(segment)

  const machine = at.on(at.office)
  expect(await at.checkedIn(at.deskOf(machine))).toMatchObject({ scans: 0, lackingScans: 2, damage: null })
  const middle = whole.findLastIndex(byte => byte !== 0) >> 1
  fs.writeFileSync(segment, Buffer.from(whole.map((byte, at) => (at === middle ? byte ^ 1 : byte))))
  const desk = at.deskOf(machine)
  expect(await at.checkedIn(desk)).toMatchObject({ damage: { kind: 'journalDamaged' } })
  // All the same: what stands before the damage can be read, and nothing is written.
  valueOf(desk.start())
  expect((await at.settled(desk)).stage).toBe('done')
  const again = at.on(at.office)
  valueOf(await signInFirst(again))
  expect(again.ledger!.readOnly).toMatchObject({ kind: 'journalDamaged' })
  expect(again.ledger!.chain).toBe(chain)
  expect(again.ledger!.actsOf('office').length).toBeGreaterThan(0)
})

test('what is no copy, or one without its keys or its ledger, is named; an office that stands is never touched', async () => {
  const { original } = await at.found()
  const { chain } = original.ledger!
  const standing = at.deskOf(original)
  expect(await standing.choose()).toEqual({ ok: false, problem: { kind: 'alreadyEstablished' } })
  original.lock()
  fs.renameSync(at.office, path.join(at.home, 'lost'))
  const machine = at.on(at.office)
  const failureOf = async (change: () => void, desk = at.deskOf(machine)): Promise<PutBackState> => {
    change()
    valueOf(await desk.choose())
    return desk.state()
  }
  const without = (...names: string[]) => fs.rmSync(path.join(at.copy, ...names), { recursive: true })
  const desk = at.deskOf(machine)
  expect(await failureOf(() => (at.chooses.folder = at.home), desk)).toEqual({ stage: 'failed', why: 'notACopy' })
  at.chooses.folder = null
  expect(await desk.choose()).toEqual({ ok: true, value: { outcome: 'cancelled' } })
  const full = at.deskOf(machine, 2 ** 20)
  await at.checkedIn(full)
  valueOf(full.start())
  expect(await at.settled(full)).toEqual({ stage: 'failed', why: 'noSpace' })
  expect(await failureOf(() => without('journal', chain))).toEqual({ stage: 'failed', why: 'noLedger' })
  expect(await failureOf(() => without('vault', 'subject-keys.dat'))).toEqual({ stage: 'failed', why: 'keysMissing' })
  fs.writeFileSync(path.join(at.copy, 'vault', 'vault.json'), '{}')
  expect(await failureOf(() => undefined)).toEqual({ stage: 'failed', why: 'keysDamaged' })
  expect(machine.options.vault.status().state).toBe('empty')
})

test('interrupted before the end there is no office and the next start clears up; at the end the next start finishes', () => {
  const making = putBackFolder(at.office)
  fs.mkdirSync(path.join(making, 'vault'), { recursive: true })
  fs.writeFileSync(path.join(making, 'vault', 'vault.json'), 'whole')
  expect(finishPutBack(at.office)).toBe(false)
  expect(fs.existsSync(making)).toBe(false)
  fs.mkdirSync(path.join(making, 'vault'), { recursive: true })
  fs.writeFileSync(path.join(making, 'vault', 'vault.json'), 'whole')
  fs.writeFileSync(path.join(making, doneMark), '1')
  expect(finishPutBack(at.office)).toBe(true)
  expect(fs.readFileSync(path.join(at.office, 'vault', 'vault.json'), 'utf8')).toBe('whole')
})
