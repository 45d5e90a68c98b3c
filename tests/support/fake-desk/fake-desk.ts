import type { Desk, Ledger, SignedIn } from '#shared/application/desk'
import type { RequestRecord, Watch } from '#shared/application/ports'
import type { PrintedTable } from '#shared/application/registers/printed-table'
import type { Problem } from '#shared/contracts/problems'
import type { Agency } from '#shared/domain/agencies/office-facts'
import { civilDateAt, type CivilDate } from '#shared/domain/calendar/civil-date'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import type { RecordedAct } from '#shared/domain/recorded-act'
import { parseLetterNo } from '#shared/domain/requests/letter-number'
import { foldRequest } from '#shared/domain/requests/request'
import { mayDo } from '#shared/domain/requests/request-acts'
import type { PersonId, RequestId } from '#shared/domain/requests/request-facts'
import { parseRequestNo } from '#shared/domain/requests/request-number'
import type { StoredRequestFact } from '#shared/domain/requests/request-state'
import { err, ok } from '#shared/kernel/result'
import { fakeBooklets } from './fake-booklets'
import { fakeCatalogueActs, fakeDocuments } from './fake-catalogue'
import { fakeDrafts, type FakeDrafts } from './fake-drafts'
import { fakeImports } from './fake-imports'
import { fakeIntake, fakeOuttake } from './fake-intake'
import { fakeExchange } from './fake-exchange'
import { fakeMedia } from './fake-media'
import { fakeSendings } from './fake-sendings'
import { fakeNeighbours } from './fake-neighbours'
import { fakePapers, fakeRegisterPapers, type Made } from './fake-papers'
import { fakeReadingRoom, type FakeReadingRoom } from './fake-reading-room'
import { officeRecord, personRecord } from './fake-records'
import { fakeScans } from './fake-scans'
import { fakeCatalogueSearch, fakeEnquiries } from './fake-search'
import { fakeKiosk, fakeMachine, fakeOfficeActs, fakeUpdates } from './fake-settings'

export interface FakeDeskParts {
  readonly today: CivilDate
  readonly calendar: WorkingCalendar
  readonly agencies: readonly Agency[]
  readonly people: readonly SignedIn[]
  /** PNG pages of any paper; without them previews have no pages. */
  readonly pages?: readonly Uint8Array[]
}

export interface FakeDesk extends Desk, Omit<FakeDrafts, 'drafts'> {
  /** The next append answers this instead of writing. */
  refuseNext(problem: Problem): void
  /** The reading room of the same office. */
  readonly visits: FakeReadingRoom
  readonly acts: ReadonlyMap<RequestId, readonly RecordedAct<StoredRequestFact>[]>
  /** Papers printed and saved, in order. */
  readonly produced: Made['produced']
  /** Tables composed, in order. */
  readonly tables: readonly PrintedTable[]
  /** The same office with another person at the desk. */
  as(person: SignedIn): FakeDesk
  /** Writes an act as any person and on any day, past every check: for setting the scene. */
  record(requestId: RequestId, facts: readonly StoredRequestFact[], by?: { actor: PersonId; at: number }): void
}

const noon = (day: CivilDate): number => Date.parse(`${day}T04:00:00Z`)

