import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../../../../renderer/search/index/build-index'
import { drainQueue } from '../../../../../renderer/search/index/drain-queue'
import { openSearchIndex } from '../../../../../renderer/search/index/search-index'
import { parseQuery } from '../../../../../renderer/search/query/parse-query'
import type { ByteStore } from '../../../../../renderer/search/store/byte-store'
import { createChunkCache } from '../../../../../renderer/search/store/chunk-cache'
import { chunkBytes, cutIntoChunks, openChunk, sealChunk } from '../../../../../renderer/search/store/chunks'
import { openIndexedDbStore } from '../../../../../renderer/search/store/indexed-db-store'
import { emptyManifest, readManifest, writtenManifest } from '../../../../../renderer/search/store/manifest'
import { createMemoryStore } from '../../../../../renderer/search/store/memory-store'
import { openSlotStore } from '../../../../../renderer/search/store/slot-store'
import { makeCorpus } from '../../../../support/search/corpus'
import { createDice } from '../../../../support/search/dice'
import { createDisk } from '../../../../support/search/disk'
import { linesFor } from '../../../../support/search/index-life'
import { createShelf } from '../../../../support/search/shelf'
import { truthIds } from '../../../../support/search/truth'

const bytes = (...values: number[]) => Uint8Array.from(values)
let made = 0

describe.each<[string, () => Promise<ByteStore>]>([
  ['memory', () => Promise.resolve(createMemoryStore())],
  ['IndexedDB', () => openIndexedDbStore(`search-${++made}`)],
  ['files', () => Promise.resolve(openSlotStore(createDisk().files()))],
])('a store in %s', (_, open) => {
  it('reads what was written, in the order asked', async () => {
    const store = await open()
    const large = new Uint8Array(100).fill(7)
    await store.write({
      put: [
        ['a', bytes(1)],
        ['b', large.subarray(10, 12)],
        ['c', bytes()],
      ],
    })
    await store.write({ put: [['a', bytes(9)]], remove: ['c', 'never'] })
    expect(await store.read(['b', 'c', 'a'])).toEqual([bytes(7, 7), undefined, bytes(9)])
    expect([...(await store.names())].sort()).toEqual(['a', 'b'])
  })
})

describe('IndexedDB', () => {
  it('keeps it over a restart, and keeps nothing of a write that was aborted', async () => {
    const name = `search-${++made}`
    const first = await openIndexedDbStore(name)
    await first.write({ put: [['kept', bytes(1, 2)]] })
    const unstorable = {
      put: [
        ['half', bytes(1)],
        [Symbol('no key'), bytes(2)],
      ] as unknown as [],
    } // what a full disk does
    await expect(first.write({ ...unstorable, remove: ['kept'] })).rejects.toThrow()
    first.close()
    const second = await openIndexedDbStore(name)
    expect(await second.read(['kept', 'half'])).toEqual([bytes(1, 2), undefined])
    second.close()
  })
})

it('an index in IndexedDB is there after a restart, edits and merges among them', async () => {
  const name = `search-${++made}`
  const shelf = createShelf()
  const documents = makeCorpus(30, { seed: 3, length: 200 })
  for (const document of documents) shelf.put(document)
  const first = await openIndexedDbStore(name)
  const batches = documents.map(document => [document])
  const built = await buildIndex({ store: first, source: shelf.source }, batches, () => Promise.resolve())
  shelf.remove(documents[3]?.id ?? '')
  while ((await drainQueue(built, { queue: shelf.queue, source: shelf.source })) > 0);
  first.close()
  const second = await openIndexedDbStore(name)
  const opened = await openSearchIndex({ store: second, source: shelf.source })
  if (opened.kind !== 'ready') throw new Error(opened.why)
  for (const line of linesFor(documents, createDice(6))) {
    const query = parseQuery(line)
    const found = await opened.index.ids(query)
    expect(found.ok && [...found.value].sort()).toEqual(truthIds(query, shelf.documents.values()))
  }
  expect(await opened.index.sweep()).toBe(0)
  second.close()
})

describe('chunks', () => {
  it('are cut, sealed and opened; a changed byte is seen', () => {
    const stream = new Uint8Array(chunkBytes * 2 + 5).map((_, i) => i & 255)
    const cut = cutIntoChunks({ segment: 's1', stream: 'docs', first: 3 }, stream)
    expect(cut.map(([name]) => name)).toEqual(['s1/docs/000003', 's1/docs/000004', 's1/docs/000005'])
    expect(cut.map(([, sealed]) => openChunk(sealed)?.length)).toEqual([chunkBytes, chunkBytes, 5])
    const sealed = sealChunk(bytes(1, 2, 3))
    sealed[1] = 9
    expect(openChunk(sealed)).toBeNull()
    expect(openChunk(bytes(1))).toBeNull()
  })

  it.each([
    ['memory', createMemoryStore],
    ['files', () => openSlotStore(createDisk().files())],
  ])('are kept up to a limit, the longest unused dropped first, in %s', async (_, open) => {
    const store = open()
    await store.write({
      put: ['a', 'b', 'c'].map(name => [name, sealChunk(new Uint8Array(10).fill(name.charCodeAt(0)))] as const),
    })
    const cache = createChunkCache(store, 20)
    const load = async (names: readonly string[]) => {
      const first = await cache.use(names, chunks => chunks.map(([byte]) => String.fromCharCode(byte ?? 0)))
      expect(first).toEqual(names)
    }
    await load(['a', 'b'])
    await load(['a'])
    await load(['c']) // b goes
    expect(cache.figures.gets).toBe(3)
    await load(['a', 'c'])
    expect(cache.figures.gets).toBe(3)
    await load(['b'])
    expect(cache.figures.gets).toBe(4)
  })
})

describe('the manifest', () => {
  it.each([
    ['none', null],
    ['unfinished', emptyManifest],
    ['found', { ...emptyManifest, isComplete: true }],
    ['otherVersion', { ...emptyManifest, isComplete: true, formatVersion: 0 }],
    ['otherVersion', { ...emptyManifest, isComplete: true, tokenizerVersion: 99 }],
  ])('is %s', async (kind, manifest) => {
    const store = createMemoryStore()
    if (manifest) await store.write({ put: [writtenManifest(manifest)] })
    expect((await readManifest(store)).kind).toBe(kind)
  })

  it('is damaged by any changed byte', async () => {
    const store = createMemoryStore()
    const [name, written] = writtenManifest({ ...emptyManifest, isComplete: true })
    for (let at = 0; at < written.length; at++) {
      const changed = written.slice()
      changed[at] = (changed[at] as number) ^ 1
      await store.write({ put: [[name, changed]] })
      expect((await readManifest(store)).kind).toBe('damaged')
    }
  })
})
