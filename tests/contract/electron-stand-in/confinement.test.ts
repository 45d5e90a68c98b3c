import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LaunchedProgram } from '../../support/launch/launch'
import { seen, startFixture, type FixtureWindow } from './start-fixture'

let program: LaunchedProgram

beforeAll(async () => void (program = await startFixture()), 90_000)
afterAll(() => program?.close())

test('nothing is reached, and nothing is tried, without cause', async () => {
  expect(await program.external()).toEqual([])
})

test('the origin is secure, and Chromium enforces the policy of the product as main sent it', async () => {
  const probe = await program.page.evaluate(async () => {
    const violated = new Promise<string>(resolve =>
      document.addEventListener('securitypolicyviolation', event => resolve(event.violatedDirective), { once: true }),
    )
    document.body.append(Object.assign(new Image(), { src: 'https://evil.example/x.png' }))
    const nameOf = (attempt: () => unknown) => {
      try {
        return attempt()
      } catch (error) {
        return (error as Error).name
      }
    }
    const styled = (nonce: string) => {
      const style = Object.assign(document.createElement('style'), { nonce, textContent: 'h1 { letter-spacing: 9px }' })
      document.head.append(style)
      const { letterSpacing } = getComputedStyle(document.querySelector('h1')!)
      style.remove()
      return letterSpacing
    }
    return {
      secure: isSecureContext,
      subtle: typeof crypto.subtle.digest,
      violated: await violated,
      styled: ['', 'other', 'N0NCE'].map(styled),
      evaluated: nameOf(() => (0, eval)('1+1')),
      html: nameOf(() => (document.createElement('div').innerHTML = '<b>x</b>')),
      worker: nameOf(() => new Worker('/worker.js')),
      geolocation: (await navigator.permissions.query({ name: 'geolocation' })).state,
      outside: await fetch('https://evil.example/data').then(
        () => 'reached',
        (error: Error) => error.name,
      ),
    }
  })
  expect(probe).toEqual({
    secure: true,
    subtle: 'function',
    violated: 'img-src',
    styled: ['normal', 'normal', '9px'],
    evaluated: 'EvalError',
    html: 'TypeError',
    worker: 'TypeError',
    geolocation: 'denied',
    outside: 'TypeError',
  })
  await expect
    .poll(() => program.external(), { timeout: 10_000 })
    .toEqual(expect.arrayContaining(['https://evil.example/x.png', 'https://evil.example/data']))
})

test('a module worker fetches app:// paths and hashes them', async () => {
  const answer = await program.page.evaluate(
    () =>
      new Promise(resolve => {
        const worker = (globalThis as unknown as FixtureWindow).startWorker()
        worker.onmessage = event => resolve(event.data)
        worker.onerror = event => resolve(event.message)
        worker.postMessage(1 << 20)
      }),
  )
  expect(answer).toEqual({ length: 2 << 20, digest: 32, secure: true })
})

test('a POST body reaches the protocol handler; our own cookie does not', async () => {
  const answer = await program.page.evaluate(async () =>
    (await fetch('/post', { method: 'POST', body: new Uint8Array(300_000).fill(9) })).json(),
  )
  expect(answer).toEqual({ length: 300_000, first: 9, method: 'POST' })
  expect((await seen(program)).posts).toEqual([{ origin: 'app://bundle', cookie: null }])
  expect(await program.page.evaluate(() => document.cookie)).toBe('')
})

test('another program on this machine gets 403', async () => {
  const args = readFileSync(`/proc/${await browserPid()}/cmdline`, 'utf8').split('\0')
  const port = args.find(arg => arg.startsWith('--proxy-server='))?.match(/:(\d+)$/)?.[1]
  const status = (path: string) =>
    new Promise(resolve => {
      const asked = request({ host: '127.0.0.1', port, path }, response => resolve(response.resume().statusCode))
      asked.on('error', error => resolve(error.message))
      asked.end()
    })
  expect(port).toBeDefined()
  expect(await status('http://bundle.app.localhost/index.html')).toBe(403)
})

test('window.open and target=_blank are put to main and denied; no page stays', async () => {
  await program.page.locator('#out').click()
  await program.page.evaluate(() => void window.open('app://bundle/second.html'))
  await expect.poll(async () => (await seen(program)).opens, { timeout: 10_000 }).toHaveLength(2)
  expect((await seen(program)).opens[0]).toBe('https://example.com/out')
  await expect.poll(() => program.page.context().pages().length, { timeout: 10_000 }).toBe(1)
  expect(await program.external()).not.toContain('https://example.com/out')
})

test('will-navigate is put to main and prevented', async () => {
  await program.page.locator('#away').click()
  await expect
    .poll(async () => (await seen(program)).navigations, { timeout: 10_000 })
    .toEqual(['https://example.org/away'])
  await program.page.evaluate(() => void (location.href = '/open.html'))
  await expect.poll(async () => (await seen(program)).navigations, { timeout: 10_000 }).toHaveLength(2)
  expect(program.page.url()).toMatch(/index\.html$/)
  expect(await program.external()).not.toContain('https://example.org/away')
})

test('without any policy, http, https, sockets and other local ports are still cut and written down', async () => {
  await program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.loadURL('app://bundle/open.html'))
  await program.page.getByRole('heading', { name: 'open' }).waitFor()
  const outcomes = await program.page.evaluate(async () => {
    const socket = new Promise<string>(resolve => {
      const opened = new WebSocket('wss://socket.example/live')
      opened.onopen = () => resolve('reached')
      opened.onerror = () => resolve('refused')
    })
    const get = (url: string) =>
      fetch(url, { mode: 'no-cors' }).then(
        () => 'reached',
        () => 'refused',
      )
    const source =
      "fetch('https://worker.example/x', { mode: 'no-cors' }).then(() => postMessage('reached'), () => postMessage('refused'))"
    const fromWorker = new Promise<string>(resolve => {
      const worker = new Worker(URL.createObjectURL(new Blob([source])))
      worker.onmessage = event => resolve(event.data as string)
    })
    const urls = ['https://evil.example/a?b', 'http://plain.example/c', 'http://127.0.0.1:8080/d', 'http://10.1.2.3/e']
    return Promise.all([...urls.map(get), socket, fromWorker])
  })
  expect(new Set(outcomes)).toEqual(new Set(['refused']))
  const noticed = await program.external()
  for (const url of [
    'https://evil.example/a?b',
    'http://plain.example/c',
    'http://127.0.0.1:8080/d',
    'http://10.1.2.3/e',
  ]) {
    expect(noticed).toContain(url)
  }
  expect(noticed).toContain('https://worker.example/')
  expect(noticed.some(url => url.includes('socket.example'))).toBe(true)
})

/** The browser is the only child of main that speaks through five pipes; its pid leads the process group. */
async function browserPid(): Promise<string> {
  const children = readFileSync(`/proc/${program.pid}/task/${program.pid}/children`, 'utf8').trim().split(' ')
  const browser = children.find(pid => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--proxy-server='))
  return browser ?? ''
}
