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

test('there are at least 25 rules, each with a name of its own', () => {
  expect(hardeningRules.length).toBeGreaterThanOrEqual(25)
  expect(new Set(hardeningRules.map(({ name }) => name)).size).toBe(hardeningRules.length)
})

test.each(hardeningRules)('catches its sample: $name', rule => {
  expect(placeOf(rule)).not.toBe('')
  expect(hitsIn(parsed(placeOf(rule), rule.bad), [rule])).not.toEqual([])
})

test('the sources of the product break none of the rules, and every exception is still needed', () => {
  const files = productFiles()
  const exceptions = hardeningRules.flatMap(({ name, allowed }) =>
    Object.keys(allowed ?? {}).map(file => `${name}: ${file}`),
  )
  const used = new Set(productHits().map(({ rule, file }) => `${rule}: ${file}`))
  console.log(
    `hardening: ${hardeningRules.length} rules over ${files.length} files of the product, ${exceptions.length} exceptions with their reasons`,
  )
  expect(files.length).toBeGreaterThan(500)
  expect(unallowedHits()).toEqual([])
  const isThere = (exception: string): boolean => files.some(file => exception.endsWith(`: ${file}`))
  expect(exceptions.filter(exception => isThere(exception) && !used.has(exception))).toEqual([])
})
