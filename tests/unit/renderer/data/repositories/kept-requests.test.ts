import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import Dexie from 'dexie'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { RequestRecord } from '#shared/application/ports'
import { keptRequests } from '../../../../../renderer/data/kept-requests'
import { keptWatch } from '../../../../../renderer/data/kept-watch'
import { createProjector, type Projector } from '../../../../../renderer/data/projector/projector'
import { singleKey } from '../../../../../renderer/data/seal/row-sealer'
import { openView, type View } from '../../../../../renderer/data/view'
import {
  actAt,
  actsOf,
  examined,
  type JournalDouble,
  journalDouble,
  registered,
  requestId,
  smallOffice,
} from '../projector/journal-double'
import { eventually } from '../../../../support/eventually'

const keys = { rowKeys: singleKey(new Uint8Array(32).fill(1)) }
let journal: JournalDouble
let projector: Projector
let view: View
let reads = 0
/** Runs inside the next read, after its rows were taken and before they are handed on. */
let duringRead: (() => Promise<unknown>) | null = null

beforeEach(async () => {
  Dexie.dependencies.indexedDB = new IDBFactory()
  journal = journalDouble(actsOf(smallOffice))
  const opened = openView({ keys, onDamaged: () => undefined })
  view = {
    ...opened,
    read: query =>
      opened.read(async db => {
        reads++
        const rows = await query(db)
        const run = duringRead
        duringRead = null
        await run?.()
        return rows
      }),
  }
  projector = createProjector({
    ...{ source: journal.source, keys },
    tell: one => (one.kind === 'viewReady' ? view.show(one.database) : undefined),
  })
  await projector.open()
  reads = 0
})
afterEach(() => {
  view.close()
  projector.close()
})

const take = async (...acts: typeof journal.acts): Promise<void> => {
  journal.acts.push(...acts)
  await projector.pull(journal.acts.length)
}

function listen(watch: ReturnType<typeof keptRequests>) {
  const values: (readonly RequestRecord[])[] = []
  const stop = watch(value => void values.push(value))
  return { values, stop, ids: () => values.at(-1)?.map(one => one.requestId) }
}

it('reads all requests once; an act after that costs one row, and the others stay the same objects', async () => {
  const all = listen(keptRequests(view))
  await eventually(() => expect(all.ids()).toEqual([requestId(3), requestId(2), requestId(1)]))
  expect(reads).toBe(1)
  const before = all.values.at(-1)!
  await take(actAt(13, registered(4)))
  await eventually(() => expect(all.ids()).toEqual([4, 3, 2, 1].map(requestId)))
  await take(actAt(14, examined(4)))
  await eventually(() => expect(all.values.at(-1)?.[0]?.request.status).toBe('examined'))
  expect(reads).toBe(3)
  expect(all.values.at(-1)?.slice(1)).toEqual(before)
  expect(all.values.at(-1)?.[1]).toBe(before[0])
})

it('whoever listens again hears at once what is kept, and what changed meanwhile after one read', async () => {
  const watch = keptRequests(view)
  const first = listen(watch)
  await eventually(() => expect(first.values).toHaveLength(1))
  first.stop()
  const second = listen(watch)
  expect(second.ids()).toHaveLength(3) // in the same task
  second.stop()
  await take(actAt(13, registered(4)))
  await take(actAt(14, registered(5)))
  expect(reads).toBe(1) // nobody listens, nothing is read
  const third = listen(watch)
  expect(third.values).toEqual([]) // what is known to be old is not told
  await eventually(() => expect(third.ids()).toEqual([5, 4, 3, 2, 1].map(requestId)))
  expect(reads).toBe(2)
  expect(first.values).toHaveLength(1)
})

it('a row written while the rows are being read is not lost', async () => {
  duringRead = () => take(actAt(13, registered(4)))
  const all = listen(keptRequests(view))
  await eventually(() => expect(all.ids()).toEqual([4, 3, 2, 1].map(requestId)))
})

it('a change during the reading of a change is not lost either', async () => {
  const all = listen(keptRequests(view))
  await eventually(() => expect(all.values).toHaveLength(1))
  duringRead = () => take(actAt(14, examined(4)))
  await take(actAt(13, registered(4)))
  await eventually(() => expect(all.values.at(-1)?.[0]?.request.status).toBe('examined'))
})

it('many rows at once are read again whole, and none stands there twice', async () => {
  const all = listen(keptRequests(view))
  await eventually(() => expect(all.values).toHaveLength(1))
  const many = Array.from({ length: 120 }, (_each, n) => actAt(13 + n, registered(4 + n)))
  await take(...many)
  await eventually(() => expect(all.ids()).toHaveLength(123))
  expect(new Set(all.ids()).size).toBe(123)
})

it('forgets everything when the view is closed', async () => {
  const watch = keptRequests(view)
  const open = keptWatch(
    view,
    view.watch(db => db.requests.toArray()),
  )
  const all = listen(watch)
  const rows: unknown[] = []
  open(value => void rows.push(value))
  await eventually(() => expect([all.values.length, rows.length]).toEqual([1, 1]))
  view.close()
  const later = listen(watch)
  open(value => void rows.push(value))
  await new Promise(resolve => setTimeout(resolve, 20))
  expect([later.values.length, rows.length]).toEqual([0, 1])
})

it('a kept query runs once for all who watch, and tells the next one in the same task', async () => {
  let runs = 0
  const watch = keptWatch(
    view,
    view.watch(async db => {
      runs++
      return (await db.requests.toArray()).map(row => row.id)
    }),
  )
  const heard: string[][] = []
  watch(ids => void heard.push(ids))()
  const stop = watch(ids => void heard.push(ids))
  await eventually(() => expect(heard).toHaveLength(1))
  stop()
  watch(ids => void heard.push(ids))
  expect(heard).toHaveLength(2)
  expect(runs).toBe(1)
  await take(actAt(13, registered(4)))
  await eventually(() => expect(heard.at(-1)).toHaveLength(4))
})
