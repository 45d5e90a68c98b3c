import { dueWithoutClock } from '#shared/application/requests/open-requests'
import { askedFor, peopleOf, plain, wordsOf } from '#shared/application/requests/request-words'
import type { RequestRecord } from '#shared/application/ports'
import type { AgencyId } from '#shared/domain/agencies/office-facts'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import { replyDueDay } from '#shared/domain/clocks/reply-clock'
import { maskApplicantName } from '#shared/domain/identity/masking'
import {
  boardFor,
  drafterOfRow,
  isEnded,
  type Board,
  type BoardCard,
  type BoardRow,
  type Viewer,
} from '#shared/domain/requests/board'
import type { Channel, DecisionType } from '#shared/domain/requests/request-facts'
import type { Approval, DisclosureRequest } from '#shared/domain/requests/request-state'

/** One request as the list shows it. Null where the personal part was erased. */
export interface RequestRow extends BoardRow {
  readonly asked: string | null
  readonly applicant: string | null
  readonly receivedOn: CivilDate | undefined
  readonly servedOn: CivilDate | undefined
  /** The clock facts contradict each other, so that `dueOn` means nothing. */
  readonly isDueUnknown: boolean
  readonly agencyId: AgencyId
  readonly channel: Channel
  /** Of the letter, else of the draft in hand. */
  readonly decision: DecisionType | undefined
  /** Of the issued letter. */
  readonly approval: Approval | undefined
  /** Printed numbers, masked and plain names, description, query code: what the filter looks in. Never shown. */
  readonly searchText: string
  /** Identity numbers and telephones, found by four characters or more: one digit stands in all of them. */
  readonly searchNumbers: string
}

export interface ListedRow extends RequestRow {
  /** `served` also where it was closed: its status tells them apart. */
  readonly lane: keyof Board | 'served'
  /** 0 on the due day, negative after it. */
  readonly workingDaysLeft: number
  readonly isWaitingForMe: boolean
}

type Clock = { readonly today: CivilDate; readonly calendar: WorkingCalendar }

/** Running requests by due date, then what is served, latest first. The same array for the same records and viewer. */
export function listedRows(
  records: readonly RequestRecord[],
  viewer: Viewer,
  calendar: WorkingCalendar,
): readonly ListedRow[] {
  const by = [viewer.me, viewer.today, viewer.warningWorkingDays, calendar, ...viewer.posts]
  const known = listedFor.get(records)
  if (known?.by.length === by.length && known.by.every((part, n) => part === by[n])) return known.rows
  const rows = sortedRows(records, viewer, calendar)
  listedFor.set(records, { by, rows })
  return rows
}

/** The list is left and opened again all day; sorting thousands of rows anew each time would be felt. */
const listedFor = new WeakMap<readonly RequestRecord[], { readonly by: unknown[]; readonly rows: ListedRow[] }>()

function sortedRows(records: readonly RequestRecord[], viewer: Viewer, calendar: WorkingCalendar): ListedRow[] {
  const rowOf = rowsAt({ today: viewer.today, calendar })
  const running = records.filter(({ request }) => !isEnded(request.status)).map(record => rowOf(record))
  const board = boardFor(running, viewer, calendar)
  const cards = lanes.flatMap(lane => board[lane].map(card => listed(card, lane)))
  const served = records.filter(({ request }) => isEnded(request.status)).map(record => rowOf(record))
  return [...cards.sort(byDueDate), ...served.sort(byServiceLatestFirst)]
}

const lanes = [
  'late',
  'dueWithinThree',
  'waitingForMe',
  'undated',
  'running',
] as const satisfies readonly (keyof Board)[]

/** By prototype, because a copy would reckon what the row has not been asked for yet. */
const listed = ({ row, workingDaysLeft, isWaitingForMe }: BoardCard<ListedRow>, lane: keyof Board): ListedRow =>
  Object.assign(Object.create(row) as ListedRow, { lane, workingDaysLeft, isWaitingForMe })

let remembered: { readonly clock: Clock; readonly rows: WeakMap<RequestRecord, ListedRow> } | null = null

/** A record is another object when its request has changed, so a row holds as long as record, day and calendar do. */
function rowsAt(clock: Clock): (record: RequestRecord) => ListedRow {
  if (remembered?.clock.today !== clock.today || remembered.clock.calendar !== clock.calendar) {
    remembered = { clock, rows: new WeakMap() }
  }
  const { rows } = remembered
  return record => {
    let row = rows.get(record)
    if (!row) rows.set(record, (row = rowOf(record, clock)))
    return row
  }
}

/** Makes what the filter looks in, where it was not made yet; answers its length. */
export const prepareSearch = (row: ListedRow): number => row.searchText.length + row.searchNumbers.length

/** Clock and search text are reckoned when first asked for: thousands of served rows are listed and never drawn. */
function rowOf({ requestId, request }: RequestRecord, { today, calendar }: Clock): ListedRow {
  let reckoned: ReturnType<typeof replyDueDay> | undefined
  let searchText: string | undefined
  let searchNumbers: string | undefined
  const due = () => (reckoned ??= replyDueDay(request.clockFacts, calendar, today))
  const { personal, requestNo, status, receivedOn } = request
  const applicant = personal ? maskApplicantName(personal.applicant.name, request.applicantType) : null
  const asked = askedFor(personal?.description)
  return {
    ...{ requestId, requestNo, status, receivedOn, applicant, asked },
    ...{ lane: 'served', workingDaysLeft: 0, isWaitingForMe: false }, // where it runs, the board says otherwise
    handler: request.handler,
    drafter: drafterOfRow(request),
    ...{ agencyId: request.agencyId, channel: request.channel },
    approval: request.letter?.approval,
    decision: request.letter?.decision ?? request.currentDraft?.decision,
    servedOn: request.served?.servedOn,
    get dueOn() {
      const found = due()
      return found.ok ? found.value.dueOn : dueWithoutClock(request, calendar)
    },
    get certainty() {
      const found = due()
      return found.ok ? found.value.certainty : 'provisional'
    },
    get isDueUnknown() {
      return !due().ok
    },
    get searchText() {
      return (searchText ??= plain(wordsOf(request).join('\n')))
    },
    get searchNumbers() {
      return (searchNumbers ??= plain(numbersOf(request).join('\n')))
    },
  }
}

/** Of everybody on the form, and of who came for an organisation. */
function numbersOf(request: DisclosureRequest): readonly string[] {
  const acting = request.personal?.applicant.actingPerson
  const people = peopleOf(request).flatMap(({ idNumber, phone }) => [idNumber, phone])
  return acting ? [...people, acting.idNumber] : people
}

const keyOf = (row: ListedRow): string => row.dueOn + row.requestNo

const byDueDate = (a: ListedRow, b: ListedRow): number => (keyOf(a) < keyOf(b) ? -1 : 1)

const byServiceLatestFirst = (a: ListedRow, b: ListedRow): number =>
  compareText(b.servedOn ?? '', a.servedOn ?? '') || compareText(b.requestNo, a.requestNo)

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
