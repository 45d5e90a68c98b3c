import { expect, test } from 'vitest'
import { composeRegisterTable } from '#shared/letters/compose/register-table'
import { makeTable } from '#shared/letters/make-table'
import { MM } from '#shared/letters/page/measures'
import { TRAINING_MARK } from '#shared/letters/page/page-marks'
import type { RegisterTable } from '#shared/letters/register-table'
import { testFonts } from '../../../support/pdf/font-files'
import { pdfaProblems } from '../../../support/pdf/pdfa-structure'
import { extractText, rasterise } from '../../../support/pdf/pdfium'
import { qpdfCheck } from '../../../support/pdf/qpdf'
import { bare } from './made-letter'
import { day } from './sample-letters'

const numberOf = (n: number) => `YX-A-2026-${String(n).padStart(4, '0')}`

const table = (rows: number, description = '青石镇白鹭村2019-G-014号宗地征地补偿安置方案'): RegisterTable => ({
  issuer: '云溪县政府信息公开查阅中心',
  title: '交接清单',
  subtitle: '周敏　2026年9月8日',
  notes: ['在办 60 件。'],
  parts: [
    {
      heading: '一、在办件',
      columns: [
        { label: '登记号', share: 3 },
        { label: '申请内容', share: 6 },
        { label: '申请人', share: 2 },
      ],
      rows: Array.from({ length: rows }, (_each, index) => [numberOf(index + 1), description, '张*']),
      whenEmpty: '没有在办件。',
    },
  ],
  signatures: ['交班人', '接班人'],
  madeOn: day('2026-09-08'),
})

test('sixty rows run over pages: each on one page, the head row and the page number on all of them', async () => {
  const { bytes, pages } = await makeTable(table(60), testFonts())
  const texts = (await extractText(bytes)).map(bare)
  expect(texts).toHaveLength(pages)
  expect(pages).toBeGreaterThan(2)
  texts.forEach((text, index) => {
    expect(text).toContain('登记号申请内容申请人')
    expect(text).toContain(`第${index + 1}页共${pages}页`)
  })
  for (let n = 1; n <= 60; n++) expect(texts.filter(text => text.includes(numberOf(n)))).toHaveLength(1)
  expect(texts.at(-1)).toContain('交班人')
})

test('a table of the training store says so on every page, and one of the office on none', async () => {
  const pagesOf = async (...marks: [] | [{ mark: 'training' }]) =>
    (await extractText((await makeTable(table(60), testFonts(), ...marks)).bytes)).map(bare)
  const marked = await pagesOf({ mark: 'training' })
  expect(marked.length).toBeGreaterThan(2)
  for (const page of marked) expect(page).toContain(bare(TRAINING_MARK))
  for (const page of await pagesOf()) expect(page).not.toContain('样张')
})

test('the page is A4 laid on its side, PDF/A, sound, and the same bytes every time', async () => {
  const { bytes } = await makeTable(table(3), testFonts())
  const [page] = await rasterise(bytes, 1)
  expect([page!.width, page!.height]).toEqual([Math.round(297 * MM), Math.round(210 * MM)])
  expect(await pdfaProblems(bytes)).toEqual([])
  expect((await qpdfCheck(bytes)).exitCode).toBe(0)
  expect(Buffer.compare((await makeTable(table(3), testFonts())).bytes, bytes)).toBe(0)
})

test('nothing is drawn outside the page, also where one row is higher than a page', () => {
  const long = composeRegisterTable(table(2, '很长的申请内容，'.repeat(400)), testFonts())
  expect(long.pages.length).toBeGreaterThan(2)
  const glyphs = long.pages.flatMap(({ ops }) => ops.filter(op => op.kind === 'glyph'))
  for (const { x, y } of glyphs) {
    expect(x).toBeGreaterThanOrEqual(15 * MM - 0.01)
    expect(x).toBeLessThan(282 * MM)
    expect(y).toBeGreaterThan(10 * MM)
    expect(y).toBeLessThan(200 * MM)
  }
  expect(glyphs.filter(({ codePoint }) => codePoint === '很'.codePointAt(0))).toHaveLength(800)
})

test('a part without rows says so, and a character that no font has is named for the pen', () => {
  expect(bare(composeRegisterTable(table(0), testFonts()).text)).toContain('没有在办件。')
  const odd = composeRegisterTable(table(1, '姓名\u{10FFFD}'), testFonts())
  expect(odd.text).toContain('表中有字库没有的字（U+10FFFD），空格处请手写补上。')
})
