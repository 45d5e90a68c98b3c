import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createRequire } from 'node:module'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadLetterFonts } from '#shared/letters/fonts'
import { makeLetter } from '#shared/letters/make-letter'
import { fontRoute } from '../../../../../electron/main/fonts/font-route'
import { letterFonts } from '../../../../../electron/main/fonts/letter-fonts'
import { changeSettings, readSettings } from '../../../../../electron/main/workstation/settings'
import { letterFontFiles } from '../../../../support/pdf/font-files'
import { embeddedFonts } from '../../../../support/pdf/pdfa-structure'
import { sampleLetters } from '../../../shared/letters/sample-letters'

/** A face that no letter of the program has by itself. */
const own = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-serif-sc/500Medium/NotoSerifSC_500Medium.ttf',
)

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'own-font-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const settings = () => ({
  read: () => readSettings(folder),
  change: (part: Parameters<typeof changeSettings>[1]) => changeSettings(folder, part),
})

/** What the worker that makes letters is served now, and the fonts that a letter then carries. */
async function fontsOfLetter(): Promise<readonly string[]> {
  const route = fontRoute(letterFonts(folder, settings()))
  const response = route(new URL('app://desk/letter-font?face=body'))
  const chosen = response.ok ? { userBody: new Uint8Array(await response.arrayBuffer()) } : {}
  const fonts = loadLetterFonts({ ...letterFontFiles(), ...chosen })
  if (!fonts.ok) throw new Error(fonts.problem.kind)
  const made = await makeLetter(sampleLetters.R12, fonts.value)
  if (!made.ok) throw new Error(made.problem.kind)
  return embeddedFonts(made.value.bytes)
}

const isOwn = (name: string): boolean => name.endsWith('NotoSerifSC-Medium')

test('a font that was chosen stands in the letter, and the program has its own again once it is given up', async () => {
  expect((await fontsOfLetter()).some(isOwn)).toBe(false)
  expect(letterFonts(folder, settings()).take('body', own)).toMatchObject({ ok: true, value: { name: /Noto Serif/ } })
  expect((await fontsOfLetter()).filter(isOwn)).toHaveLength(1)
  expect(settings().change({ fonts: {} }).ok).toBe(true)
  expect((await fontsOfLetter()).some(isOwn)).toBe(false)
})
