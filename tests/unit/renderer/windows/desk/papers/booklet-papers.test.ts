import { expect, test } from 'vitest'
import type { DocumentRecord } from '#shared/application/catalogue-ports'
import { foldDocument } from '#shared/domain/catalogue/document'
import { catalogueDocument } from '#shared/domain/catalogue/document-changes'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import type { CatalogueLine } from '#shared/domain/booklets/catalogue-line'
import { foldOffice } from '#shared/domain/agencies/office'
import type { OfficeFact } from '#shared/domain/agencies/office-facts'
import type { PersonId } from '#shared/domain/requests/request-facts'
import { workingCalendar } from '#shared/domain/calendar/working-calendar'
import { bookletPapers } from '../../../../../../renderer/windows/desk/papers/booklet-papers'
import type { Workbench } from '../../../../../../renderer/windows/desk/papers/workbench'
import { actOf, agencyId, published } from '../../../../shared/domain/catalogue/documents'
import { day } from '../../../../shared/domain/published-calendars'
import { publishedLawPacks } from '../../../../shared/law-packs'
import { agency } from '../../../../shared/letters/sample-office'
import { guide } from '../../../../shared/letters/booklet/sample-booklets'

type Order = Parameters<Workbench['ask']>[0]

const facts: readonly OfficeFact[] = [
  { type: 'office.established@1', open: { name: '云溪县查阅中心', placeCode: 'YX' } },
  { type: 'agency.added@1', open: { ...agency, agencyId } },
]
const officeOf = (more: readonly OfficeFact[]) =>
  foldOffice(
    [...facts, ...more].map((fact, n) => ({
      ...{ seq: n, chain: 'c', hlc: String(n), at: n, actor: 'p' as PersonId, role: 'head', facts: [fact] },
    })),
  )!

const idOf = (n: number) => `d-${String(n).padStart(4, '0')}` as DocumentId
const lineOf = (n: number): CatalogueLine => ({
  ...{ documentId: idOf(n), agencyId, indexNo: `1/${n}`, topicClass: '0201', validity: 'VALID', hasAbstract: true },
  ...{ isPublic: n % 10 !== 9, isWithdrawn: false, cataloguedHlc: '1', listedHlc: String(n) },
})
const recordOf = (documentId: DocumentId): DocumentRecord => {
  const {
    changes: _changes,
    conflicts: _conflicts,
    ...document
  } = foldDocument([actOf(1, catalogueDocument({ ...published, indexNo: documentId }))])!
  return { documentId, document, conflicts: 0, needsNewerVersion: false, actsLeftOut: 0 }
}

function desk(
  count: number,
  more: readonly OfficeFact[] = [{ type: 'guide.detailsSet@1', open: { ...guide, agencyId } }],
) {
  const orders: Order[] = []
  const sentOut: { readonly range?: unknown; readonly images: readonly unknown[] }[] = []
  let stopped = 0
  const booklets = bookletPapers(
    {
      shell: {
        'guide:setDetails': async () => ({ ok: true, value: undefined }),
        'booklet:save': async () => ({ ok: true, value: { outcome: 'saved' } }),
        'booklet:print': async out => {
          sentOut.push(out)
          return { ok: true, value: { outcome: 'printed' } }
        },
      },
      mark: async () => 'training',
      catchUp: async () => undefined,
      findOffice: async () => officeOf(more),
      linesOf: async () => Array.from({ length: count }, (_each, n) => lineOf(n)),
      documents: async ids => ids.map(recordOf),
      lawPacks: publishedLawPacks(),
      calendar: workingCalendar([]),
      newBench: () => ({
        ask: async order => {
          orders.push(order)
          const isBound = order.kind === 'bind' || order.kind === 'closeCatalogue'
          if (isBound)
            return {
              id: 1,
              kind: 'bound',
              result: { ok: true, value: { bytes: new Uint8Array(3), pages: 8, gaps: [] } },
            }
          if (order.kind !== 'draw') return { id: 1, kind: 'taken' }
          const { from, to } = order.pages!
          return { id: 1, kind: 'drawn', images: Array.from({ length: to - from + 1 }, () => new Uint8Array(1)) }
        },
        stop: () => void stopped++,
      }),
    },
    day('2026-11-26'),
  )
  return { booklets, orders, sentOut, stops: () => stopped }
}

