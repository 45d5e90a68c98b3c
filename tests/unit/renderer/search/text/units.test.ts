import { describe, expect, it } from 'vitest'
import { foldCodes } from '../../../../../renderer/search/text/fold'
import { createRareCharacters, overflowSlot } from '../../../../../renderer/search/text/rare-characters'
import { breakClass, clearUnits, createUnits, cutUnits, tokenClass } from '../../../../../renderer/search/text/units'

function unitsOf(...texts: string[]) {
  const rare = createRareCharacters()
  const units = createUnits()
  clearUnits(units)
  for (const text of texts) cutUnits(foldCodes(text), point => rare.claim(point), units)
  const { count, codes, positions, tokens } = units
  let token = 0
  return Array.from({ length: count }, (_, i) => {
    const code = codes[i] as number
    if (code === breakClass) return ['，', positions[i]]
    return [code === tokenClass ? tokens[token++] : String.fromCharCode(code), positions[i]]
  })
}

describe('units', () => {
  it('are characters and whole tokens; and breaks, one position each', () => {
    expect(unitsOf('发〔2020〕5号，止')).toEqual([
      ['发', 0],
      ['2020', 1],
      ['5', 2],
      ['号', 3],
      ['，', 4],
      ['止', 5],
    ])
  })

  it('between two fields is a step that no phrase has', () => {
    expect(unitsOf('题', '', '文')).toEqual([
      ['题', 0],
      ['文', 5],
    ])
  })

  it('a token may be as long as it likes', () => {
    expect(unitsOf('7'.repeat(200_000))).toEqual([['7'.repeat(200_000), 0]])
  })
})

describe('slots of rare characters', () => {
  it('are one to a character, and the same after they were written and read', () => {
    const rare = createRareCharacters()
    const points = [...'𠮷𬱖𪚥\ue000'].map(character => character.codePointAt(0) as number)
    const slots = points.map(point => rare.claim(point))
    expect(new Set(slots).size).toBe(4)
    const again = createRareCharacters(rare.written())
    expect(points.map(point => again.find(point))).toEqual(slots)
    expect(again.find(0x20bb8)).toBeUndefined()
  })

  it('run out into one that is shared, and are never given twice', () => {
    const rare = createRareCharacters('', 2)
    const [a, b, c, d] = [0x20000, 0x20001, 0x20002, 0x20003].map(point => rare.claim(point))
    expect(a).not.toBe(b)
    expect([c, d]).toEqual([overflowSlot, overflowSlot])
    expect(rare.find(0x20000)).toBe(a)
    expect([...rare.written()]).toHaveLength(2)
  })
})
