import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { catalogueDocument, changeDocument, type DocumentEdit } from '#shared/domain/catalogue/document-changes'
import type { DocumentDetails, DocumentFact } from '#shared/domain/catalogue/document-facts'
import type { PlainAct, PlainFact } from '#shared/ledger/act'
import { listKeyOf } from '../../../../../renderer/data/document-rows'
import { dumpHash } from '../../../../../renderer/data/dump-hash'
import { applyBatch } from '../../../../../renderer/data/projector/apply-batch'
import { documentSource, publicIds, searchQueue } from '../../../../../renderer/data/repositories/document-search'
import { openBelowSeal, openViewDatabase, type ViewDatabase } from '../../../../../renderer/data/schema'
import { singleKey } from '../../../../../renderer/data/seal/row-sealer'
import { closed, documentId, published } from '../../../shared/domain/catalogue/documents'
import { day } from '../../../shared/domain/published-calendars'
import { actAt, arrived } from './journal-double'

const keys = { rowKeys: singleKey(new Uint8Array(32).fill(1)) }
let made = 0
const opened: ViewDatabase[] = []
const open = () => {
  const db = openViewDatabase(`documents-${++made}`, keys)
  opened.push(db)
  return db
}
afterEach(async () => {
  for (const db of opened.splice(0)) {
    db.close()
    await Dexie.delete(db.name)
  }
})

const act = (seq: number, ...facts: DocumentFact[]): PlainAct =>
  actAt(seq, { subject: `document:${documentId}`, facts: facts as unknown as PlainFact[] })
const apply = (db: ViewDatabase, ...acts: PlainAct[]) =>
  applyBatch(db, { acts: acts.map(arrived), unreadable: [], applied: null })

const edit = (details: DocumentDetails, text: string, change: DocumentEdit) =>
  changeDocument({ details, isWithdrawn: false, text: null, body: text }, change)!
const body = '第一条 为了保障公民依法获取政府信息。'

/** Everything that lies in this database as a thief of the disk reads it. */
async function inClear(db: ViewDatabase): Promise<string> {
  const below = openBelowSeal(db.name)
  const rows = (await Promise.all(below.tables.map(table => table.toArray()))).flat() as Record<string, unknown>[]
  below.close()
  const texts = rows.map(({ sealed, ...rest }) => [
    rest,
    sealed instanceof Uint8Array ? Buffer.from(sealed).toString('latin1') : null,
  ])
  return JSON.stringify(texts)
}

describe('a public document', () => {
  it('lies in clear with its text once, and a row of the queue beside it', async () => {
    const db = open()
    await apply(db, act(1, catalogueDocument(published, body)))
    expect(await db.documents.toArray()).toMatchObject([
      {
        id: documentId,
        title: published.title,
        indexNo: published.indexNo,
        listKey: listKeyOf(published.documentDate, documentId),
      },
    ])
    expect(await db.documentTexts.toArray()).toEqual([{ id: documentId, chain: 'c1', seq: 1, text: body }])
    expect(await db.searchQueue.toArray()).toEqual([{ seq: 1, id: documentId, what: 'put' }])
    const bundle = JSON.stringify(await db.bundles.toArray())
    expect(bundle).toContain(`"text":{"chars":${body.length}}`)
    expect(bundle).not.toContain(body)
    expect(await db.series.get('index/014225972/2026-')).toEqual({ name: 'index/014225972/2026-', last: 1 })
  })

  it('keeps its text when only its class changes, and takes a new one', async () => {
    const db = open()
    await apply(db, act(1, catalogueDocument(published, body)))
    await apply(db, act(2, edit(published, body, { set: { topicClass: '0401' } })))
    expect(await db.documentTexts.toArray()).toEqual([{ id: documentId, chain: 'c1', seq: 1, text: body }])
    await apply(db, act(3, edit({ ...published, topicClass: '0401' }, body, { text: '新文' })))
    expect(await db.documentTexts.toArray()).toEqual([{ id: documentId, chain: 'c1', seq: 3, text: '新文' }])
    expect((await db.searchQueue.toArray()).map(({ what }) => what)).toEqual(['put', 'put', 'put'])
  })
})

