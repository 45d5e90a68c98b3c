import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import Dexie from 'dexie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dumpHash } from '../../../../../renderer/data/dump-hash'
import { createProjector, type Projector } from '../../../../../renderer/data/projector/projector'
import type { ProjectorNews } from '../../../../../renderer/data/projector/projector-messages'
import {
  openBelowSeal,
  openViewDatabase,
  projectionVersion,
  type ViewDatabase,
} from '../../../../../renderer/data/schema'
import { singleKey } from '../../../../../renderer/data/seal/row-sealer'
import { readPointer, readWitness } from '../../../../../renderer/data/view-pointer'
import {
  actAt,
  actsOf,
  bytesOf,
  examined,
  hashOf,
  type JournalDouble,
  journalDouble,
  poison,
  registered,
  requestId,
  smallOffice,
} from './journal-double'

const keys = { rowKeys: singleKey(new Uint8Array(32).fill(1)) }
const openProjectors: Projector[] = []

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory()
})
afterEach(() => openProjectors.splice(0).forEach(projector => projector.close()))

function start(journal: JournalDouble, options: { actsInMemory?: number; key?: Uint8Array } = {}) {
  const news: ProjectorNews[] = []
  const projector = createProjector({
    ...{ source: journal.source, tell: one => void news.push(one) },
    keys: options.key ? { rowKeys: singleKey(options.key) } : keys,
    ...(options.actsInMemory ? { actsInMemory: options.actsInMemory } : {}),
  })
  openProjectors.push(projector)
  const views = () => news.filter(one => one.kind === 'viewReady')
  return {
    projector,
    news,
    views,
    rebuilds: () => news.filter(one => one.kind === 'progress' && one.phase === 'reading').length > 0,
  }
}

async function inView<T>(read: (db: ViewDatabase) => PromiseLike<T>): Promise<T> {
  const db = openViewDatabase((await readPointer())!.name, keys)
  try {
    return await read(db)
  } finally {
    db.close()
  }
}

const office = () => journalDouble(actsOf(smallOffice))

describe('open', () => {
  it('builds a view where there is none, tells progress, and names it', async () => {
    const journal = office()
    const { projector, news, views } = start(journal)
    expect(await readWitness()).toBeNull()
    await projector.open()
    expect(news[0]).toEqual({ kind: 'progress', phase: 'reading', applied: 12, of: 12 })
    expect(news.at(-2)).toEqual({ kind: 'progress', phase: 'writing', applied: 12, of: 12 })
    expect(views()).toMatchObject([{ applied: { chain: 'c1', seq: 12, hash: hashOf(12) }, poisonActs: 0 }])
    expect(await readWitness()).toEqual({ chain: 'c1', seq: 12, hash: hashOf(12) })
    expect(await inView(db => db.requests.count())).toBe(3)
  })

  it('takes in only what came since where the view is there', async () => {
    const journal = office()
    await start(journal).projector.open()
    journal.acts.push(actAt(13, registered(4)))
    const again = start(journal)
    await again.projector.open()
    expect(again.rebuilds()).toBe(false)
    expect(journal.asked.at(-1)).toEqual({ chain: 'c1', seq: 12, hash: hashOf(12) })
    expect(await readWitness()).toMatchObject({ seq: 13 })
  })

  it('builds again for another projectionVersion, and removes the old database', async () => {
    const journal = office()
    await start(journal).projector.open()
    const before = (await readPointer())!.name
    const pointers = new Dexie('records-desk-view')
    pointers.version(1).stores({ pointer: 'key' })
    await pointers.table('pointer').update('current', { projectionVersion: projectionVersion - 1 })
    pointers.close()
    openProjectors.splice(0).forEach(projector => projector.close())
    const again = start(journal)
    await again.projector.open()
    expect(again.rebuilds()).toBe(true)
    expect((await readPointer())!.name).not.toBe(before)
    await vi.waitFor(async () => expect(await Dexie.exists(before)).toBe(false))
  })

  it('builds again where the view is of another journal (409)', async () => {
    const journal = office()
    await start(journal).projector.open()
    const other = journalDouble(
      actsOf([registered(8), registered(9)]).map(act => ({ ...act, hash: hashOf(act.seq, 1) })),
    )
    const again = start(other)
    await again.projector.open()
    expect(again.views()).toMatchObject([{ applied: { seq: 2, hash: hashOf(2, 1) } }])
    expect(await inView(db => db.requests.toCollection().primaryKeys())).toEqual([requestId(8), requestId(9)])
  })

  it('builds again where the row key changed, the database is gone, or `applied` is missing', async () => {
    const journal = office()
    await start(journal).projector.open()
    const otherKey = start(journal, { key: new Uint8Array(32).fill(2) })
    await otherKey.projector.open()
    expect(otherKey.rebuilds()).toBe(true)

    openProjectors.splice(0).forEach(projector => projector.close())
    await Dexie.delete((await readPointer())!.name)
    expect(await readWitness()).toBeNull()
    const gone = start(journal)
    await gone.projector.open()
    expect(gone.rebuilds()).toBe(true)

    const below = openBelowSeal((await readPointer())!.name)
    await below.meta.clear()
    below.close()
    const unfinished = start(journal)
    await unfinished.projector.open()
    expect(unfinished.rebuilds()).toBe(true)
  })

  it('keeps the old view where the journal does not answer, and leaves no half-built one', async () => {
    const journal = office()
    journal.isLocked = true
    const { projector, news } = start(journal)
    await projector.open()
    expect(news).toEqual([{ kind: 'failed', failure: { why: 'locked', errorName: 'ProjectorError' } }])
    journal.isLocked = false
    journal.cutAfter = 2_000
    await projector.open()
    expect(news.at(-1)).toEqual({ kind: 'failed', failure: { why: 'unreachable', errorName: 'CutStreamError' } })
    expect(await readPointer()).toBeNull()
    expect((await Dexie.getDatabaseNames()).filter(name => name.startsWith('records-desk-rows'))).toEqual([])
    await projector.open()
    expect(news.at(-1)).toMatchObject({ kind: 'viewReady' })
  })
})

