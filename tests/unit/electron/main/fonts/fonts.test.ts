import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fontRoute } from '../../../../../electron/main/fonts/font-route'
import { letterFonts } from '../../../../../electron/main/fonts/letter-fonts'
import { mayEmbedSubset, readFont } from '../../../../../electron/main/fonts/read-font'
import { findFonts, fontFolders } from '../../../../../electron/main/fonts/system-fonts'
import { changeSettings, readSettings } from '../../../../../electron/main/workstation/settings'
import { letterFontFiles } from '../../../../support/pdf/font-files'
import { craftFont, type CraftedFont } from './crafted-font'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fonts-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const reading = (bytes: Buffer) => readFont((at, length) => bytes.subarray(at, at + length))
const whatOf = (font: CraftedFont): string => {
  const read = reading(craftFont(font))
  return read.ok ? read.value.name : `refused: ${read.problem}`
}
const good = { fsType: 0, name: '方正小标宋简体' }

test.each<[fsType: number, what: string, may: boolean]>([
  [0x0000, 'installable', true],
  [0x0004, 'preview and print', true],
  [0x0008, 'editable', true],
  [0x000c, 'both of these', true],
  [0x0002, 'restricted licence', false],
  [0x0006, 'restricted beside another', false],
  [0x0100, 'no subsetting', false],
  [0x0108, 'editable, no subsetting', false],
  [0x0200, 'bitmaps only', false],
])('fsType %i (%s) may be embedded: %s', (fsType, _what, may) => {
  expect(mayEmbedSubset(fsType)).toBe(may)
  expect(whatOf({ ...good, fsType })).toBe(may ? good.name : 'refused: embedding')
})

test.each<[what: string, font: CraftedFont, answer: string]>([
  ['without licence bits', { name: '仿宋' }, 'refused: embedding'],
  ['a collection', { ...good, version: 0x74746366 }, 'refused: collection'],
  ['CFF outlines', { ...good, version: 0x4f54544f }, 'refused: outlines'],
  ['no outlines', { ...good, tables: [] }, 'refused: outlines'],
  ['no font at all', { ...good, version: 0x25504446 }, 'refused: unreadable'],
  ['a font without a name', { fsType: 0 }, ''],
])('%s', (_what, font, answer) => expect(whatOf(font)).toBe(answer))

test('a file that ends anywhere is refused, never a fault', () => {
  const whole = craftFont(good)
  for (let length = 0; length < whole.length - 1; length++) {
    const read = reading(whole.subarray(0, length))
    if (read.ok) expect(read.value.name.length).toBeLessThan(good.name.length + 1)
    else expect(['unreadable', 'outlines', 'embedding']).toContain(read.problem)
  }
})

test('the bundled faces read with our parser, names and rights', () => {
  const files = Object.values(letterFontFiles())
  expect(files.length).toBeGreaterThanOrEqual(3)
  for (const bytes of files) {
    const read = reading(Buffer.from(bytes as Uint8Array))
    expect(read).toMatchObject({ ok: true, value: { name: expect.stringMatching(/Noto/) } })
  }
})

test('仿宋 and 小标宋 are found by their own name or by the name of the file; others and what is missing are not', () => {
  const deep = path.join(folder, 'zh', 'office')
  fs.mkdirSync(deep, { recursive: true })
  fs.writeFileSync(path.join(deep, 'a.ttf'), craftFont({ fsType: 4, name: '仿宋_GB2312' }))
  fs.writeFileSync(path.join(deep, 'b.TTF'), craftFont(good))
  fs.writeFileSync(path.join(deep, 'FZFSJW.ttf'), craftFont({ fsType: 2, name: '方正仿宋简体' }))
  fs.writeFileSync(path.join(deep, 'c.ttf'), craftFont({ fsType: 0, name: '楷体' }))
  fs.writeFileSync(path.join(deep, 'simfang.txt'), 'no font')
  const found = findFonts([path.join(folder, 'not there'), folder])
  expect(found.map(({ name, face, refusal }) => [name, face, refusal])).toEqual([
    ['FZFSJW', 'body', 'embedding'],
    ['仿宋_GB2312', 'body', undefined],
    ['方正小标宋简体', 'title', undefined],
  ])
  expect(fontFolders('win32', { WINDIR: 'D:\\Windows' })[0]).toContain('Fonts')
  expect(fontFolders('linux', {})).toContain('/usr/share/fonts')
})

test('a font is copied with its digest; a copy that changed is used no longer, and the route says 404', async () => {
  const settings = { read: () => readSettings(folder), change: (part: object) => changeSettings(folder, part) }
  const fonts = letterFonts(folder, settings)
  const file = path.join(folder, 'mine.ttf')
  const route = (face: string) => fontRoute(fonts)(new URL(`app://bundle/letter-font?face=${face}`))
  expect(route('body').status).toBe(404)
  fs.writeFileSync(file, craftFont({ ...good, fsType: 2 }))
  expect(fonts.take('title', file)).toEqual({ ok: false, problem: { kind: 'fontUnusable', why: 'embedding' } })
  fs.writeFileSync(file, craftFont(good))
  const taken = fonts.take('title', file)
  expect(taken).toMatchObject({ ok: true, value: { name: good.name } })
  fs.rmSync(file) // the copy is what counts
  expect(Buffer.from(await route('title').arrayBuffer()).equals(craftFont(good))).toBe(true)
  expect(route('heading').status).toBe(404)
  const [copy] = fs.readdirSync(path.join(folder, 'fonts'))
  fs.appendFileSync(path.join(folder, 'fonts', copy!), 'x')
  expect(fonts.bytes('title')).toBeNull()
  expect(route('title').status).toBe(404)
})
