import { describe, expect, it, test } from 'vitest'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { PrintedDocument } from '#shared/letters/document/document-model'
import { makeDocument } from '#shared/letters/document/make-document'
import { TRAINING_MARK } from '#shared/letters/page/page-marks'
import { testFonts } from '../../../../support/pdf/font-files'
import { pdfaProblems } from '../../../../support/pdf/pdfa-structure'
import { extractText } from '../../../../support/pdf/pdfium'
import { bare } from '../made-letter'

const regulation: PrintedDocument = {
  office: '云溪县政府信息公开查阅中心',
  title: '云溪县人民政府关于印发城镇老旧小区改造实施方案和农村危房加固补助办法的通知',
  docNo: '云政发〔2024〕12号',
  issuer: '云溪县人民政府',
  documentDate: '2024-05-18' as CivilDate,
  publishedOn: '2024-05-20' as CivilDate,
  indexNo: '014225972/2024-00012',
  validity: 'VALID',
  isPublic: true,
  text: Array.from({ length: 60 }, (_, n) => `　　第${n + 1}条 改造分为基础类、完善类和提升类，由居民协商确定。`).join(
    '\n\n',
  ),
  citation: '《城镇老旧小区改造实施方案》（云政发〔2024〕12号，云溪县人民政府，2024年5月18日）',
  madeOn: '2026-09-08' as CivilDate,
}

const pagesOf = async (model: PrintedDocument, marks = {}) =>
  (await extractText((await makeDocument(model, testFonts(), marks)).bytes)).map(bare)

test('title, number, agency, days, every paragraph in its order, the citation, and numbered pages', async () => {
  const made = await makeDocument(regulation, testFonts())
  const pages = (await extractText(made.bytes)).map(bare)
  expect(pages).toHaveLength(made.pages)
  expect(made.pages).toBeGreaterThan(2)
  const [first = ''] = pages
  for (const said of ['云政发〔2024〕12号', '云溪县人民政府', '2024年5月18日', '2024年5月20日', '014225972/2024-00012'])
    expect(first).toContain(said)
  expect(first.replaceAll('云溪县政府信息公开查阅中心', '')).toContain(bare(regulation.title))
  pages.forEach((page, at) => expect(page).toContain(`—${at + 1}—`))
  const whole = pages.join('')
  const places = Array.from({ length: 60 }, (_, n) => whole.indexOf(`第${n + 1}条改造分为`))
  expect(places.every((place, n) => place > (places[n - 1] ?? 0))).toBe(true)
  expect(whole.indexOf(bare(regulation.citation))).toBeGreaterThan(places.at(-1)!)
  expect(pages.at(-1)).toContain('2026年9月8日')
  expect(await pdfaProblems(made.bytes)).toEqual([])
  const again = await makeDocument(regulation, testFonts())
  expect(Buffer.from(again.bytes).equals(Buffer.from(made.bytes))).toBe(true)
})

describe('before the first line it says what must be known', () => {
  it.each([
    ['PARTLY_AMENDED', '已经部分修改'],
    ['REPEALED', '已经废止'],
    ['EXPIRED', '已经失效'],
  ] as const)('%s', async (validity, said) => {
    const [first = ''] = await pagesOf({ ...regulation, validity })
    expect(first.indexOf(said)).toBeGreaterThan(0)
    expect(first.indexOf(said)).toBeLessThan(first.indexOf('第1条'))
    expect((await pagesOf(regulation)).join('')).not.toContain(said)
  })

  it('what is not public stays in the office', async () => {
    expect((await pagesOf({ ...regulation, isPublic: false }))[0]).toContain('不得交给查阅人')
    expect((await pagesOf(regulation)).join('')).not.toContain('不得交给查阅人')
  })
})

test('a document without text says so, and what is missing leaves no empty row', async () => {
  const { docNo: _no, issuer: _by, documentDate: _on, ...rest } = regulation
  const pages = await pagesOf({ ...rest, text: ' \n　' })
  expect(pages).toHaveLength(1)
  expect(pages[0]).toContain('目录里没有录入正文，见附件。')
  expect(pages[0]).not.toMatch(/发文字号|发文机关|成文日期/u)
})

test('a character that no font has is named on the paper; an exercise is marked on every page', async () => {
  const pages = await pagesOf({ ...regulation, text: '授予李\u{2f800}\u{e123}同志称号。' })
  expect(pages.join('')).toMatch(/字库没有的字（U\+/u)
  const marked = await pagesOf(regulation, { mark: 'training' })
  for (const page of marked) expect(page).toContain(bare(TRAINING_MARK))
})
