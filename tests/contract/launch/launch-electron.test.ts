import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { launchElectron } from '../../support/launch/launch-electron'
import type { ElectronMain, RunningProgram } from '../../support/launch/launch'
import { ScriptedDialogs } from '../../support/launch/scripted-dialogs'
import { fixtureEnv, fixtureMain } from '../electron-stand-in/start-fixture'

let folder: string
let running: RunningProgram | undefined
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'launch-electron-'))
})
afterEach(async () => {
  await running?.kill9().catch(() => undefined)
  running = undefined
  // The browser follows its main a moment later and writes until then.
  await vi.waitFor(() => rmSync(folder, { recursive: true, force: true }), { timeout: 20_000, interval: 200 })
}, 30_000)

/** A file that can be run in the place of the binary. A script, as the `electron` command of npm is. */
function fakeBinary(): string {
  const file = path.join(folder, 'electron')
  const tsx = import.meta.resolve('tsx')
  const fake = path.join(import.meta.dirname, 'fake-electron.ts')
  writeFileSync(file, `#!/bin/sh\n"${process.execPath}" --import "${tsx}" "${fake}" "$@"\n`)
  chmodSync(file, 0o755)
  return file
}

async function start(): Promise<RunningProgram> {
  const options = {
    userData: path.join(folder, 'data'),
    main: fixtureMain,
    args: ['--of-ours'],
    env: { ...fixtureEnv, OURS: 'yes' },
  }
  running = await launchElectron(fakeBinary(), options)
  return running
}

async function firstPage(program: RunningProgram) {
  await expect.poll(() => program.pages().length, { timeout: 30_000 }).toBe(1)
  const page = program.pages()[0]!
  await page.locator('h1[data-ready]').waitFor()
  return page
}

test('through Playwright: the command line, main, a page, dialogs and the end', { timeout: 90_000 }, async () => {
  const program = await start()
  const page = await firstPage(program)
  expect(await page.locator('h1').count()).toBe(1)
  const words = await program.evaluate(
    () => (process as unknown as { fakeElectronArguments: string[] }).fakeElectronArguments,
  )
  const own = words.slice(words.indexOf(fixtureMain))
  expect(own).toEqual([fixtureMain, `--user-data-dir=${path.join(folder, 'data')}`, '--of-ours'])
  // Playwright takes the sandbox away by itself unless it is told not to.
  expect(words.includes('--no-sandbox')).toBe(process.platform === 'linux' && process.getuid?.() === 0)
  expect(await program.evaluate(() => [process.env.OURS, process.env.ELECTRON_RUN_AS_NODE])).toEqual(['yes', undefined])
  expect(await program.evaluate(() => process.pid)).toBe(program.pid)
  expect(
    await program.evaluate(({ app }: ElectronMain, name: string) => app.getPath(name as 'userData'), 'userData'),
  ).toBe(path.join(folder, 'data'))
  const dialogs = new ScriptedDialogs(program)
  await dialogs.install()
  await dialogs.save('/somewhere.pdf')
  const answer = await program.evaluate(({ dialog }: ElectronMain) => dialog.showSaveDialog({ title: 'where' }))
  expect(answer).toMatchObject({ canceled: false, filePath: '/somewhere.pdf' })
  expect(await dialogs.log()).toMatchObject([{ kind: 'save', options: { title: 'where' } }])
  expect(await program.close()).toBe(0)
  running = undefined
})

test('kill -9 ends main itself, also behind a script', { timeout: 90_000 }, async () => {
  const program = await start()
  await firstPage(program)
  await program.kill9()
  expect(() => process.kill(program.pid, 0)).toThrow('ESRCH')
  running = undefined
})

test('a function that a compiler marked with the names of its parts runs in main', { timeout: 90_000 }, async () => {
  const program = await start()
  const marked = new Function('electron', 'const inner = __name(() => 42, "inner"); return inner()')
  expect(await program.evaluate(marked as () => number)).toBe(42)
})
