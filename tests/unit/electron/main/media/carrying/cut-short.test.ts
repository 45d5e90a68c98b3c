import fs from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { findBundles } from '../../../../../../electron/main/bundles/find-bundles'
import { nodeMediaFiles } from '../../../../../../electron/main/media/exporting/node-media-files'
import {
  inQuarantine,
  newStick,
  noFoldersAfterEach,
  office,
  quarantineOf,
} from '../../../../../support/sticks/machines-and-sticks'
import { machineOn } from '../../../../../support/sticks/stick-machines'
import { openTestWorkstation, signInFirst, valueOf } from '../../../../../support/workstation/test-workstation'

noFoldersAfterEach()

test('a bundle pulled out in the middle is none; nothing of it is offered, and the office has not given it out', async () => {
  const { first, second } = await office()
  const stick = newStick()
  second.register(1)
  let writes = 0
  const pulled = {
    ...nodeMediaFiles,
    create: async (file: string) => {
      const handle = await nodeMediaFiles.create(file)
      return {
        ...handle,
        write: async (bytes: Uint8Array) => {
          if (++writes > 2) throw Object.assign(new Error('gone'), { code: 'ENODEV' })
          return handle.write(bytes)
        },
      }
    },
  }
  await expect(second.carry(stick, {}, { files: pulled })).rejects.toThrow('mediumFailed')
  expect(findBundles(stick)).toEqual([])
  const facts = second.workstation.ledger!.actsOf('office').flatMap(act => act.facts)
  expect(facts.some(({ type }) => type === 'media.exported@1')).toBe(false)
  expect(fs.readdirSync(path.join(second.folder, 'exchange', 'sticks')).filter(name => name.startsWith('out'))).toEqual(
    [],
  )
  expect(valueOf(await first.takeIn(stick, await second.carry(stick))).came).toBeGreaterThan(0)
})

test('an import that ended in the middle is gone on with from quarantine, without the stick', async () => {
  const { first, second } = await office()
  const stick = newStick()
  const subject = second.register(1)
  valueOf(await first.sticks.take(stick, { name: await second.carry(stick) }))
  fs.rmSync(stick, { recursive: true })
  first.media.dropAll() // as at a lock
  first.workstation.lock()
  const workstation = openTestWorkstation({ folder: first.folder })
  valueOf(await signInFirst(workstation))
  const again = machineOn(workstation, first.folder)
  expect(valueOf(await again.sticks.waiting())).toMatchObject({ isNews: true, requests: { all: 1 } })
  expect(inQuarantine(again)).toHaveLength(1)
  valueOf(await again.sticks.apply('clerk'))
  expect(workstation.ledger!.has(subject)).toBe(true)
  expect([inQuarantine(again), valueOf(await again.sticks.waiting())]).toEqual([[], null])
})

test('a disk without room refuses what comes, and what was left in quarantine is kept until there is', async () => {
  const { first, second } = await office()
  const stick = newStick()
  const subject = second.register(1)
  const name = await second.carry(stick)
  const real = fs.statfsSync(first.folder)
  const room = vi.spyOn(fs, 'statfsSync').mockReturnValue({ ...real, bavail: 1 })
  const full = { ok: false, problem: { kind: 'bundleRefused', bundle: { kind: 'bundleOwnDisk', why: 'full' } } }
  expect(await first.sticks.take(stick, { name })).toMatchObject(full)
  expect(inQuarantine(first)).toEqual([])
  room.mockRestore()
  valueOf(await first.sticks.take(stick, { name }))
  fs.rmSync(stick, { recursive: true })
  first.sticks.drop()
  vi.spyOn(fs, 'statfsSync').mockReturnValue({ ...real, bavail: 1 })
  expect(await first.sticks.waiting()).toMatchObject(full)
  expect(inQuarantine(first)).toHaveLength(1)
  vi.restoreAllMocks()
  expect(valueOf(await first.sticks.waiting())).toMatchObject({ isNews: true })
  valueOf(await first.sticks.apply('clerk'))
  expect(first.workstation.ledger!.has(subject)).toBe(true)
})

