import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cardReaderSetting, cardService } from '../../../../../electron/main/card-reader/card-service'
import { readSettings } from '../../../../../electron/main/workstation/settings'

let folder: string
let server: http.Server | null = null
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'card-'))
})
afterEach(() => {
  server?.close()
  server = null
  fs.rmSync(folder, { recursive: true, force: true })
})

/** A service as the vendors ship it, on this machine. */
async function vendor(answer: (response: http.ServerResponse) => void): Promise<{ port: number; asked: string[] }> {
  const asked: string[] = []
  server = http.createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    answer(response)
  })
  await new Promise<void>(listening => server!.listen(0, '127.0.0.1', listening))
  return { port: (server.address() as AddressInfo).port, asked }
}

const read = (port: number, more: object = {}) => cardService(() => cardReaderSetting.parse({ port, ...more })).read()
const photo = 'A'.repeat(40_000)

test('name, number and address come out, however the vendor wraps them; the photo stays behind', async () => {
  const { port, asked } = await vendor(response =>
    response.end(
      JSON.stringify({
        resultFlag: 0,
        resultContent: {
          partyName: '张㛃䶮',
          certNumber: '33010219040404008X',
          certAddress: '白鹭村1号',
          identityPic: photo,
        },
      }),
    ),
  )
  const answer = await read(port, { path: '/api/readCard?type=1', method: 'POST' })
  expect(answer).toEqual({ outcome: 'read', name: '张㛃䶮', idNumber: '33010219040404008X', address: '白鹭村1号' })
  expect(asked).toEqual(['POST /api/readCard?type=1'])
})

test.each<[string, (response: http.ServerResponse) => void, string]>([
  ['no card on it', response => response.end('{"resultFlag":-1,"errorMsg":"请放卡"}'), 'noCard'],
  ['an answer of another kind', response => response.end('<html>'), 'unreadable'],
  ['a service that fails', response => response.writeHead(500).end(), 'noAnswer'],
  [
    'one that leads elsewhere',
    response => response.writeHead(302, { location: 'http://192.0.2.1/' }).end(),
    'noAnswer',
  ],
])('%s', async (_name, answer, why) => {
  const { port } = await vendor(answer)
  expect(await read(port)).toEqual({ outcome: 'notRead', why })
})

test('nobody answers at the port, or no reader is set up', async () => {
  const { port } = await vendor(response => response.end())
  await new Promise(closed => server!.close(closed))
  expect(await read(port)).toEqual({ outcome: 'notRead', why: 'noAnswer' })
  expect(cardService(() => undefined).isSetUp()).toBe(false)
  expect(await cardService(() => undefined).read()).toEqual({ outcome: 'notRead', why: 'noReader' })
})

test('only this machine is ever asked, and only under a plain path', async () => {
  const addresses: string[] = []
  const fetchLike = (async (address: string) => {
    addresses.push(address)
    return new Response('{}')
  }) as unknown as typeof fetch // the two arguments that are used
  await cardService(() => cardReaderSetting.parse({ port: 8989, path: '/read' }), fetchLike).read()
  expect(addresses).toEqual(['http://127.0.0.1:8989/read'])
  for (const path of ['@192.0.2.1/', '//192.0.2.1 ', '/a b', 'http://192.0.2.1/'])
    expect(cardReaderSetting.safeParse({ port: 8989, path }).success, path).toBe(false)
  expect(cardReaderSetting.safeParse({ port: 8989, host: '192.0.2.1' }).success).toBe(false)
})

test('a file stands in for a reader', async () => {
  const file = path.join(folder, 'card.json')
  fs.writeFileSync(file, JSON.stringify({ Name: '李喆', 'id-number': '110101190001010014' }))
  expect(await cardService(() => ({ file })).read()).toMatchObject({
    name: '李喆',
    idNumber: '110101190001010014',
    address: '',
  })
  expect(await cardService(() => ({ file: `${file}.gone` })).read()).toEqual({ outcome: 'notRead', why: 'noAnswer' })
})

test('a reader that is set up wrongly costs the office its mirror as little as its work', () => {
  const settings = { mirrorFolder: '/mirror', cardReader: { port: 'COM3' } }
  fs.writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(settings))
  expect(readSettings(folder)).toEqual({ mirrorFolder: '/mirror' })
})
