import { beforeAll, describe, expect, test } from 'vitest'
import { slipCode } from '#shared/domain/media/acknowledgement'
import { composeLetter } from '#shared/letters/compose-letter'
import type { LetterKind, LetterModel } from '#shared/letters/letter-model'
import { makeLetter, type MadeLetter } from '#shared/letters/make-letter'
import { AREA, MM, PAGE_HEIGHT, type PageSize } from '#shared/letters/page/measures'
import { letterFontFiles, testFonts } from '../../../support/pdf/font-files'
import { checkInk, inkOfPage } from '../../../support/pdf/ink'
import { embeddedFonts, pdfaProblems } from '../../../support/pdf/pdfa-structure'
import { extractText, rasterise } from '../../../support/pdf/pdfium'
import { qpdfCheck } from '../../../support/pdf/qpdf'
import { qrOnPage } from '../../../support/pdf/qr-on-page'
import { bare, made, withoutFurniture } from './made-letter'
import { oddLetters } from './odd-letters'
import { longReasons, sampleLetters } from './sample-letters'

const files = letterFontFiles()
/** Replies not named take two pages. */
const pagesExpected: Partial<Record<LetterKind, number>> = {
  ...{ F03: 1, slip: 1, S01: 1, recovery: 1, mediumSlip: 1, R03: 4 },
  ...{ F01: 1, S02: 1, S03: 1, S04: 4, S06: 1, envelope: 1, labels: 2, archivesCertificate: 1 },
}
/** Share of a page that is dark: a last page with a signature or two labels only, an envelope. */
const leastInk: Partial<Record<LetterKind, number>> = { S04: 0.003, labels: 0.0005, envelope: 0.003 }
const letters = Object.values(sampleLetters)

describe.each(letters)('$letter', model => {
  let letter: MadeLetter
  beforeAll(async () => {
    letter = await made(model)
  })

  test('every glyph on every page looks like its outline in the original font', async () => {
    const report = await checkInk(letter.bytes, composeLetter(model, testFonts()), files)
    expect(report.wrong).toEqual([])
    expect(report.glyphs).toBeGreaterThan(model.letter === 'envelope' ? 50 : 100)
  })

  test('is PDF/A-2u by structure, sound for qpdf, with every font embedded as a tagged subset', async () => {
    expect(await pdfaProblems(letter.bytes)).toEqual([])
    expect(await qpdfCheck(letter.bytes)).toMatchObject({
      exitCode: 0,
      said: expect.stringContaining('No syntax or stream encoding errors'),
    })
    const fonts = await embeddedFonts(letter.bytes)
    expect(fonts.length).toBeGreaterThan(1)
    for (const font of fonts) expect(font).toMatch(/^\/[A-Z]{6}\+Noto/)
  })

  test('the same model gives the same bytes, and the page count is the one on the pages', async () => {
    expect(Buffer.compare((await made(model)).bytes, letter.bytes)).toBe(0)
    const rasters = await rasterise(letter.bytes, 0.5)
    expect(rasters.map(raster => inkOfPage(raster) > (leastInk[model.letter] ?? 0.005))).toEqual(
      Array.from({ length: letter.pages }, () => true),
    )
    expect(letter.pages).toBe(pagesExpected[model.letter] ?? 2)
  })
})

test('the QR codes say what is printed beside them', async () => {
  const [receipt] = await rasterise((await made(sampleLetters.F03)).bytes, 1.5)
  expect(qrOnPage(receipt!)).toBe(sampleLetters.F03.queryCode)
  const [sheet] = await rasterise((await made(sampleLetters.recovery)).bytes, 1.5)
  expect(qrOnPage(sheet!)).toBe(sampleLetters.recovery.keyGroups.join('-'))
  const [medium] = await rasterise((await made(sampleLetters.mediumSlip)).bytes, 1.5)
  expect(qrOnPage(medium!)).toBe(slipCode(sampleLetters.mediumSlip))
})

test('letters made before do not change the bytes of this one', async () => {
  // U+2F00 and U+4E00 share a glyph; a font that remembers the first asker would copy out the wrong one.
  const odd: LetterModel = { ...sampleLetters.S01, addressee: '⼀⼈' }
  const plain: LetterModel = { ...sampleLetters.S01, addressee: '一人' }
  const before = await made(plain)
  const oddLetter = await made(odd)
  expect(Buffer.compare((await made(plain)).bytes, before.bytes)).toBe(0)
  expect((await extractText(oddLetter.bytes)).join('')).toContain('⼀⼈')
  expect((await extractText(before.bytes)).join('')).toContain('一人')
})