test.each([
  ['mkdirSync', 'ENOSPC', 'full'],
  ['writeFileSync', 'EDQUOT', 'full'],
  ['mkdirSync', 'EROFS', 'readOnly'],
  ['mkdirSync', 'EACCES', 'failed'],
] as const)('a disk that does not even take the folder of the copy is told as such: %s %s', async (what, code, why) => {
  const { first, second } = await office()
  const stick = newStick()
  const subject = second.register(1)
  const name = await second.carry(stick)
  const real = fs[what] as (target: unknown, ...rest: unknown[]) => unknown // of either
  vi.spyOn(fs, what).mockImplementation(((target: unknown, ...rest: unknown[]) => {
    if (String(target).startsWith(quarantineOf(first))) throw Object.assign(new Error(code), { code })
    return real(target, ...rest)
  }) as never)
  const bytes = findBundles(stick)[0]!.parts.reduce((sum, part) => sum + fs.statSync(part).size, 0)
  const taken = await first.sticks.take(stick, { name })
  vi.restoreAllMocks()
  expect(taken).toMatchObject({ problem: { kind: 'bundleRefused', bundle: { kind: 'bundleOwnDisk', why } } })
  expect(taken).toMatchObject({ problem: { bundle: { neededBytes: 2 * bytes + 16 * 1_048_576 } } }) // it is encrypted
  expect(inQuarantine(first)).toEqual([])
  valueOf(await first.sticks.take(stick, { name }))
  valueOf(await first.sticks.apply('clerk'))
  expect(first.workstation.ledger!.has(subject)).toBe(true)
})

test('a stick that goes before the first byte of a bundle ends the export, and no file of this machine is left half opened', async () => {
  const { first, second } = await office()
  const stick = newStick()
  const gone = Object.assign(new Error('gone'), { code: 'ENODEV' })
  const files = {
    ...nodeMediaFiles,
    makeFolder: (folder: string) =>
      path.basename(folder) === 'data' ? Promise.reject(gone) : nodeMediaFiles.makeFolder(folder),
  }
  await expect(second.carry(stick, {}, { files })).rejects.toThrow('"why":"gone"')
  // A stream that nobody reads would look for the removed parts now, and end the program.
  await new Promise(resolve => fs.stat(stick, resolve))
  const aside = path.join(second.folder, 'exchange', 'sticks')
  expect(fs.readdirSync(aside).filter(name => name.startsWith('outgoing-'))).toEqual([])
  expect(valueOf(await first.takeIn(stick, await second.carry(stick))).refused).toEqual([])
})

test('an import that was ended while a part was opened goes on; one that was ended while it was copied is forgotten', async () => {
  const { first, second } = await office()
  const stick = newStick()
  const subject = second.register(1)
  const name = await second.carry(stick)
  const endedWith = (part: (sealed: Buffer) => Readonly<Record<string, Buffer>>): void => {
    const folder = path.join(quarantineOf(first), 'ended')
    fs.mkdirSync(folder, { recursive: true })
    fs.writeFileSync(path.join(folder, 'from.json'), JSON.stringify({ name, medium: null }))
    const [file] = findBundles(stick)[0]!.parts
    for (const [as, bytes] of Object.entries(part(fs.readFileSync(file!))))
      fs.writeFileSync(path.join(folder, as), bytes)
  }
  endedWith(sealed => ({ 'part-1.in': sealed.subarray(0, sealed.length >> 1) }))
  expect(await first.sticks.waiting()).toEqual({ ok: true, value: null })
  expect(inQuarantine(first)).toEqual([])
  endedWith(sealed => ({ 'part-1.in': sealed, 'part-1.zip': Buffer.from('half') }))
  expect(valueOf(await first.sticks.waiting())).toMatchObject({ name, isNews: true })
  expect(valueOf(await first.sticks.apply('clerk')).refused).toEqual([])
  expect(first.workstation.ledger!.has(subject)).toBe(true)
})
