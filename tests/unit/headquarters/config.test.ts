import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../../../headquarters/server/config'

const file = (text: string): string => {
  const name = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'records-desk-config-')), 'headquarters.json')
  fs.writeFileSync(name, text)
  return name
}

test('the environment goes before the file, the file before what is built in', () => {
  const given = { HQ_CONFIG: file('{"port": 9000, "host": "10.0.0.7"}'), HQ_PORT: '9001' }
  expect(readConfig(given)).toMatchObject({ ok: true, value: { port: 9001, host: '10.0.0.7', logLevel: 'info' } })
  expect(readConfig({})).toMatchObject({ ok: true, value: { host: '127.0.0.1', port: 8787 } })
})

test.each([
  ['a port that is none', { HQ_PORT: '70000' }, { kind: 'configWrong', setting: 'port' }],
  ['another database', { DATABASE_URL: 'mysql://secret@host' }, { kind: 'configWrong', setting: 'databaseUrl' }],
  ['a setting that nobody knows', { HQ_CONFIG: file('{"prot": 1}') }, { kind: 'configWrong', setting: 'prot' }],
  ['a file that is no JSON', { HQ_CONFIG: file('port = 1') }, { kind: 'configUnreadable' }],
  ['a file that is not there', { HQ_CONFIG: '/nowhere/at/all.json' }, { kind: 'configUnreadable' }],
])('%s is told by its name, never by its value', (_what, given, problem) => {
  const read = readConfig(given)
  expect(read).toMatchObject({ ok: false, problem })
  expect(JSON.stringify(read)).not.toContain('secret')
})
