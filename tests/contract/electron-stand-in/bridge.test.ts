import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LaunchedProgram } from '../../support/launch/launch'
import { seen, startFixture, type FixtureWindow } from './start-fixture'

let program: LaunchedProgram

beforeAll(async () => void (program = await startFixture()), 90_000)
afterAll(() => program?.close())

test('the bridge is frozen and nothing else of the preload reaches the page', async () => {
  const probe = await program.page.evaluate(() => {
    const shown = globalThis as unknown as Record<string, unknown> & FixtureWindow
    return {
      frozen: Object.isFrozen(shown.bridge) && Object.isFrozen(shown.bridge.nested.list),
      list: shown.bridge.nested.list,
      leaks: ['preloadSecret', 'require', 'process', 'module', '__standInPost', '__standInReceive'].filter(
        name => shown[name] !== undefined,
      ),
      standInNames: Object.getOwnPropertyNames(shown).filter(name => /stand-?in/i.test(name)),
    }
  })
  expect(probe).toEqual({ frozen: true, list: [1, 2, 3], leaks: [], standInNames: [] })
})

test('structured clone types cross the IPC both ways', async () => {
  const back = await program.page.evaluate(async () => {
    const { bridge } = globalThis as unknown as FixtureWindow
    const sent = {
      date: new Date(86_400_000),
      map: new Map([[1, new Set(['甲'])]]),
      missing: undefined,
      big: 12345678901234567890n,
      notANumber: NaN,
      minusZero: -0,
      bytes: new Uint8Array([0, 255, 7]),
      floats: new Float64Array([1.5, -2]),
      text: '政府信息公开 "引号" \\ 𠮷',
      list: [null, true, [1]],
    }
    const got = (await bridge.invoke('echo', sent)) as typeof sent
    return {
      date: got.date instanceof Date && got.date.getTime(),
      map: [...(got.map.get(1) ?? [])],
      hasMissing: 'missing' in got && got.missing === undefined,
      big: String(got.big),
      numbers: [Number.isNaN(got.notANumber), Object.is(got.minusZero, -0)],
      bytes: got.bytes instanceof Uint8Array && [...got.bytes],
      floats: got.floats instanceof Float64Array && [...got.floats],
      text: got.text,
      list: got.list,
    }
  })
  expect(back).toEqual({
    date: 86_400_000,
    map: ['甲'],
    hasMissing: true,
    big: '12345678901234567890',
    numbers: [true, true],
    bytes: [0, 255, 7],
    floats: [1.5, -2],
    text: '政府信息公开 "引号" \\ 𠮷',
    list: [null, true, [1]],
  })
})

test('5 MiB of bytes come back whole', async () => {
  const whole = await program.page.evaluate(async () => {
    const { bridge } = globalThis as unknown as FixtureWindow
    const sent = new Uint8Array(5 << 20).map((_, at) => at % 251)
    const got = (await bridge.invoke('echo', sent)) as Uint8Array
    return got.length === sent.length && got.every((byte, at) => byte === at % 251)
  })
  expect(whole).toBe(true)
})

test('functions cannot be sent, unknown channels and failing handlers reject', async () => {
  const words = await program.page.evaluate(async () => {
    const { bridge } = globalThis as unknown as FixtureWindow
    const reason = (attempt: Promise<unknown>) => attempt.then(String, (error: Error) => error.message)
    return Promise.all([
      reason(bridge.invoke('echo', { call: () => 1 })),
      reason(bridge.invoke('secret:channel')),
      reason(bridge.unhandled()),
      reason(bridge.invoke('fail')),
    ])
  })
  expect(words).toEqual([
    'An object could not be cloned.',
    'unknown channel secret:channel',
    "Error invoking remote method 'nobody-listens': Error: No handler registered for 'nobody-listens'",
    "Error invoking remote method 'fail': RangeError: 坏了",
  ])
})

test('main sees the sender as app:// in the top frame, and one electron module', async () => {
  const sender = await program.page.evaluate(() => (globalThis as unknown as FixtureWindow).bridge.invoke('sender'))
  expect(sender).toEqual({ url: 'app://bundle/index.html', top: true, sameModule: true, version: '1.2.3' })
})

test('webContents.send reaches listeners until they unsubscribe', async () => {
  const tell = (news: string) =>
    program.evaluate(
      ({ BrowserWindow }, text) => BrowserWindow.getAllWindows()[0]!.webContents.send('news', text),
      news,
    )
  const received = () => program.page.evaluate(() => (globalThis as unknown as FixtureWindow).news)
  await tell('第一条')
  await expect.poll(received, { timeout: 10_000 }).toEqual(['第一条'])
  await program.page.evaluate(() => (globalThis as unknown as FixtureWindow).stopNews())
  await tell('second')
  await program.page.evaluate(() => (globalThis as unknown as FixtureWindow).bridge.invoke('echo', 1))
  expect(await received()).toEqual(['第一条'])
})

test('dialogs answer as scripted, then cancel', async () => {
  const save = () => program.page.evaluate(() => (globalThis as unknown as FixtureWindow).bridge.invoke('save'))
  await program.dialogs.save('/tmp/告知书.pdf')
  expect(await save()).toMatchObject({ canceled: false, filePath: '/tmp/告知书.pdf' })
  expect(await save()).toMatchObject({ canceled: true })
  expect((await program.dialogs.log()).map(entry => [entry.kind, entry.options.title])).toEqual([
    ['save', '保存'],
    ['save', '保存'],
  ])
})

test('printToPDF makes a PDF', async () => {
  const head = await program.page.evaluate(() => (globalThis as unknown as FixtureWindow).bridge.invoke('pdf'))
  expect(head).toBe('%PDF-')
})

test('a reload keeps the IPC', async () => {
  for (const text of ['一', '二']) {
    await program.page.reload()
    await program.page.locator('h1[data-ready]').waitFor()
    const echoed = await program.page.evaluate(
      value => (globalThis as unknown as FixtureWindow).bridge.invoke('echo', value),
      text,
    )
    expect(echoed).toBe(text)
  }
  expect((await seen(program)).navigations).toEqual([])
})
