import { describe, expect, it, test } from 'vitest'
import { chaptersOf, makeGuide } from '#shared/letters/booklet/make-guide'
import { makeLeaflet } from '#shared/letters/booklet/make-leaflet'
import type { BookletModel } from '#shared/letters/booklet/booklet-model'
import { remedySentences } from '#shared/letters/wording/guide/remedies'
import type { BookletElement } from '#shared/domain/booklets/booklet-elements'
import type { RemedyRule } from '#shared/domain/decisions/law-pack'
import { AREA, MM } from '#shared/letters/page/measures'
import { testFonts } from '../../../../support/pdf/font-files'
import { pdfaProblems } from '../../../../support/pdf/pdfa-structure'
import { extractText, rasterise } from '../../../../support/pdf/pdfium'
import { qpdfCheck } from '../../../../support/pdf/qpdf'
import { bare } from '../made-letter'
import { guide, model } from './sample-booklets'
import { catalogueOf, contentsOf, firstOfText, guideOf, leafletOf, pagesOf } from './made-booklets'

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
