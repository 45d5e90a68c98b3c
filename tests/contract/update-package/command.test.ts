import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningVersion } from '../../../electron/main/updates/judge-update'
import { takePackage } from '../../../electron/main/updates/take-package'
import { valueOf } from '../../support/workstation/test-workstation'

const root = path.resolve(import.meta.dirname, '../../..')
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
const tsx = createRequire(import.meta.url).resolve('tsx/cli')

let folder: string
let publicKey: string
beforeAll(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'update-command-'))))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const place = (name: string) => path.join(folder, name)

/** As CONTRIBUTING.md has whoever releases type it. */
function command(...args: string[]) {
  const done = spawnSync(process.execPath, [tsx, 'build/update-package/run.ts', '--', ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status: done.status, says: done.stdout, complains: done.stderr }
}

function installer(name: string): string {
  fs.writeFileSync(place(name), `an installer, ${name}`)
  return place(name)
}

const out = () => place('out')
const packages = () => (fs.existsSync(out()) ? fs.readdirSync(out()).sort() : [])

test('a new key: the private half in a file that is never written over, the public half to be pinned', () => {
  const made = command('--new-key', place('key'))
  publicKey = /^ {2}'([A-Za-z0-9+/]{43}=)',$/m.exec(made.says)?.[1] ?? ''
  expect(made).toMatchObject({ status: 0, complains: '' })
  expect(publicKey).not.toBe('')
  const key = fs.readFileSync(place('key'), 'utf8')
  expect(command('--new-key', place('key')).status).toBe(1)
  expect(fs.readFileSync(place('key'), 'utf8')).toBe(key)
})

const older: RunningVersion = {
  ...{ product: 'cn.gov.records-desk', version: '0.0.9', highest: '0.0.9' },
  ...{ platform: 'linux', arch: 'x64', kind: 'deb' },
}

/** Names as electron-builder gives them (`artifactName` of electron-builder.yml). */
test.each([
  ['linux-amd64.deb', {}],
  ['linux-x86_64.AppImage', { kind: 'appimage' }],
  ['linux-arm64.deb', { arch: 'arm64' }],
  ['win-x64.exe', { platform: 'win32', kind: 'exe' }],
] as const)('a package of %s is taken by the program that carries the key', async (ending, machine) => {
  const name = `records-desk-${version}-${ending}`
  fs.writeFileSync(place('notes'), '修正打印边距\n')
  const words = ['--key', place('key'), '--installer', installer(name), '--replaces', '0.0.1', '--out', out()]
  const made = command(...words, '--notes-zh', place('notes'))
  expect(made).toMatchObject({ status: 0, complains: '' })
  const running = { ...older, ...machine }
  const what = `${running.platform}-${running.arch}-${running.kind}`
  const file = path.join(out(), `records-desk-${version}-${what}.rdupdate`)
  expect(made.says).toContain(file)
  const taken = valueOf(await takePackage(file, { keys: [publicKey], running, folder: place('taken') }))
  expect(taken.manifest).toMatchObject({ version, replaces: '0.0.1', notes: { zh: '修正打印边距', en: '' } })
  expect(fs.readFileSync(taken.file, 'utf8')).toBe(`an installer, ${name}`)
})

test('the packages of one release have names of their own, and none is written over', () => {
  const names = ['linux-arm64-deb', 'linux-x64-appimage', 'linux-x64-deb', 'win32-x64-exe']
  expect(packages()).toEqual(names.map(what => `records-desk-${version}-${what}.rdupdate`))
  const there = path.join(out(), `records-desk-${version}-linux-x64-deb.rdupdate`)
  const bytes = fs.readFileSync(there)
  const again = installer('records-desk-rebuilt-amd64.deb')
  const made = command('--key', place('key'), '--installer', again, '--replaces', '0.0.1', '--out', out())
  expect(made).toMatchObject({ status: 1, complains: '', says: expect.stringContaining('not written over') })
  expect(fs.readFileSync(there).equals(bytes)).toBe(true)
})

test.each([
  ['records-desk-x64.deb', version, '--replaces'],
  ['gone-x64.deb', '0.0.1', 'gone-x64.deb'],
  ['records-desk.deb', '0.0.1', 'processor'],
])(
  'one that no program could take is refused in words, and nothing lies there: %s, from %s',
  (name, replaces, says) => {
    const from = name.startsWith('gone') ? place(name) : installer(name)
    const made = command('--key', place('key'), '--installer', from, '--replaces', replaces, '--out', place('none'))
    expect(made).toMatchObject({ status: 1, complains: '', says: expect.stringContaining(says) })
    expect(fs.existsSync(place('none'))).toBe(false)
  },
)

test('without its words it says how it is called', () => {
  expect(command()).toMatchObject({ status: 2, says: expect.stringContaining('--new-key FILE') })
})
