import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takePackage } from '../../../../../electron/main/updates/take-package'
import { compareVersions } from '../../../../../electron/main/updates/version-order'
import { hostileUpdates, type HostileUpdate } from '../../../../support/updates/hostile-updates'
import {
  installer,
  installerName,
  packageOf,
  releaser,
  running,
  saying,
} from '../../../../support/updates/signed-update'

let root: string
let hostile: readonly HostileUpdate[]
beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'updates-'))
  const made = path.join(root, 'made')
  fs.mkdirSync(made)
  hostile = hostileUpdates(made)
})
afterAll(() => fs.rmSync(root, { recursive: true, force: true }))

/** Takes a package on a machine of its own; answers what lies on its disk afterwards too. */
async function take(from: Buffer | string, more: { keys?: readonly string[]; highest?: string } = {}) {
  const machine = fs.mkdtempSync(path.join(root, 'machine-'))
  const file = typeof from === 'string' ? from : path.join(fs.mkdtempSync(path.join(root, 'stick-')), 'u.rdupdate')
  if (typeof from !== 'string') fs.writeFileSync(file, from)
  const taken = await takePackage(file, {
    keys: more.keys ?? [releaser.publicKey],
    running: { ...running, ...(more.highest ? { highest: more.highest } : {}) },
    folder: path.join(machine, 'taken'),
  })
  return { taken, left: fs.readdirSync(machine, { recursive: true, encoding: 'utf8' }).sort() }
}

describe('an update on a stick', () => {
  test('a sound one is taken: its installer lies on this disk, alone, byte for byte', async () => {
    const { taken, left } = await take(packageOf())
    expect(taken).toMatchObject({ ok: true, value: { manifest: { version: '0.3.0' } } })
    if (!taken.ok) return
    expect(fs.readFileSync(taken.value.file).equals(installer)).toBe(true)
    expect(left).toEqual(['taken', `taken/${installerName}`])
  })

  test('each hostile one is refused whole with its reason, and nothing of it stays', async () => {
    expect(hostile.length).toBeGreaterThanOrEqual(55)
    expect(new Set(hostile.map(({ name }) => name)).size).toBe(hostile.length)
    for (const { name, fault, from } of hostile) {
      const { taken, left } = await take(from)
      expect.soft([name, taken], name).toMatchObject([name, { ok: false, problem: { kind: 'updateRefused', fault } }])
      expect.soft(left, name).toEqual([])
    }
    for (const escaped of ['/tmp/slipped', path.join(os.tmpdir(), 'slipped'), path.join(root, 'slipped')])
      expect(fs.existsSync(escaped)).toBe(false)
    console.log(`${hostile.length} hostile updates refused: ${hostile.map(({ name }) => name).join(', ')}`)
  })

  test('a program without a key takes none, and one of two keys is enough', async () => {
    expect((await take(packageOf(), { keys: [] })).taken).toMatchObject({ problem: { fault: 'noKeyHere' } })
    const second = ['A'.repeat(43) + '=', releaser.publicKey]
    expect((await take(packageOf(), { keys: second })).taken.ok).toBe(true)
  })

  test('what has worked on the data before counts, not only what runs now', async () => {
    const { taken } = await take(saying({ version: '0.3.0' }), { highest: '0.4.0' })
    expect(taken).toMatchObject({ problem: { fault: 'older', version: '0.3.0' } })
  })
})

test('versions are compared as numbers', () => {
  const sorted = ['0.9.9', '0.10.0', '0.10.1', '1.0.0', '1.2.10', '1.10.2', '10.0.0']
  expect([...sorted].reverse().sort(compareVersions)).toEqual(sorted)
  expect(compareVersions('1.2.3', '1.2.3')).toBe(0)
})
