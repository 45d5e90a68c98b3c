import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldCodes, foldWithOffsets, textOf } from '../../../../../renderer/search/text/fold'

const mark = '\u0001'
const separator = '\u0002'

describe('fold', () => {
  it.each([
    ['full width and case', 'ＡＰＰ上线 Ａpp', 'app上线app'],
    ['traditional characters', '政府資訊公開、食品安全監督管理', `政府资讯公开${mark}食品安全监督管理`],
    ['compatibility forms', '①面积㎡，㈠；⾷品，豈', `1面积m2${mark}一${mark}食品${mark}岂`],
    ['brackets, quotes and spaces go', '《关于“政务  公开”的\n通知》（试行）', '关于政务公开的通知试行'],
    ['a separator stays between alphanumerics', '云政发〔2020〕5号', `云政发2020${separator}5号`],
    ['whichever bracket it was', '云政发[２０２０] 5号', `云政发2020${separator}5号`],
    ['punctuation is one break', '电话——：12345。', `电话${mark}12345`],
    ['a break wins over a bracket', '（一）、“总则”', `一${mark}总则`],
    ['no break at the ends', '。，你好！', '你好'],
    ['accents, composed or not', 'Cafés Cafe\u0301s が', `cafes${separator}cafesか`],
    ['variation selectors and zero widths', '葛\u{E0100}洲\u200b坝\ufeff', '葛洲坝'],
    ['rare characters', '𠮷田𰻞㙟', '𠮷田𰻝㙟'],
    ['private area', '\ue123村', '\ue123村'],
    ['half of a character is punctuation', 'a\ud842b', `a${mark}b`],
    ['nothing', '', ''],
  ])('%s', (_, original, folded) => {
    expect(fold(original)).toBe(folded)
  })

  const any = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.constantFrom(...'ﷺ㎡①政資〔〕 ，5aＺ𠮷'), { maxLength: 200 }).map(letters => letters.join('')),
  )

  it('is the same by every way, and each unit leads back to the character that it came from', () => {
    fc.assert(
      fc.property(any, text => {
        const { text: folded, from, to } = foldWithOffsets(text)
        expect(folded).toBe(fold(text))
        expect(textOf(foldCodes(text))).toBe(folded)
        expect(from.length).toBe(folded.length)
        for (let i = 0; i < folded.length; i++) {
          const unit = folded[i] as string
          const original = text.slice(from[i], to[i])
          if (unit === mark || unit === separator) expect(original).toBe('')
          else expect(fold(original)).toContain(unit)
          if (i > 0) expect(from[i]).toBeGreaterThanOrEqual(from[i - 1] as number)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('has no break at its ends, none twice, and no separator but between alphanumerics', () => {
    fc.assert(
      fc.property(any, text => {
        const folded = fold(text)
        expect(folded).not.toMatch(/^[\u0001\u0002]|[\u0001\u0002]$|[\u0001\u0002]{2}/)
        expect(folded).not.toMatch(/[^0-9a-z]\u0002|\u0002[^0-9a-z]/)
      }),
      { numRuns: 500 },
    )
  })
})
