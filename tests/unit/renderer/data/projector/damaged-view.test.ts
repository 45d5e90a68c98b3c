import 'fake-indexeddb/auto' // before Dexie, which looks for IndexedDB once
import type Dexie from 'dexie'
import { describe, expect, it, onTestFinished } from 'vitest'
import { dumpHash } from '../../../../../renderer/data/dump-hash'
import { openBelowSeal } from '../../../../../renderer/data/schema'
import { readPointer } from '../../../../../renderer/data/view-pointer'
import { actAt, examined, requestId } from './journal-double'
import { inView, office, start, useEmptyBrowser } from './projector-harness'

useEmptyBrowser()

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

  it('is built again where the browser cannot read a value that a power cut has emptied', async () => {
    const journal = office()
    const { projector, views } = start(journal)
    await projector.open()
    const { getAll } = IDBObjectStore.prototype
    onTestFinished(() => void (IDBObjectStore.prototype.getAll = getAll))
    const { name } = (await readPointer())!
    let refused = 0
    IDBObjectStore.prototype.getAll = function (this: IDBObjectStore, ...asked) {
      if (this.name !== 'bundles' || this.transaction.db.name !== name) return getAll.apply(this, asked)
      refused++
      throw new DOMException('Failed to read large IndexedDB value', 'UnknownError')
    }
    journal.acts.push(actAt(13, examined(3)))
    expect(await projector.pull(13)).toMatchObject({ ok: true, applied: { seq: 13 } })
    expect([refused > 0, views().length]).toEqual([true, 2])
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