describe('a document that is not public', () => {
  it('says nothing in clear below the seal', async () => {
    const db = open()
    await apply(db, act(1, catalogueDocument(closed, body)))
    expect(await db.documents.count()).toBe(0)
    expect(await db.closedDocuments.toArray()).toMatchObject([{ document: { details: { title: closed.title } } }])
    const clear = await inClear(db)
    for (const secret of ['政务公开', '保障公民', '云政发', '商业秘密']) expect(clear).not.toContain(secret)
    expect(clear).toContain(documentId)
  })

  it('and one that is closed takes row, text and its place in the index with it, in one transaction', async () => {
    const db = open()
    await apply(db, act(1, catalogueDocument(published, body)))
    expect(await inClear(db)).toContain(body) // else the next line would hold of anything
    const close = edit(published, body, {
      set: { attribute: 'ON_REQUEST', publishedOn: null },
      words: { closedBecause: '含有个人隐私' },
    })
    // The last write of the transaction fails: then nothing of it has happened.
    const stumble = () => {
      throw new Error('no queue')
    }
    db.searchQueue.hook('creating').subscribe(stumble)
    await expect(apply(db, act(2, close))).rejects.toThrow('no queue')
    db.searchQueue.hook('creating').unsubscribe(stumble)
    expect([await db.documents.count(), await db.closedDocuments.count(), await db.closedTexts.count()]).toEqual([
      1, 0, 0,
    ])
    await apply(db, act(2, close))
    expect(await db.documents.count()).toBe(0)
    expect(await db.documentTexts.count()).toBe(0)
    expect(await db.closedTexts.toArray()).toEqual([{ id: documentId, chain: 'c1', seq: 1, text: body }])
    expect((await db.searchQueue.toArray()).map(({ what }) => what)).toEqual(['put', 'removed'])
    const clear = await inClear(db)
    for (const secret of [published.title, body, '个人隐私']) expect(clear).not.toContain(secret)
    expect((await documentSource(db).read([documentId]))[0]).toBeUndefined()
  })

  it('and comes back whole when it becomes public again', async () => {
    const db = open()
    await apply(db, act(1, catalogueDocument(closed, body)))
    const publish = { set: { attribute: 'PROACTIVE', publishedOn: day('2026-03-16') } } as const
    await apply(db, act(2, edit(closed, body, publish)))
    expect(await db.closedDocuments.count()).toBe(0)
    expect(await db.closedTexts.count()).toBe(0)
    expect((await documentSource(db).read([documentId]))[0]).toMatchObject({ title: closed.title })
    expect(await db.documentTexts.toArray()).toEqual([{ id: documentId, chain: 'c1', seq: 2, text: body }])
  })

  it('a withdrawn one is not public, and restored it is', async () => {
    const db = open()
    await apply(db, act(1, catalogueDocument(published, body)))
    await apply(db, act(2, { type: 'document.withdrawn@1', open: { reason: '重复' } }))
    expect([await db.documents.count(), await db.closedDocuments.count()]).toEqual([0, 1])
    await apply(db, act(3, { type: 'document.restored@1', open: {} }))
    expect([await db.documents.count(), await db.documentTexts.count()]).toEqual([1, 1])
  })
})

it('is a function of the set of acts, in any order and any batches: rows, texts and bundles', async () => {
  const shut = { set: { attribute: 'NOT_DISCLOSED', publishedOn: null }, words: { closedBecause: '内部' } } as const
  const shutDetails = { ...closed, attribute: 'NOT_DISCLOSED' as const, closedBecause: '内部' }
  const acts = [
    act(1, catalogueDocument(published, body)),
    act(2, edit(published, body, { text: '第二稿' })),
    act(3, edit(published, '第二稿', { set: { genre: '意见' }, words: { title: '另一个标题' } })),
    act(4, edit({ ...published, genre: '意见' }, '第二稿', shut)),
    act(5, edit(shutDetails, '第二稿', { text: '第三稿' })),
    act(6, { type: 'document.withdrawn@1', open: { reason: '重复' } }),
  ]
  const hashOf = async (batches: readonly (readonly PlainAct[])[]) => {
    const db = open()
    for (const batch of batches) await apply(db, ...batch)
    return dumpHash(db)
  }
  const prefix = fc.integer({ min: 1, max: acts.length })
  const shuffled = prefix.chain(length => {
    const some = acts.slice(0, length)
    const all = { minLength: length, maxLength: length }
    return fc.tuple(fc.constant(some), fc.shuffledSubarray(some, all), fc.integer({ min: 1, max: 3 }))
  })
  await fc.assert(
    fc.asyncProperty(shuffled, async ([some, mixed, size]) => {
      const batches = Array.from({ length: Math.ceil(mixed.length / size) }, (_, n) =>
        mixed.slice(n * size, (n + 1) * size),
      )
      expect(await hashOf(batches)).toBe(await hashOf([some]))
    }),
    { numRuns: 60 },
  )
})

describe('for the index', () => {
  it('a document is its words and text, and the rows of the queue are taken and removed one by one', async () => {
    const db = open()
    await apply(db, act(1, catalogueDocument({ ...published, keywords: ['要点', '公开'] }, body)))
    const [document] = await documentSource(db).read([documentId])
    expect(document).toEqual({
      ...{ id: documentId, title: published.title, docNo: published.docNo, day: 20_514 },
      body: `${published.abstract}\n要点\n公开\n${body}`,
      facets: { issuer: published.issuer, topic: '0201', genre: '通知', validity: 'VALID' },
    })
    const queue = searchQueue(db)
    const rows = await queue.take(10)
    expect(rows).toEqual([{ seq: 1, id: documentId }])
    await apply(db, act(2, edit(published, body, { text: '新文' })))
    await queue.remove(rows)
    expect(await queue.take(10)).toEqual([{ seq: 2, id: documentId }])
    const ids: string[] = []
    for await (const some of publicIds(db)) ids.push(...some)
    expect(ids).toEqual([documentId])
  })
})
