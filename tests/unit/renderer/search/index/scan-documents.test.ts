import { expect, it } from 'vitest'
import { scanDocuments } from '../../../../../renderer/search/index/scan-documents'
import { parseQuery } from '../../../../../renderer/search/query/parse-query'
import { commonSynonyms } from '../../../../../renderer/search/query/synonyms'
import { makeCorpus } from '../../../../support/search/corpus'
import { createDice } from '../../../../support/search/dice'
import { linesFor } from '../../../../support/search/index-life'
import { truthIds } from '../../../../support/search/truth'

it('without an index the same documents answer, and their values are counted', async () => {
  const documents = makeCorpus(80, { seed: 7, length: 200 })
  const dice = createDice(1)
  let asked = 0
  for (let round = 0; round < 8; round++) {
    for (const line of linesFor(documents, dice)) {
      const query = parseQuery(line, { synonyms: commonSynonyms })
      const expected = truthIds(query, documents)
      const { total, hits, counts } = await scanDocuments(query, documents, { limit: 1000 })
      expect(hits.map(({ id }) => id).sort()).toEqual(expected)
      expect(total).toBe(expected.length)
      expect([...counts.facets.genre.values()].reduce((sum, count) => sum + count, 0)).toBe(total)
      asked++
    }
  }
  console.log(`search, scan: ${asked} questions, 0 wrong`)
  expect(asked).toBe(128)
})
