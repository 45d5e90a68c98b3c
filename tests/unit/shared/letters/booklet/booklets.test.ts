import { describe, expect, it, test } from 'vitest'
import { inCatalogueOrder } from '#shared/letters/booklet/catalogue-order'
import { bindCatalogue, INDEX_TITLE } from '#shared/letters/booklet/make-catalogue'
import { chaptersOf, makeGuide } from '#shared/letters/booklet/make-guide'
import { makeLeaflet } from '#shared/letters/booklet/make-leaflet'
import type { BookletModel, CatalogueEntry, MadeBooklet } from '#shared/letters/booklet/booklet-model'
import { inNumberOrder } from '#shared/letters/booklet/set-number-index'
import { remedySentences } from '#shared/letters/wording/guide/remedies'
import type { BookletElement } from '#shared/domain/booklets/booklet-elements'
import type { RemedyRule } from '#shared/domain/decisions/law-pack'
import { AREA, MM } from '#shared/letters/page/measures'
import { TRAINING_MARK } from '#shared/letters/page/page-marks'
import { testFonts } from '../../../../support/pdf/font-files'
import { pdfaProblems } from '../../../../support/pdf/pdfa-structure'
import { extractText, rasterise } from '../../../../support/pdf/pdfium'
import { qpdfCheck } from '../../../../support/pdf/qpdf'
import { bare } from '../made-letter'
import { entries, guide, model } from './sample-booklets'

const guideOf = async (given: BookletModel = model): Promise<MadeBooklet> => {
  const made = await makeGuide(given, testFonts())
  if (!made.ok) throw new Error(made.problem.element)
  return made.value
}
const leafletOf = async (given: BookletModel = model): Promise<MadeBooklet> => {
  const made = await makeLeaflet(given, testFonts())
  if (!made.ok) throw new Error(made.problem.element)
  return made.value
}
const catalogueOf = async (count: number, slice = count): Promise<MadeBooklet> => {
  const binding = await bindCatalogue({ model, fonts: testFonts() })
  const all = inCatalogueOrder(entries(count))
  for (let from = 0; from < count; from += slice) binding.add(all.slice(from, from + slice))
  return binding.finish()
}
const pagesOf = async ({ bytes }: MadeBooklet) => (await extractText(bytes)).map(bare)

/** Physical page (from 0) on which the text begins, and what its foot says. */
const firstOfText = (pages: readonly string[]) => pages.findIndex(page => page.includes('—1—'))

/** The lines of the contents as they are read: title and page. */
function contentsOf(pages: readonly string[]): readonly { title: string; page: number }[] {
  const text = pages
    .slice(2, firstOfText(pages))
    .map(page => page.replace(/^目录|目录—[IVX]+—$/gu, ''))
    .join('')
  return [...text.matchAll(/(\D+?|\d{2}\D+?)(\d{1,3})(?=\D|\d{2}\D|$)/gu)].map(([, title, page]) => ({
    title: title!,
    page: Number(page),
  }))
}

