import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakLines, isWide, NOT_AT_END, NOT_AT_START, type SetLine } from '#shared/letters/grid'

const COLUMNS = 28
const request = { columns: COLUMNS, indent: 2, advance: (character: string) => (character === ' ' ? 0.25 : 0.5) }
const set = (text: string) => breakLines(text, request)
const textOf = (line: SetLine) => line.glyphs.map(glyph => glyph.character).join('')

/** Sentences as letters have them: words, numbers, addresses, and marks that follow or precede them. */
const piece = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[政府信息公开申请答复县局年月日第条款项的了在𬱖㛃喆堃]{1,9}$/u) },
  { weight: 2, arbitrary: fc.stringMatching(/^[0-9]{1,6}$/) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'YX-A-2026-0187',
      'https://www.example.gov.cn/zwgk/s?n=187',
      '0571-8888 0000',
      'GB/T 9704',
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom('，', '。', '；', '、', '：', '）。', '”，', '……', '——') },
  { weight: 2, arbitrary: fc.constantFrom('（', '“', '《', '：“', '（《') },
)
const prose = fc
  .array(piece, { minLength: 1, maxLength: 60 })
  .map(pieces => pieces.join('').trim())
  .filter(text => text !== '')

describe('breaking lines', () => {
  test('no line is overfull, and every line but the last is exactly full', () => {
    fc.assert(
      fc.property(prose, text => {
        const lines = set(text)
        for (const line of lines) expect(line.end).toBeLessThanOrEqual(COLUMNS + 1e-6)
        for (const line of lines.slice(0, -1)) if (line.glyphs.length > 1) expect(line.end).toBeCloseTo(COLUMNS, 5)
      }),
      { numRuns: 250 },
    )
  })

  test('a paragraph that ends with an opening mark squeezes that mark too', () => {
    const text = 'GB/T 9704申县第在喆年项的第开信条局在喆喆的复00000：“' // once found by the property above
    expect(Math.max(...set(text).map(({ end }) => end))).toBeLessThanOrEqual(COLUMNS + 1e-6)
  })

  test('no closing mark starts a line and no opening mark ends one', () => {
    fc.assert(
      fc.property(prose, text => {
        // A run of marks longer than a line has no lawful break; sentences do not have one.
        fc.pre(!/[，。；、：）”“（《…—]{12}/u.test(text))
        const lines = set(text).map(textOf)
        for (const line of lines.slice(1)) expect(NOT_AT_START.has([...line][0]!) && isWide([...line][0]!)).toBe(false)
        for (const line of lines.slice(0, -1)) expect(NOT_AT_END.has([...line].at(-1)!)).toBe(false)
      }),
      { numRuns: 250 },
    )
  })

  test('nothing is lost or exchanged but spaces at line ends', () => {
    fc.assert(
      fc.property(prose, text => {
        expect(set(text).map(textOf).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      }),
      { numRuns: 250 },
    )
  })

  test('characters stand from left to right and never on one another', () => {
    fc.assert(
      fc.property(prose, text => {
        for (const { glyphs } of set(text)) {
          glyphs.slice(1).forEach((glyph, index) => expect(glyph.x).toBeGreaterThan(glyphs[index]!.x - 0.51))
        }
      }),
      { numRuns: 60 },
    )
  })
})

test('two marks that meet share one blank: ），and 》（ take a cell and a half', () => {
  const end = (text: string) => breakLines(text, { ...request, indent: 0 })[0]!.end
  expect(end('甲），')).toBeCloseTo(2.5)
  expect(end('甲》（乙')).toBeCloseTo(3.5)
  expect(end('甲。乙')).toBeCloseTo(3)
})

test('a number stays with its unit and 第 with its number', () => {
  for (let lead = 18; lead < 30; lead += 1) {
    const lines = set(`${'甲'.repeat(lead)}2026年10月16日答复，第711号令共12页`).map(textOf)
    for (const line of lines.slice(1)) expect(line).not.toMatch(/^[年月日号页]/u)
    for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/第$/u)
  }
})

test('第 stays with its number in words too', () => {
  for (let lead = 18; lead < 30; lead += 1) {
    for (const line of set(`${'甲'.repeat(lead)}第三十六条第二项、第十四条`).map(textOf)) {
      expect(line).not.toMatch(/第$/u)
    }
  }
})

test('a line that ends before a telephone number is left short; every other line is full', () => {
  let short = 0
  for (let lead = 8; lead < 60; lead += 1) {
    const lines = set(`${'甲'.repeat(lead)}，电话0571-88880000，${'乙'.repeat(30)}`)
    lines.slice(0, -1).forEach((line, index) => {
      const isBeforeNumber = textOf(lines[index + 1]!).startsWith('0571-')
      if (!isBeforeNumber) return expect(line.end).toBeCloseTo(COLUMNS, 5)
      short += line.end < COLUMNS - 1 ? 1 : 0
      const steps = line.glyphs.slice(1).map(({ x }, at) => x - line.glyphs[at]!.x)
      expect(Math.max(...steps)).toBeLessThanOrEqual(1 + 1e-6)
    })
  }
  expect(short).toBeGreaterThan(3)
})

test('an address is cut after / . or - rather than leaving a gap', () => {
  const lines = set(`${'甲'.repeat(20)}https://www.example.gov.cn/zwgk/2026-11/notice.html`).map(textOf)
  expect(lines[0]).toMatch(/[/.-]$/)
})

test('—— and …… are not cut', () => {
  for (let lead = 20; lead < 30; lead += 1) {
    const lines = set(`${'甲'.repeat(lead)}——乙丙……丁戊${'己'.repeat(10)}`).map(textOf)
    for (const line of lines) expect(line).not.toMatch(/(^|[^—])—($|[^—])|(^|[^…])…($|[^…])/u)
  }
})
