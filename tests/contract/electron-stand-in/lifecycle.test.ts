import { spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { projectFolder, standInCommand } from '../../support/launch/launch-stand-in'
import type { LaunchedProgram } from '../../support/launch/launch'
import { readRows, writeRow } from './fixture-rows'
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
  expect(await readRows(program)).toEqual(['第一行', '第二行'])
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
  const command = await standInCommand({ userData, main: fixtureMain, args: ['--file=甲.rdx'] })
  const second = spawn(process.execPath, command, {
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