describe('the guide', () => {
  test('its contents tell the page on which each part begins', async () => {
    const pages = await pagesOf(await guideOf())
    const first = firstOfText(pages)
    const lines = contentsOf(pages)
    const titles = chaptersOf(model).map(({ title }) => bare(title))
    expect(lines.map(({ title }) => title).filter(title => titles.includes(title))).toEqual(titles)
    expect(lines.length).toBe(titles.length + 15)
    for (const { title, page } of lines) {
      expect(pages[first + page - 1], title).toContain(title)
      expect(pages[first + page - 1], title).toContain(`—${page}—`)
    }
  })

  test('the text begins on a right page, and sheets of four pages are whole', async () => {
    const made = await guideOf()
    const pages = await pagesOf(made)
    expect(firstOfText(pages) % 2).toBe(0)
    expect(made.pages % 4).toBe(0)
    expect(pages).toHaveLength(made.pages)
  })

  test('heads: the booklet on left pages, the chapter on right ones', async () => {
    const pages = await pagesOf(await guideOf())
    const first = firstOfText(pages)
    const text = pages.slice(first).filter(page => page !== '')
    expect(text.length).toBeGreaterThan(4)
    text.forEach((page, index) => {
      if (index % 2 === 1) expect(page).toContain('云溪县自然资源局政府信息公开指南')
    })
    expect(text[2]).toMatch(/[一二三四五六]、/u)
  })

  const whole = [
    guide.officeHours!,
    guide.fax!,
    guide.website!,
    guide.email!,
    ...guide.readingPlaces!,
    guide.overseer!,
    guide.overseerPhone!,
    model.agency.address,
    model.agency.contactName,
    model.agency.contactPhone,
    model.agency.reconsiderationBody.address,
    model.agency.court.name,
  ]
  it.each(whole)('says %s', async said => {
    expect((await pagesOf(await guideOf())).join('')).toContain(bare(said))
  })

  test('an office without a fax says so', async () => {
    const { fax: _fax, ...rest } = guide
    const text = (await pagesOf(await guideOf({ ...model, guide: { ...rest, hasNoFax: true } }))).join('')
    expect(text).toContain('传真号码未设')
    expect(text).not.toContain('传真提交：')
  })

  const { agency } = model
  const without = (field: keyof typeof guide): BookletModel => ({ ...model, guide: { ...guide, [field]: undefined } })
  const lacking: readonly (readonly [BookletElement, BookletModel])[] = [
    ['agencyName', { ...model, agency: { ...agency, name: '' } }],
    ['officeName', { ...model, agency: { ...agency, contactName: ' ' } }],
    ['officeAddress', { ...model, agency: { ...agency, address: '' } }],
    ['officePhone', { ...model, agency: { ...agency, contactPhone: '' } }],
    ['officeHours', without('officeHours')],
    ['officeFax', without('fax')],
    [
      'internetContact',
      {
        ...model,
        guide: {
          agencyId: guide.agencyId,
          ...kept(['officeHours', 'fax', 'readingPlaces', 'overseer', 'overseerPhone']),
        },
      },
    ],
    ['waysToObtain', { ...model, guide: { ...guide, website: undefined as never, readingPlaces: [] } }],
    ['overseer', without('overseer')],
    ['overseerPhone', without('overseerPhone')],
    ['reconsiderationBody', { ...model, agency: { ...agency, reconsiderationBody: { name: '', address: '' } } }],
    ['court', { ...model, agency: { ...agency, court: { name: '云溪县人民法院', address: '' } } }],
    ['lawPack', { ...model, lawPack: null }],
  ]
  it.each(lacking)('without its %s it is refused by name', async (element, given) => {
    const made = await makeGuide(given, testFonts())
    expect(made).toEqual({ ok: false, problem: { kind: 'bookletElementMissing', booklet: 'guide', element } })
  })
  test('all thirteen elements were tried', () => expect(lacking).toHaveLength(13))

  test('with nothing known of the guide it is refused, and so is the leaflet', async () => {
    const { guide: _guide, ...bareModel } = model
    expect(await makeGuide(bareModel, testFonts())).toMatchObject({ ok: false, problem: { element: 'officeHours' } })
    expect(await makeLeaflet(bareModel, testFonts())).toMatchObject({ ok: false, problem: { element: 'officeHours' } })
  })

  test('terms and remedies are those of the law', async () => {
    const text = (await pagesOf(await guideOf())).join('')
    for (const said of [
      '自收到申请之日起20个工作日内答复',
      '延长的期限最长不超过20个工作日（《条例》第三十三条第二款）',
      '自收到申请之日起7个工作日内一次性告知',
      '依照《条例》第十四条、第十五条、第十六条不予公开的答复，以及部分公开答复中依照上述条款不予公开的部分，以下统称不予公开答复',
      '其余的答复和部分公开答复的其他内容，以下统称其他答复',
      '应当先申请行政复议，不能直接提起行政诉讼',
      '六十日内，向云溪县人民政府',
      '自收到其他答复之日起六个月内，依法向云溪县人民法院',
      '超过答复期限没有收到答复',
      '《中华人民共和国行政复议法》第二十三条第一款第三项所称未履行法定职责的情形，可以在该法第二十条规定的六十日内，向云溪县人民政府',
      '由人民法院依照法释〔2025〕8号第二条处理',
    ])
      expect(text.replace(/云溪县自然资源局政府信息公开指南—\d+—|—\d+—[^一]{0,40}指南/gu, '')).toContain(said)
  })

  test('which replies ask for reconsideration first is as the law pack has it, paragraphs of an article included', () => {
    const pack = model.lawPack!
    const [byParagraph] = remedySentences({
      ...model,
      lawPack: { ...pack, reconsiderationFirstArticles: ['14', '15', '16(1)', '16(2)', '36(4)'] },
    })
    expect(byParagraph).toContain(
      '依照《条例》第十四条、第十五条、第十六条第一款、第十六条第二款、第三十六条第四项不予公开的答复，以及部分公开答复',
    )
    const ofPartial = (PARTIAL: RemedyRule) =>
      remedySentences({ ...model, lawPack: { ...pack, remedies: { ...pack.remedies, PARTIAL } } })[0]
    expect(ofPartial('freeChoice')).not.toContain('部分公开')
    expect(ofPartial('reconsiderationFirst')).toContain('以及依照上述条款作出的部分公开答复，以下统称不予公开答复')
  })

  test('is PDF/A, sound, and the same bytes every time', async () => {
    const { bytes } = await guideOf()
    expect(await pdfaProblems(bytes)).toEqual([])
    expect((await qpdfCheck(bytes)).exitCode).toBe(0)
    expect(Buffer.compare((await guideOf()).bytes, bytes)).toBe(0)
  })
})

