import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../../../../renderer/search/index/build-index'
import { commonSynonyms } from '../../../../../renderer/search/query/synonyms'
import { createMemoryStore } from '../../../../../renderer/search/store/memory-store'
import { type AskingOrder, createSearchDesk } from '../../../../../renderer/search/worker/search-desk'
import type { SearchNews, SearchOrder } from '../../../../../renderer/search/worker/search-messages'
import { makeCorpus } from '../../../../support/search/corpus'
import { createShelf } from '../../../../support/search/shelf'

type Answered = Exclude<SearchNews, { kind: 'state' }>

async function desk() {
  const shelf = createShelf()
  const documents = makeCorpus(60, { seed: 2, length: 300 })
  for (const document of documents) shelf.put(document)
  const memory = createMemoryStore()
  const reads = { count: 0 }
  const store = { ...memory, read: (names: readonly string[]) => (reads.count++, memory.read(names)) }
  const index = await buildIndex({ store, source: shelf.source, cacheBytes: 0 }, [documents], () => Promise.resolve())
  reads.count = 0
  const waiting: (() => void)[] = []
  const news: Answered[] = []
  const order = createSearchDesk({
    ...{ answersFor: () => Promise.resolve(index), sourceFor: () => shelf.source, synonyms: commonSynonyms },
    soon: work => void waiting.push(work),
    tell: one => void (one.kind === 'state' || news.push(one)),
  })
  const settle = async (count: number) => {
    for (const work of waiting.splice(0)) work()
    while (news.length < count) await new Promise(resolve => setImmediate(resolve))
    return news
  }
  return { order, settle, reads, documents }
}

const search = (
  id: number,
  line: string,
  more: Partial<Extract<SearchOrder, { kind: 'search' }>> = {},
): AskingOrder => ({
  ...{
    kind: 'search',
    id,
    lane: 'box',
    among: 'public',
    line,
    isTyping: true,
    ticked: { facets: {}, years: [] },
    limit: 5,
    order: 'relevance',
  },
  ...more,
})

describe('the search desk', () => {
  it('of a burst of keystrokes only the last one reads anything', async () => {
    const { order, settle, reads } = await desk()
    for (const [id, line] of ['政', '政府', '政府信', '政府信息公开'].entries()) order(search(id, line))
    const news = await settle(4)
    expect(news.map(({ kind, id }) => [id, kind])).toEqual([
      [0, 'notFound'],
      [1, 'notFound'],
      [2, 'notFound'],
      [3, 'found'],
    ])
    const burst = reads.count
    const alone = await desk()
    alone.order(search(3, '政府信息公开'))
    await alone.settle(1)
    expect(burst).toBe(alone.reads.count)
    expect(burst).toBeGreaterThan(0)
  })

  it('a search that has begun stops where a newer one of its lane came', async () => {
    const { order, settle } = await desk()
    order(search(1, '政务'))
    order(search(2, '情况', { lane: 'another' }))
    const settled = settle(2)
    order(search(3, '工作'))
    await settled
    const news = await settle(3)
    expect(news.find(({ id }) => id === 1)).toMatchObject({ kind: 'notFound', problem: { kind: 'superseded' } })
    expect(news.find(({ id }) => id === 2)?.kind).toBe('found')
    expect(news.find(({ id }) => id === 3)?.kind).toBe('found')
  })

  it('gives results with what to mark, within what was ticked', async () => {
    const { order, settle, documents } = await desk()
    const [first] = documents
    if (!first) throw new Error('no corpus')
    const text = first.facets.issuer
    order(search(1, '工作', { ticked: { facets: { issuer: [text] }, years: [] } }))
    const [news] = await settle(1)
    if (news?.kind !== 'found') throw new Error('not found')
    const expected = documents.filter(
      ({ facets, title, body }) => facets.issuer === text && (title + body).includes('工作'),
    )
    expect(expected.length).toBeGreaterThan(0)
    expect(news.page.total).toBe(expected.length)
    for (const { snippet } of news.page.results) {
      for (const { from, to } of snippet.marks) expect(snippet.text.slice(from, to)).toBe('工作')
    }
  })

  it('proposes what does find something where nothing was found', async () => {
    const { order, settle, documents } = await desk()
    const title = documents[0]?.title.slice(0, 8) ?? ''
    order(search(1, `${title.slice(0, 5)}囍${title.slice(6)}`))
    const [news] = await settle(1)
    expect(news).toMatchObject({ kind: 'found', page: { total: 0 } })
    expect(news?.kind === 'found' && news.page.proposals).toContain(title)
  })

  it('answers initials and numbers', async () => {
    const { order, settle, documents } = await desk()
    const numbered = documents.find(({ docNo }) => docNo !== '')
    order({ kind: 'documentNumber', id: 1, typed: numbered?.docNo ?? '' })
    order({ kind: 'initials', id: 2, typed: 'gy' })
    const [number, initials] = await settle(2)
    expect(number?.kind === 'titles' && number.found.ids).toContain(numbered?.id)
    expect(initials?.kind === 'titles' && initials.found.total).toBeGreaterThan(0)
  })
})

it('what is ticked narrows the list, and does not hide the other values of its own side', async () => {
  const { order, settle, documents } = await desk()
  const [first] = documents
  if (!first) throw new Error('no corpus')
  order(search(1, ''))
  order(search(2, '', { lane: 'another', ticked: { facets: { genre: [first.facets.genre] }, years: [] } }))
  const news = await settle(2)
  const [all, narrowed] = [1, 2].map(id => news.find(one => one.id === id))
  if (all?.kind !== 'found' || narrowed?.kind !== 'found') throw new Error('not found')
  const ofGenre = documents.filter(({ facets }) => facets.genre === first.facets.genre)
  expect(narrowed.page.total).toBe(ofGenre.length)
  expect(narrowed.page.counts.facets.genre).toEqual(all.page.counts.facets.genre)
  const issuers = [...narrowed.page.counts.facets.issuer.values()].reduce((sum, count) => sum + count, 0)
  expect(issuers).toBe(ofGenre.length)
})
