import { emptyMediaBook } from '#shared/domain/media/media-book'
import { letterOf } from '#shared/domain/requests/request-transitions'
import type { Desk, Drafts, Ledger, PaperKind, Papers, SignedIn } from '#shared/application/desk'
import type { Scans } from '#shared/application/scans/scans'
import type { RegisterPapers } from '#shared/application/registers/register-paper'
import type { PrintedTable } from '#shared/application/registers/printed-table'
import type { OfficeRecord, PersonRecord, RequestRecord, Watch } from '#shared/application/ports'
import type { Problem } from '#shared/contracts/problems'
import { firstSettings } from '#shared/domain/agencies/office-settings'
import type { Agency } from '#shared/domain/agencies/office-facts'
import { civilDateAt, type CivilDate } from '#shared/domain/calendar/civil-date'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import type { RecordedAct } from '#shared/domain/recorded-act'
import { foldRequest } from '#shared/domain/requests/request'
import { mayDo } from '#shared/domain/requests/request-acts'
import type { PersonId, RequestId } from '#shared/domain/requests/request-facts'
import { parseRequestNo } from '#shared/domain/requests/request-number'
import type { StoredRequestFact } from '#shared/domain/requests/request-state'
import { parseLetterNo } from '#shared/domain/requests/letter-number'
import { fakeKiosk, fakeMachine, fakeOfficeActs } from './fake-settings'
import { err, ok } from '#shared/kernel/result'
import { fakeCatalogueActs, fakeDocuments } from './fake-catalogue'
import { fakeCatalogueSearch, fakeEnquiries } from './fake-search'
import { fakeIntake, fakeOuttake } from './fake-intake'
import { fakeBooklets } from './fake-booklets'
import { fakeMedia } from './fake-media'
import { fakeImports } from './fake-imports'
import { fakeReadingRoom, type FakeReadingRoom } from './fake-reading-room'

export interface FakeDeskParts {
  readonly today: CivilDate
  readonly calendar: WorkingCalendar
  readonly agencies: readonly Agency[]
  readonly people: readonly SignedIn[]
  /** PNG pages of any paper; without them previews have no pages. */
  readonly pages?: readonly Uint8Array[]
}

export interface FakeDesk extends Desk {
  /** The next append answers this instead of writing. */
  refuseNext(problem: Problem): void
  /** The reading room of the same office. */
  readonly visits: FakeReadingRoom
  /** Every draft call fails with this until null. */
  breakDrafts(problem: Problem | null): void
  readonly acts: ReadonlyMap<RequestId, readonly RecordedAct<StoredRequestFact>[]>
  readonly savedDrafts: Map<string, { content: unknown; savedAt: number }>
  /** Papers printed and saved, in order. */
  readonly produced: { how: 'printed' | 'saved'; fileName: string }[]
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
  const savedDrafts = new Map<string, { content: unknown; savedAt: number }>()
  const produced: { how: 'printed' | 'saved'; fileName: string }[] = []
  const tables: PrintedTable[] = []
  const listeners = new Set<() => void>()
  const draftListeners = new Set<() => void>()
  let refusal: Problem | null = null
  let draftProblem: Problem | null = null
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
  const drafts: Drafts = {
    save: async (name, content) => {
      if (draftProblem) return err(draftProblem)
      const savedAt = noon(parts.today)
      savedDrafts.set(name, { content: structuredClone(content), savedAt })
      draftListeners.forEach(tell => tell())
      return ok({ savedAt })
    },
    load: async name => (draftProblem ? err(draftProblem) : ok(savedDrafts.get(name) ?? null)),
    list: async () =>
      draftProblem ? err(draftProblem) : ok([...savedDrafts].map(([name, { savedAt }]) => ({ name, savedAt }))),
    discard: async name => {
      if (draftProblem) return err(draftProblem)
      savedDrafts.delete(name)
      draftListeners.forEach(tell => tell())
      return ok(undefined)
    },
    onChange: listener => {
      draftListeners.add(listener)
      return () => void draftListeners.delete(listener)
    },
    keepInStep: () => () => undefined,
  }
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
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    randomBytes: count => Uint8Array.from({ length: count }, (_each, i) => (i * 37 + seq * 11 + 5) % 256),
    refuseNext: problem => void (refusal = problem),
    breakDrafts: problem => void (draftProblem = problem),
    ...{ acts, savedDrafts, produced, tables, record },
    as: deskOf,
  })
  return deskOf(first(parts.people))
}

