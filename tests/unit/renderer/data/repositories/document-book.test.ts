import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import Dexie from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DisputedDocument, DocumentBook, KeptLines } from '#shared/application/catalogue-ports'
import { catalogueDocument, changeDocument } from '#shared/domain/catalogue/document-changes'
import type { DocumentDetails, DocumentFact, DocumentId } from '#shared/domain/catalogue/document-facts'
import type { PlainFact } from '#shared/ledger/act'
import { createProjector, type Projector } from '../../../../../renderer/data/projector/projector'
import { documentBook } from '../../../../../renderer/data/repositories/document-book'
import { singleKey } from '../../../../../renderer/data/seal/row-sealer'
import { openView, type View } from '../../../../../renderer/data/view'
import { closed, published } from '../../../shared/domain/catalogue/documents'
import { day } from '../../../shared/domain/published-calendars'
import { actAt, type JournalDouble, journalDouble } from '../projector/journal-double'
import { eventually } from '../../../../support/eventually'

const keys = { rowKeys: singleKey(new Uint8Array(32).fill(1)) }
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as DocumentId
const many = 2_300

let journal: JournalDouble
let projector: Projector
let view: View
let book: DocumentBook

const detailsOf = (n: number): DocumentDetails => ({
  ...(n % 900 === 7 ? closed : published),
  ...{ indexNo: `1/2026-${n}`, title: `文件${n}`, docNo: `云政发〔2026〕${n}号` },
  documentDate: day(`20${10 + (n % 15)}-0${1 + (n % 9)}-1${n % 9}`),
})
let seq = 0
const act = (n: number, ...facts: DocumentFact[]) =>
  actAt(++seq, { subject: `document:${id(n)}`, facts: facts as unknown as PlainFact[] })

async function openWith(count: number): Promise<void> {
  Dexie.dependencies.indexedDB = new IDBFactory()
  seq = 0
  journal = journalDouble(Array.from({ length: count }, (_, n) => act(n, catalogueDocument(detailsOf(n), `正文${n}`))))
  view = openView({ keys, onDamaged: () => undefined })
  projector = createProjector({
    ...{ source: journal.source, keys },
    tell: one => (one.kind === 'viewReady' ? view.show(one.database) : undefined),
  })
  await projector.open()
  book = documentBook(view)
}
afterEach(() => {
  view.close()
  projector.close()
})

const take = async (...acts: typeof journal.acts): Promise<void> => {
  journal.acts.push(...acts)
  await projector.pull(journal.acts.length)
}
function listen() {
  const values: KeptLines[] = []
  const stop = book.watchLines(value => void values.push(value))
  return { values, stop, last: () => values.at(-1) }
}
const order = Array.from({ length: many }, (_, n) => n)
  .map(n => ({ n, key: `${detailsOf(n).documentDate}/${id(n)}` }))
  .sort((a, b) => (a.key < b.key ? 1 : -1))
  .map(({ n }) => id(n))

describe('the lines of the catalogue', () => {
  beforeEach(() => openWith(many))

  it('come in slices, in one order, public and closed ones together; then only what changed is read', async () => {
    const heard = listen()
    await eventually(() => expect(heard.last()?.isWhole).toBe(true))
    expect(heard.values.map(({ lines }) => lines.length).at(0)).toBeLessThan(2_100)
    for (const { lines } of heard.values)
      expect(lines.map(line => line.documentId)).toEqual(order.slice(0, lines.length))
    const before = heard.last()!.lines
    const fact = changeDocument(
      { details: detailsOf(3), isWithdrawn: false, text: null, body: '正文3' },
      { words: { title: '新名' } },
    )!
    await take(act(3, fact))
    await eventually(() => expect(heard.last()!.lines.find(line => line.documentId === id(3))?.title).toBe('新名'))
    const after = heard.last()!.lines
    expect(after).toHaveLength(many)
    expect(after.filter((line, n) => line !== before[n]).map(line => line.documentId)).toEqual([id(3)])
    heard.stop()
  })

  it('a closed document stays in the list, a new one comes to its place, and nothing is there once the view is closed', async () => {
    const heard = listen()
    await eventually(() => expect(heard.last()?.isWhole).toBe(true))
    const close = changeDocument(
      { details: detailsOf(3), isWithdrawn: false, text: null, body: '正文3' },
      { set: { attribute: 'ON_REQUEST', publishedOn: null }, words: { closedBecause: '内部' } },
    )!
    await take(act(3, close), act(many, catalogueDocument({ ...detailsOf(4), indexNo: 'neu' }, '')))
    await eventually(() => expect(heard.last()!.lines).toHaveLength(many + 1))
    const lines = heard.last()!.lines
    expect(lines.find(line => line.documentId === id(3))?.attribute).toBe('ON_REQUEST')
    const keysOf = lines.map(line => `${line.documentDate}/${line.documentId}`)
    expect(keysOf).toEqual([...keysOf].sort().reverse())
    view.close()
    const late = listen()
    expect(late.values).toEqual([])
  })
})

