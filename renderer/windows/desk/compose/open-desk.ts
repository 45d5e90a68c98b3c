import type { Desk, Ledger } from '#shared/application/desk'
import type { CardReader } from '#shared/application/reception/card-reader'
import type { Shell } from '#shared/contracts/channel'
import { actsPath, type DeskChannels, type Session } from '#shared/contracts/desk-channels'
import { deskEvents } from '#shared/contracts/desk-channel-names'
import { subjectOf } from '#shared/ledger/subject'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { RulesInForce } from '#shared/application/sendings/sendings'
import type { PersonId } from '#shared/domain/requests/request-facts'
import { ok } from '#shared/kernel/result'
import type { Watch } from '#shared/application/ports'
import type { Registers } from '#shared/application/registers/export-register'
import type { EarlyWorker } from '../../../data/projector/early-worker'
import { startProjector, type ProjectorStart, type RunningProjector } from '../../../data/projector/start-projector'
import projectorUrl from '../../../data/projector/projector-worker?worker&url'
import { documentBook } from '../../../data/repositories/document-book'
import { numberSeries } from '../../../data/repositories/number-series'
import { officeBook } from '../../../data/repositories/office-book'
import { requestBook } from '../../../data/repositories/request-book'
import { staffList } from '../../../data/repositories/staff-list'
import { openView, type View } from '../../../data/view'
import type { DeskBridge } from '../../../shell/bridge'
import { singleKey } from '../../../data/seal/row-sealer'
import { fontSample, kioskCare, machineCare, officeActs, wordingDesk } from './settings-ports'
import { afterTheBoard } from '../after-the-board'
import { catalogueStanding } from '../../../data/repositories/catalogue-standing'
import { bookletPapers, type BookletParts } from '../papers/booklet-papers'
import { builtInCalendar } from '../calendars'
import { builtInLawPacks } from '../law-packs'
import { paperWorkshop, type MarkOfWindow } from '../papers/papers'
import { registerPapers } from '../papers/register-papers'
import { scansPort } from '../scans/scans-port'
import { openSearch } from '../search/search-port'
import searchUrl from '../search/search-worker?worker&url'
import { startWorker } from '../trusted-workers'
import { cataloguePort } from './catalogue-port'
import { documentLookup } from './document-lookup'
import { readingRoom } from './reading-room'
import { enquiriesPort } from './enquiries-port'
import { intakePort, outtakePort } from './intake-port'
import { importsPort } from './imports-port'
import { exchangePort } from './exchange-port'
import { mediaPort } from './media-port'
import { updateCare } from './update-port'
import { rulesInForce, sendingsPort } from './sendings-port'
import { neighboursPort } from './neighbour-ports'
import { deskDrafts } from './desk-drafts'
import { letterContext } from './letter-context'

export interface OpenDeskParts {
  readonly shell: Shell<DeskChannels>
  readonly session: Session
  /** What main says without being asked. */
  readonly hear: DeskBridge['on']
  /** Everything printed is marked. */
  readonly isTraining: boolean
  /** The projector's worker, where the window started it before there was a desk. */
  readonly early: EarlyWorker
  readonly onReady: () => void
  /** From now on the office counts by another calendar, or words remedies by other packs. */
  readonly onRules: (rules: RulesInForce) => void
  readonly onProgress: ProjectorStart['onProgress']
  readonly onFailure: ProjectorStart['onFailure']
}

export interface OpenedDesk {
  /** The desk as of a civil day. The day is a value: everything behind the desk stays open when it changes. */
  readonly deskOn: (today: CivilDate, rules?: RulesInForce) => Desk
  /** Resolves when everything that was typed is written, or could not be. */
  readonly settle: () => Promise<void>
  /** Resolves when the screens show the last act of the journal: for acts that have channels of their own. */
  readonly catchUp: () => Promise<void>
  readonly close: () => void
}

