import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { officeClock } from '../../../../../../electron/main/clock/office-clock'
import { checkBundle } from '../../../../../../electron/main/bundles/check-bundle'
import { findBundles } from '../../../../../../electron/main/bundles/find-bundles'
import { carriedName } from '../../../../../../electron/main/ledger/carried-blobs'
import { nodeCraft } from '../../../../../../electron/main/sync/node-craft'
import {
  founded,
  headquartersOf,
  inQuarantine,
  newStick,
  noFoldersAfterEach,
  office,
  removedAfterwards,
} from '../../../../../support/sticks/machines-and-sticks'
import { foundedMachine, furtherMachine, temporaryFolder } from '../../../../../support/sticks/stick-machines'
import { valueOf } from '../../../../../support/workstation/test-workstation'

noFoldersAfterEach()

test('what one machine wrote is at the other after a stick, names and scans too, and the receipt comes back', async () => {
  const { first, second } = await office()
  const stick = newStick()
  const there = second.register(1)
  await second.scan(there, Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(5_000)]))
  const folder = await second.carry(stick)

  const { sticks } = first
  expect(valueOf(second.sticks.find(stick))).toMatchObject([{ name: folder, isOwn: true }])
  expect(valueOf(sticks.find(stick))).toMatchObject([{ name: folder, isOwn: false }])
  const preview = valueOf(await sticks.take(stick, { name: folder }))
  expect(preview).toMatchObject({ by: { kind: 'unknown' }, isNews: true, blobs: { fresh: 1, known: 0 } })
  expect(preview.requests).toEqual({ all: 1, named: [{ requestNo: 'YX-A-2026-0001', acts: 2 }] })
  expect(preview.chains.map(({ trouble }) => trouble)).toEqual([null, null])
  expect(first.workstation.ledger!.has(there)).toBe(false) // shown is not taken
  const done = valueOf(await sticks.apply('clerk'))
  expect(done).toMatchObject({ by: { kind: 'machine' }, blobs: 1, refused: [], hasRolledOver: false })
  expect(done.came).toBeGreaterThan(2)
  expect(first.workstation.ledger!.has(there)).toBe(true)
  expect(inQuarantine(first)).toEqual([])
  const [blob] = [...first.workstation.scans!.blobIndex.named()]
  expect(first.workstation.scans!.carried.has(carriedName(blob!.file))).toBe(true)

  // Back: with the receipt, with what the first one wrote meanwhile, and with the keys of its requests.
  const here = first.register(2)
  await first.carry(stick, {}, { mediumNo: 'JZ-02' })
  const names = fs.readdirSync(stick).sort()
  const back = valueOf(
    await second.takeIn(
      stick,
      names.find(name => name !== folder)!,
    ),
  )
  expect(back).toMatchObject({ refused: [], by: { kind: 'machine' } })
  expect(back.keys).toBeGreaterThan(0)
  expect(second.names(here)).toEqual(first.names(here))
  expect(JSON.stringify(second.names(here))).toContain('name')
  const received = second.workstation.ledger!.actsOf('office').flatMap(({ facts }) => facts)
  expect(received.filter(({ type }) => type === 'media.received@1')).toHaveLength(2) // the other's, and its own of just now
})

