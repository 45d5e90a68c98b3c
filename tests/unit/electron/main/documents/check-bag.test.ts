import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { folderBag, zippedBag } from '../../../../../electron/main/documents/bag/bag-files'
import { decodedPath, encodedPath, pathFault } from '../../../../../electron/main/documents/bag/bag-paths'
import { checkBag } from '../../../../../electron/main/documents/bag/check-bag'
import { bagOf, writeBag, type BagContents } from '../../../../support/documents/make-bag'
import { makeZip, type MadeEntry } from '../../../../support/documents/make-zip'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bag-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const inFolder = async (contents: BagContents, meddle: () => void = () => {}) => {
  writeBag(folder, contents)
  meddle()
  return checkBag(folderBag(folder))
}

const zipped = async (entries: readonly MadeEntry[]) => {
  const file = path.join(folder, 'bag.zip')
  fs.writeFileSync(file, makeZip(entries))
  const bag = await zippedBag(file)
  if (!bag) throw new Error('no bag')
  const checked = await checkBag(bag)
  bag.close()
  return checked
}

const entriesOf = (contents: BagContents, top = ''): MadeEntry[] =>
  Object.entries(contents).map(([name, content]) => ({ name: top + name, data: Buffer.from(content) }))

const two = { '一.md': '# 一', 'b/二.txt': '二' }

describe('a sound bag', () => {
  const payload = ['data/一.md', 'data/b/二.txt']

  test('in a folder, at the top of a zip and in a folder of a zip', async () => {
    const sound = { ok: true, value: { payload, info: { 'Source-Organization': '云河县档案馆' } } }
    expect(await inFolder(bagOf(two))).toMatchObject(sound)
    expect(await zipped(entriesOf(bagOf(two)))).toMatchObject(sound)
    expect(await zipped(entriesOf(bagOf(two), '移交包/'))).toMatchObject(sound)
  })

  test('signs of a path that a manifest cannot hold are written as it says and read back', () => {
    expect(decodedPath('data/a%0Ab%25.md')).toBe('data/a\nb%.md')
    expect(decodedPath('data/100%.md')).toBe('data/100%.md')
    expect(decodedPath(encodedPath('data/50%25\r.md'))).toBe('data/50%25\r.md')
  })
})

describe('an incomplete or changed bag', () => {
  test.each<[string, BagContents, (() => void) | undefined, object]>([
    [
      'no bagit.txt as it should be',
      bagOf(two, { 'bagit.txt': 'BagIt-Version: 1.0\n' }),
      undefined,
      { kind: 'bagUndeclared' },
    ],
    [
      'a version of the future',
      bagOf(two, { 'bagit.txt': 'BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n' }),
      undefined,
      { kind: 'bagVersion', version: '2.0' },
    ],
    [
      'a file that asks to be fetched',
      bagOf(two, { 'Fetch.txt': 'http://example.invalid/a - data/a\n' }),
      undefined,
      { kind: 'bagFetches' },
    ],
    [
      'no manifest of SHA-256',
      bagOf(two),
      () => fs.rmSync(path.join(folder, 'manifest-sha256.txt')),
      { kind: 'bagManifestMissing' },
    ],
    [
      'a line that is none',
      bagOf(two, { 'manifest-sha256.txt': 'abc  data/一.md\n' }),
      undefined,
      { kind: 'bagManifestLine', line: 1 },
    ],
    [
      'a missing file',
      bagOf(two),
      () => fs.rmSync(path.join(folder, 'data/一.md')),
      { kind: 'bagFileMissing', path: 'data/一.md' },
    ],
    [
      'a file that no manifest names',
      bagOf(two),
      () => fs.writeFileSync(path.join(folder, 'data/c'), 'c'),
      { kind: 'bagFileUnnamed', path: 'data/c' },
    ],
    [
      'a changed file',
      bagOf(two),
      () => fs.writeFileSync(path.join(folder, 'data/一.md'), '# 二'),
      { kind: 'bagFileChanged', path: 'data/一.md' },
    ],
    [
      'a changed tag file',
      bagOf(two),
      () => fs.appendFileSync(path.join(folder, 'bag-info.txt'), 'X: y\n'),
      { kind: 'bagFileChanged', path: 'bag-info.txt' },
    ],
    [
      'a count that is wrong',
      bagOf(two, { 'bag-info.txt': 'Payload-Oxum: 1.1\n' }),
      undefined,
      { kind: 'bagCount', said: '1.1' },
    ],
  ])('%s', async (_name, contents, meddle, problem) => {
    expect(await inFolder(contents, meddle)).toMatchObject({ ok: false, problem })
  })
})

