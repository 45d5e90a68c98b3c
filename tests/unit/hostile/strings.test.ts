import { expect, test } from 'vitest'
import { naughtyStrings } from '../../support/hostile/naughty-strings'
import { officeStrings } from '../../support/hostile/office-strings'

test.each([
  ['that break programs', naughtyStrings(), 515],
  ['as they come to a counter', officeStrings(), 300],
] as const)('there are enough texts %s, each once, of every kind', (what, kinds, least) => {
  const all = [...kinds.values()].flat()
  console.log(`${all.length} texts ${what}, ${kinds.size} kinds`)
  expect(all.length).toBeGreaterThanOrEqual(least)
  expect(all.filter((text, at) => all.indexOf(text) !== at)).toEqual([])
  for (const [kind, texts] of kinds) expect(texts.length, kind).toBeGreaterThan(5)
})

test('they are the same each time', () => {
  expect([...officeStrings().values()]).toEqual([...officeStrings().values()])
})
