import 'fake-indexeddb/auto' // before Dexie, which looks for IndexedDB once
import Dexie from 'dexie'
import { describe, expect, it } from 'vitest'
import { openBelowSeal, projectionVersion } from '../../../../../renderer/data/schema'
import { readPointer, readWitnesses } from '../../../../../renderer/data/view-pointer'
import { actAt, actsOf, hashOf, journalDouble, registered, requestId } from './journal-double'
import { closeProjectors, inView, office, start, useEmptyBrowser } from './projector-harness'
import { eventually } from '../../../../support/eventually'

useEmptyBrowser()

describe('open', () => {
  it('builds a view where there is none, tells progress, and names it', async () => {
    const journal = office()
    const { projector, news, views } = start(journal)
    expect(await readWitnesses()).toEqual([])
    await projector.open()
    expect(news[0]).toEqual({ kind: 'progress', phase: 'reading', applied: 12, of: 12 })
    expect(news.at(-2)).toEqual({ kind: 'progress', phase: 'writing', applied: 12, of: 12 })
    expect(views()).toMatchObject([{ applied: { chain: 'c1', seq: 12, hash: hashOf(12) }, poisonActs: 0 }])
    expect(await readWitnesses()).toEqual([{ chain: 'c1', seq: 12, hash: hashOf(12) }])
    expect(await inView(db => db.requests.count())).toBe(3)
  })

  it('takes in only what came since where the view is there', async () => {
    const journal = office()
    await start(journal).projector.open()
    journal.acts.push(actAt(13, registered(4)))
    const again = start(journal)
    await again.projector.open()
    expect(again.rebuilds()).toBe(false)
    expect(journal.asked.at(-1)).toEqual([{ chain: 'c1', seq: 12, hash: hashOf(12) }])
    expect(await readWitnesses()).toMatchObject([{ seq: 13 }])
  })

  it('builds again for another projectionVersion, and removes the old database', async () => {
    const journal = office()
    await start(journal).projector.open()
    const before = (await readPointer())!.name
    const pointers = new Dexie('records-desk-view')
    pointers.version(1).stores({ pointer: 'key' })
    await pointers.table('pointer').update('current', { projectionVersion: projectionVersion - 1 })
    pointers.close()
    closeProjectors()
    const again = start(journal)
    await again.projector.open()
    expect(again.rebuilds()).toBe(true)
    expect((await readPointer())!.name).not.toBe(before)
    await eventually(async () => expect(await Dexie.exists(before)).toBe(false))
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

    closeProjectors()
    await Dexie.delete((await readPointer())!.name)
    expect(await readWitnesses()).toEqual([])
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
