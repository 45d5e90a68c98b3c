import { expect, it } from 'vitest'
import { buildIndex } from '../../../../../renderer/search/index/build-index'
import { scanDocuments } from '../../../../../renderer/search/index/scan-documents'
import { parseQuery } from '../../../../../renderer/search/query/parse-query'
import { makeCorpus } from '../../../../support/search/corpus'
import { createDice } from '../../../../support/search/dice'
import { linesFor } from '../../../../support/search/index-life'
import { createCrashingStore } from '../../../../support/search/crashing-store'
import { createShelf } from '../../../../support/search/shelf'

it('facets and years are counted as a scan counts them, over several segments and after removals', async () => {
  const documents = makeCorpus(90, { seed: 8, length: 200 })
  const shelf = createShelf()
  for (const document of documents) shelf.put(document)
  const parts = { store: createCrashingStore(), source: shelf.source }
  const batches = [0, 20, 40, 60].map((from, i, all) => documents.slice(from, all[i + 1]))
  const index = await buildIndex(parts, batches, () => Promise.resolve())
  const gone = documents.filter((_, i) => i % 7 === 0)
  await index.apply(gone.map(({ id }) => ({ id, document: null })))
  const left = documents.filter(document => !gone.includes(document))
  expect(index.count).toBe(left.length)
  let counted = 0
  for (const line of ['', ...linesFor(documents, createDice(4))]) {
    const query = parseQuery(line)
    const [answer, scanned] = [await index.search(query), await scanDocuments(query, left)]
    if (!answer.ok) throw new Error(answer.problem.kind)
    expect(answer.value.counts).toEqual(scanned.counts)
    expect(answer.value.total).toBe(scanned.total)
    counted += scanned.counts.years.size
  }
  expect(counted).toBeGreaterThan(20)
})