test('acts of a moment that has not come yet are taken as they were signed, and said before and after', async () => {
  const first = await foundedMachine()
  const twoDays = 2 * 86_400_000
  const fast = officeClock({ wall: () => Date.now() + twoDays, monotonic: () => performance.now() })
  const second = await furtherMachine(first, fast)
  removedAfterwards(first.folder, second.folder)
  const stick = newStick()
  const there = second.register(1)
  const folder = await second.carry(stick)
  const preview = valueOf(await first.sticks.take(stick, { name: folder }))
  const ahead = preview.chains.map(({ aheadMs }) => Math.round((aheadMs ?? 0) / 3_600_000))
  expect(ahead).toContain(48)
  expect(valueOf(await first.sticks.apply('clerk'))).toMatchObject({ refused: [] })
  expect(first.workstation.ledger!.actsOf(there)).toEqual(
    second.workstation.ledger!.actsOf(there).map(act => ({ ...act, facts: expect.anything() })),
  )
  const { ownChain } = second.workstation.exchangeWith(nodeCraft)!
  const told = first.findings.filter(({ kind }) => kind === 'fromTheFuture')
  expect(told).toHaveLength(1)
  expect(told).toMatchObject([{ chain: ownChain, byMs: expect.any(Number) }])
  // What came the other way was written by a clock that is right.
  const back = valueOf(await second.sticks.take(stick, { name: await first.carry(stick, {}, { mediumNo: 'JZ-02' }) }))
  expect(back.chains.map(({ aheadMs }) => aheadMs)).toEqual(back.chains.map(() => null))
})

test('keys that came later open what could not be read before', async () => {
  const { first, second } = await office()
  const stick = newStick()
  const subject = second.register(1)
  second.knowHeadquarters(headquartersOf(await founded()))
  const without = await second.carry(stick, { to: 'headquarters', lock: { kind: 'none' } })
  expect(valueOf(await first.takeIn(stick, without))).toMatchObject({ keys: 0, opensMore: false })
  expect(first.names(subject)).toEqual([null])
  const again = valueOf(await first.takeIn(stick, await second.carry(stick)))
  expect(again).toMatchObject({ came: 1, opensMore: true }) // that the first bundle went out
  expect(again.keys).toBeGreaterThan(0)
  expect(first.names(subject)).toEqual(second.names(subject))
})

test('the same bundle again, and an older one, change nothing and say so', async () => {
  const { first, second } = await office()
  const stick = newStick()
  second.register(1)
  const older = await second.carry(stick)
  second.register(2)
  const newer = await second.carry(stick)
  valueOf(await first.takeIn(stick, newer))
  const heads = first.workstation.exchangeWith(nodeCraft)!.heads()
  for (const name of [newer, older]) {
    const preview = valueOf(await first.sticks.take(stick, { name }))
    expect(preview).toMatchObject({ isNews: false, requests: { all: 0 } })
    expect(valueOf(await first.sticks.apply('clerk'))).toMatchObject({ came: 0, blobs: 0, refused: [] })
  }
  const after = first.workstation.exchangeWith(nodeCraft)!
  const others = after.heads().filter(({ chain }) => chain !== after.ownChain)
  expect(others).toEqual(heads.filter(({ chain }) => chain !== after.ownChain))
})

test('the next bundle holds only what the other one is not known to have, unless all of it is asked for', async () => {
  const { first, second } = await office()
  const stick = newStick()
  second.register(1)
  await first.takeIn(stick, await second.carry(stick))
  const acts = async (wish = {}): Promise<number> => {
    const written = valueOf(
      await first.sticks.write({ to: 'machines', isWhole: false, lock: { kind: 'none' }, ...wish }),
    )
    written.remove()
    return written.acts
  }
  const all = first.workstation.ledger!.actCount
  expect(await acts({ isWhole: true })).toBe(all)
  const before = await acts()
  expect(before).toBeLessThan(all)
  first.register(2)
  expect(await acts()).toBe(before + 1)
})

test('how large a bundle will be is known before it is made, within what is said', async () => {
  const { first, second } = await office()
  const there = second.register(1)
  await second.scan(there, Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(300_000)]))
  const stick = newStick()
  await first.takeIn(stick, await second.carry(stick))
  first.register(2)
  for (const isWhole of [true, false]) {
    const wish = { to: 'machines', isWhole } as const
    const { bytes, leastBytes } = valueOf(first.sticks.size(wish))
    const written = valueOf(await first.sticks.write({ ...wish, lock: { kind: 'receivers' } }))
    const made = written.files.reduce((sum, file) => sum + fs.statSync(file).size, 0)
    written.remove()
    expect(made).toBeLessThanOrEqual(bytes)
    expect(made).toBeGreaterThanOrEqual(leastBytes)
    expect(leastBytes >= 300_000).toBe(isWhole)
  }
  first.workstation.lock()
  expect(first.sticks.size({ to: 'machines', isWhole: true })).toMatchObject({ problem: { kind: 'locked' } })
})

