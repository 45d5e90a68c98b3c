import { describe, expect, it } from 'vitest'
import { drainQueue } from '../../../../../renderer/search/index/drain-queue'
import { openSearchIndex } from '../../../../../renderer/search/index/search-index'
import { parseQuery } from '../../../../../renderer/search/query/parse-query'
import { everything } from '../../../../../renderer/search/query/query'
import { Crash } from '../../../../support/search/crashing-store'
import { makeDocument } from '../../../../support/search/corpus'
import { beginLife, differences, emptyTally } from '../../../../support/search/index-life'

async function withSegments(count: number) {
  const life = await beginLife()
  for (let i = 0; i < count; i++) {
    life.shelf.put(makeDocument(i, { seed: 3, length: 120 }))
    await drainQueue(life.index, { queue: life.shelf.queue, source: life.shelf.source })
  }
  return life
}

const noBreath = () => Promise.resolve()

describe('an index', () => {
  it('runs one merge at a time', async () => {
    const life = await withSegments(9)
    const both = [1, 2].map(() => life.index.merge({ isIdle: true, breathe: noBreath }))
    expect(await Promise.all(both)).toEqual([true, false])
    expect(life.index.snapshot.segments).toHaveLength(1)
    expect(await life.index.sweep()).toBe(0)
    expect(await differences(life, 1, emptyTally())).toEqual([])
  })

  it('goes on answering where the disk refuses a change, and takes it in later', async () => {
    const life = await withSegments(3)
    life.shelf.put(makeDocument(7, { seed: 3, length: 120 }))
    const parts = { queue: life.shelf.queue, source: life.shelf.source }
    const write = life.store.write.bind(life.store)
    life.store.write = () => Promise.reject(new Crash('full'))
    await expect(drainQueue(life.index, parts)).rejects.toThrow('full')
    expect(life.index.count).toBe(3)
    const answer = await life.index.search(everything)
    expect(answer.ok && answer.value.total).toBe(3)
    life.store.write = write
    expect(await drainQueue(life.index, parts)).toBe(1)
    expect(await differences(life, 2, emptyTally())).toEqual([])
  })

  it('of another window sees the changes when it is told, and answers though a merge took its chunks away', async () => {
    const life = await withSegments(9)
    const other = await openSearchIndex({ store: life.store, source: life.shelf.source, cacheBytes: 0 })
    if (other.kind !== 'ready') throw new Error(other.why)
    life.shelf.put(makeDocument(20, { seed: 3, length: 120 }))
    await drainQueue(life.index, { queue: life.shelf.queue, source: life.shelf.source })
    expect([other.index.count, life.index.count]).toEqual([9, 10])
    await life.index.merge({ isIdle: true, breathe: noBreath })
    const answer = await other.index.search(parseQuery('有关单位'))
    expect(answer.ok && answer.value.total).toBe(10)
    await other.index.refresh()
    expect(other.index.count).toBe(10)
  })

  it('puts ten thousand changes of one document down as one', async () => {
    const life = await beginLife()
    const changes = Array.from({ length: 10_000 }, (_, i) => {
      const document = { ...makeDocument(1, { seed: 1, length: 30 }), title: `第${i}版` }
      return { id: document.id, document }
    })
    await life.index.apply(changes)
    expect(life.index.count).toBe(1)
    const found = await life.index.search(parseQuery('第9999版'))
    expect(found.ok && found.value.total).toBe(1)
  })
})
