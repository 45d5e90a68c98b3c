import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../../../../renderer/search/index/build-index'
import { commonSynonyms } from '../../../../../renderer/search/query/synonyms'
import { manifestName } from '../../../../../renderer/search/store/manifest'
import type { IndexState } from '../../../../../renderer/search/worker/keep-index'
import { createSearchService } from '../../../../../renderer/search/worker/search-service'
import { becomeWriter } from '../../../../../renderer/search/worker/writer-lock'
import type { SearchAmong, SearchNews, SearchPage } from '../../../../../renderer/search/worker/search-messages'
import { makeCorpus, makeDocument } from '../../../../support/search/corpus'
import { createCrashingStore, type CrashingStore } from '../../../../support/search/crashing-store'
import { createDice } from '../../../../support/search/dice'
import { oneHolder } from '../../../../support/search/one-holder'
import { createShelf, type Shelf } from '../../../../support/search/shelf'

const corpus = makeCorpus(120, { seed: 2, length: 300 })

function filledShelf(): Shelf {
  const shelf = createShelf()
  for (const document of corpus) shelf.documents.set(document.id, document)
  return shelf
}

/** A window with its worker, over a shelf and a disk that several may share. */
const soon = () => new Promise<void>(resolve => setImmediate(resolve))

function openWindow({ shelf = filledShelf(), store = createCrashingStore(), locks = oneHolder(), pause = soon } = {}) {
  const states: IndexState[] = []
  const answers = new Map<number, Exclude<SearchNews, { kind: 'state' }>>()
  const service = createSearchService({
    ...{ store, shelf, locks, synonyms: commonSynonyms, name: 'index', random: createDice(3).roll },
    ...{ nextTurn: soon, pause },
    tell: news => void (news.kind === 'state' ? states.push(news.state) : answers.set(news.id, news)),
  })
  let lastId = 0
  const ask = async (line: string, among: SearchAmong = 'public'): Promise<SearchPage> => {
    const id = ++lastId
    service.obey({
      ...{ kind: 'search', id, lane: `lane ${id}`, among, line, isTyping: false },
      ...{ ticked: { facets: {}, years: [] }, limit: 5, order: 'relevance' },
    })
    await until(() => answers.has(id))
    const news = answers.get(id)
    if (news?.kind !== 'found') throw new Error(`not found: ${JSON.stringify(news)}`)
    return news.page
  }
  const ready = () => until(() => states.at(-1)?.kind === 'ready' && shelf.queued === 0)
  return { service, ask, ready, states, shelf, store, locks }
}

/** The table of readings is loaded when it is first needed: how many turns that takes depends on what else runs. */
async function until(isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + 15_000; Date.now() < end;) {
    if (isSo()) return
    await new Promise(resolve => setImmediate(resolve))
  }
  throw new Error('it never came')
}

const holding = (text: string, { documents }: Shelf): number =>
  [...documents.values()].filter(({ title, body }) => `${title}\n${body}`.includes(text)).length

