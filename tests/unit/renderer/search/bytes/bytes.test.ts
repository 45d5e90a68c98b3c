import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BitReader, BitWriter, suitableBits } from '../../../../../renderer/search/bytes/bits'
import { checksum } from '../../../../../renderer/search/bytes/checksum'
import { NumberReader, NumberWriter } from '../../../../../renderer/search/bytes/numbers'
import { rangesOf, readSections, writeSections } from '../../../../../renderer/search/bytes/sections'
import { arenaOf, createArena, findSorted, indexAt, textAt } from '../../../../../renderer/search/bytes/text-arena'

const number = fc.oneof(
  fc.integer({ min: 0, max: 400 }),
  fc.integer({ min: 16_000, max: 17_000 }),
  fc.integer({ min: 0, max: 0xffffffff }),
)

describe('numbers', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.array(number), numbers => {
        const writer = new NumberWriter(0)
        for (const value of numbers) writer.put(value)
        const bytes = writer.take()
        const reader = new NumberReader(bytes)
        expect(numbers.map(() => reader.next())).toEqual(numbers)
        expect(reader.at).toBe(bytes.length)
      }),
    )
  })

  it('take one, two or five bytes', () => {
    const lengthOf = (value: number) => {
      const writer = new NumberWriter(0)
      writer.put(value)
      return writer.length
    }
    expect([0, 191, 192, 16_319, 16_320, 0xffffffff].map(lengthOf)).toEqual([1, 1, 2, 2, 5, 5])
  })
})

describe('numbers in bits', () => {
  it('come back as they were written, whatever k was, one list behind another', () => {
    const lists = fc.array(fc.tuple(fc.integer({ min: 0, max: 15 }), fc.array(number, { maxLength: 40 })), {
      maxLength: 5,
    })
    fc.assert(
      fc.property(lists, of => {
        const out = new NumberWriter(0)
        const starts = of.map(([k, list]) => {
          const from = out.length
          const bits = new BitWriter(out)
          for (const value of list) bits.rice(value, k)
          bits.end()
          return from
        })
        const bytes = out.take()
        of.forEach(([k, list], index) => {
          const reader = new BitReader(bytes, starts[index] as number)
          expect(list.map(() => reader.rice(k))).toEqual(list)
        })
      }),
      { numRuns: 400 },
    )
  })

  it('a list of one size takes little more than its bits', () => {
    const out = new NumberWriter(0)
    const bits = new BitWriter(out)
    for (let i = 0; i < 1000; i++) bits.rice(i, suitableBits(499_500, 1000))
    bits.end()
    expect(out.length * 8).toBeLessThan(1000 * 11)
  })
})

it('a checksum sees every single changed bit', () => {
  const bytes = Uint8Array.from({ length: 203 }, (_, i) => (i * 37) & 255)
  const sum = checksum(bytes)
  let seen = 0
  for (let at = 0; at < bytes.length; at++) {
    for (let bit = 0; bit < 8; bit++) {
      const changed = bytes.slice()
      changed[at] = (changed[at] as number) ^ (1 << bit)
      if (checksum(changed) !== sum) seen++
    }
  }
  expect(seen).toBe(203 * 8)
  expect(checksum(bytes.subarray(0, 202))).not.toBe(sum)
})

it('sections come back in their kinds', async () => {
  const sections = {
    bytes: Uint8Array.of(1, 2, 3),
    small: Uint16Array.of(65_535, 1),
    large: Uint32Array.of(0xffffffff),
    signed: Int32Array.of(-5, 7),
    text: '政务\n𠮷',
    texts: ['一', '', '二'],
  }
  expect(await readSections(rangesOf(writeSections(sections)))).toEqual(sections)
})

describe('an arena of texts', () => {
  const texts = fc.array(fc.stringMatching(/^[a-c]{0,4}$/), { maxLength: 30 })

  it('knows each text and whose a place is, and is the same when only its joined text is kept', () => {
    fc.assert(
      fc.property(texts, of => {
        const arena = createArena(of)
        expect(arenaOf(arena.joined)).toEqual(arena)
        of.forEach((text, index) => {
          expect(textAt(arena, index)).toBe(text)
          expect(indexAt(arena, arena.starts[index] as number)).toBe(index)
          expect(indexAt(arena, (arena.starts[index] as number) + text.length)).toBe(index)
        })
      }),
    )
  })

  it('finds a text among sorted ones', () => {
    fc.assert(
      fc.property(texts, fc.stringMatching(/^[a-c]{0,4}$/), (of, sought) => {
        const sorted = [...new Set(of)].sort()
        const { index, isThere } = findSorted(createArena(sorted), sought)
        expect(isThere).toBe(sorted.includes(sought))
        expect(index).toBe(sorted.filter(text => text < sought).length)
      }),
    )
  })
})
