import { expect, test } from 'vitest'
import { composeLetter } from '#shared/letters/compose-letter'
import type { LetterModel } from '#shared/letters/letter-model'
import { makeLetter } from '#shared/letters/make-letter'
import { GREY } from '#shared/letters/page/page-ops'
import { testFonts } from '../../../support/pdf/font-files'
import { pdfaProblems } from '../../../support/pdf/pdfa-structure'
import { extractText } from '../../../support/pdf/pdfium'
import { bare, made } from './made-letter'
import { sampleForms } from './sample-forms'
import { day, longReasons, sampleLetters } from './sample-letters'

const longReply = { ...sampleLetters.R01, reasons: longReasons(900) }
const marked = async (model: LetterModel, options: Parameters<typeof makeLetter>[2]) => {
  const letter = await makeLetter(model, testFonts(), options)
  if (!letter.ok) throw new Error(letter.problem.kind)
  return letter.value
}

test('a first print has no mark', async () => {
  const pages = await extractText((await made(longReply)).bytes)
  expect(pages.length).toBeGreaterThan(2)
  expect(pages.join('')).not.toMatch(/补\s*打|训\s*练|样\s*张/)
})

test('a reprint says so on every page, with its day, and says nothing else', async () => {
  const letter = await marked(longReply, { reprintedOn: day('2026-10-15') })
  const pages = (await extractText(letter.bytes)).map(bare)
  expect(pages.length).toBeGreaterThan(2)
  for (const page of pages) expect(page).toContain('补打2026年10月15日')
  expect(letter.text).toBe((await made(longReply)).text)
  expect(await pdfaProblems(letter.bytes)).toEqual([])
})

test.each([longReply, sampleForms.F01, sampleForms.envelope, sampleForms.labels, sampleLetters.F03])(
  'an exercise is marked on every page of $letter, under the text and above it',
  model => {
    const { pages } = composeLetter(model, testFonts(), { mark: 'training' })
    for (const { ops, size } of pages) {
      const glyphs = ops.flatMap(op => (op.kind === 'glyph' ? [op] : []))
      const words = (list: typeof glyphs) => list.map(({ codePoint }) => String.fromCodePoint(codePoint)).join('')
      const pale = glyphs.filter(({ colour }) => colour[0] > 0.8 && colour[0] === colour[1])
      expect(words(pale)).toMatch(/^(训练样张)+$/)
      expect(ops.indexOf(pale.at(-1)!)).toBe(pale.length - 1)
      expect(words(glyphs.filter(({ colour }) => colour === GREY))).toBe('训练·样张')
      for (const { x, y, size: type } of pale) {
        expect(Math.min(x, y)).toBeGreaterThan(0)
        expect(x + type).toBeLessThan(size.width)
        expect(y + type * 0.9).toBeLessThan(size.height)
      }
    }
  },
)

test('both marks and a gap go together, and the file stays PDF/A', async () => {
  const model = { ...sampleLetters.R01, applicantName: '王𡋤' }
  const options = { mark: 'training', reprintedOn: day('2026-10-15'), gaps: 'allowed' } as const
  expect(await pdfaProblems((await marked(model, options)).bytes)).toEqual([])
})
