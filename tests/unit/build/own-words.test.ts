import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { create as openFont } from '@cantoo/fontkit'
import { afterAll, expect, test } from 'vitest'
import { sansFamily } from '../../../renderer/ui/theme/colours'
import { charactersOf, faces, rangesOf, subsetOf } from '../../../build/own-words'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'own-words-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

test('neighbours are one range, and what stands alone is itself', () => {
  expect(rangesOf([0x20, 0x21, 0x22, 0x4e00, 0x4e8c, 0x4e8d])).toEqual(['U+20-22', 'U+4e00', 'U+4e8c-4e8d'])
  expect(rangesOf([])).toEqual([])
})

test('characters are those of scripts, whatever else lies beside them, and Latin with its accents', () => {
  fs.mkdirSync(path.join(folder, 'zh-cn'))
  fs.writeFileSync(path.join(folder, 'zh-cn', 'door.ts'), "export const door = '谁在窗口𬱖'\n")
  fs.writeFileSync(path.join(folder, 'notes.md'), '龘')
  const found = charactersOf([folder])
  for (const character of ['谁', '口', '𬱖', 'a', 'é']) expect(found).toContain(character.codePointAt(0))
  expect(found).not.toContain('龘'.codePointAt(0))
  expect(found).not.toContain('\n'.codePointAt(0))
})

test.each(faces)('$name has the words of the windows, and stands on one line with its slices', async face => {
  const { file, characters } = await subsetOf(face)
  const words = opened(file)
  expect(characters.filter(one => !words.characterSet.includes(one))).toEqual([])
  expect(words.characterSet.length).toBeLessThan(characters.length + 10) // a few that stand in upright text come along
  for (const character of '公开查阅台谁在窗口今日登记申请') expect(characters).toContain(character.codePointAt(0))
  expect(characters).not.toContain('龘'.codePointAt(0))
  const { slices, weight } = face
  const slice = opened(resolved(`@fontsource/${slices}/files/${slices}-119-${weight}-normal.woff2`))
  expect(metricsOf(words)).toEqual(metricsOf(slice))
  expect(words.availableFeatures).toEqual(expect.arrayContaining(['halt', 'kern'])) // by which 「」 and ，。 close up
})

test.each(faces)('$name is asked before its slices, on screen and by antd', ({ family, slices }) => {
  const [, first, second] = new RegExp(`--${slices.split('-')[1]}:\\s*'([^']+)', '([^']+)'`).exec(tokens) ?? []
  expect([first, second?.toLowerCase().replaceAll(' ', '-')]).toEqual([family, slices])
  if (slices === 'noto-sans-sc') expect(sansFamily).toMatch(new RegExp(`^"${family}","Noto Sans SC",`))
})

const tokens = fs.readFileSync('renderer/ui/theme/tokens.css', 'utf8')

const metricsOf = ({ unitsPerEm, ascent, descent, lineGap, capHeight, xHeight }: ReturnType<typeof opened>) => ({
  ...{ unitsPerEm, ascent, descent, lineGap, capHeight, xHeight },
})

const resolved = (name: string) => createRequire(import.meta.url).resolve(name)

function opened(file: string) {
  const font = openFont(fs.readFileSync(file))
  if (!('characterSet' in font)) throw new Error(`${file} is a collection`)
  return font
}