function fakePapers(pages: readonly Uint8Array[], { produced, tables }: Made): Papers {
  const paper = (kind: PaperKind, requestNo: string) =>
    ok({
      kind,
      title: `${kind} ${requestNo}`,
      fileName: `${requestNo}-${kind}.pdf`,
      bytes: new Uint8Array([37, 80, 68, 70]),
      pages: Math.max(1, pages.length),
      digest: '0'.repeat(64),
    })
  return {
    compose: async (kind, record) => paper(kind, record.request.requestNo),
    composeBlankForm: async agency => paper('F01', agency.code),
    composeProof: async (record, { decision }) => paper(letterOf(decision) ?? 'R01', record.request.requestNo),
    composeTable: async (table, fileName) => {
      tables.push(table)
      const { title, subtitle } = table
      return ok({ title: `${title} ${subtitle}`, fileName, bytes: new Uint8Array([37, 80, 68, 70]), pages: 1 })
    },
    composeDocument: async ({ title }, fileName) =>
      ok({ title, fileName, bytes: new Uint8Array([37, 80, 68, 70]), pages: 1 }),
    pageImages: async () => pages,
    save: async ({ fileName }) => {
      produced.push({ how: 'saved', fileName })
      return ok('saved')
    },
    print: async ({ fileName }) => {
      produced.push({ how: 'printed', fileName })
      return ok('printed')
    },
  }
}

/** Every order is stopped: what becomes of one is tested with its worker. */
const fakeRegisterPapers: RegisterPapers = {
  compose: async () => ok('stopped'),
  firstPages: async () => [],
  save: async () => ok('cancelled'),
  print: async () => ok('stopped'),
}

/** A desk without a scanner: nothing is picked, nothing lies in a folder, nothing can be opened. */
const fakeScans: Scans = {
  pick: async () => ok([]),
  watched: async () => ok({ state: 'off', files: [] }),
  add: async () => err({ kind: 'scanSourceGone' }),
  attach: async () => err({ kind: 'scanSourceGone' }),
  openAttachment: async () => err({ kind: 'scanUnreadable', why: 'missing' }),
  open: async () => err({ kind: 'scanUnreadable', why: 'missing' }),
}

interface Made {
  readonly produced: FakeDesk['produced']
  readonly tables: PrintedTable[]
}

const personRecord = ({ personId, name, posts }: SignedIn): PersonRecord => ({
  personId,
  person: { name, posts, addedBy: personId, addedAt: 0, conflicts: [] },
  needsNewerVersion: false,
  actsLeftOut: 0,
})

const officeRecord = (agencies: readonly Agency[]): OfficeRecord => ({
  office: {
    name: '云溪县政府信息公开查阅中心',
    placeCode: 'YX',
    agencies,
    agencyVersions: agencies.map(agency => ({ agency, by: { actor: '' as PersonId, at: 0, hlc: '' } })),
    settings: firstSettings,
    settingsVersions: [],
    wordings: [],
    voidNumbers: [],
    seriesStarts: [],
    workstations: [{ code: 'A', windowName: '甲号窗口' }],
    confirmedClocks: [],
    chains: [],
    imports: [],
    carriedOver: [],
    indexNumberings: [],
    documentBatches: [],
    topicNames: {},
    kioskAnswers: [],
    media: emptyMediaBook,
    guides: [],
    booklets: [],
    conflicts: [],
  },
  needsNewerVersion: false,
  actsLeftOut: 0,
})

const byReceipt = ({ request: a }: RequestRecord, { request: b }: RequestRecord): number =>
  (a.receivedOn ?? a.arrivedOn) + a.requestNo < (b.receivedOn ?? b.arrivedOn) + b.requestNo ? -1 : 1

function first(people: readonly SignedIn[]): SignedIn {
  const [person] = people
  if (!person) throw new Error('a desk needs somebody at it')
  return person
}
