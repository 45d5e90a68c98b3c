import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { afterEach, expect, test } from 'vitest'
import type { LaunchedProgram } from '../../support/launch/launch'
import { readRows, writeRow } from './fixture-rows'
import { newDataFolder, startFixture, type FixtureWindow } from './start-fixture'

interface FixtureMain {
  openKiosk(): Promise<void>
  kioskMayClose: boolean
}

let program: LaunchedProgram | undefined

afterEach(() => program?.close())

const limit = { timeout: 90_000 }

test(
  'two windows live side by side: own preload, own handler, own storage, each answered by its own name',
  limit,
  async () => {
    program = await startFixture()
    await writeRow(program, '桌面')
    const kiosk = await openKiosk(program)
    expect(await readRows({ page: kiosk })).toEqual([])
    await writeRow({ page: kiosk }, '自助机')
    expect(await readRows(program)).toEqual(['桌面'])
    expect(await whose(program.page)).toBe('desk')
    expect(await whose(kiosk)).toBe('kiosk')

    expect(await bridgeOf(program.page)).toEqual({ isKiosk: false, echo: 'answered' })
    expect(await bridgeOf(kiosk)).toEqual({ isKiosk: true, echo: 'unknown channel echo' })
    const sender = await kiosk.evaluate(() => (globalThis as unknown as FixtureWindow).bridge.invoke('sender'))
    expect(sender).toMatchObject({ url: 'app://bundle/index.html', top: true })
    expect(await program.external()).toEqual([])
  },
)

test('a partition lies in a folder of its own and outlives its window and the program', limit, async () => {
  const userData = newDataFolder()
  program = await startFixture(userData)
  await writeRow({ page: await openKiosk(program) }, '第一行')
  await closeKiosk(program)
  await writeRow({ page: await openKiosk(program) }, '第二行')
  expect(await readRows(program)).toEqual([])
  expect(await program.close()).toBe(0)
  expect(existsSync(path.join(userData, 'Partitions', 'kiosk'))).toBe(true)

  program = await startFixture(userData)
  expect(await readRows({ page: await openKiosk(program) })).toEqual(['第一行', '第二行'])
  await program.kill9()
})

test('main may keep one window open while the other works on; quitting waits for it', limit, async () => {
  program = await startFixture()
  const kiosk = await openKiosk(program)
  await setMayClose(program, false)
  await closeAll(program)
  await expect.poll(() => program!.pages().length, { timeout: 10_000 }).toBe(1)
  expect(await whose(kiosk)).toBe('kiosk')
  await setMayClose(program, true)
  await closeAll(program)
  expect(await program.exited).toBe(0)
})

test('print() writes the page that called it, and says when it is done', limit, async () => {
  const userData = newDataFolder()
  program = await startFixture(userData)
  const kiosk = await openKiosk(program)
  const printed = await kiosk.evaluate(() => (globalThis as unknown as FixtureWindow).bridge.invoke('print'))
  expect(printed).toEqual({ printers: 1, ok: true, why: '' })
  expect(readdirSync(path.join(userData, 'printed'))).toHaveLength(1)
})

test('a partition that is kept in memory only is refused, for here it would lie on disk', limit, async () => {
  program = await startFixture()
  const tried = await program.evaluate(({ session }) => {
    try {
      return session.fromPartition('kiosk').isPersistent()
    } catch (error) {
      return (error as Error).message
    }
  })
  expect(tried).toContain("partition 'kiosk' is not 'persist:'")
})

async function openKiosk(running: LaunchedProgram): Promise<Page> {
  await running.evaluate(() => (globalThis as unknown as FixtureMain).openKiosk())
  await expect.poll(() => running.pages().length, { timeout: 20_000 }).toBe(2)
  const kiosk = running.pages().find(page => page !== running.page)!
  await kiosk.locator('h1[data-ready]').waitFor()
  return kiosk
}

/** All but the first window. */
async function closeKiosk(running: LaunchedProgram): Promise<void> {
  await running.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[1]!.close())
  await expect.poll(() => running.pages().length, { timeout: 20_000 }).toBe(1)
}

const closeAll = (running: LaunchedProgram): Promise<void> =>
  running.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach(window => window.close()))

const setMayClose = (running: LaunchedProgram, may: boolean): Promise<void> =>
  running.evaluate((_electron, value) => {
    ;(globalThis as unknown as FixtureMain).kioskMayClose = value
  }, may)

const whose = (page: Page): Promise<unknown> =>
  page.evaluate(async () => ((await (await fetch('/whose')).json()) as { whose: string }).whose)

const bridgeOf = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const { bridge } = globalThis as unknown as FixtureWindow & { bridge: { isKiosk?: boolean } }
    const echo = await bridge.invoke('echo', 1).then(
      () => 'answered',
      (error: Error) => error.message,
    )
    return { isKiosk: bridge.isKiosk === true, echo }
  })
