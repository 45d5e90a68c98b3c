import { expect, test } from 'vitest'
import { hardeningRules } from './hardening-rules'
import { hitsIn, parsed, productFiles, productHits, unallowedHits, type HardeningRule } from './read-sources'

/** A path on which the rule holds, so that the sample is judged as a source of the product would be. */
const places = [
  'electron/main/planted.tsx',
  'electron/preload/planted.tsx',
  'renderer/planted.tsx',
  'headquarters/store/planted.tsx',
]
const placeOf = ({ where }: HardeningRule): string => places.find(place => where.test(place)) ?? ''

const sum = (of: (rule: HardeningRule) => number): number => hardeningRules.reduce((n, rule) => n + of(rule), 0)

test('there are at least 25 rules, each with a name of its own', () => {
  expect(hardeningRules.length).toBeGreaterThanOrEqual(25)
  expect(new Set(hardeningRules.map(({ name }) => name)).size).toBe(hardeningRules.length)
})

test.each(hardeningRules)('catches each of its samples, and each of its parts one of them: $name', rule => {
  const place = placeOf(rule)
  const catches = (bad: string, forbids = rule.forbids) => hitsIn(parsed(place, bad), [{ ...rule, forbids }]).length > 0
  expect(place).not.toBe('')
  expect(rule.bad.filter(bad => !catches(bad))).toEqual([])
  const shown = rule.forbids.map(one => rule.bad.some(bad => catches(bad, [one])))
  expect(shown).toEqual(rule.forbids.map(() => true))
})

test('the sources of the product break none of the rules, and every exception is still needed', () => {
  const files = productFiles()
  const exceptions = hardeningRules.flatMap(({ name, allowed }) =>
    Object.keys(allowed ?? {}).map(file => `${name}: ${file}`),
  )
  const used = new Set(productHits().map(({ rule, file }) => `${rule}: ${file}`))
  console.log(
    `hardening: ${hardeningRules.length} rules in ${sum(rule => rule.forbids.length)} parts, ${sum(rule => rule.bad.length)} samples caught, over ${files.length} files of the product, ${exceptions.length} exceptions with their reasons`,
  )
  expect(files.length).toBeGreaterThan(500)
  expect(unallowedHits()).toEqual([])
  const isThere = (exception: string): boolean => files.some(file => exception.endsWith(`: ${file}`))
  expect(exceptions.filter(exception => isThere(exception) && !used.has(exception))).toEqual([])
})
