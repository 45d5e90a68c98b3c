import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveApp } from '../../../../../electron/main/security/app-protocol'
import { listBuiltFiles } from '../../../../../electron/main/security/built-files'

let folder: string
let serve: (request: Request) => Promise<Response>

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'built-'))
  fs.mkdirSync(path.join(folder, 'assets'))
  fs.writeFileSync(path.join(folder, 'index.html'), '<meta property="csp-nonce" nonce="__NONCE__">')
  fs.writeFileSync(path.join(folder, 'assets', 'main.js'), 'export {}')
  fs.writeFileSync(path.join(folder, 'assets', 'whole.ttf'), 'font')
  fs.writeFileSync(path.join(folder, 'notes.secret'), 'not a kind of file we serve')
  fs.writeFileSync(path.join(folder, '..', 'outside.js'), 'outside')
  serve = serveApp({ files: listBuiltFiles(folder), routes: { '/ledger/acts': () => new Response('acts') } })
})
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true })
  fs.rmSync(path.join(folder, '..', 'outside.js'), { force: true })
})

const get = (url: string, method = 'GET') => serve(new Request(url, { method }))

test('a page gets a fresh nonce in its text and in its policy', async () => {
  const nonces = await Promise.all(
    [1, 2].map(async () => {
      const response = await get('app://bundle/index.html')
      const nonce = /nonce="([^"]+)"/.exec(await response.text())![1]!
      expect(response.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      return nonce
    }),
  )
  expect(new Set(nonces).size).toBe(2)
  expect(Buffer.from(nonces[0]!, 'base64')).toHaveLength(16)
})

test('a script carries a policy too, because a worker takes its own from there', async () => {
  const response = await get('app://bundle/assets/main.js')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('text/javascript')
  expect(response.headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'")
})

test('a file tells its length, so that whoever reads it takes the room at once', async () => {
  const response = await get('app://bundle/assets/main.js')
  expect(response.headers.get('content-length')).toBe('9')
  expect(await response.text()).toBe('export {}')
})

test('a whole font is kept by nobody on its way; what is small may be', async () => {
  const keepingOf = async (file: string) => (await get(`app://bundle/assets/${file}`)).headers.get('cache-control')
  expect(await keepingOf('whole.ttf')).toBe('no-store')
  expect(await keepingOf('main.js')).toBeNull()
})

test('our own routes answer by name only', async () => {
  expect(await (await get('app://bundle/ledger/acts')).text()).toBe('acts')
  expect((await get('app://bundle/constructor')).status).toBe(404)
})

const outside = [
  'app://bundle/../outside.js',
  'app://bundle/%2e%2e/outside.js',
  'app://bundle/..%2foutside.js',
  'app://bundle/assets/..%5c..%5coutside.js',
  'app://bundle/assets/%00main.js',
  'app://bundle/ASSETS/main.js',
  'app://bundle/assets/main.js/',
  'app://bundle//assets/main.js',
  'app://bundle/notes.secret',
  'app://bundle/',
  'app://evil/index.html',
  'app://bundle:1/index.html',
]

test.each(outside)('%s is not there', async url => {
  expect((await get(url)).status).toBe(404)
})

test('nothing is answered to anything but GET', async () => {
  expect((await get('app://bundle/index.html', 'POST')).status).toBe(405)
})