describe('behind the worker’s messages', () => {
  it('a scan answers the same while the index is built, and then the index does', async () => {
    const store = createCrashingStore()
    const { write } = store
    let letWrite = () => {}
    const mayWrite = new Promise<void>(resolve => (letWrite = resolve))
    store.write = batch => mayWrite.then(() => write(batch))
    const { ask, ready, states, shelf } = openWindow({ store })
    const early = await ask('工作')
    letWrite()
    expect(early.by).toBe('scan')
    expect(early.total).toBe(holding('工作', shelf))
    await ready()
    const late = await ask('工作')
    expect(late.by).toBe('index')
    expect(late.total).toBe(early.total)
    expect(late.counts).toEqual(early.counts)
    expect(states.some(({ kind }) => kind === 'building')).toBe(true)
  })

  it('building waits for as long as somebody scrolls, and a question is answered meanwhile', async () => {
    const pauses: (() => void)[] = []
    const store = createCrashingStore()
    const pause = () => new Promise<void>(resolve => pauses.push(resolve))
    const { ask, ready, service } = openWindow({ store, pause })
    service.obey({ kind: 'scrolling' })
    await until(() => pauses.length === 1)
    const written = store.writes
    expect((await ask('工作')).by).toBe('scan')
    service.obey({ kind: 'scrolling' }) // they go on
    pauses[0]!()
    await until(() => pauses.length === 2)
    expect(store.writes).toBe(written)
    pauses[1]!()
    await ready()
    expect((await ask('工作')).by).toBe('index')
  })

  it('what the catalogue puts, changes and takes away is found, and is not, as soon as it is told', async () => {
    const { ask, ready, shelf, service } = openWindow()
    await ready()
    const [first, second] = corpus
    if (!first || !second) throw new Error('no corpus')
    shelf.put({ ...first, title: '新存入的一份文件囍' })
    shelf.remove(second.id)
    service.obey({ kind: 'changed' })
    await ready()
    await until(() => shelf.queued === 0)
    expect((await ask('囍')).results.map(({ id }) => id)).toEqual([first.id])
    expect((await ask(`"${second.body.slice(20, 60)}"`)).results.map(({ id }) => id)).not.toContain(second.id)
  })

  it('documents that are not public are found among themselves only, and are nowhere on the disk', async () => {
    const { ask, ready, service, store } = openWindow()
    await ready()
    const held = { ...makeDocument(7, { seed: 5, length: 200 }), id: 'h1', title: '未公开的名单囍囍' }
    service.obey({ kind: 'hold', documents: [held] })
    expect((await ask('囍囍', 'held')).results.map(({ id }) => id)).toEqual(['h1'])
    expect((await ask('囍囍')).total).toBe(0)
    service.obey({ kind: 'changed' })
    await ready()
    for (const bytes of store.held.values()) expect(asText(bytes)).not.toContain('囍囍')
    service.obey({ kind: 'hold', documents: [] })
    expect((await ask('囍囍', 'held')).total).toBe(0)
  })

  it('damaged bytes are answered past by a scan, and the index is built again', async () => {
    const shelf = filledShelf()
    const store = createCrashingStore()
    await buildIndex({ store, source: shelf.source }, [corpus], () => Promise.resolve())
    for (const [name, bytes] of store.held)
      if (name !== manifestName && !name.includes('/head/')) flip(store, name, bytes)
    const locks = oneHolder()
    const another = await becomeWriter(locks, 'index') // else this window's self-check would build it again before the question
    const { ask, states } = openWindow({ shelf, store, locks })
    const page = await ask('工作')
    expect(page.by).toBe('index')
    expect(page.total).toBe(holding('工作', shelf))
    another()
    await until(() => states.some(({ kind }) => kind === 'building') && states.at(-1)?.kind === 'ready')
    expect((await ask('工作')).total).toBe(holding('工作', shelf))
  })

  it('the self-check has an index built again that misses a document, whatever has become of its queue row', async () => {
    const shelf = filledShelf()
    const store = createCrashingStore()
    await buildIndex({ store, source: shelf.source }, [corpus.slice(0, 20)], () => Promise.resolve())
    const { ask, states } = openWindow({ shelf, store })
    await until(() => states.some(({ kind }) => kind === 'building') && states.at(-1)?.kind === 'ready')
    expect((await ask('工作')).total).toBe(holding('工作', shelf))
  })

  it('and takes out what the catalogue has no more', async () => {
    const shelf = filledShelf()
    const store = createCrashingStore()
    await buildIndex({ store, source: shelf.source }, [corpus.slice(0, 1)], () => Promise.resolve())
    shelf.documents.clear()
    const { ask } = openWindow({ shelf, store })
    await eventually(async () => (await ask('工作 OR 的 OR 关于')).total === 0)
  })

  it('a window that starts reads an index once, and a question that comes at once waits for it', async () => {
    const { ready, service, shelf, store } = openWindow()
    await ready()
    service.stop()
    const heads: string[] = []
    const read = store.read.bind(store)
    store.read = names => {
      heads.push(...names.filter(name => name.includes('/head/')))
      return read(names)
    }
    const again = openWindow({ shelf, store })
    const page = await again.ask('工作')
    await again.ready()
    expect(page.by).toBe('index')
    expect(heads.length).toBeGreaterThan(0)
    expect(heads.length).toBe(new Set(heads).size)
  })

  it('one window writes; another reads what it has written, and writes once the first is closed', async () => {
    const first = openWindow()
    await first.ready()
    const second = openWindow({ shelf: first.shelf, store: first.store, locks: first.locks })
    expect((await second.ask('工作')).total).toBe(holding('工作', first.shelf))
    first.shelf.put(makeNew('囍甲'))
    second.service.obey({ kind: 'changed' }) // does not write
    first.service.obey({ kind: 'changed' })
    await until(() => first.shelf.queued === 0)
    expect((await second.ask('囍甲')).total).toBe(1)
    first.service.stop()
    await eventually(async () => {
      first.shelf.put(makeNew('囍乙'))
      second.service.obey({ kind: 'changed' })
      return (await second.ask('囍乙')).total === 1
    })
    await until(() => first.shelf.queued === 0)
  })

  it('a disk that refuses is told, and what can be read still answers', async () => {
    const { ask, ready, states, shelf, service, store } = openWindow()
    await ready()
    store.write = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
    shelf.put(makeNew('囍'))
    service.obey({ kind: 'changed' })
    await until(() => states.at(-1)?.kind === 'stuck')
    expect(states.at(-1)).toEqual({ kind: 'stuck', errorName: 'QuotaExceededError' })
    expect((await ask('工作')).total).toBe(holding('工作', shelf))
    expect(shelf.queued).toBe(1)
  })
})

const makeNew = (title: string) => ({ ...makeDocument(900, { seed: 5, length: 100 }), id: title, title })

async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 500; turn++) {
    if (await isSo()) return
    await new Promise(resolve => setImmediate(resolve))
  }
  throw new Error('it never came')
}

function flip(store: CrashingStore, name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const changed = bytes.slice()
  changed[0] = (changed[0] as number) ^ 255
  store.held.set(name, changed)
}

/** The bytes as any of the encodings that a leaked title could be in. */
const asText = (bytes: Uint8Array): string =>
  ['utf-8', 'utf-16le'].map(encoding => new TextDecoder(encoding).decode(bytes)).join('\n') +
  new TextDecoder('utf-16le').decode(bytes.subarray(1))
