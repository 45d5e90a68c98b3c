import { expect, test } from 'vitest'
import { loadLetterFonts } from '#shared/letters/fonts'
import { composeLetter } from '#shared/letters/compose-letter'
import { makeLetter } from '#shared/letters/make-letter'
import { AREA } from '#shared/letters/page/measures'
import { letterFontFiles, testFonts } from '../../../support/pdf/font-files'
import { extractText } from '../../../support/pdf/pdfium'
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

test('where the caller allows it, such a character becomes a framed cell for the pen, and is reported', async () => {
  const model = { ...sampleLetters.R01, applicantName: '王𡋤' }
  const made = await makeLetter(model, testFonts(), { gaps: 'allowed' })
  expect(made.ok && made.value.gaps).toEqual([{ character: '𡋤', codePoint: 'U+212E4', page: 1, element: 'addressee' }])
  const [page] = composeLetter(model, testFonts()).pages
  const wang = page!.ops.findIndex(op => op.kind === 'glyph' && op.codePoint === '王'.codePointAt(0))
  const [before, frame, after] = page!.ops.slice(wang, wang + 3)
  if (before?.kind !== 'glyph' || frame?.kind !== 'shape' || after?.kind !== 'glyph') throw new Error('no frame')
  const [lower, upper] = [frame.points[0]!, frame.points[2]!]
  expect(frame).toMatchObject({ fill: null, width: 0.4 })
  // One cell of the 28 on a line, between its neighbours, as high as it is wide.
  expect(upper[0] - lower[0]).toBeCloseTo(AREA.cell - 1, 1)
  expect(upper[1] - lower[1]).toBeCloseTo(16, 1)
  expect(lower[0]).toBeGreaterThan(before.x + 15)
  expect(upper[0]).toBeLessThan(after.x + 1)
  const text = made.ok ? (await extractText(made.value.bytes))[0]! : ''
  expect(text).not.toContain('𡋤')
})

test('gaps are named each time they stand, with their page', async () => {
  const model = { ...sampleLetters.R12, applicantName: '𡋤𪚥', reasons: '𪚥村无此件。' }
  const made = await makeLetter(model, testFonts(), { gaps: 'allowed' })
  const gaps = made.ok ? made.value.gaps : []
  expect(gaps.map(({ character }) => character)).toEqual(['𡋤', '𪚥', '𪚥'])
  expect(gaps.at(-1)!.page).toBeGreaterThanOrEqual(gaps[0]!.page)
})

test('a whole text in a script without a font is refused even then', async () => {
  const foreign = Array.from({ length: 21 }, (_, index) => String.fromCodePoint(0x13000 + index)).join('')
  const made = await makeLetter({ ...sampleLetters.R01, reasons: foreign }, testFonts(), { gaps: 'allowed' })
  expect(made).toMatchObject({ ok: false, problem: { kind: 'characterMissing', codePoint: 'U+13000' } })
})

test('a letter without gaps says so, allowed or not', async () => {
  for (const options of [{}, { gaps: 'allowed' } as const]) {
    const made = await makeLetter(sampleLetters.R01, testFonts(), options)
    expect(made.ok && made.value.gaps).toEqual([])
  }
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
