import 'fake-indexeddb/auto'
import { createHash, randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import type { PublicDocument } from '#shared/contracts/kiosk-channels'
import { openKioskBook } from '../../../../../renderer/data/kiosk/kiosk-book'
import { startEmpty } from '../../../../../renderer/search/index/search-index'
import { createMemoryStore } from '../../../../../renderer/search/store/memory-store'
import { areInitials, askCatalogue, countTopics } from '../../../../../renderer/windows/kiosk/catalogue/ask-catalogue'
import { searchDocumentOf } from '../../../../../renderer/windows/kiosk/catalogue/search-document-of'
import { takeEdition, type EditionSource } from '../../../../../renderer/windows/kiosk/catalogue/take-edition'

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
  const index = await startEmpty({
    store: createMemoryStore(),
    source: {
      read: async ids => (await book.read(ids)).map(document => document && searchDocumentOf(document)),
    },
  })
  const take = (source: EditionSource) => takeEdition({ source, book, index, onProgress: () => undefined })
  const titles = async (text: string) => {
    const page = await askCatalogue({ index, book }, { kind: 'typed', text }, { from: 0, most: 5 })
    return page.found.map(({ title }) => title.text)
  }
  return { book, index, take, titles }
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
  const { book, index, titles } = await kiosk()
  const { source, read } = editionOf({ '0a': [documentOf('低保标准调整的通知')] })
  const cut = { apply: () => Promise.reject(new Error('the page was wiped')) }
  await expect(takeEdition({ source, book, index: cut, onProgress: () => undefined })).rejects.toThrow('wiped')
  expect(await book.count()).toBe(1)
  await takeEdition({ source, book, index, onProgress: () => undefined })
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
  expect((await countTopics({ index })).map(({ topic }) => topic).sort()).toEqual(['商贸', '民政'])
})