/** The only place where ports meet their adapters for the time that somebody is signed in. */
export function openDesk(parts: OpenDeskParts): OpenedDesk {
  const { shell, session, hear, isTraining, early, onReady, onRules, onProgress, onFailure } = parts
  const view = openView({
    keys: { rowKeys: singleKey(session.rowsKey) },
    onDamaged: database => projector.reportDamage(database),
  })
  let callOff: (() => void) | undefined
  let shown = ''
  const requests = requestBook(view)
  const offices = officeBook(view)
  const builtIn = { calendar: builtInCalendar(), lawPacks: builtInLawPacks() }
  // Heard before the board is: no due day is drawn by rules that are not the office's.
  const stopRules = rulesInForce({ builtIn, watchOffice: offices.watchOffice, onChange: onRules })
  // Asked for as soon as there is a view. The window is drawn with them, once, and the database not kept from answering.
  const rowsOfTheBoard = Promise.all([heardOnce(offices.watchOffice), heardOnce(requests.watchOpen)])
  const search = openSearch({ createWorker: () => startWorker(searchUrl), view, now: () => performance.now() })
  const projector: RunningProjector = startProjector({
    createWorker: () => startWorker(projectorUrl),
    early,
    rowsKey: session.rowsKey,
    actsUrl: new URL(actsPath, location.href).href,
    onView: ({ database }) => {
      shown = database
      view.show(database)
      search.show(database)
      void rowsOfTheBoard.then(onReady)
      callOff ??= afterTheBoard(requests, () => search.port.warm())
    },
    onProgress,
    onFailure,
  })
  const nameOf = staffNames(view, session)
  const contextOn = letterContext({ view, session, nameOf, builtIn: builtIn.lawPacks })
  const mark = async () => (isTraining ? ('training' as const) : undefined)
  const workshop = paperWorkshop(shell, mark)
  const drafts = deskDrafts(shell)
  const book = documentBook(view)
  const lookup = documentLookup({ book, search: search.port })
  const roomOn = readingRoom({ shell, view, workshop, documents: lookup, nameOf, pull: seq => projector.pull(seq) })
  const catchUp = async () => {
    const head = await shell['ledger:head']()
    if (head.ok) await projector.pull(head.value.seq)
  }
  const takeIn = async (isAnew: boolean) => {
    if (isAnew) projector.reportDamage(shown)
    await projector.pull(null)
  }
  // Other machines wrote: the screens show it as if it had been done here.
  const stopHearing = hear(deskEvents.actsCame, () => void projector.pull(null))
  const everyDay: Omit<Desk, OfTheDay> = {
    me: { personId: session.personId as PersonId, name: session.name, posts: session.posts },
    placeCode: session.placeCode,
    workstation: session.workstation,
    windowName: session.windowName,
    readOnly: session.readOnly ?? null,
    requests,
    staff: staffList(view),
    offices,
    documents: book,
    catalogueSearch: search.port,
    enquiries: enquiriesPort({ shell, view, pull: seq => projector.pull(seq) }),
    catalogue: cataloguePort(shell, { pull: seq => projector.pull(seq), catchUp }),
    series: numberSeries(view),
    ledger: ledgerPort(shell, projector),
    drafts: drafts.port,
    registers: registersPort(shell, mark),
    scans: scansPort({ shell, pull: async seq => void (await projector.pull(seq)) }),
    cards: cardsPort(shell),
    kiosk: kioskCare(shell),
    updates: updateCare({ shell, view, catchUp }),
    officeActs: officeActs(shell, catchUp),
    imports: importsPort(shell, catchUp),
    intake: intakePort(shell, catchUp),
    outtake: outtakePort(shell),
    exchange: exchangePort({ shell, hear, catchUp }),
    sendings: sendingsPort(shell, catchUp),
    newId: () => crypto.randomUUID(),
    randomBytes: count => crypto.getRandomValues(new Uint8Array(count)),
  }
  const bookletParts: Omit<BookletParts, keyof RulesInForce> = {
    ...{ shell, mark, catchUp },
    findOffice: everyDay.offices.findOffice,
    linesOf: agencyId => catalogueStanding(view, agencyId),
    documents: everyDay.documents.get,
  }
  return {
    deskOn: (today, inForce = builtIn) => ({
      ...everyDay,
      ...inForce,
      today,
      visits: roomOn(today),
      papers: workshop.papersFor(contextOn({ today, calendar: inForce.calendar })),
      booklets: bookletPapers({ ...bookletParts, ...inForce }, today),
      neighbours: neighboursPort({ shell, catchUp }),
      media: mediaPort({
        ...{ shell, catchUp, takeIn, nameOf, today },
        papers: workshop,
        findOffice: offices.findOffice,
      }),
      wording: wordingDesk({ view, papers: workshop, today, ...inForce }),
      machine: machineCare({ shell, papers: workshop, sampleFor: () => fontSample(view, today) }),
    }),
    settle: drafts.settle,
    catchUp,
    close: () => {
      stopRules()
      callOff?.()
      stopHearing()
      workshop.stop()
      search.close()
      projector.stop()
      view.close()
    },
  }
}

/** What another day, or other rules, make anew. */
type OfTheDay =
  | 'today'
  | 'calendar'
  | 'lawPacks'
  | 'papers'
  | 'machine'
  | 'wording'
  | 'visits'
  | 'booklets'
  | 'media'
  | 'neighbours'

/** Resolves at the first answer. */
const heardOnce = (watch: Watch<unknown>): Promise<void> =>
  new Promise(resolve => {
    const stop = watch(() => {
      queueMicrotask(() => stop()) // the answer may be there before `stop` is
      resolve()
    })
  })

/** Main writes the file: it asks where, and records that it went out. */
function registersPort(shell: Shell<DeskChannels>, mark: MarkOfWindow): Registers {
  return {
    papers: registerPapers({ shell, mark }),
    save: async (fileName, { title, columns, rows, isMasked }) => {
      const sheet = { title, columns: [...columns], rows: rows.map(row => [...row]), isMasked }
      const saved = await shell['register:save']({ fileName, ...sheet })
      return saved.ok ? ok(saved.value.outcome) : saved
    },
  }
}

/** Resolves when the act is on the disk and in the view, so that the next screen shows it. */
function ledgerPort(shell: Shell<DeskChannels>, projector: RunningProjector): Ledger {
  return {
    append: async ({ requestId, role, facts }) => {
      // Facts are JSON by construction; undefined properties do not survive the bridge and were never meant.
      const plain = JSON.parse(JSON.stringify(facts)) as never
      const written = await shell['ledger:append']({ subject: subjectOf('request', requestId), role, facts: plain })
      if (!written.ok) return written
      await projector.pull(written.value.seq)
      return ok(undefined)
    },
  }
}

/** A bridge that is broken is a reader that does not answer: the number is typed. */
function cardsPort(shell: Shell<DeskChannels>): CardReader {
  return {
    isSetUp: async () => {
      const asked = await shell['card:isSetUp']()
      return asked.ok && asked.value
    },
    read: async () => {
      const asked = await shell['card:read']()
      return asked.ok ? asked.value : { outcome: 'notRead', why: 'noAnswer' }
    },
  }
}

/** Names of the staff as papers print them; empty for who is not known yet. */
function staffNames(view: View, session: Session): (person: string) => string {
  const names = new Map<string, string>([[session.personId, session.name]])
  staffList(view).watchAll(people => {
    for (const { personId, person } of people) if (person.name) names.set(personId, person.name)
  })
  return person => names.get(person) ?? ''
}
