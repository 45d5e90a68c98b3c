import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { FoundBrowser } from '../../support/browser/find-browser'
import { afterwards, howToStart, type Machine } from '../../support/launch/how-to-start'

const chromium: FoundBrowser = {
  executable: '/opt/chromium',
  source: 'installed /opt/chromium',
  headedCapable: true,
  args: [],
  env: {},
  version: '143.0',
}
const desk: Machine = {
  projectFolder: '/project',
  main: '/project/out/main/index.js',
  electron: undefined,
  platform: 'linux',
  env: { DISPLAY: ':0' },
  isRoot: false,
  fetchElectron: async () => ({ ok: false, why: 'getaddrinfo ENOTFOUND github.com' }),
  findBrowser: async () => chromium,
}
const start = (machine: Partial<Machine>, args: string[] = []) => howToStart({ ...desk, ...machine }, args)
const wordsOf = async (machine: Partial<Machine>) => {
  const answer = await start(machine)
  return answer.kind === 'explain' ? answer.lines.join('\n') : `runs ${answer.command}`
}

test('nothing built: says how to build, whatever else is there', async () => {
  expect(await wordsOf({ main: undefined, electron: '/opt/electron' })).toContain('npm run build')
})

test.each([
  ['no Electron', undefined],
  ['Electron present', '/opt/electron'],
])('no display, %s: explains and names the ways that need none', async (_, electron) => {
  for (const env of [{}, { DISPLAY: '', WAYLAND_DISPLAY: '' }]) {
    const words = await wordsOf({ electron, env })
    for (const part of ['no display', 'DISPLAY', 'npm run demo', 'npm test']) expect(words).toContain(part)
  }
})

test.each([
  ['win32', {}],
  ['darwin', {}],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }],
] as const)('a display is taken for granted on Windows and macOS, and Wayland counts (%s)', async (platform, env) => {
  expect(await start({ platform, env })).toMatchObject({ kind: 'run' })
})

test('Electron present: it runs the project, without its sandbox only as root on Linux', async () => {
  const electron = '/opt/electron'
  const never = () => Promise.reject(new Error('nothing may be looked for'))
  const plain = await start({ electron, findBrowser: never, fetchElectron: never }, ['--lang=en'])
  expect(plain).toEqual({ kind: 'run', command: electron, args: ['/project', '--lang=en'], env: {}, says: '' })
  expect(await start({ electron, isRoot: true })).toMatchObject({ args: ['--no-sandbox', '/project'] })
  expect(await start({ electron, isRoot: true, platform: 'darwin' })).toMatchObject({ args: ['/project'] })
})

test('no Electron: the browser that was found opens a window through the stand-in, and the terminal says so', async () => {
  const answer = await start({}, ['--lang=en'])
  expect(answer).toMatchObject({
    kind: 'run',
    command: process.execPath,
    env: { STANDIN_HEADED: '1', CHROMIUM_PATH: '/opt/chromium' },
  })
  if (answer.kind !== 'run') return expect.unreachable()
  expect(answer.args.slice(-2)).toEqual([desk.main, '--lang=en'])
  expect(answer.says).toMatch(
    /No Electron binary \(getaddrinfo ENOTFOUND[^]*ELECTRON_MIRROR[^]*installed \/opt\/chromium \(143\.0\).*stand-in/,
  )
})

test('Electron that could be fetched is what runs', async () => {
  const fetchElectron = async () => ({ ok: true, electron: '/project/dist/electron' }) as const
  expect(await start({ fetchElectron })).toMatchObject({ kind: 'run', command: '/project/dist/electron', says: '' })
})

test('nothing is fetched where no window can be opened anyway', async () => {
  const fetchElectron = () => Promise.reject(new Error('nothing may be fetched'))
  expect(await start({ env: {}, fetchElectron })).toMatchObject({ kind: 'explain' })
})

test('neither Electron nor browser: names the three ways out and all that was tried', async () => {
  const words = await wordsOf({ findBrowser: () => Promise.reject(new Error('Tried: a, b, c')) })
  for (const part of ['install-electron', 'ELECTRON_EXE', 'CHROMIUM_PATH', 'Tried: a, b, c']) {
    expect(words).toContain(part)
  }
})

test('a display that does not answer is named afterwards; any other end adds nothing', () => {
  expect(afterwards(71, { DISPLAY: ':78' }).join('\n')).toMatch(/:78[\s\S]*npm run demo/)
  for (const code of [0, 1, 70, 130]) expect(afterwards(code, { DISPLAY: ':78' })).toEqual([])
})

test('npm start itself, without a display, ends with 1 and its reason', async () => {
  const { platform } = process
  // Elsewhere a window would open on the desk of whoever runs the tests.
  if (platform !== 'linux') return expect(await start({ platform, env: {} })).toMatchObject({ kind: 'run' })
  const script = path.resolve(import.meta.dirname, '../../support/launch/start.ts')
  const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' }
  const ended = spawnSync(process.execPath, ['--import', 'tsx', script], { env, encoding: 'utf8', timeout: 60_000 })
  expect(ended.status).toBe(1)
  expect(ended.stderr).toMatch(/no display here|not built yet/) // the second in a tree that was never built
})
