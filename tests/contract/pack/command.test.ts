import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringElectron } from '../../support/pack/named-electron'

const root = path.resolve(import.meta.dirname, '../../..')
const tsx = createRequire(import.meta.url).resolve('tsx/cli')

let folder: string
beforeAll(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dist-command-'))))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

/** As the README has it, after the build. */
function dist(electron: string, ...args: string[]) {
  const done = spawnSync(
    process.execPath,
    [tsx, 'build/pack/run.ts', '--', ...args, '--out', path.join(folder, 'out')],
    {
      ...{ cwd: root, encoding: 'utf8' as const },
      env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: electron },
    },
  )
  return { status: done.status, says: done.stdout, complains: done.stderr }
}

test('npm run dist with an Electron of another version, or of none, ends with the reason and packs nothing else', () => {
  const other = bringElectron(path.join(folder, 'other'), { version: '1.2.3' })
  expect(dist(other, '--linux')).toEqual({
    ...{ status: 1, complains: '' },
    says: expect.stringMatching(
      /^ELECTRON_OVERRIDE_DIST_PATH: .* holds Electron 1\.2\.3, and \d+\.\d+\.\d+ is locked\.\n$/,
    ),
  })
  expect(dist(folder)).toMatchObject({ status: 1, says: expect.stringContaining('holds neither electron nor') })
  expect(fs.existsSync(path.join(folder, 'out'))).toBe(false)
})
