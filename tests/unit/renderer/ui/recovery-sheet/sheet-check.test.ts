import { expect, test } from 'vitest'
import { groupsToAsk, isGroup } from '../../../../../renderer/ui/recovery-sheet/sheet-check'

test('any two dice ask for two different groups of the sheet, and every pair comes up', () => {
  const pairs = new Set<string>()
  for (let one = 0; one < 9; one++) {
    for (let other = 0; other < 8; other++) {
      const [first, second] = groupsToAsk(9, [one, other])
      expect(first).toBeLessThan(second)
      expect([first, second].every(n => n >= 1 && n <= 9)).toBe(true)
      pairs.add(`${first}/${second}`)
    }
  }
  expect(pairs.size).toBe(36)
  expect(groupsToAsk(9, [2 ** 32 - 1, 2 ** 32 - 1]).every(n => n >= 1 && n <= 9)).toBe(true)
})

test.each([
  ['7k2m', '7K2M', true],
  [' ７Ｋ2m ', '7K2M', true],
  ['OILA', '011A', true],
  ['7K-2M', '7K2M', true],
  ['7K2N', '7K2M', false],
  ['7K2', '7K2M', false],
  ['', '7K2M', false],
])('%s read back for %s: %s', (typed, group, is) => expect(isGroup(typed, group)).toBe(is))
