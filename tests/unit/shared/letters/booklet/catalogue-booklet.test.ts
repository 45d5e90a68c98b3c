import { describe, expect, test } from 'vitest'
import { inCatalogueOrder } from '#shared/letters/booklet/catalogue-order'
import { bindCatalogue, INDEX_TITLE } from '#shared/letters/booklet/make-catalogue'
import type { CatalogueEntry } from '#shared/letters/booklet/booklet-model'
import { inNumberOrder } from '#shared/letters/booklet/set-number-index'
import { TRAINING_MARK } from '#shared/letters/page/page-marks'
import { testFonts } from '../../../../support/pdf/font-files'
import { pdfaProblems } from '../../../../support/pdf/pdfa-structure'
import { qpdfCheck } from '../../../../support/pdf/qpdf'
import { bare } from '../made-letter'
import { catalogueOf, firstOfText, pagesOf } from './made-booklets'
import { entries, model } from './sample-booklets'

describe('the catalogue', () => {
  test('each document stands once, under its class, and the contents tell the page', async () => {
    const pages = await pagesOf(await catalogueOf(120))
    const first = firstOfText(pages)
    const text = pages.join('')
    for (const { indexNo } of entries(120)) expect(text.split(`索引号：${indexNo}`)).toHaveLength(2)
    const body = pages.slice(first)
    for (const title of ['01组织机构', '02综合政务', '政务公开', '05国土资源、能源', INDEX_TITLE]) {
      const printed = new RegExp(`${title}(\\d+?)(?=0[125]\\D|\\D|$)`, 'u').exec(pages.slice(2, first).join(''))
      expect(printed, title).not.toBeNull()
      expect(body[Number(printed![1]) - 1], title).toContain(title)
    }
  })

  test('the index by number gives the page of every document that has one', async () => {
    const all = entries(120)
    const pages = await pagesOf(await catalogueOf(120))
    const first = firstOfText(pages)
    const from = pages.findIndex((page, at) => at > first && page.includes(`${INDEX_TITLE}按机关代字`))
    const index = pages.slice(from).join('')
    const numbered = all.filter(({ docNo }) => docNo)
    expect(numbered.length).toBeGreaterThan(90)
    for (const { docNo, indexNo } of numbered) {
      const at = pages.findIndex(page => page.includes(`索引号：${indexNo}`)) - first + 1
      expect(index).toMatch(new RegExp(`${docNo}${at}(?!\\d)`, 'u'))
    }
    expect(index).toContain(`没有发文字号的${120 - numbered.length}件未列入本索引`)
  })

  test('is the same booklet however its documents come, PDF/A and sound', async () => {
    const [whole, sliced] = [await catalogueOf(60), await catalogueOf(60, 7)]
    expect(Buffer.compare(whole.bytes, sliced.bytes)).toBe(0)
    expect(await pdfaProblems(whole.bytes)).toEqual([])
    expect((await qpdfCheck(whole.bytes)).exitCode).toBe(0)
  })

  test('a document longer than a page goes on; one of a class that nobody named has its place', async () => {
    const binding = await bindCatalogue({ model, fonts: testFonts() })
    const long: CatalogueEntry = { ...entries(1)[0]!, abstract: '很长的概述，'.repeat(700) }
    binding.add([long, { ...long, indexNo: 'X-2', topicClass: '99', abstract: '短' }])
    const pages = await pagesOf(await binding.finish())
    expect(pages.join('').match(/很/gu)).toHaveLength(700)
    expect(pages.join('')).toContain('99未列明的主题')
  })

  test('pages of the training store say so, and a character without a glyph leaves a cell and is named', async () => {
    const binding = await bindCatalogue({ model, fonts: testFonts(), marks: { mark: 'training' } })
    binding.add([{ ...entries(1)[0]!, title: '关于\u{10FFFD}村的通知' }])
    const made = await binding.finish()
    expect(made.gaps).toEqual([{ character: '\u{10FFFD}', codePoint: 'U+10FFFD', page: 5 }])
    for (const page of (await pagesOf(made)).slice(0, 5).filter(page => page !== ''))
      expect(page).toContain(bare(TRAINING_MARK))
  })

  test('ordered by class and day, numbers by word, year and number', () => {
    const codes = inCatalogueOrder(entries(30)).map(({ topicClass, formedOn }) => `${topicClass} ${formedOn}`)
    expect(codes.filter(code => code.startsWith('01 '))).toEqual(
      codes
        .filter(code => code.startsWith('01 '))
        .sort()
        .reverse(),
    )
    expect([...new Set(codes.map(code => code.split(' ')[0]))]).toEqual(['01', '0201', '0202', '05', '0501'])
    const numbers = ['云政发〔2020〕12号', '云政发〔2020〕5号', '无', '云政办〔2019〕1号', '云政发〔2019〕30号']
    expect(inNumberOrder(numbers.map(docNo => ({ docNo, page: 1 }))).map(({ docNo }) => docNo)).toEqual([
      ...['云政办〔2019〕1号', '云政发〔2019〕30号', '云政发〔2020〕5号', '云政发〔2020〕12号', '无'],
    ])
  })
})
