import type { Desk, Drafts, Ledger, PaperKind } from '#shared/application/desk'
import type { FrontDoor } from '#shared/application/front-door'
import type { Shell } from '#shared/contracts/channel'
import { actsPath, type DeskChannels, type Session } from '#shared/contracts/desk-channels'
import { subjectOf } from '#shared/ledger/subject'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import type { PersonId } from '#shared/domain/requests/request-facts'
import { ok } from '#shared/kernel/result'
import type { RequestRecord } from '#shared/application/ports'
import { startProjector, type ProjectorStart, type RunningProjector } from '../../../data/projector/start-projector'
import projectorUrl from '../../../data/projector/projector-worker?worker&url'
import { numberSeries } from '../../../data/repositories/number-series'
import { officeBook } from '../../../data/repositories/office-book'
import { requestBook } from '../../../data/repositories/request-book'
import { staffList } from '../../../data/repositories/staff-list'
import { openView, type View } from '../../../data/view'
import { singleKey } from '../../../data/seal/row-sealer'
import { fontSample, machineCare, officeActs } from './settings-ports'
import { builtInCalendar } from '../calendars'
import { paperWorkshop } from '../papers/papers'
import type { LetterContext } from '../papers/letter-models'
import { startWorker } from '../trusted-workers'

export interface OpenDeskParts {
  readonly shell: Shell<DeskChannels>
  readonly session: Session
  readonly door: FrontDoor
  readonly today: CivilDate
  /** Everything printed is marked. */
  readonly isTraining: boolean
  readonly onReady: () => void
  readonly onProgress: ProjectorStart['onProgress']
  readonly onFailure: ProjectorStart['onFailure']
}

export interface OpenedDesk {
  readonly desk: Desk
  readonly door: FrontDoor
  readonly close: () => void
}

/** The only place where ports meet their adapters for the time that somebody is signed in. */
export function openDesk(parts: OpenDeskParts): OpenedDesk {
  const { shell, session, today, isTraining, onReady, onProgress, onFailure } = parts
  const view = openView({
    keys: { rowKeys: singleKey(session.rowsKey) },
    onDamaged: database => projector.reportDamage(database),
  })
  const projector: RunningProjector = startProjector({
    createWorker: () => startWorker(projectorUrl),
    rowsKey: session.rowsKey,
    actsUrl: new URL(actsPath, location.href).href,
    onView: ({ database }) => {
      view.show(database)
      onReady()
    },
    onProgress,
    onFailure,
  })
  const calendar = builtInCalendar()
  const contextFor = letterContext(view, { session, today, calendar })
  const papers = paperWorkshop({ shell, contextFor, mark: async () => (isTraining ? 'training' : undefined) })
  const catchUp = async () => {
    const head = await shell['ledger:head']()
    if (head.ok) await projector.pull(head.value.seq)
  }
  const desk: Desk = {
    me: { personId: session.personId as PersonId, name: session.name, posts: session.posts },
    placeCode: session.placeCode,
    workstation: session.workstation,
    windowName: session.windowName,
    today,
    calendar,
    requests: requestBook(view),
    staff: staffList(view),
    offices: officeBook(view),
    series: numberSeries(view),
    ledger: ledgerPort(shell, projector),
    papers,
    drafts: draftsPort(shell),
    officeActs: officeActs(shell, catchUp),
    machine: machineCare({ shell, papers, sampleFor: () => fontSample(view, today) }),
    newId: () => crypto.randomUUID(),
    randomBytes: count => crypto.getRandomValues(new Uint8Array(count)),
  }
  return {
    desk,
    door: doorThatShows(parts.door, { catchUp, me: session.personId }),
    close: () => {
      papers.stop()
      projector.stop()
      view.close()
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

/** People have channels of their own; the list shows the change before it is said to be done. */
function doorThatShows(door: FrontDoor, { catchUp, me }: { catchUp: () => Promise<void>; me: string }): FrontDoor {
  const shown = async <Answer extends { readonly ok: boolean }>(asked: Promise<Answer>): Promise<Answer> => {
    const answer = await asked
    if (answer.ok) await catchUp()
    return answer
  }
  return {
    ...door,
    addPerson: person => shown(door.addPerson(person)),
    setPassword: (personId, password) => shown(door.setPassword(personId, password)),
    setPosts: async (personId, posts) => {
      const answer = await shown(door.setPosts(personId, posts))
      // What this window may do was read at the sign-in; with other posts of one's own it begins anew.
      if (answer.ok && personId === me) location.reload()
      return answer
    },
  }
}

function draftsPort(shell: Shell<DeskChannels>): Drafts {
  return {
    save: (name, content) => shell['draft:save']({ name, content: JSON.parse(JSON.stringify(content)) as never }),
    load: name => shell['draft:load']({ name }),
    list: () => shell['draft:list'](),
    discard: name => shell['draft:discard']({ name }),
  }
}

/**
 * What was handed out keeps the agency of its own moment, however often it is printed again: a letter that of its
 * issue, a receipt that of the registration. Undefined: as the agency stands now.
 */
function momentOf(request: DisclosureRequest, kind: PaperKind | 'proof'): string | undefined {
  if (kind === 'proof' || kind === 'slip') return undefined
  return kind === 'F01' || kind === 'F03' ? request.registered.hlc : request.letter?.by.hlc
}

type ContextParts = { readonly session: Session } & LetterContext['desk']

function letterContext(view: View, { session, today, calendar }: ContextParts) {
  const offices = officeBook(view)
  const names = new Map<string, string>([[session.personId, session.name]])
  staffList(view).watchAll(people => {
    for (const { personId, person } of people) if (person.name) names.set(personId, person.name)
  })
  return async ({ request }: RequestRecord, kind: PaperKind | 'proof'): Promise<LetterContext | null> => {
    const moment = momentOf(request, kind)
    const agency = await (moment ? offices.agencyAt(request.agencyId, moment) : offices.findAgency(request.agencyId))
    if (!agency) return null
    const place = `${session.officeName}${session.windowName}`
    return { desk: { today, calendar }, agency, nameOf: id => names.get(id) ?? '', me: session.name, place }
  }
}