const run = (
  onProgress: (done: number, of: number) => void = () => undefined,
  signal = new AbortController().signal,
) => ({
  onProgress,
  signal,
})

test('a catalogue is bound of its public documents alone, a hundred at a time, and says how far it is', async () => {
  const { booklets, orders, stops } = desk(300)
  const told: string[] = []
  const made = await booklets.compose(
    'catalogue',
    agencyId,
    run((done, of) => told.push(`${done}/${of}`)),
  )
  expect(orders.map(({ kind }) => kind)).toEqual([
    ...['openCatalogue', 'documents', 'documents', 'documents', 'closeCatalogue'],
  ])
  const sent = orders.flatMap(order => (order.kind === 'documents' ? order.entries : []))
  expect(sent).toHaveLength(270)
  expect(sent.some(({ indexNo }) => indexNo === idOf(9))).toBe(false)
  expect(told).toEqual(['100/270', '200/270', '270/270'])
  expect(orders[0]).toMatchObject({ options: { mark: 'training' } })
  expect(made).toMatchObject({ ok: true, value: { pages: 8, fileName: 'catalogue-2026-11-26.pdf' } })
  expect(made.ok && made.value !== 'stopped' && made.value.basis).toMatchObject({
    agency: '1',
    guide: '2',
    documents: { count: 270 },
  })
  expect(stops()).toBe(1)
})

test('stopped between two slices, nothing is bound', async () => {
  const { booklets, orders } = desk(300)
  const stopper = new AbortController()
  const made = await booklets.compose(
    'catalogue',
    agencyId,
    run(() => stopper.abort(), stopper.signal),
  )
  expect(made).toEqual({ ok: true, value: 'stopped' })
  expect(orders.filter(({ kind }) => kind === 'documents')).toHaveLength(1)
})

test('of a long booklet a part is drawn and sent with its pages; of one that is whole no part is told', async () => {
  const { booklets, orders, sentOut } = desk(10)
  const made = await booklets.compose('catalogue', agencyId, run())
  if (!made.ok || made.value === 'stopped') throw new Error('not made')
  const told: string[] = []
  const part = { from: 3, to: 7 }
  const progress = run((done, of) => told.push(`${done}/${of}`))
  expect(await booklets.print(made.value, part, progress)).toEqual({ ok: true, value: 'printed' })
  expect(orders.flatMap(order => (order.kind === 'draw' ? [order.pages] : []))).toEqual([
    { from: 3, to: 6 },
    { from: 7, to: 7 },
  ])
  expect(told).toEqual(['4/5', '5/5'])
  await booklets.print(made.value, { from: 1, to: 8 }, run())
  expect(sentOut.map(({ range, images }) => [range, images.length])).toEqual([
    [part, 5],
    [undefined, 8],
  ])
})

test('what nobody has said is refused by name before anything is set', async () => {
  const { booklets, orders } = desk(0, [])
  expect(await booklets.compose('guide', agencyId, run())).toEqual({
    ok: false,
    problem: { kind: 'bookletElementMissing', element: 'officeHours' },
  })
  expect(await booklets.compose('catalogue', agencyId, run())).toMatchObject({ problem: { element: 'documents' } })
  expect(orders).toEqual([])
})

test('the guide remembers no documents, and both see what changed since', async () => {
  const { booklets } = desk(20)
  const made = await booklets.compose('guide', agencyId, run())
  expect(made.ok && made.value !== 'stopped' && made.value.basis.documents).toBeUndefined()
  expect((await booklets.stand(agencyId)).basis).toEqual((await booklets.stand(agencyId)).basis)
  const others = await desk(21).booklets.stand(agencyId)
  expect(others.basis.documents!.digest).not.toBe((await booklets.stand(agencyId)).basis.documents!.digest)
})
