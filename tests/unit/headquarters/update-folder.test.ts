import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runUpdateCommand } from '../../../headquarters/server/updates/update-command'
import { updateFolder } from '../../../headquarters/server/updates/update-folder'
import { hostileUpdates } from '../../support/updates/hostile-updates'
import { entry, fileOf, installer, packageOf, saying, stranger } from '../../support/updates/signed-update'
import { valueOf } from '../../support/workstation/test-workstation'

let root: string
beforeEach(() => (root = fs.mkdtempSync(path.join(os.tmpdir(), 'hq-updates-'))))
afterEach(() => fs.rmSync(root, { recursive: true, force: true }))

const folder = () => path.join(root, 'updates')
const run = (...words: string[]) => runUpdateCommand({ config: { folder: root } as never }, words)
const lying = () => (fs.existsSync(folder()) ? fs.readdirSync(folder()) : [])

function stick(bytes: Buffer, name = 'a.rdupdate'): string {
  const file = path.join(root, name)
  fs.writeFileSync(file, bytes)
  return file
}

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

test('added, it lies there whole under its digest; listed; removed by the start of its digest', async () => {
  const bytes = packageOf()
  const added = valueOf(await updateFolder(folder()).add(stick(bytes)))
  expect(added).toEqual({
    ...{ version: '0.3.0', replaces: '0.1.0', platform: 'linux', arch: 'x64', kind: 'deb' },
    ...{ bytes: bytes.length, sha256: digestOf(bytes) },
  })
  expect(lying()).toEqual([`${digestOf(bytes)}_0.3.0_0.1.0_linux_x64_deb.rdupdate`])
  expect(fs.readFileSync(path.join(folder(), lying()[0]!)).equals(bytes)).toBe(true)
  expect((await run('list'))?.says).toContain(digestOf(bytes))
  for (const start of ['', digestOf(bytes).slice(0, 7), 'ab'.repeat(8), '../../x', '*'])
    expect([start, updateFolder(folder()).remove(start)]).toEqual([start, null])
  expect(await run('remove', digestOf(bytes).slice(0, 8))).toMatchObject({ ok: true })
  expect(lying()).toEqual([])
  expect(await run('list')).toEqual({ ok: true, says: '没有更新包。' })
})

test('the newest first, as versions and not as words; twice the same is once', async () => {
  const updates = updateFolder(folder())
  for (const version of ['0.9.0', '0.10.0', '0.3.0']) valueOf(await updates.add(stick(saying({ version }))))
  valueOf(await updates.add(stick(saying({ version: '0.3.0' }))))
  expect(updates.list().map(({ version }) => version)).toEqual(['0.10.0', '0.9.0', '0.3.0'])
})

const appImage = () => packageOfAppImage('program.appimage')
const packageOfAppImage = (name: string) =>
  saying({ files: [fileOf(name, installer)] }, [entry(`files/${name}`, installer)])

test('a deb and an AppImage of one release lie side by side, each with its kind', async () => {
  const updates = updateFolder(folder())
  for (const bytes of [packageOf(), appImage()]) valueOf(await updates.add(stick(bytes)))
  expect(
    updates
      .list()
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['appimage', 'deb'])
  expect(await run('add', stick(packageOfAppImage('another.appimage')))).toMatchObject({ ok: false })
  const says = (await run('list'))?.says
  for (const kind of ['deb', 'appimage']) expect(says).toContain(`linux-x64，${kind}`)
})

test('one that was added before names told the kind is still listed and given, and gets its kind when it is added anew', async () => {
  const bytes = packageOf()
  fs.mkdirSync(folder(), { recursive: true })
  fs.writeFileSync(path.join(folder(), `${digestOf(bytes)}_0.3.0_0.1.0_linux_x64.rdupdate`), bytes)
  const updates = updateFolder(folder())
  expect(updates.list()).toMatchObject([{ version: '0.3.0', kind: undefined }])
  expect(updates.read(digestOf(bytes), { from: bytes.length, most: 1 })).toBe('beyond')
  expect((await run('list'))?.says).toContain('安装程序的种类未注明')
  const alike = await run('add', stick(appImage()))
  expect(alike).toMatchObject({ ok: false, says: expect.stringContaining('请先移除') })
  valueOf(await updates.add(stick(bytes)))
  expect(lying()).toEqual([`${digestOf(bytes)}_0.3.0_0.1.0_linux_x64_deb.rdupdate`])
  expect(await run('add', stick(appImage()))).toMatchObject({ ok: true })
})

