import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import Dexie from 'dexie'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { VisitRecord } from '#shared/application/visits/visits'
import type { Watch } from '#shared/application/ports'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { VisitId } from '#shared/domain/visits/visit-facts'
import type { StoredVisitFact } from '#shared/domain/visits/visit-state'
import { createProjector, type Projector } from '../../../../../renderer/data/projector/projector'
import { numberSeries } from '../../../../../renderer/data/repositories/number-series'
import { visitBook } from '../../../../../renderer/data/repositories/visit-book'
import { openBelowSeal } from '../../../../../renderer/data/schema'
import { singleKey } from '../../../../../renderer/data/seal/row-sealer'
import { openView, type View } from '../../../../../renderer/data/view'
import { readPointer } from '../../../../../renderer/data/view-pointer'
import {
  asked,
  certified,
  decided,
  forArchives,
  given,
  returned,
  signedOut,
  unnamed,
  visitor,
} from '../../../shared/domain/visits/acts-of-a-visit'
import { actAt, actsOf, type JournalDouble, journalDouble, requestId, smallOffice } from '../projector/journal-double'
import { eventually } from '../../../../support/eventually'

const keys = { rowKeys: singleKey(new Uint8Array(32).fill(1)) }
const visitId = (n: number) => requestId(n) as string as VisitId
/** The double's clock stands at this day. */
const day = '2026-09-21' as CivilDate
let journal: JournalDouble
let projector: Projector
let view: View

beforeEach(async () => {
  Dexie.dependencies.indexedDB = new IDBFactory()
  journal = journalDouble(actsOf(smallOffice))
  view = openView({ keys, onDamaged: database => void projector.repair(database) })
  projector = createProjector({
    ...{ source: journal.source, keys },
    tell: news => (news.kind === 'viewReady' ? view.show(news.database) : undefined),
  })
  await projector.open()
})
afterEach(() => {
  view.close()
  projector.close()
})

async function write(n: number, ...facts: readonly StoredVisitFact[]) {
  for (const fact of facts) {
    const seq = journal.acts.length + 1
    journal.acts.push(actAt(seq, { subject: `visit:${visitId(n)}`, facts: [fact as never] }))
    await projector.pull(seq)
  }
}

function heard<T>(watch: Watch<T>) {
  const values: T[] = []
  watch(value => void values.push(value))
  return { last: () => values.at(-1) }
}
const idsOf = (records: readonly VisitRecord[] | undefined) => records?.map(({ visitId: id }) => id)

it('lists who is in, who came between two days, and one visit, and hears of every act', async () => {
  await write(1, unnamed, given(1))
  await write(2, forArchives)
  const book = visitBook(view)
  const present = heard(book.watchPresent)
  const between = heard(book.watchBetween(day, day))
  const one = heard(book.watchOne(visitId(1)))
  const none = heard(book.watchBetween('2026-01-01' as CivilDate, '2026-01-31' as CivilDate))
  await eventually(() => expect(idsOf(present.last())).toEqual([visitId(1), visitId(2)]))
  await write(1, returned(1), signedOut())
  await eventually(() => expect(idsOf(present.last())).toEqual([visitId(2)]))
  await eventually(() => expect(one.last()?.visit.signedOut?.result).toBe('found'))
  expect(idsOf(between.last())).toEqual([visitId(1), visitId(2)])
  expect(none.last()).toEqual([])
})

it('certificates raise a series of their own', async () => {
  const series = numberSeries(view)
  const own = { code: '云公开', year: 2026 }
  await write(2, forArchives, asked(1), decided(1), certified({ certificateNo: '云公开档〔2026〕7号' }))
  expect(await series.nextCertificateSerial(own)).toBe(8)
  expect(await series.nextLetterSerial(own)).toBe(2) // the small office has issued one
})

it('a row on the disk names nobody: days, aim and whether they are in stand clear, the rest is sealed', async () => {
  await write(2, forArchives, asked(1), decided(1), certified())
  const below = openBelowSeal((await readPointer())!.name)
  const rows = await below.visits.toArray()
  below.close()
  expect(rows).toHaveLength(1)
  const { id, cameOn, aim, isIn, ...sealed } = rows[0]!
  expect([id, cameOn, aim, isIn]).toEqual([visitId(2), day, 'archives', 'yes'])
  expect(Object.keys(sealed)).toEqual(['sealed'])
  const text = new TextDecoder().decode((sealed as unknown as { sealed: Uint8Array }).sealed)
  for (const secret of [visitor.name, visitor.document.idNumber, '办理不动产']) expect(text).not.toContain(secret)
})

it('lists visits at which two windows crossed, until somebody settles it', async () => {
  await write(1, unnamed, given(1), given(1))
  await write(2, unnamed, given(1))
  const disputed = heard(visitBook(view).watchDisputed)
  await eventually(() => expect(idsOf(disputed.last())).toEqual([visitId(1)]))
  const { by } = disputed.last()![0]!.visit.conflicts[0]!
  const settled = {
    type: 'visit.conflictSettled@1',
    open: { chain: by.chain, seq: by.seq },
    personal: { reason: '已核对' },
  } as const
  const seq = journal.acts.length + 1
  journal.acts.push(actAt(seq, { subject: `visit:${visitId(1)}`, role: 'reviewer', facts: [settled as never] }))
  await projector.pull(seq)
  await eventually(() => expect(disputed.last()).toEqual([]))
})
