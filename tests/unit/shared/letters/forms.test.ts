import { describe, expect, test } from 'vitest'
import { composeLetter } from '#shared/letters/compose-letter'
import type { LetterModel } from '#shared/letters/letter-model'
import { makeLetter } from '#shared/letters/make-letter'
import { A4, AREA, MM } from '#shared/letters/page/measures'
import type { GlyphOp, PageOp } from '#shared/letters/page/page-ops'
import { PROPOSED } from '#shared/letters/wording/approval-sheet'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { replyTypes } from '#shared/domain/decisions/reply-types'
import { testFonts } from '../../../support/pdf/font-files'
import { extractText } from '../../../support/pdf/pdfium'
import { bare, made } from './made-letter'
import { manyAddresses, sampleForms } from './sample-forms'
import { longReasons, sampleLetters } from './sample-letters'

const textOf = (model: LetterModel) => bare(composeLetter(model, testFonts()).text)
const isGlyph = (op: PageOp): op is GlyphOp => op.kind === 'glyph'
const glyphsOf = (model: LetterModel, page = 0) => composeLetter(model, testFonts()).pages[page]!.ops.filter(isGlyph)
const written = (glyphs: readonly GlyphOp[]) => glyphs.map(({ codePoint }) => String.fromCodePoint(codePoint)).join('')

describe('F01', () => {
  test('a registered request fills every box, and the chosen one is black', () => {
    const text = textOf(sampleForms.F01)
    expect(text).toContain('■自然人')
    expect(text).toContain('■纸质')
    expect(text).toContain('■当面领取')
    expect(text).toContain('□邮寄')
    expect(text).toContain('■已向申请人宣读')
    expect(text).toContain('（按指印）')
    expect(text).toContain('登记编号YX-A-2026-0187')
  })

  test('the blank form has every box, none of them black, and fits on one sheet', async () => {
    const blank = await made({ ...sampleForms.F01, filled: null })
    expect(blank.pages).toBe(1)
    for (const label of ['申请人签名或者盖章', '申请人签名或者按指印', '书写困难原因', '代理人、监护人', '获取途径'])
      expect(bare(blank.text)).toContain(label)
    expect(blank.text).not.toContain('■')
    expect(blank.text).not.toContain('用途：')
  })

  test('a request whose receipt is not confirmed leaves the day for the pen', async () => {
    const model = { ...sampleForms.F01, filled: { ...sampleForms.F01.filled!, receivedOn: null } }
    expect((await makeLetter(model, testFonts())).ok).toBe(true)
    expect(textOf(model)).toContain('收到申请之日年月日')
  })

  test('an organisation prints its representative and who acts for it', () => {
    const applicant = {
      name: '云溪县白鹭果蔬专业合作社',
      idNumber: '91350100M000100Y43',
      idKind: 'creditCode',
      phone: '0571-8888 2222',
      representative: '陈立',
      actingPerson: { name: '沈岚', idNumber: '110101190001010014' },
    } as const
    const filled = { ...sampleForms.F01.filled!, applicantType: 'commercial', applicant } as const
    const text = textOf({ ...sampleForms.F01, filled })
    for (const part of [
      '■商业企业',
      '统一社会信用代码证书',
      applicant.idNumber,
      '陈立',
      '沈岚居民身份证110101190001010014',
    ])
      expect(text).toContain(part)
  })
})

test('S02 and S06 leave their boxes to the pen, S06 always those of opinion and signature', () => {
  expect(textOf({ ...sampleForms.S02, posted: null })).toContain('交邮日期年月日')
  const approval = textOf(sampleForms.S06)
  for (const box of ['保密审查意见', '合法性审查意见', '审批决定']) expect(approval).toContain(box)
  expect(approval.match(/签名：日期：年月日/g)).toHaveLength(3)
  expect(approval).toContain('部分公开（《条例》第三十七条）')
  expect(approval).toContain('不予公开的内容：发放表中的银行账号栏')
})

