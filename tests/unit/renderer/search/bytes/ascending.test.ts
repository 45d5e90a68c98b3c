import { describe, expect, it } from 'vitest'
import { Ascending, packAscending } from '../../../../../renderer/search/bytes/ascending'
import { createDice } from '../../../../support/search/dice'

const packed = (numbers: readonly number[]) => new Ascending(packAscending(Uint32Array.from(numbers)))

describe('ascending numbers, packed', () => {
  it.each([0, 1, 15, 16, 17, 1_000])('%i of them are read in order, backwards and at random as they were', count => {
    const dice = createDice(count)
    const steps = [0, 1, 191, 192, 16_319, 16_320, 4_000_000]
    let last = 0
    const numbers = Array.from({ length: count }, () => (last += steps[dice.under(steps.length)] as number))
    const read = packed(numbers)
    expect(read.length).toBe(count)
    expect(numbers.map((_, at) => read.at(at))).toEqual(numbers)
    expect(numbers.map((_, at) => read.at(count - 1 - at))).toEqual([...numbers].reverse())
    for (let times = 0; times < 3 * count; times++) {
      const at = dice.under(count)
      expect(read.at(at)).toBe(numbers[at])
    }
  })

  it('finds where a number stands, and none that is not there', () => {
    const dice = createDice(7)
    let last = 0
    const numbers = Array.from({ length: 500 }, () => (last += 2 + dice.under(400)))
    const read = packed(numbers)
    expect(numbers.map(value => read.indexOf(value))).toEqual(numbers.map((_, at) => at))
    const absent = [0, ...numbers.map(value => value + 1), 0xffff_ffff]
    expect(absent.map(value => read.indexOf(value))).toEqual(absent.map(() => -1))
    expect(packed([]).indexOf(5)).toBe(-1)
  })

  it('holds the largest number there is, and refuses what is not ascending', () => {
    expect(packed([0, 0xffff_ffff]).at(1)).toBe(0xffff_ffff)
    expect(() => packed([2, 1])).toThrow('ascending')
  })

  it('takes less than half the room of an array where steps are small', () => {
    const numbers = Uint32Array.from({ length: 10_000 }, (_, at) => at * 100)
    const { marks, steps } = packAscending(numbers)
    expect(marks.byteLength + steps.byteLength).toBeLessThan(numbers.byteLength / 2)
  })
})
