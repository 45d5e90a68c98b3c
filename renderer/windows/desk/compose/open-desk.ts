import type { Desk, Ledger } from '#shared/application/desk'
import type { Shell } from '#shared/contracts/channel'
import { actsPath, type DeskChannels, type Session } from '#shared/contracts/desk-channels'
import { subjectOf } from '#shared/ledger/subject'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
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
import { builtInCalendar } from '../calendars'
import { paperWorkshop } from '../papers/papers'
import type { LetterContext } from '../papers/letter-models'
import { startWorker } from '../trusted-workers'
import { importsPort } from './imports-port'
import { deskDrafts } from './desk-drafts'

export interface OpenDeskParts {
  readonly shell: Shell<DeskChannels>
  readonly session: Session
  readonly onReady: () => void
  readonly onProgress: ProjectorStart['onProgress']
  readonly onFailure: ProjectorStart['onFailure']
}

export interface OpenedDesk {
  /** The desk as of a civil day. The day is a value: everything behind the desk stays open when it changes. */
  readonly deskOn: (today: CivilDate) => Desk
  /** Resolves when everything that was typed is written, or could not be. */
  readonly settle: () => Promise<void>
  /** Resolves when the screens show the last act of the journal: for acts that have channels of their own. */
  readonly catchUp: () => Promise<void>
  readonly close: () => void
}

/** The only place where ports meet their adapters for the time that somebody is signed in. */
export function openDesk({ shell, session, onReady, onProgress, onFailure }: OpenDeskParts): OpenedDesk {
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
  const contextOn = letterContext(view, session)
  const workshop = paperWorkshop(shell)
  const drafts = deskDrafts(shell)
  const everyDay: Omit<Desk, 'today' | 'papers'> = {
    me: { personId: session.personId as PersonId, name: session.name, posts: session.posts },
    placeCode: session.placeCode,
    workstation: session.workstation,
    windowName: session.windowName,
    readOnly: session.readOnly ?? null,
    calendar,
    requests: requestBook(view),
    staff: staffList(view),
    offices: officeBook(view),
    series: numberSeries(view),
    ledger: ledgerPort(shell, projector),
    drafts: drafts.port,
    imports: importsPort(shell, () => pullHead(shell, projector)),
    newId: () => crypto.randomUUID(),
    randomBytes: count => crypto.getRandomValues(new Uint8Array(count)),
  }
  return {
    deskOn: today => ({ ...everyDay, today, papers: workshop.papersFor(contextOn({ today, calendar })) }),
    settle: drafts.settle,
    catchUp: () => pullHead(shell, projector),
    close: () => {
      workshop.stop()
      projector.stop()
      view.close()
    },
  }
}

/** Resolves when the view has the last act of the journal: for acts that have channels of their own. */
async function pullHead(shell: Shell<DeskChannels>, projector: RunningProjector): Promise<void> {
  const head = await shell['ledger:head']()
  if (head.ok) await projector.pull(head.value.seq)
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

function letterContext(view: View, session: Session) {
  const offices = officeBook(view)
  const names = new Map<string, string>([[session.personId, session.name]])
  staffList(view).watchAll(people => {
    for (const { personId, person } of people) if (person.name) names.set(personId, person.name)
  })
  return (desk: LetterContext['desk']) =>
    async ({ request }: RequestRecord): Promise<LetterContext | null> => {
      const agency = await offices.findAgency(request.agencyId)
      if (!agency) return null
      const place = `${session.officeName}${session.windowName}`
      return { desk, agency, nameOf: id => names.get(id) ?? '', me: session.name, place }
    }
}