/** A whole office in memory: the ports of a desk over a plain list of acts. Needs neither Node nor a browser. */
export function fakeDesk(parts: FakeDeskParts): FakeDesk {
  const acts = new Map<RequestId, RecordedAct<StoredRequestFact>[]>()
  const { drafts, ...draftsBeside } = fakeDrafts(noon(parts.today))
  const produced: Made['produced'] = []
  const tables: PrintedTable[] = []
  const listeners = new Set<() => void>()
  let refusal: Problem | null = null
  let seq = 0
  let ids = 0

  const watch =
    <T>(read: () => T): Watch<T> =>
    listener => {
      const tell = (): void => listener(read())
      listeners.add(tell)
      queueMicrotask(tell)
      return () => void listeners.delete(tell)
    }
  const takeRefusal = (): Problem | null => {
    const problem = refusal
    refusal = null
    return problem
  }
  const records = (): RequestRecord[] =>
    [...acts.entries()].flatMap(([requestId, list]) => {
      const request = foldRequest(list)
      return request ? [{ requestId, request, needsNewerVersion: false, actsLeftOut: 0 }] : []
    })
  const record: FakeDesk['record'] = (
    requestId,
    facts,
    by = { actor: first(parts.people).personId, at: noon(parts.today) },
  ) => {
    seq++
    const role = parts.people.find(({ personId }) => personId === by.actor)?.posts[0] ?? 'clerk'
    const act = { seq, chain: 'chain-a', hlc: String(seq).padStart(8, '0'), role, facts, ...by }
    acts.set(requestId, [...(acts.get(requestId) ?? []), act])
    listeners.forEach(tell => tell())
  }
  const ledgerOf = (me: SignedIn): Ledger => ({
    append: async ({ requestId, role, facts }) => {
      const problem = takeRefusal()
      if (problem) return err(problem)
      const around = { actor: me.personId, role, posts: me.posts, today: parts.today }
      const may = mayDo(foldRequest(acts.get(requestId) ?? []), facts, around)
      if (!may.ok) return err({ kind: 'refused', why: may.problem })
      record(requestId, facts, { actor: me.personId, at: noon(parts.today) })
      return ok(undefined)
    },
  })
  const room = fakeReadingRoom({ ...parts, refusal: takeRefusal })
  const highest = (numbers: readonly (number | undefined)[]): number => Math.max(0, ...numbers.map(n => n ?? 0)) + 1

  const deskOf = (me: SignedIn): FakeDesk => ({
    me,
    placeCode: 'YX',
    workstation: 'A',
    windowName: '甲号窗口',
    readOnly: null,
    registers: {
      save: async fileName => {
        produced.push({ how: 'saved', fileName })
        return ok('saved')
      },
      papers: fakeRegisterPapers,
    },
    today: parts.today,
    calendar: parts.calendar,
    requests: {
      watchOpen: watch(() =>
        records()
          .filter(({ request }) => request.status !== 'served' && request.status !== 'closed')
          .sort(byReceipt),
      ),
      watchAll: watch(() => records().sort((a, b) => byReceipt(b, a))),
      watchDay: day =>
        watch(() => {
          const all = records().map(({ request }) => request)
          const registered = all.filter(request => civilDateAt(request.registered.at) === day).length
          const served = all.filter(request => request.served?.servedOn === day).length
          return { registered, served, hasAny: all.length > 0 }
        }),
      watchOne: requestId => watch(() => records().find(each => each.requestId === requestId) ?? null),
      findByNumber: async requestNo =>
        records().flatMap(each => (each.request.requestNo === requestNo ? [each.requestId] : [])),
    },
    staff: { watchAll: watch(() => parts.people.map(personRecord)) },
    offices: {
      watchOffice: watch(() => officeRecord(parts.agencies)),
      findOffice: async () => officeRecord(parts.agencies).office,
      agencyAt: async agencyId => parts.agencies.find(agency => agency.agencyId === agencyId) ?? null,
      findAgency: async agencyId => parts.agencies.find(agency => agency.agencyId === agencyId) ?? null,
    },
    series: {
      nextRequestSerial: async series =>
        highest(
          records().map(({ request }) => {
            const number = parseRequestNo(request.requestNo)
            return number.ok && number.value.year === series.year ? number.value.serial : 0
          }),
        ),
      nextLetterSerial: async ({ code, year }) =>
        highest(
          records().map(({ request }) => {
            const number = parseLetterNo(request.letter?.letterNo ?? '')
            return number.ok && number.value.code === code && number.value.year === year ? number.value.serial : 0
          }),
        ),
      nextCertificateSerial: async series => room.nextCertificateSerial(series),
    },
    visits: room.as(me),
    ledger: ledgerOf(me),
    papers: fakePapers(parts.pages ?? [], { produced, tables }),
    drafts,
    scans: fakeScans,
    cards: { isSetUp: async () => false, read: async () => ({ outcome: 'notRead', why: 'noReader' }) },
    officeActs: fakeOfficeActs,
    machine: fakeMachine,
    kiosk: fakeKiosk,
    updates: fakeUpdates,
    wording: { sample: async () => ({ images: parts.pages ?? [], spots: [] }) },
    documents: fakeDocuments(),
    catalogue: fakeCatalogueActs(),
    catalogueSearch: fakeCatalogueSearch(),
    enquiries: fakeEnquiries(),
    imports: fakeImports(),
    intake: fakeIntake(),
    outtake: fakeOuttake(),
    booklets: fakeBooklets,
    media: fakeMedia,
    neighbours: fakeNeighbours,
    exchange: fakeExchange(),
    sendings: fakeSendings,
    lawPacks: [],
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    randomBytes: count => Uint8Array.from({ length: count }, (_each, i) => (i * 37 + seq * 11 + 5) % 256),
    refuseNext: problem => void (refusal = problem),
    ...draftsBeside,
    ...{ acts, produced, tables, record },
    as: deskOf,
  })
  return deskOf(first(parts.people))
}

const byReceipt = ({ request: a }: RequestRecord, { request: b }: RequestRecord): number =>
  (a.receivedOn ?? a.arrivedOn) + a.requestNo < (b.receivedOn ?? b.arrivedOn) + b.requestNo ? -1 : 1

function first(people: readonly SignedIn[]): SignedIn {
  const [person] = people
  if (!person) throw new Error('a desk needs somebody at it')
  return person
}
