import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dropUnreadableDatabases } from '../../../../../electron/main/windows/unreadable-databases'

let profile: string
beforeEach(() => {
  profile = fs.mkdtempSync(path.join(os.tmpdir(), 'databases-'))
})
afterEach(() => fs.rmSync(profile, { recursive: true, force: true }))

const databases = (): string => path.join(profile, 'IndexedDB')
function tables(name: string, files: Readonly<Record<string, string>>): string {
  const folder = path.join(databases(), name)
  fs.mkdirSync(folder, { recursive: true })
  for (const [file, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, file), text)
  return folder
}
const sound = { CURRENT: 'MANIFEST-000001\n', 'MANIFEST-000001': 'x', '000003.log': 'y' }

test('sound databases, damaged ones that the browser mends by itself, and none at all are left alone', () => {
  expect(dropUnreadableDatabases(profile)).toEqual([])
  tables('a.indexeddb.leveldb', sound)
  tables('b.indexeddb.leveldb', { ...sound, CURRENT: '' })
  tables('c.indexeddb.leveldb', { '000003.log': 'y' })
  fs.mkdirSync(path.join(databases(), 'a.indexeddb.blob'))
  expect(dropUnreadableDatabases(profile)).toEqual([])
  expect(fs.readdirSync(databases())).toHaveLength(4)
})

test('tables without their manifest go, and their neighbours stay', () => {
  const whole = tables('a.indexeddb.leveldb', sound)
  const bare = tables('b.indexeddb.leveldb', { CURRENT: sound.CURRENT, '000003.log': 'y' })
  expect(dropUnreadableDatabases(profile)).toEqual([bare])
  expect(fs.existsSync(bare)).toBe(false)
  expect(fs.readdirSync(whole)).toHaveLength(3)
})

test('a plain file in place of the folder goes', () => {
  fs.writeFileSync(databases(), 'no folder')
  expect(dropUnreadableDatabases(profile)).toEqual([databases()])
  expect(fs.existsSync(databases())).toBe(false)
})