test('what is discarded leaves nothing; what is changed or cut is refused whole and leaves nothing either', async () => {
  const { first, second } = await office()
  const stick = newStick()
  second.register(1)
  const name = await second.carry(stick)
  valueOf(await first.sticks.take(stick, { name }))
  first.sticks.discard()
  expect(inQuarantine(first)).toEqual([])
  expect(await first.sticks.apply('clerk')).toMatchObject({ ok: false, problem: { kind: 'notFound' } })
  const [part] = findBundles(stick)[0]!.parts
  fs.truncateSync(part!, fs.statSync(part!).size - 1)
  expect(await first.sticks.take(stick, { name })).toMatchObject({ problem: { kind: 'bundleRefused' } })
  expect(inQuarantine(first)).toEqual([])
})

test('a passphrase opens it, none does not, and only the machines that are known open one that is for them', async () => {
  const { first, second } = await office()
  const stick = newStick()
  const passphrase = '一二三四五六七八九十一二'
  second.register(1)
  const name = await second.carry(stick, { lock: { kind: 'passphrase', passphrase } })
  const locked = { ok: false, problem: { kind: 'bundleRefused', bundle: { kind: 'bundleLocked' } } }
  expect(await first.sticks.take(stick, { name })).toMatchObject(locked)
  expect(await first.sticks.take(stick, { name, passphrase: '另一个口令也有十二个字呢' })).toMatchObject(locked)
  expect(valueOf(await first.sticks.take(stick, { name, passphrase })).isNews).toBe(true)
  first.sticks.discard()

  const stranger = await founded()
  const closed = await second.carry(stick)
  expect(await stranger.sticks.take(stick, { name: closed })).toMatchObject(locked)
  const open = await second.carry(stick, { lock: { kind: 'none' } })
  expect(await stranger.sticks.take(stick, { name: open })).toMatchObject({
    problem: { kind: 'bundleRefused', bundle: { kind: 'bundleOfAnotherOffice' } },
  })
})

test('a machine that nobody else knows writes none for receivers; headquarters is asked for where there is none', async () => {
  const { first, second } = await office()
  const write = (to: 'machines' | 'headquarters') =>
    first.sticks.write({ to, isWhole: false, lock: { kind: 'receivers' } })
  expect(await write('machines')).toMatchObject({ problem: { kind: 'bundleNotWritten', why: 'noMachine' } })
  expect(await write('headquarters')).toMatchObject({ problem: { kind: 'bundleNotWritten', why: 'notEnrolled' } })
  expect(second.workstation.keyHolders([], nodeCraft)).toHaveLength(1)
})

test('a bundle for headquarters holds no keys and opens with its key alone', async () => {
  const { second } = await office()
  const stick = newStick()
  const known = await founded()
  second.knowHeadquarters(headquartersOf(known))
  second.register(1)
  await second.carry(stick, { to: 'headquarters' })
  const quarantine = temporaryFolder()
  removedAfterwards(quarantine)
  const reader = { office: null, craft: nodeCraft, keyOf: () => null }
  const { parts: files } = findBundles(stick)[0]!
  const open = async (identities: readonly string[]) =>
    checkBundle(
      { files, quarantine: fs.mkdtempSync(path.join(quarantine, 'q-')), keys: { identities, passphrases: [] } },
      reader,
    )
  expect(await open(second.workstation.identities())).toMatchObject({ problem: { kind: 'bundleLocked' } })
  const opened = valueOf(await open(known.workstation.identities()))
  expect([opened.statement.keys, await opened.readKeys()]).toEqual([undefined, null])
  expect(opened.segments.length).toBeGreaterThan(0)
  opened.close()
})
