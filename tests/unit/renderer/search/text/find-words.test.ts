import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countWords, findWords, foldedUnits } from '../../../../../renderer/search/text/find-words'
import { fold, foldCodes } from '../../../../../renderer/search/text/fold'

describe('words in folded text', () => {
  const some = fc.array(fc.constantFrom(...'公开公5a 5𠮷，'), { maxLength: 40 }).map(letters => letters.join(''))
  const few = fc.array(fc.constantFrom(...'公开5a𠮷'), { minLength: 1, maxLength: 3 }).map(letters => letters.join(''))

  it('are found at the same places in the units as in the string', () => {
    fc.assert(
      fc.property(some, few, fc.boolean(), (text, asked, isPrefix) => {
        const folded = fold(text)
        const words = { text: fold(asked), isPrefix }
        const units = foldedUnits(foldCodes(text)) // last: the next fold writes over them
        for (let from = 0; from <= folded.length; from++)
          expect(findWords(units, words, from)).toBe(findWords(folded, words, from))
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['第15号和5号', '5号', 1],
    ['公开公开公', '公开公', 2],
    ['末尾是公开', '公开', 1],
    ['公开', '公开制度', 0],
    ['', '公开', 0],
  ])('%s has %s %i times', (text, asked, times) => {
    expect(countWords(foldedUnits(foldCodes(text)), { text: asked, isPrefix: false })).toBe(times)
  })

  it('nothing is nowhere, and looking for it ends', () => {
    expect(findWords(foldedUnits(foldCodes('公开')), { text: '', isPrefix: false })).toBe(-1)
  })
})
