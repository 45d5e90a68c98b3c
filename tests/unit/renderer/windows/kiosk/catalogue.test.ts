import 'fake-indexeddb/auto'
import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { PublicDocument } from '#shared/contracts/kiosk-channels'
import { openKioskBook } from '../../../../../renderer/data/kiosk/kiosk-book'
import { openSearchIndex, openUnfinished, startEmpty } from '../../../../../renderer/search/index/search-index'
import { createMemoryStore } from '../../../../../renderer/search/store/memory-store'
import {
  areInitials,
  askCatalogue,
  countTopics,
  readDocument,
} from '../../../../../renderer/windows/kiosk/catalogue/ask-catalogue'
import type { EditionSource } from '../../../../../renderer/windows/kiosk/catalogue/edition-source'
import { noRest, restOfEdition } from '../../../../../renderer/windows/kiosk/catalogue/rest-of-edition'
import { searchDocumentOf } from '../../../../../renderer/windows/kiosk/catalogue/search-document-of'
import { takeEdition } from '../../../../../renderer/windows/kiosk/catalogue/take-edition'

const documentOf = (title: string, over: Partial<PublicDocument> = {}): PublicDocument => ({
  ...{
    id: randomUUID(),
    title,
    docNo: '',
    indexNo: '1',
    agency: '云溪县民政局',
    issuer: '',
    topic: '民政',
    subtopic: '',
  },
  ...{
    genre: '',
    validity: 'VALID',
    documentDate: '2026-03-01',
    publishedOn: '2026-03-02',
    abstract: '',
    text: `${title}全文。`,
  },
  ...over,
})

const atOnce = {
  onProgress: () => undefined,
  inTurn: <T>(work: () => Promise<T>): Promise<T> => work(),
  between: () => Promise.resolve(),
}

type Shelves = Record<string, readonly PublicDocument[]>

/** An edition in memory; a shelf's digest is made of what stands on it. */
function editionOf(shelves: Shelves) {
  const read: string[] = []
  const digestOf = (documents: readonly PublicDocument[]) =>
    createHash('sha256').update(JSON.stringify(documents)).digest('hex')
  const source: EditionSource = {
    contents: async () => ({
      madeAt: 1,
      documents: Object.values(shelves).flat().length,
      shelves: Object.fromEntries(Object.entries(shelves).map(([name, held]) => [name, digestOf(held)])),
    }),
    shelf: async name => {
      read.push(name)
      return shelves[name]?.map(document => `${JSON.stringify(document)}\n`).join('') ?? null
    },
  }
  return { source, read }
}

async function kiosk() {
  const book = openKioskBook(`kiosk-${randomUUID()}`)
  onTestFinished(() => book.close())
  const parts = {
    store: createMemoryStore(),
    source: {
      read: async (ids: readonly string[]) =>
        (await book.read(ids)).map(document => document && searchDocumentOf(document)),
    },
  }
  const index = await startEmpty(parts)
  const taking = (source: EditionSource) => ({ source, book, index, ...atOnce })
  const take = (source: EditionSource) => takeEdition(taking(source))
  const ask = (text: string, rest = noRest) =>
    askCatalogue({ index, book, rest }, { kind: 'typed', text }, { from: 0, most: 5 })
  const titles = async (text: string) => (await ask(text)).found.map(({ title }) => title.text)
  return { book, index, parts, taking, take, ask, titles }
}

test('takes an edition in, then only what changed; what left it is found no longer', async () => {
  const { book, take, titles } = await kiosk()
  const allowance = documentOf('低保标准调整的通知')
  const land = documentOf('征地补偿安置办法')
  const first = editionOf({ '0a': [allowance], '3f': [land] })
  expect(await take(first.source)).toBe(true)
  expect(await titles('低保')).toEqual([allowance.title])
  await take(first.source)
  expect(first.read).toEqual(['0a', '3f'])

  const renamed = { ...allowance, title: '低保标准再次调整的通知' }
  const next = editionOf({ '0a': [renamed] })
  await take(next.source)
  expect(next.read).toEqual(['0a'])
  expect(await titles('低保')).toEqual([renamed.title])
  expect(await titles('征地')).toEqual([])
  expect(await book.count()).toBe(1)
})

test('cut off before the index had it, a shelf is taken again', async () => {
  const { book, taking, titles } = await kiosk()
  const { source, read } = editionOf({ '0a': [documentOf('低保标准调整的通知')] })
  const cut = { apply: () => Promise.reject(new Error('the page was wiped')), settle: () => Promise.resolve() }
  await expect(takeEdition({ ...taking(source), index: cut })).rejects.toThrow('wiped')
  expect(await book.count()).toBe(1)
  await takeEdition(taking(source))
  expect(read).toEqual(['0a', '0a'])
  expect(await titles('低保')).toHaveLength(1)
})