test('S02 ticks the kind of mail that was recorded, and leaves all boxes where none was', () => {
  expect(textOf(sampleForms.S02)).toContain('□挂号信■特快专递（EMS）□其他：')
  const { mailClass: _unsaid, ...posted } = sampleForms.S02.posted!
  expect(textOf({ ...sampleForms.S02, posted })).toContain('□挂号信□特快专递（EMS）□其他：')
})

test('every reply type has its words on the approval sheet, and no two the same', () => {
  expect(Object.keys(PROPOSED).sort()).toEqual(Object.keys(replyTypes).sort())
  expect(new Set(Object.values(PROPOSED)).size).toBe(Object.keys(replyTypes).length)
})

describe('S04', () => {
  test('one letter to the other agency and one to the applicant, each with pages of its own', async () => {
    const letter = await made(sampleForms.S04)
    const pages = (await extractText(letter.bytes)).map(bare)
    const first = pages.findIndex(page => page.includes('关于转送政府信息公开申请的函'))
    const second = pages.findIndex(page => page.includes('政府信息公开申请转送告知书'))
    expect([first, second]).toEqual([0, 2])
    expect(pages[1]).toMatch(/—2—$/)
    expect(pages[2]).not.toMatch(/—\d+—/)
    expect(pages[3]).toMatch(/—2—$/)
    expect(pages[2]).toContain('张㛃䶮：')
    expect(pages.slice(2).join('')).toContain('云溪县农业农村局的联系方式：局办公室，电话：0571-88881111')
    expect(letter.text).not.toMatch(/行政复议|行政诉讼/)
  })

  test('what goes back to an agency runs from its first receipt, and both letters say so', () => {
    const text = textOf({ ...sampleForms.S04, hadSince: '2026-09-01' as CivilDate })
    expect(text).toContain(
      '你单位已于2026年9月1日首次收到，于2026年9月9日再次收到该申请，答复期限仍自首次收到的次日起计算',
    )
    expect(text).toContain('该机关已于2026年9月1日首次收到，于2026年9月9日再次收到，将依照')
    expect(text).not.toContain('答复期限自次日起计算')
    expect(textOf(sampleForms.S04)).toContain('该机关于2026年9月9日收到，将依照')
  })

  test.each(['你', '你们', '你单位'] as const)('the notice speaks to %s throughout', addressedAs => {
    const text = textOf({ ...sampleForms.S04, applicantName: '甲、乙', addressedAs })
    expect(text).toContain('申请人甲、乙当面提交')
    for (const words of ['当面提交', '申请公开', '的申请及所附材料', '无需重新提交申请'])
      expect(text).toContain(`${addressedAs}${words}`)
    // 你单位 of the letter to the other agency is that agency.
    const notice = text.slice(text.indexOf('申请转送告知书'))
    expect(notice.replaceAll(addressedAs, '')).not.toMatch(/你/)
  })

  test('a long description is carried as the first attachment, from a new page on (GB/T 9704 clause 7.3.6)', async () => {
    const model = { ...sampleForms.S04, description: longReasons(700) }
    const letter = await made(model)
    const pages = (await extractText(letter.bytes)).map(bare)
    const carried = pages.findIndex(page => page.startsWith('附件1申请公开的政府信息'))
    expect(carried).toBeGreaterThan(0)
    expect(pages.slice(0, carried).join('')).toContain('附件：1．申请公开的政府信息')
    expect(pages[carried]).toMatch(new RegExp(`—${carried + 1}—$`))
    const glyphs = glyphsOf(model, carried)
    const label = glyphs.slice(0, 3)
    expect(written(label)).toBe('附件1')
    expect(label.every(({ face, size }) => face.role === 'heading' && size === 16)).toBe(true)
    expect(label[0]!.x).toBeCloseTo(AREA.left, 0)
    // Line 1 and line 3 of the 22-line grid.
    expect(label[0]!.y - glyphs[3]!.y).toBeCloseTo(2 * AREA.line, 1)
    // The notice to the applicant carries it too, as its only one.
    expect(pages.some(page => page.startsWith('附件申请公开的政府信息'))).toBe(true)
    expect(bare(pages.join('')).split('第8次核查')).toHaveLength(3)
  })
})