test('rare characters of names are copied out as written', async () => {
  const addressee = '张㛃䶮、王𬱖、李喆堃、阿卜杜·热合曼'
  const letter = await made({ ...sampleLetters.R01, applicantName: addressee })
  expect(bare((await extractText(letter.bytes))[0] ?? '')).toContain(bare(addressee))
})

test('long reasons run over pages: numbers odd right, even left, none on page 1, and no line is lost', async () => {
  const model = { ...sampleLetters.R01, reasons: longReasons(900) }
  const letter = await made(model)
  expect(letter.pages).toBeGreaterThanOrEqual(3)
  const pages = await extractText(letter.bytes)
  expect(pages.map(page => /—\s*(\d+)\s*—\s*$/.exec(page)?.[1] ?? null)).toEqual([
    null,
    ...pages.slice(1).map((_, index) => String(index + 2)),
  ])
  expect(bare(pages.map(withoutFurniture).join(''))).toBe(bare(letter.text))
  const drawn = composeLetter(model, testFonts()).pages.map(page => page.ops.filter(op => op.kind === 'glyph').at(-1)!)
  expect(drawn[1]!.x).toBeLessThan(200)
  expect(drawn[2]!.x).toBeGreaterThan(400)
})

test.each(['R12', 'R09', 'R18'] as const)('the signature of %s never stands alone, whatever the length', kind => {
  for (let length = 0; length < 1200; length += 60) {
    const model = { ...sampleLetters[kind], reasons: `情况如下。${longReasons(length)}` } as LetterModel
    const { pages } = composeLetter(model, testFonts())
    const rows = new Set(
      pages
        .at(-1)!
        .ops.filter(op => op.kind === 'glyph' && op.size === 16)
        .map(op => 'y' in op && Math.round(op.y as number)),
    )
    // agency, date, two lines of note, and at least two of text
    expect(rows.size).toBeGreaterThanOrEqual(6)
  }
})

test('forms with much text go on overleaf and lose nothing', async () => {
  const letter = await made({ ...sampleLetters.F03, description: longReasons(2400) })
  expect(letter.pages).toBeGreaterThan(1)
  const pages = (await extractText(letter.bytes)).map(withoutFurniture)
  expect(bare(pages.join(''))).toBe(bare(letter.text))
  expect(letter.text).toContain('第40次核查')
})

test('a proof is marked on every page and says that the number is to come', async () => {
  const letter = await made({ ...sampleLetters.R12, purpose: 'proof', letterNo: null })
  const pages = await extractText(letter.bytes)
  expect(pages.map(page => bare(page).includes('校样'))).toEqual([true, true])
  expect(bare(pages[0]!)).toContain('云自然资公开〔2026〕待编号')
})

test('a final letter is not marked as a proof', async () => {
  expect((await extractText((await made(sampleLetters.R01)).bytes)).join('')).not.toContain('校样')
  expect(await makeLetter({ ...sampleLetters.R01, letterNo: null }, testFonts())).toMatchObject({ ok: false })
})

describe.each(Object.entries({ ...oddLetters, ...sampleLetters }))('%s', (_name, model) => {
  test('nothing is drawn outside the printable area, and all that is meant can be copied out', async () => {
    const { pages } = composeLetter(model, testFonts())
    const { left, right, bottom, top } = printableOf(model, pages[0]!.size)
    for (const op of pages.flatMap(page => page.ops)) {
      if (op.kind !== 'glyph') continue
      expect(op.x).toBeGreaterThan(left)
      // The blank half of a squeezed mark at a line end may hang over.
      expect(op.x + op.face.advanceOf(op.codePoint) * op.size).toBeLessThan(right + 8.1)
      expect(op.y).toBeGreaterThan(bottom)
      expect(op.y).toBeLessThan(top)
    }
    const letter = await made(model)
    const copied = (await extractText(letter.bytes)).map(withoutFurniture).join('')
    expect(bare(copied)).toBe(bare(letter.text))
  })
})

/** Margins of a letter; on envelopes and labels what a printer cannot reach. */
function printableOf({ letter }: LetterModel, { width, height }: PageSize) {
  if (letter !== 'envelope' && letter !== 'labels')
    return { left: 20 * MM, right: AREA.right, bottom: 14 * MM, top: PAGE_HEIGHT - 15 * MM }
  return { left: 6 * MM, right: width - 6 * MM - 8.1, bottom: 6 * MM, top: height - 6 * MM }
}
