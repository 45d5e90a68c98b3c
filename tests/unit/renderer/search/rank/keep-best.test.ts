import fc from 'fast-check'
import { beforeAll, expect, it, vi } from 'vitest'
import { buildIndex } from '../../../../../renderer/search/index/build-index'
import type { SearchIndex } from '../../../../../renderer/search/index/search-index'
import { parseQuery } from '../../../../../renderer/search/query/parse-query'
import type * as scoreModule from '../../../../../renderer/search/rank/score'
import { createMemoryStore } from '../../../../../renderer/search/store/memory-store'
import { makeCorpus } from '../../../../support/search/corpus'
import { createDice } from '../../../../support/search/dice'
import { linesFor } from '../../../../support/search/index-life'
import { createShelf } from '../../../../support/search/shelf'

const seen = vi.hoisted(() => ({ scored: 0, isTooLow: false }))

vi.mock('../../../../../renderer/search/rank/score', async original => {
  const actual = await original<typeof scoreModule>()
  const scoreDocs: typeof actual.scoreDocs = (...given) => {
    seen.scored++
    return actual.scoreDocs(...given)
  }
  const mostWithoutTitle: typeof actual.mostWithoutTitle = (...given) =>
    seen.isTooLow ? 0 : actual.mostWithoutTitle(...given)
  return { ...actual, scoreDocs, mostWithoutTitle }
})

const documents = makeCorpus(300, { seed: 12, length: 200 })
const best = 20
/** So common in titles that they fill a page: then the rest is spared. */
const titleWords = ['关于', '的通知', '县']
let index: SearchIndex

beforeAll(async () => {
  const shelf = createShelf()
  for (const document of documents) shelf.put(document)
  const batches = [0, 100, 200].map(from => documents.slice(from, from + 100))
  index = await buildIndex({ store: createMemoryStore(), source: shelf.source }, batches, () => Promise.resolve())
})

/** Where more are kept than there are documents, every one of them is looked at. */
async function idsOf(line: string, limit: number): Promise<{ ids: string[]; scored: number }> {
  seen.scored = 0
  const answer = await index.search(parseQuery(line), { limit })
  if (!answer.ok) throw new Error(answer.problem.kind)
  return { ids: answer.value.hits.slice(0, best).map(({ id }) => id), scored: seen.scored }
}

const property = (tell: (spared: number, found: number) => void) =>
  fc.asyncProperty(fc.integer(), async seed => {
    for (const line of [...linesFor(documents, createDice(seed)), ...titleWords]) {
      const [few, all] = [await idsOf(line, best), await idsOf(line, documents.length + 1)]
      expect(few.ids, line).toEqual(all.ids)
      tell(all.scored - few.scored, few.ids.length)
    }
  })

it('the best 20 are the same whether the documents without the words in their title are looked at or not', async () => {
  seen.isTooLow = false
  let [spared, whole] = [0, 0]
  const tell = (times: number, found: number) => {
    spared += times
    if (found === best) whole++
  }
  await fc.assert(property(tell), { seed: 1, numRuns: 10 })
  console.log(`best ${best} of 300: ${whole} whole pages, ${spared} times documents of a segment were spared`)
  expect(whole).toBeGreaterThan(30)
  expect(spared).toBeGreaterThan(30)
})

it('a bound that is too low is seen', async () => {
  seen.isTooLow = true
  const told = await fc.check(
    property(() => {}),
    { seed: 1, numRuns: 10, endOnFailure: true },
  )
  expect(told.failed).toBe(true)
})