describe('the leaflet', () => {
  test('is one page of A4 with terms, channels, remedies and the office', async () => {
    const made = await leafletOf()
    const [page, ...rest] = await pagesOf(made)
    expect(rest).toEqual([])
    for (const said of [
      '20个工作日内答复',
      '邮寄提交：',
      '第二十三条第一款第三项',
      '部分公开答复中依照上述条款不予公开的部分',
      '六十日内',
      guide.officeHours!,
      guide.overseerPhone!,
      guide.website!,
    ])
      expect(page).toContain(bare(said))
    expect(await pdfaProblems(made.bytes)).toEqual([])
  })
  test('the longest that may be recorded goes on at the back, and off no page', async () => {
    const long = {
      ...guide,
      officeHours: '工'.repeat(120),
      website: `https://${'a'.repeat(190)}`,
      onlineForm: `https://${'b'.repeat(190)}`,
      readingPlaces: Array.from({ length: 8 }, () => '查'.repeat(120)),
    }
    const agency = { ...model.agency, name: '机'.repeat(60), address: '址'.repeat(120), contactName: '名'.repeat(60) }
    const made = await leafletOf({ ...model, agency, guide: long })
    expect(made.pages).toBe(3)
    const text = bare((await extractText(made.bytes)).join(''))
    expect(text.match(/查/gu)!.length).toBeGreaterThan(8 * 120)
    for (const { width, height, rgba } of await rasterise(made.bytes, 1)) {
      const isWhite = (y: number) =>
        Array.from({ length: width }, (_, x) => rgba[(y * width + x) * 4]! > 200).every(Boolean)
      for (let y = height - Math.floor(10 * MM); y < height; y++) expect(isWhite(y)).toBe(true)
    }
  })
})

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

test('nothing of a page with text is drawn outside its margins', async () => {
  for (const { bytes } of [await guideOf(), await catalogueOf(40)]) {
    for (const { width, height, rgba } of await rasterise(bytes, 1)) {
      const dark = (x: number, y: number) => rgba[(y * width + x) * 4]! < 200
      for (let y = 0; y < height; y++)
        for (let x = 0; x < Math.floor(20 * MM); x++) if (dark(x, y)) expect([x, y]).toBe('white')
      for (let y = 0; y < height; y++)
        for (let x = Math.ceil(26 * MM + AREA.width + 4 * MM); x < width; x++)
          if (dark(x, y)) expect([x, y]).toBe('white')
    }
  }
})

function kept<K extends keyof typeof guide>(fields: readonly K[]): Pick<typeof guide, K> {
  return Object.fromEntries(fields.map(field => [field, guide[field]])) as Pick<typeof guide, K>
}
