import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchElectron } from '../../../build/pack/fetch-electron'

let folder: string
beforeAll(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fetch-'))))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

/** Stands for Electron's installer. */
function installer(name: string, source: string): string {
  const file = path.join(folder, `${name}.cjs`)
  fs.writeFileSync(file, source)
  return file
}

test('an installer that succeeds is believed, and gets the mirror that was named', async () => {
  const seen = path.join(folder, 'seen')
  const script = installer('good', `require('fs').writeFileSync(${JSON.stringify(seen)}, process.env.ELECTRON_MIRROR)`)
  const env = { ...process.env, ELECTRON_MIRROR: 'http://127.0.0.1:1/electron/', ELECTRON_OVERRIDE_DIST_PATH: '' }
  expect(await fetchElectron(env, { installer: script })).toEqual({ ok: true })
  expect(fs.readFileSync(seen, 'utf8')).toBe('http://127.0.0.1:1/electron/')
})

test('one that fails is quoted without its stack', async () => {
  const script = installer('bad', `console.error('Error: ENOTFOUND\\n    at x'); process.exit(1)`)
  expect(await fetchElectron({ ...process.env, ELECTRON_OVERRIDE_DIST_PATH: '' }, { installer: script })).toEqual({
    ok: false,
    why: 'Error: ENOTFOUND',
  })
})

test('one that hangs is ended', async () => {
  const script = installer('slow', `setInterval(() => {}, 1000)`)
  const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: '' }
  expect(await fetchElectron(env, { installer: script, seconds: 0.05 })).toMatchObject({ ok: false })
})

test('ELECTRON_OVERRIDE_DIST_PATH and ELECTRON_SKIP_BINARY_DOWNLOAD keep it from downloading', async () => {
  const script = installer('never', `throw new Error('it was run')`)
  const missing = await fetchElectron({ ELECTRON_OVERRIDE_DIST_PATH: folder }, { installer: script })
  expect(missing).toMatchObject({ ok: false, why: expect.stringContaining(folder) })
  fs.writeFileSync(path.join(folder, 'electron'), '')
  expect(await fetchElectron({ ELECTRON_OVERRIDE_DIST_PATH: folder }, { installer: script })).toEqual({ ok: true })
  const skipped = await fetchElectron({ ELECTRON_SKIP_BINARY_DOWNLOAD: '1' }, { installer: script })
  expect(skipped).toMatchObject({ ok: false, why: expect.stringContaining('ELECTRON_SKIP_BINARY_DOWNLOAD') })
})
