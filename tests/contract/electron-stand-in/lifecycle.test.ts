import { spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { projectFolder, standInCommand } from '../../support/launch/launch-stand-in'
import type { LaunchedProgram } from '../../support/launch/launch'
import { fixtureMain, newDataFolder, seen, startFixture } from './start-fixture'

let program: LaunchedProgram | undefined

afterEach(() => program?.close())

const limit = { timeout: 90_000 }

test('kill -9 and restart keep what IndexedDB had committed', limit, async () => {
  const userData = newDataFolder()
  program = await startFixture(userData)
  await writeRow(program, '第一行')
  await program.kill9()
  await noneLeft(userData)

  program = await startFixture(userData)
  await writeRow(program, '第二行')
  expect(await program.close()).toBe(0)
  await noneLeft(userData)

  program = await startFixture(userData)
  expect(await rows(program)).toEqual(['第一行', '第二行'])
})

test('when only main is killed the browser follows', limit, async () => {
  const userData = newDataFolder()
  program = await startFixture(userData)
  process.kill(program.pid, 'SIGKILL')
  await program.exited
  await noneLeft(userData)
})

test('a second instance tells the first and ends', limit, async () => {
  const userData = newDataFolder()
  program = await startFixture(userData)
  const second = spawn(process.execPath, standInCommand({ userData, main: fixtureMain, args: ['--file=甲.rdx'] }), {
    cwd: projectFolder,
    stdio: 'inherit',
  })
  expect(await new Promise(resolve => second.once('exit', resolve))).toBe(0)
  const starts = async () => (await seen(program!)).secondInstance
  await expect.poll(starts, { timeout: 10_000 }).toHaveLength(1)
  expect((await starts())[0]).toMatchObject({
    data: { from: 'fixture' },
    argv: expect.arrayContaining(['--file=甲.rdx']),
  })
})

test('closing the last window quits with 0 and leaves no process', limit, async () => {
  const userData = newDataFolder()
  program = await startFixture(userData)
  await program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close())
  expect(await program.exited).toBe(0)
  await noneLeft(userData)
})

test('a second window in another partition has storage of its own', limit, async () => {
  program = await startFixture()
  await writeRow(program, '桌面')
  await program.evaluate(() => (globalThis as unknown as { openKiosk(): Promise<void> }).openKiosk())
  await expect.poll(() => program!.pages().length, { timeout: 10_000 }).toBe(2)
  const kiosk = program.pages().find(page => page !== program!.page)!
  await kiosk.locator('h1[data-ready]').waitFor()
  expect(await rows({ page: kiosk })).toEqual([])
  const sender = await kiosk.evaluate(() =>
    (globalThis as unknown as { bridge: { invoke(channel: string): Promise<unknown> } }).bridge.invoke('sender'),
  )
  expect(sender).toMatchObject({ url: 'app://bundle/index.html', top: true })
})

function writeRow({ page }: Pick<LaunchedProgram, 'page'>, row: string): Promise<void> {
  return page.evaluate(async text => {
    const asked = indexedDB.open('contract', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore('rows', { autoIncrement: true })
    await new Promise(resolve => (asked.onsuccess = resolve))
    const change = asked.result.transaction('rows', 'readwrite', { durability: 'strict' })
    change.objectStore('rows').add(text)
    await new Promise(resolve => (change.oncomplete = resolve))
    asked.result.close()
  }, row)
}

function rows({ page }: Pick<LaunchedProgram, 'page'>): Promise<unknown[]> {
  return page.evaluate(async () => {
    const asked = indexedDB.open('contract', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore('rows', { autoIncrement: true })
    await new Promise(resolve => (asked.onsuccess = resolve))
    const all = asked.result.transaction('rows').objectStore('rows').getAll()
    await new Promise(resolve => (all.onsuccess = resolve))
    asked.result.close()
    return all.result
  })
}

/** No process of this data folder is left, main or browser. */
async function noneLeft(userData: string): Promise<void> {
  await expect.poll(() => processesOf(userData), { timeout: 10_000 }).toEqual([])
}

function processesOf(userData: string): string[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && existsSync(`/proc/${name}/cmdline`))
    .filter(name => commandLine(name).includes(userData))
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