describe('envelopes', () => {
  const sizes = { DL: [220, 110], C5: [229, 162], C4: [324, 229] } as const

  test.each(['DL', 'C5', 'C4'] as const)('%s has the size and the layout of GB/T 1416-2003', async size => {
    const model = { ...sampleForms.envelope, size }
    const { pages } = composeLetter(model, testFonts())
    const [page] = pages
    const [width, height] = sizes[size]
    expect(pages).toHaveLength(1)
    expect(page!.size.width).toBeCloseTo(width * MM)
    expect(page!.size.height).toBeCloseTo(height * MM)
    const boxes = page!.ops.filter(op => op.kind === 'shape' && !op.dash)
    expect(boxes).toHaveLength(6)
    const glyphs = page!.ops.filter(isGlyph)
    const machineRead = glyphs.filter(({ x, y }) => x < 90 * MM && y > (height - 26) * MM)
    expect(written(machineRead)).toBe('310099')
    const barCode = glyphs.filter(({ x, y }) => y < 20 * MM && x > (width - 160) * MM && x < (width - 55) * MM)
    expect(barCode).toEqual([])
    expect((await makeLetter(model, testFonts())).ok).toBe(true)
  })

  test('without a postcode the boxes stay empty, and the telephone of the applicant is nowhere', () => {
    const { name, address } = sampleForms.envelope.to
    const text = textOf({ ...sampleForms.envelope, to: { name, address } })
    expect(text).not.toMatch(/\d{6}/)
    expect(text).toContain(`${name}收`)
  })
})

describe('address labels', () => {
  const count = 27
  const labels = manyAddresses(count)

  test('3 by 8 on A4 from the first label left, and every text on its own label', () => {
    const model = { ...sampleForms.labels, labels, startAt: 23 }
    const { pages } = composeLetter(model, testFonts())
    expect(pages).toHaveLength(3)
    const cellOf = ({ x, y }: GlyphOp) =>
      Math.floor((x / A4.width) * 3) + 3 * Math.floor(((A4.height - y) / A4.height) * 8)
    const used = pages.map(page => [...new Set(page.ops.filter(isGlyph).map(cellOf))].sort((a, b) => a - b))
    expect(used).toEqual([[22, 23], Array.from({ length: 24 }, (_, place) => place), [0]])
    const fifth = pages[1]!.ops.filter(isGlyph).filter(op => cellOf(op) === 4)
    const { name, address, postcode } = labels[6]!
    expect(written(fifth)).toBe(`${postcode}${address}${name}收`)
  })

  test('a long address is set smaller and stays on its label', () => {
    const long = { name: '云溪县白鹭果蔬专业合作社联合社', address: '云溪县青石镇白鹭村工业园区东侧标准厂房'.repeat(6) }
    const glyphs = glyphsOf({ ...sampleForms.labels, labels: [long], startAt: 5 })
    expect(glyphs).toHaveLength([...long.name, ...long.address].length + 1)
    for (const { x, y, size } of glyphs) {
      expect(x).toBeGreaterThan(A4.width / 3)
      expect(x + size).toBeLessThan((A4.width * 2) / 3)
      expect(y).toBeGreaterThan((A4.height * 6) / 8)
      expect(y + size).toBeLessThan((A4.height * 7) / 8)
    }
  })
})

test('the dash of a page number stands 7 mm below the type area, one character in (GB/T 9704 clause 7.5)', () => {
  const pages = composeLetter({ ...sampleLetters.R01, reasons: longReasons(900) }, testFonts()).pages
  for (const [index, page] of pages.entries()) {
    const dashes = page.ops.filter(isGlyph).filter(({ codePoint, size }) => codePoint === 0x2014 && size === 14)
    expect(dashes).toHaveLength(index === 0 ? 0 : 2)
    for (const { y, size, face } of dashes) {
      const { font } = face
      const top = y + ((font.glyphForCodePoint(0x2014)?.bbox.maxY ?? 0) / font.unitsPerEm) * size
      expect(AREA.bottom - top).toBeCloseTo(7 * MM, 0)
    }
  }
})