describe('a document', () => {
  beforeEach(() => openWith(30))

  it('is read by id, with its text and its history, wherever it lies', async () => {
    await take(act(7, { type: 'document.related@1', open: { kind: 'repeals', to: id(1) } }))
    const [public1, closed7, none] = await book.get([id(1), id(7), id(99)])
    expect([public1?.document.details.title, closed7?.document.details.title, none]).toEqual(['文件1', '文件7', null])
    expect(await book.texts([id(7), id(99), id(1)])).toEqual(['正文7', '', '正文1'])
    expect((await book.history(id(7))).map(({ what }) => what)).toEqual(['document.catalogued@1', 'document.related@1'])
    const pointing: string[][] = []
    const stop = book.watchRelatedTo(id(1))(records => void pointing.push(records.map(one => one.documentId)))
    await eventually(() => expect(pointing.at(-1)).toEqual([id(7)]))
    stop()
  })

  it('the same is found by number or title, and pages go by key without missing one', async () => {
    const same = await book.findSame({
      indexNos: ['1/2026-2'],
      docNos: ['云政发〔2026〕7号'],
      titles: ['文件4', '无此件'],
    })
    expect(same.map(({ documentId }) => documentId).sort()).toEqual([id(2), id(4), id(7)])
    const seen: string[] = []
    for (let after: string | null = null; ;) {
      const page = await book.page(after, 7)
      seen.push(...page.lines.map(line => line.documentId))
      after = page.after
      if (after === null) break
    }
    expect(new Set(seen).size).toBe(29) // one is closed
    expect(seen).toHaveLength(29)
  })

  it('those on which two machines differ are listed with both values, public or not, until somebody settles it', async () => {
    const heard: (readonly DisputedDocument[])[] = []
    const stop = book.watchDisputed(value => void heard.push(value))
    const rename = (n: number, genre: string) =>
      act(n, { type: 'document.changed@1', open: { set: { genre }, base: { genre: '通知' } } })
    const acts = [rename(1, '意见'), rename(1, '批复'), rename(2, '意见'), rename(7, '意见'), rename(7, '批复')]
    const late = acts.at(-1)!
    await take(...acts)
    await eventually(() => expect(heard.at(-1)).toHaveLength(2))
    expect(heard.at(-1)!.map(({ documentId, disputes }) => [documentId, disputes])).toMatchObject([
      [id(1), [{ kind: 'overwritten', field: 'genre', value: '意见' }]],
      [id(7), [{ kind: 'overwritten', field: 'genre', value: '意见' }]],
    ])
    const open = { chain: late.chain, seq: late.seq }
    await take(act(7, { type: 'document.conflictSettled@1', open, personal: { reason: '王五核对过原件' } }))
    await eventually(() => expect(heard.at(-1)!.map(({ documentId }) => documentId)).toEqual([id(1)]))
    expect((await book.get([id(7)]))[0]).toMatchObject({ conflicts: 0 })
    expect((await book.history(id(7))).at(-1)).toMatchObject({ reason: '王五核对过原件' })
    stop()
  })

  it('gives the next serial of a series, over numbers that were withdrawn', async () => {
    const series = { prefix: '1/2026-', digits: 5 }
    expect(await book.nextIndexSerial(series)).toBe(30)
    await take(act(29, { type: 'document.withdrawn@1', open: { reason: '重复' } }))
    expect(await book.nextIndexSerial(series)).toBe(30)
    expect(await book.nextIndexSerial({ ...series, prefix: 'x/' })).toBe(1)
    // A template without a sign before its serial: only the documents tell where its prefix ends.
    expect(await book.nextIndexSerial({ prefix: '1/2026-2', digits: 1 })).toBe(10)
    expect(await book.nextIndexSerial({ prefix: '1/2026-2', digits: 2 })).toBe(1)
  })
})