describe('a hostile bag', () => {
  const sound = bagOf(two)

  test('a link in a folder, to a file and to a folder', async () => {
    const meddle = () => fs.symlinkSync('/etc/passwd', path.join(folder, 'data/link'))
    expect(await inFolder(sound, meddle)).toMatchObject({
      problem: { kind: 'bagHostile', why: 'link', path: 'data/link' },
    })
  })

  test('a link in a zip', async () => {
    const link = { name: 'data/link', data: Buffer.from('/etc/passwd'), mode: 0o120777 }
    expect(await zipped([...entriesOf(sound), link])).toMatchObject({ problem: { kind: 'bagHostile', why: 'link' } })
  })

  test.each(['../evil', '/etc/evil', 'C:/evil', 'data/..\\..\\evil', 'data/../../evil'])(
    'an entry of a zip that would lie at %s',
    async name => {
      const entries = [...entriesOf(sound), { name, data: Buffer.from('x') }]
      expect(await zipped(entries)).toMatchObject({ problem: { kind: 'bagHostile', why: 'outside' } })
    },
  )

  test('an entry beside the folder of the bag', async () => {
    const entries = [...entriesOf(sound, '包/'), { name: '外面.txt', data: Buffer.from('x') }]
    expect(await zipped(entries)).toMatchObject({ problem: { kind: 'bagHostile', why: 'outside' } })
  })

  test.each(['data/../../evil', '/etc/passwd', '~/evil', 'data/c:evil', 'data/aux', 'data/end.', 'data\\evil'])(
    'a manifest that names %s',
    async name => {
      const tags = { 'manifest-sha256.txt': `${'0'.repeat(64)}  ${name}\n` }
      expect(await inFolder(bagOf({}, tags))).toMatchObject({ problem: { kind: 'bagHostile' } })
    },
  )

  test('a bomb, by its ratio, and one whose directory lies about its size', async () => {
    const bomb = { name: 'data/bomb', data: Buffer.alloc(16 * 1024 * 1024) }
    expect(await zipped([...entriesOf(sound), bomb])).toMatchObject({ problem: { kind: 'bagHostile', why: 'bomb' } })
    const lying = entriesOf(sound).map(entry => (entry.name === 'data/一.md' ? { ...entry, saysBytes: 1 } : entry))
    expect(await zipped(lying)).toMatchObject({ ok: false, problem: { kind: 'bagFileMissing' } })
  })

  test('names that differ by case only, or by how a letter is put together', async () => {
    const cased = bagOf({ 'A.md': 'a', 'a.md': 'b' })
    expect(await zipped(entriesOf(cased))).toMatchObject({
      problem: { kind: 'bagTwins', path: 'data/a.md', other: 'data/A.md' },
    })
    const composed = bagOf({ '\u00e9.md': 'a', 'e\u0301.md': 'b' })
    expect(await zipped(entriesOf(composed))).toMatchObject({ problem: { kind: 'bagTwins' } })
  })

  test('the same name twice in a zip', async () => {
    const again = { name: 'data/一.md', data: Buffer.from('# 另一个') }
    expect(await zipped([...entriesOf(sound), again])).toMatchObject({ problem: { kind: 'bagHostile' } })
  })
})

test('paths', () => {
  for (const good of ['data/a', 'data/云政发〔2020〕5号.md', 'data/a b/c.d', 'data/..a'])
    expect(pathFault(good), good).toBeNull()
  for (const bad of ['', '/a', 'data//a', 'data/./a', 'data/nul.txt', 'data/a\u0000', 'data/a '])
    expect(pathFault(bad), bad).not.toBeNull()
})