test('a second package of one version for one system is not added: machines could not tell them apart', async () => {
  expect(await run('add', stick(packageOf()))).toMatchObject({ ok: true })
  const other = stick(saying({ notes: { zh: '另一个', en: '' } }))
  expect(await run('add', other)).toMatchObject({ ok: false, says: expect.stringContaining('请先移除') })
  expect(await run('add', stick(saying({ arch: 'arm64' })))).toMatchObject({ ok: true })
  expect(lying()).toHaveLength(2)
})

/** What only the machine that takes a package can tell: headquarters carries no key and runs nothing. */
const told = new Set([
  ...['otherSignature', 'otherPlatform', 'otherInstaller', 'older', 'sameVersion', 'tooFarApart', 'notSigned'],
])

test('what is no whole package of this program is refused, and nothing of it stays', async () => {
  const made = path.join(root, 'made')
  fs.mkdirSync(made)
  const hostile = hostileUpdates(made)
  let refused = 0
  for (const { name, fault, from } of hostile) {
    const file = typeof from === 'string' ? from : stick(from)
    const done = await run('add', file)
    if (told.has(fault)) continue
    expect.soft([name, done?.ok], name).toEqual([name, false])
    refused++
  }
  expect(refused).toBeGreaterThan(30)
  expect(
    lying().every(name =>
      /^[0-9a-f]{64}_[\d.]+_[\d.]+_(linux|win32)_(x64|arm64)_(exe|deb|appimage)\.rdupdate$/.test(name),
    ),
  ).toBe(true)
  for (const file of [path.join(root, 'none'), root]) expect(await run('add', file)).toMatchObject({ ok: false })
})

test('a stranger’s package is added: who signed it, the program that takes it finds out', async () => {
  expect(await run('add', stick(packageOf({ key: stranger })))).toMatchObject({
    ok: true,
    says: expect.stringContaining('上级端不查验，也不作担保'),
  })
})

test('pieces by their place; what is not there, or past its end, is not read', async () => {
  const bytes = packageOf()
  const updates = updateFolder(folder())
  const { sha256 } = valueOf(await updates.add(stick(bytes)))
  const piece = updates.read(sha256, { from: 3, most: 10 })
  expect(piece).toBeInstanceOf(fs.ReadStream)
  expect(await text(piece as fs.ReadStream)).toBe(bytes.subarray(3, 13).toString())
  expect(updates.read(sha256, { from: bytes.length, most: 1 })).toBe('beyond')
  expect(updates.read('ab'.repeat(32), { from: 0, most: 1 })).toBeNull()
})

test('what a killed command left is no package, is not listed, and is cleared away a day later', async () => {
  fs.mkdirSync(folder(), { recursive: true })
  const [old, fresh] = [path.join(folder(), 'old.part'), path.join(folder(), 'fresh.part')]
  for (const file of [old, fresh]) fs.writeFileSync(file, 'half')
  fs.utimesSync(old, 0, 0)
  fs.writeFileSync(path.join(folder(), 'notes.txt'), 'of somebody')
  expect(updateFolder(folder()).list()).toEqual([])
  valueOf(await updateFolder(folder()).add(stick(packageOf())))
  expect([fs.existsSync(old), fs.existsSync(fresh), lying().length]).toEqual([false, true, 3])
})

test('words that make no command are answered with the usage', async () => {
  for (const words of [[], ['add'], ['remove'], ['list', 'x'], ['drop', 'x'], ['__proto__']])
    expect([words, await run(...words)]).toEqual([words, null])
})