describe('rebuild equals incremental', () => {
  it('in one portion, in several, and act by act', async () => {
    const whole = office()
    await start(whole).projector.open()
    const inOnePortion = await inView(dumpHash)

    Dexie.dependencies.indexedDB = new IDBFactory()
    await start(office(), { actsInMemory: 4 }).projector.open()
    expect(await inView(dumpHash)).toBe(inOnePortion)

    Dexie.dependencies.indexedDB = new IDBFactory()
    const growing = journalDouble(whole.acts.slice(0, 1) as never)
    const { projector } = start(growing)
    await projector.open()
    for (const act of whole.acts.slice(1)) {
      growing.acts.push(act)
      expect(await projector.pull(growing.acts.length)).toMatchObject({
        ok: true,
        applied: { seq: growing.acts.length },
      })
    }
    expect(await inView(dumpHash)).toBe(inOnePortion)
  })

  it('more acts than one incremental batch', async () => {
    const many = actsOf(Array.from({ length: 130 }, (_, n) => registered(n + 1)))
    const journal = journalDouble(many.slice(0, 1))
    const { projector } = start(journal)
    await projector.open()
    journal.acts = many
    await projector.pull(130)
    const incremental = await inView(dumpHash)
    Dexie.dependencies.indexedDB = new IDBFactory()
    await start(journalDouble(many)).projector.open()
    expect(await inView(dumpHash)).toBe(incremental)
  })
})

