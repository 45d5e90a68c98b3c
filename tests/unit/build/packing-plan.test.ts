import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closingWords } from '../../../build/pack/closing-words'
import { givenElectron } from '../../../build/pack/given-electron'
import { planPacking, type AskedOfDist, type PackingSurroundings } from '../../../build/pack/packing-plan'
import { bringElectron, type BroughtElectron } from '../../support/pack/named-electron'

let folder: string
beforeAll(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'packing-plan-'))))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const brought = (name: string, what: Partial<BroughtElectron> = {}) =>
  bringElectron(path.join(folder, name), { version: '45.4.1', ...what })

const asked = (more: Partial<AskedOfDist> = {}): AskedOfDist => ({
  ...{ linux: false, win: false, isStandIn: false, isForTests: false, isWithoutUpdateKey: false },
  ...more,
})

function around(more: Partial<PackingSurroundings> = {}): PackingSurroundings {
  const basis = { env: {}, host: 'linux', lockedVersion: '45.4.1', pinnedKeys: ['a key'] } as const
  return { ...basis, fetchElectron: async () => ({ ok: true }), ...more }
}

/** Where it is asked, something was to be fetched after all. */
const never = (): Promise<never> => Promise.reject(new Error('it was fetched'))

const given = (name: string, what: Partial<BroughtElectron> = {}) =>
  around({ env: { ELECTRON_OVERRIDE_DIST_PATH: brought(name, what) }, fetchElectron: never })

test('an Electron that was brought is the one that is packed, for its own system and processor, and none is fetched', async () => {
  const linux = await planPacking(asked(), given('linux'))
  const its = { folder: path.join(folder, 'linux'), platform: 'linux', arch: 'x64' }
  expect(linux).toMatchObject({ kind: 'pack', platforms: ['linux'], isStandIn: false, given: its })
  expect(await planPacking(asked({ linux: true }), given('arm', { arch: 'arm64' }))).toMatchObject({
    ...{ kind: 'pack', platforms: ['linux'], given: { platform: 'linux', arch: 'arm64' } },
    says: [expect.stringContaining('linux-arm64 and nothing else')],
  })
  const windows = await planPacking(asked(), given('windows', { platform: 'win32' }))
  expect(windows).toMatchObject({ kind: 'pack', platforms: ['win'], given: { platform: 'win32', arch: 'x64' } })
})

test.each([
  ['another version than the locked one', { version: '45.4.0' }, {}, /holds Electron 45\.4\.0, and 45\.4\.1 is locked/],
  ['another system than was asked for', {}, { win: true }, /is for linux-x64; ask for no other system/],
  ['one of the two that were asked for', {}, { linux: true, win: true }, /is for linux-x64; ask for no other system/],
  ['a processor that nothing is packed for', { arch: 'riscv64' }, {}, /for no processor that is packed for/],
  ['Windows on arm64', { platform: 'win32', arch: 'arm64' }, {}, /no installer is made for win32-arm64/],
] as const)('brought, and not packed, with the reason: %s', async (name, what, wants, why) => {
  const plan = await planPacking(asked(wants), given(name, what))
  expect(plan).toEqual({ kind: 'stop', says: [expect.stringMatching(why)] })
})

test('a folder without a binary, without a version, or with a binary that is none is told', () => {
  const empty = path.join(folder, 'empty')
  fs.mkdirSync(empty)
  expect(givenElectron(empty, '45.4.1')).toMatchObject({ ok: false, why: expect.stringContaining('holds neither') })
  const nameless = brought('nameless')
  fs.rmSync(path.join(nameless, 'version'))
  expect(givenElectron(nameless, '45.4.1')).toMatchObject({ why: expect.stringContaining('no known version') })
  const cut = brought('cut')
  for (const start of ['', 'MZ', '#!/bin/sh', `MZ${' '.repeat(70)}`]) {
    fs.writeFileSync(path.join(cut, 'electron'), start)
    expect(givenElectron(cut, '45.4.1'), start).toMatchObject({ why: expect.stringContaining('no processor') })
  }
})

test('without one it is looked for; where none is to be had, or none is wanted, a stand-in is packed', async () => {
  expect(await planPacking(asked({ win: true }), around())).toMatchObject({ platforms: ['win'], isStandIn: false })
  const none = around({ fetchElectron: async () => ({ ok: false, why: 'ENOTFOUND' }) })
  expect(await planPacking(asked(), none)).toMatchObject({ isStandIn: true, says: ['No Electron here: ENOTFOUND.'] })
  const standIn = around({ fetchElectron: never, host: 'win32' })
  expect(await planPacking(asked({ isStandIn: true }), standIn)).toMatchObject({ platforms: ['win'], isStandIn: true })
})

test('what would be handed out without an update key has to be asked for by that name', async () => {
  const keyless = { ...given('keyless'), pinnedKeys: [] }
  const refused = await planPacking(asked(), keyless)
  expect(refused).toMatchObject({ kind: 'stop' })
  expect(refused.says.join('\n')).toContain('--without-update-key')
  for (const meant of [{ isWithoutUpdateKey: true }, { isForTests: true }, { isStandIn: true }])
    expect(await planPacking(asked(meant), keyless)).toMatchObject({
      kind: 'pack',
      says: expect.arrayContaining([expect.stringContaining('will take no update packages')]),
    })
  const pinned = await planPacking(asked(), around({ pinnedKeys: ['a key'] }))
  expect(pinned).toMatchObject({ kind: 'pack', says: [] })
})

test('whoever packed is sent to the end-to-end tests with a program that they can drive', () => {
  const packed = { output: '/d', made: ['/d/a.deb'], platforms: ['linux'], arch: 'x64' } as const
  const released = closingWords({ ...packed, isStandIn: false, isForTests: false })
  expect(released[0]).toBe('made /d/a.deb')
  for (const words of [released, closingWords({ ...packed, isStandIn: true, isForTests: false })])
    expect(words.join('\n')).toMatch(/cannot drive a released binary[^]*--for-tests/)
  const forTests = { ...packed, isStandIn: false, isForTests: true }
  expect(closingWords(forTests).join()).toContain('ELECTRON_EXE=/d/linux-unpacked/electron npm run e2e')
  expect(closingWords({ ...forTests, platforms: ['win'] }).join()).toContain('/d/win-unpacked/electron.exe')
  expect(closingWords({ ...forTests, arch: 'arm64' }).join()).toContain('/d/linux-arm64-unpacked/electron ')
})