test('a line with a field that is not named is refused whole: nothing else reaches the kiosk', async () => {
  const { book, take } = await kiosk()
  const odd = { ...documentOf('征地补偿安置办法'), applicant: '张三' }
  await expect(take(editionOf({ '0a': [odd] }).source)).rejects.toThrow()
  expect(await book.count()).toBe(0)
})

test('letters are first letters where titles begin so, else words; without an edition there is none', async () => {
  const { take, titles, index } = await kiosk()
  expect(await take({ contents: async () => null, shelf: async () => null })).toBe(false)
  const wto = documentOf('加入WTO有关文件', { topic: '商贸' })
  await take(editionOf({ '0a': [documentOf('低保标准调整的通知')], '3f': [wto] }).source)
  expect(await titles('DBBZ')).toEqual(['低保标准调整的通知'])
  expect(await titles('wto')).toEqual([wto.title])
  expect(await titles('2026')).toEqual([])
  expect([areInitials('dbbz'), areInitials('d'), areInitials('低保'), areInitials('g014')]).toEqual([
    true,
    false,
    false,
    false,
  ])
  expect((await countTopics({ index, rest: noRest })).map(({ topic }) => topic).sort()).toEqual(['商贸', '民政'])
})

test('of a shelf that has changed, only the documents that differ are indexed again', async () => {
  const { index, taking, take } = await kiosk()
  const [same, other] = [documentOf('低保标准调整的通知'), documentOf('征地补偿安置办法')]
  await take(editionOf({ '0a': [same, other] }).source)
  const applied: string[][] = []
  const watched = {
    apply: (changes: readonly { readonly id: string }[]) => {
      applied.push(changes.map(({ id }) => id))
      return index.apply(changes as never)
    },
    settle: () => index.settle(),
  }
  const changed = { ...other, title: '征地补偿安置办法（修订）' }
  await takeEdition({ ...taking(editionOf({ '0a': [same, changed] }).source), index: watched })
  expect(applied).toEqual([[other.id]])
})

describe('while the index is built', () => {
  const known = documentOf('低保标准调整的通知', { documentDate: '2026-01-01' })
  const unknown = documentOf('农村低保申请指南', { documentDate: '2026-05-01', topic: '社会救助' })
  const both = { '0a': [known], '3f': [unknown] }

  /** The first shelf is in the index, the second is not. */
  async function halfBuilt() {
    const parts = await kiosk()
    await parts.take(editionOf({ '0a': [known] }).source)
    return { ...parts, rest: restOfEdition(editionOf(both).source, parts.book) }
  }

  test('what is not in it is found on its shelf: by words, first letters and class', async () => {
    const { ask, index, book, rest } = await halfBuilt()
    const page = await ask('低保', rest)
    expect(page.total).toBe(2)
    expect(page.found.map(({ title }) => title.text)).toEqual([known.title, unknown.title])
    expect(page.found[1]?.snippet.marks).not.toEqual([])
    expect((await ask('NCDB', rest)).found.map(({ id }) => id)).toEqual([unknown.id])
    expect(await countTopics({ index, rest })).toEqual(
      expect.arrayContaining([
        { topic: '民政', documents: 1 },
        { topic: '社会救助', documents: 1 },
      ]),
    )
    const ofClass = { kind: 'topic', topic: '社会救助' } as const
    expect(await askCatalogue({ index, book, rest }, ofClass, { from: 0, most: 5 })).toMatchObject({ total: 1 })
  })

  test('what was found so can be read, and pages go on from the index to the shelves', async () => {
    const { index, book, rest } = await halfBuilt()
    const second = await askCatalogue({ index, book, rest }, { kind: 'typed', text: '低保' }, { from: 1, most: 1 })
    expect(second).toMatchObject({ total: 2, found: [{ id: unknown.id }] })
    expect(await readDocument({ book, rest }, unknown.id)).toEqual(unknown)
    expect(await readDocument({ book, rest }, randomUUID())).toBeNull()
  })

  test('wiped in the middle, it goes on with what it has', async () => {
    const { book, parts, take } = await kiosk()
    await take(editionOf({ '0a': [known] }).source)
    expect((await openSearchIndex(parts)).kind).toBe('mustBuild')
    const again = await openUnfinished(parts)
    const { source, read } = editionOf(both)
    await takeEdition({ source, book, index: again!, ...atOnce })
    expect(read).toEqual(['3f'])
    await again!.complete()
    expect(again!.count).toBe(2)
    expect((await openSearchIndex(parts)).kind).toBe('ready')
    expect(await openUnfinished(parts)).toBeNull()
  })
})