describe('pull', () => {
  it('many nudges fetch once', async () => {
    const journal = office()
    const { projector } = start(journal)
    await projector.open()
    journal.acts.push(actAt(13, examined(3)), actAt(14, registered(4)))
    const before = journal.asked.length
    const answers = await Promise.all([13, 13, 14, 14, 14].map(seq => projector.pull(seq)))
    for (const answer of answers) expect(answer).toMatchObject({ ok: true, applied: { seq: 14 } })
    expect(journal.asked.length - before).toBe(1)
  })

  it('answers at once what it has, and does not hang on what the journal never had', async () => {
    const journal = office()
    const { projector } = start(journal)
    await projector.open()
    const before = journal.asked.length
    await projector.pull(5)
    expect(journal.asked.length).toBe(before)
    expect(await projector.pull(99)).toMatchObject({ ok: true, applied: { seq: 12 } })
  })

  it('a cut stream keeps the whole batches it had, and the next pull goes on from there', async () => {
    const journal = journalDouble(actsOf([registered(1)]))
    const { projector } = start(journal)
    await projector.open()
    journal.acts = actsOf(Array.from({ length: 100 }, (_, n) => registered(n + 1)))
    journal.cutAfter = bytesOf(journal.acts[1]).length * 50
    expect(await projector.pull(100)).toEqual({
      ok: false,
      failure: { why: 'unreachable', errorName: 'CutStreamError' },
    })
    expect(await readWitness()).toMatchObject({ seq: 41 })
    expect(await inView(db => db.requests.count())).toBe(41)
    expect(await projector.pull(100)).toMatchObject({ ok: true, applied: { seq: 100 } })
    expect(await inView(db => db.requests.count())).toBe(100)
  })

  it('a kill between write and answer loses nothing and doubles nothing', async () => {
    const journal = office()
    await start(journal).projector.open()
    journal.acts.push(actAt(13, registered(4)))
    const name = (await readPointer())!.name
    const killed = openViewDatabase(name, keys)
    await killed
      .transaction('rw', killed.tables, async tx => {
        await killed.requests.delete(requestId(1))
        await killed.meta.put({ key: 'applied', chain: 'c1', seq: 13, hash: hashOf(13) })
        tx.abort()
      })
      .catch(() => undefined)
    killed.close()
    expect(await readWitness()).toMatchObject({ seq: 12 }) // rows and `applied` went together
    await start(journal).projector.open() // the answer to seq 13 was lost: it is taken in again
    await start(journal).projector.open()
    expect(await inView(db => db.requests.count())).toBe(4)
    expect(await readWitness()).toMatchObject({ seq: 13 })
  })

  it('poison does not block: unreadable bodies and unfoldable acts are counted, the rest comes in', async () => {
    const journal = office()
    const { projector } = start(journal)
    await projector.open()
    journal.acts.push(new TextEncoder().encode('{"half'), { ...actAt(14, registered(5)), v: 2 } as never)
    journal.acts.push(actAt(15, poison(9)), actAt(16, registered(4)))
    expect(await projector.pull(16)).toMatchObject({ ok: true, applied: { seq: 16 } })
    expect(await inView(db => db.requests.get(requestId(4)))).toBeDefined()
    const again = start(journal)
    await again.projector.open()
    expect(again.views()).toMatchObject([{ poisonActs: 3 }])
    expect(await inView(db => db.meta.get('poison'))).toEqual({
      key: 'poison',
      acts: [
        { chain: 'c1', seq: 13, subject: '', why: 'notAnAct' },
        { chain: 'c1', seq: 14, subject: '', why: 'newerAct' },
        { chain: 'c1', seq: 15, subject: `request:${requestId(9)}`, why: 'foldFailed' },
      ],
    })
  })
})

describe('a damaged view', () => {
  const damage = async (table: 'bundles' | 'requests') => {
    const below = openBelowSeal((await readPointer())!.name)
    await (below[table] as Dexie.Table).toCollection().modify(row => {
      row.sealed = (row.sealed as Uint8Array).map((byte, n) => (n === 40 ? byte ^ 1 : byte))
    })
    below.close()
  }

  it('is built again when the projector meets it', async () => {
    const journal = office()
    const { projector, views } = start(journal)
    await projector.open()
    const good = await inView(dumpHash)
    await damage('bundles')
    journal.acts.push(actAt(13, examined(3)))
    expect(await projector.pull(13)).toMatchObject({ ok: true, applied: { seq: 13 } })
    expect(views()).toHaveLength(2)
    expect(await inView(dumpHash)).not.toBe(good)
    expect(await inView(db => db.requests.get(requestId(3)))).toMatchObject({ status: 'examined' })
  })

  it('is built again once when a screen reports it', async () => {
    const journal = office()
    const { projector, views } = start(journal)
    await projector.open()
    const good = await inView(dumpHash)
    const { name } = (await readPointer())!
    await damage('requests')
    await Promise.all([projector.repair(name), projector.repair(name)])
    expect(views()).toHaveLength(2)
    expect(await inView(dumpHash)).toBe(good)
  })
})

describe('on disk', () => {
  it('the view says nothing personal below the seal', async () => {
    await start(office()).projector.open()
    const below = openBelowSeal((await readPointer())!.name)
    const rows = (await Promise.all(below.tables.map(table => table.toArray()))).flat() as Record<string, unknown>[]
    const clear = JSON.stringify(
      rows.map(({ sealed, ...rest }) => [rest, sealed && Buffer.from(sealed as Uint8Array).toString('latin1')]),
    )
    for (const secret of ['申请人', '11010519491231', '1391234', '道路', '职员']) expect(clear).not.toContain(secret)
    expect(rows.filter(row => row['sealed']).length).toBeGreaterThan(8)
    below.close()
  })
})
