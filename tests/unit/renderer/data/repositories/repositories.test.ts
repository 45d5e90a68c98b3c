import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import Dexie from 'dexie'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Watch } from '#shared/application/ports'
import type { AgencyId } from '#shared/domain/agencies/office-facts'
import { createProjector, type Projector } from '../../../../../renderer/data/projector/projector'
import type { ProjectorNews } from '../../../../../renderer/data/projector/projector-messages'
import { numberSeries } from '../../../../../renderer/data/repositories/number-series'
import { officeBook } from '../../../../../renderer/data/repositories/office-book'
import { requestBook } from '../../../../../renderer/data/repositories/request-book'
import { staffList } from '../../../../../renderer/data/repositories/staff-list'
import { openBelowSeal } from '../../../../../renderer/data/schema'
import { singleKey } from '../../../../../renderer/data/seal/row-sealer'
import { openView, type View } from '../../../../../renderer/data/view'
import { readPointer } from '../../../../../renderer/data/view-pointer'
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
const news: ProjectorNews[] = []

beforeEach(async () => {
  Dexie.dependencies.indexedDB = new IDBFactory()
  news.length = 0
  journal = journalDouble(actsOf(smallOffice))
  view = openView({ keys, onDamaged: database => void projector.repair(database) })
  projector = createProjector({
    ...{ source: journal.source, keys },
    tell: one => {
      news.push(one)
      if (one.kind === 'viewReady') view.show(one.database)
    },
  })
  await projector.open()
})
afterEach(() => {
  view.close()
  projector.close()
})

/** Everything a watch has delivered, newest last. */
function heard<T>(watch: Watch<T>) {
  const values: T[] = []
  const stop = watch(value => void values.push(value))
  return { values, stop, last: () => values.at(-1) }
}

it('lists open requests by receipt and hears of new acts', async () => {
  const open = heard(requestBook(view).watchOpen)
  await eventually(() => expect(open.last()?.map(one => one.requestId)).toEqual([requestId(2), requestId(3)]))
  journal.acts.push(actAt(13, registered(4)))
  await projector.pull(13)
  await eventually(() =>
    expect(open.last()?.map(one => one.requestId)).toEqual([requestId(2), requestId(3), requestId(4)]),
  )
  open.stop()
  journal.acts.push(actAt(14, registered(5)))
  await projector.pull(14)
  expect(open.last()).toHaveLength(3)
})

it('lists all requests, latest receipt first, with what a newer version knows marked', async () => {
  const all = heard(requestBook(view).watchAll)
  await eventually(() =>
    expect(all.last()?.map(one => one.requestId)).toEqual([requestId(3), requestId(2), requestId(1)]),
  )
  expect(all.last()?.map(one => one.needsNewerVersion)).toEqual([false, true, false])
  all.stop()
})

it('follows one request, from before it exists', async () => {
  const book = requestBook(view)
  const one = heard(book.watchOne(requestId(4)))
  await eventually(() => expect(one.values).toEqual([null]))
  journal.acts.push(actAt(13, registered(4)), actAt(14, examined(4)))
  await projector.pull(14)
  await eventually(() => expect(one.last()?.request.status).toBe('examined'))
  expect(one.last()?.request.personal?.applicant.name).toBe('申请人4')
  expect(await book.findByNumber('YX-A-2026-0004')).toEqual([requestId(4)])
  expect(await book.findByNumber('YX-A-2026-9999')).toEqual([])
  one.stop()
})

it('knows office, agencies, staff and the next serials', async () => {
  const office = heard(officeBook(view).watchOffice)
  const staff = heard(staffList(view).watchAll)
  await eventually(() =>
    expect(office.last()?.office).toMatchObject({ name: '阅览中心', workstations: [{ code: 'A' }] }),
  )
  await eventually(() => expect(staff.last()?.map(one => one.person.name)).toEqual(['职员p1', '职员p2']))
  expect(await officeBook(view).findAgency('a1' as AgencyId)).toMatchObject({ code: '云公开' })
  expect(await officeBook(view).findAgency('a2' as AgencyId)).toBeNull()
  const series = numberSeries(view)
  const here = { placeCode: 'YX', workstationCode: 'A', year: 2026 }
  expect(await series.nextRequestSerial(here)).toBe(4)
  expect(await series.nextRequestSerial({ ...here, year: 2027 })).toBe(1)
  expect(await series.nextLetterSerial({ code: '云公开', year: 2026 })).toBe(2)
  office.stop()
  staff.stop()
})

it('a damaged row is reported once, rebuilt, and never seen; watches and reads go over to the new database', async () => {
  const book = requestBook(view)
  const before = (await readPointer())!.name
  const below = openBelowSeal(before)
  await (below.requests as Dexie.Table).toCollection().modify(row => {
    row.sealed = (row.sealed as Uint8Array).map((byte, n) => (n === 40 ? byte ^ 1 : byte))
  })
  below.close()
  const all = heard(book.watchAll)
  const open = heard(book.watchOpen)
  expect(await book.findByNumber('YX-A-2026-0001')).toEqual([requestId(1)])
  await eventually(() => expect(all.last()).toHaveLength(3))
  await eventually(() => expect(open.last()).toHaveLength(2))
  expect(all.values.every(rows => rows.length === 3)).toBe(true)
  expect(news.filter(one => one.kind === 'viewReady')).toHaveLength(2)
  expect((await readPointer())!.name).not.toBe(before)
  journal.acts.push(actAt(13, registered(4)))
  await projector.pull(13)
  await eventually(() => expect(all.last()).toHaveLength(4))
  all.stop()
  open.stop()
  await eventually(async () => expect(await Dexie.exists(before)).toBe(false))
})

it('reads wait for the first view', async () => {
  const later = openView({ keys, onDamaged: () => undefined })
  const found = requestBook(later).findByNumber('YX-A-2026-0001')
  later.show((await readPointer())!.name)
  expect(await found).toEqual([requestId(1)])
  later.close()
})

it('a value that no view can give is told after three of them were built, and not built again for ever', async () => {
  let asked = 0
  const reading = view.read(() => {
    asked++
    return Promise.reject(new DOMException('Failed to read large IndexedDB value', 'UnknownError'))
  })
  await expect(reading).rejects.toThrow('large IndexedDB value')
  expect(asked).toBe(4)
  expect(news.filter(one => one.kind === 'viewReady')).toHaveLength(4) // the first one, and three repairs
})
