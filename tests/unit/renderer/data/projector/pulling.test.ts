import 'fake-indexeddb/auto' // before Dexie, which looks for IndexedDB once
import { describe, expect, it } from 'vitest'
import { dumpHash } from '../../../../../renderer/data/dump-hash'
import { openViewDatabase } from '../../../../../renderer/data/schema'
import { readPointer, readWitnesses } from '../../../../../renderer/data/view-pointer'
import {
  actAt,
  actsOf,
  bytesOf,
  examined,
  hashOf,
  journalDouble,
  poison,
  registered,
  requestId,
} from './journal-double'
import { emptyBrowser, inView, keys, office, start, useEmptyBrowser } from './projector-harness'

useEmptyBrowser()

describe('rebuild equals incremental', () => {
  it('in one portion, in several, and act by act', async () => {
    const whole = office()
    await start(whole).projector.open()
    const inOnePortion = await inView(dumpHash)

    emptyBrowser()
    await start(office(), { actsInMemory: 4 }).projector.open()
    expect(await inView(dumpHash)).toBe(inOnePortion)

    emptyBrowser()
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
    emptyBrowser()
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
    expect(await readWitnesses()).toMatchObject([{ seq: 41 }])
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
        await killed.meta.put({ key: 'applied', chains: [{ chain: 'c1', seq: 13, hash: hashOf(13) }] })
        tx.abort()
      })
      .catch(() => undefined)
    killed.close()
    expect(await readWitnesses()).toMatchObject([{ seq: 12 }]) // rows and `applied` went together
    await start(journal).projector.open() // the answer to seq 13 was lost: it is taken in again
    await start(journal).projector.open()
    expect(await inView(db => db.requests.count())).toBe(4)
    expect(await readWitnesses()).toMatchObject([{ seq: 13 }])
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
