import { expect, test } from 'vitest'
import { loadLetterFonts } from '#shared/letters/fonts'
import { makeLetter } from '#shared/letters/make-letter'
import { letterFontFiles, testFonts } from '../../../support/pdf/font-files'
import { sampleLetters } from './sample-letters'

test('a character that no font has is refused with its code point and its element', async () => {
  expect(await makeLetter({ ...sampleLetters.R01, applicantName: '王𡋤' }, testFonts())).toEqual({
    ok: false,
    problem: { kind: 'characterMissing', letter: 'R01', character: '𡋤', codePoint: 'U+212E4', element: 'addressee' },
  })
  const { search } = sampleLetters.R01
  expect(await makeLetter({ ...sampleLetters.R01, search: { ...search, words: ['𡋤村'] } }, testFonts())).toMatchObject(
    {
      problem: { kind: 'characterMissing', element: 'text' },
    },
  )
})

test('marks without a shape are dropped, not refused', async () => {
  const made = await makeLetter({ ...sampleLetters.S01, addressee: '\ufeff张\u200b三\u00a0' }, testFonts())
  expect(made.ok && made.value.text).toContain('\n张三\n')
})

test('an office may bring its own body face; what it lacks comes from the serif', async () => {
  const files = letterFontFiles()
  const fonts = loadLetterFonts({ ...files, userBody: files.heading })
  expect(fonts.ok && fonts.value.body.map(face => face.role)).toEqual(['userBody', 'body', 'heading'])
  const made = fonts.ok && (await makeLetter(sampleLetters.R12, fonts.value))
  expect(made && made.ok).toBe(true)
})

test('a file that is no usable font is refused by role', () => {
  const files = letterFontFiles()
  expect(loadLetterFonts({ ...files, userBody: new Uint8Array(64) })).toEqual({
    ok: false,
    problem: { kind: 'fontUnusable', role: 'userBody', why: 'unreadable' },
  })
  const locked = Uint8Array.from(files.heading)
  locked[fsTypeOffset(locked)] = 0x00
  locked[fsTypeOffset(locked) + 1] = 0x02
  expect(loadLetterFonts({ ...files, userBody: locked })).toMatchObject({
    problem: { role: 'userBody', why: 'licence' },
  })
})

function fsTypeOffset(font: Uint8Array): number {
  const view = new DataView(font.buffer)
  for (let at = 12; ; at += 16) {
    if (String.fromCharCode(...font.subarray(at, at + 4)) === 'OS/2') return view.getUint32(at + 8) + 8
  }
}
