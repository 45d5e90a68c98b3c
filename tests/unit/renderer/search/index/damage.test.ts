import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../../../../renderer/search/index/build-index'
import { checkIndex } from '../../../../../renderer/search/index/check-index'
import { openSearchIndex } from '../../../../../renderer/search/index/search-index'
import { parseQuery } from '../../../../../renderer/search/query/parse-query'
import { manifestName } from '../../../../../renderer/search/store/manifest'
import { makeCorpus } from '../../../../support/search/corpus'
import { createCrashingStore } from '../../../../support/search/crashing-store'
import { createDice } from '../../../../support/search/dice'
import { linesFor } from '../../../../support/search/index-life'
import { createShelf } from '../../../../support/search/shelf'
import { truthIds } from '../../../../support/search/truth'

const noBreath = () => Promise.resolve()

async function built(count: number) {
  const documents = makeCorpus(count, { seed: 5, length: 150 })
  const shelf = createShelf()
  for (const document of documents) shelf.put(document)
  const store = createCrashingStore()
  const index = await buildIndex({ store, source: shelf.source }, [documents.slice(0, 9), documents.slice(9)], noBreath)
  return { documents, shelf, store, index }
}

describe('an index whose bytes have changed', () => {
  it('refuses or answers rightly, whichever byte it was', { timeout: 60_000 }, async () => {
    const { documents, shelf, store } = await built(14)
    const whole = new Map(store.held)
    const lines = linesFor(documents, createDice(3))
    const seen = { notOpened: 0, refused: 0, answered: 0 }
    const dice = createDice(8)
    for (let round = 0; round < 120; round++) {
      store.held.clear()
      for (const [name, bytes] of whole) store.held.set(name, bytes.slice())
      const [, bytes] = dice.pick([...store.held].filter(([name]) => name !== manifestName))
      const at = dice.under(bytes.length)
      bytes[at] = (bytes[at] as number) ^ (1 << dice.under(8))
      const opened = await openSearchIndex({ store, source: shelf.source })
      if (opened.kind === 'mustBuild') {
        expect(opened.why).toBe('damaged')
        seen.notOpened++
        continue
      }
      for (const line of lines) {
        const query = parseQuery(line)
        const found = await opened.index.ids(query)
        if (!found.ok) {
          expect(found.problem.kind).toBe('indexDamaged')
          seen.refused++
        } else {
          expect([...found.value].sort()).toEqual(truthIds(query, documents))
          seen.answered++
        }
      }
    }
    console.log(`search, flipped bits: ${JSON.stringify(seen)}, 0 wrong`)
    expect(seen.notOpened).toBeGreaterThan(5)
    expect(seen.refused).toBeGreaterThan(50)
    expect(seen.answered).toBeGreaterThan(50)
  })

  it('a building that was cut off is not opened', async () => {
    const { documents, shelf, store } = await built(6)
    const again = createCrashingStore()
    again.crashAfter({ steps: 1, arrives: true })
    await expect(buildIndex({ store: again, source: shelf.source }, [documents], noBreath)).rejects.toThrow()
    again.crashAfter(null)
    expect(await openSearchIndex({ store: again, source: shelf.source })).toEqual({
      kind: 'mustBuild',
      why: 'unfinished',
    })
    expect((await openSearchIndex({ store, source: shelf.source })).kind).toBe('ready')
  })
})

describe('the self-check', () => {
  it('finds every sampled document by its own text', async () => {
    const { documents, shelf, index } = await built(40)
    const ids = documents.map(({ id }) => id)
    const report = await checkIndex(index, { source: shelf.source, ids, random: createDice(2).roll })
    expect(report).toEqual({ checked: 40, missing: [], gone: [] })
  })

  it('names a document that the index has missed, another text, and one that should be gone', async () => {
    const { documents, shelf, index } = await built(10)
    const [never, edited, removed] = [makeCorpus(50, { seed: 5, length: 150 })[45], documents[3], documents[4]]
    if (!never || !edited || !removed) throw new Error('the corpus is too small')
    // Written past the queue, which is what must never happen.
    shelf.documents.set(never.id, never)
    shelf.documents.set(edited.id, { ...edited, title: '从未收进索引的标题', body: '从未收进索引的正文内容' })
    shelf.documents.delete(removed.id)
    const ids = [never.id, edited.id, removed.id]
    const report = await checkIndex(index, { source: shelf.source, ids, random: createDice(2).roll })
    expect(new Set(report.missing.map(({ id }) => id))).toEqual(new Set([never.id, edited.id]))
    expect(report.gone).toEqual([removed.id])
  })
})
