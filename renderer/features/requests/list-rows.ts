import { dueWithoutClock } from '#shared/application/requests/open-requests'
import type { RequestRecord } from '#shared/application/ports'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import { replyDueDay } from '#shared/domain/clocks/reply-clock'
import { maskName } from '#shared/domain/identity/masking'
import {
  boardFor,
  drafterOfRow,
  type Board,
  type BoardCard,
  type BoardRow,
  type Viewer,
} from '#shared/domain/requests/board'
import { askedFor } from './titles'

/** One request as the list shows it. Null where the personal part was erased. */
export interface RequestRow extends BoardRow {
  readonly asked: string | null
  readonly applicant: string | null
  readonly receivedOn: CivilDate | undefined
  readonly servedOn: CivilDate | undefined
  /** The clock facts contradict each other, so that `dueOn` means nothing. */
  readonly isDueUnknown: boolean
  /** Number, masked and plain name, description, query code of the receipt: what the filter looks in. Never shown. */
  readonly searchText: string
}

export interface ListedRow extends RequestRow {
  /** `served` also where it was closed: its status tells them apart. */
  readonly lane: keyof Board | 'served'
  /** 0 on the due day, negative after it. */
  readonly workingDaysLeft: number
  readonly isWaitingForMe: boolean
}

type Clock = { readonly today: CivilDate; readonly calendar: WorkingCalendar }

/** Running requests by due date, then what is served, latest first. */
export function listedRows(records: readonly RequestRecord[], viewer: Viewer, calendar: WorkingCalendar): ListedRow[] {
  const rowOf = rowsAt({ today: viewer.today, calendar })
  const running = records.filter(({ request }) => !hasEnded(request)).map(record => rowOf(record))
  const board = boardFor(running, viewer, calendar)
  const cards = lanes.flatMap(lane => board[lane].map(card => listed(card, lane)))
  const served = records.filter(({ request }) => hasEnded(request)).map(record => rowOf(record))
  return [...cards.sort(byDueDate), ...served.sort(byServiceLatestFirst)]
}

const hasEnded = ({ status }: RequestRecord['request']): boolean => status === 'served' || status === 'closed'

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

/** Clock and search text are reckoned when first asked for: thousands of served rows are listed and never drawn. */
function rowOf({ requestId, request }: RequestRecord, { today, calendar }: Clock): ListedRow {
  let reckoned: ReturnType<typeof replyDueDay> | undefined
  let searchText: string | undefined
  const due = () => (reckoned ??= replyDueDay(request.clockFacts, calendar, today))
  const { personal, requestNo, status, receivedOn } = request
  const applicant = personal ? maskName(personal.applicant.name) : null
  const asked = askedFor(personal?.description)
  return {
    ...{ requestId, requestNo, status, receivedOn, applicant, asked },
    ...{ lane: 'served', workingDaysLeft: 0, isWaitingForMe: false }, // where it runs, the board says otherwise
    handler: request.handler,
    drafter: drafterOfRow(request),
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
      return (searchText ??= plain(
        [requestNo, applicant, personal?.applicant.name, asked, personal?.queryCode].join('\n'),
      ))
    },
  }
}

export const chips = ['all', 'open', 'late', 'soon', 'mine', 'undated', 'served'] as const
export type Chip = (typeof chips)[number]

const holds: Readonly<Record<Chip, (row: ListedRow) => boolean>> = {
  all: () => true,
  open: row => row.lane !== 'served',
  late: row => row.lane === 'late',
  soon: row => row.lane === 'dueWithinThree',
  mine: row => row.isWaitingForMe,
  undated: row => row.lane !== 'served' && row.certainty === 'provisional',
  served: row => row.status === 'served',
}

/** From the same rows that the list shows. */
export const countOf = (chip: Chip, rows: readonly ListedRow[]): number => rows.filter(holds[chip]).length

export interface Condition {
  readonly chip: Chip
  readonly text: string
}

/** Every word typed must stand somewhere in the row. */
export function rowsFor({ chip, text }: Condition, rows: readonly ListedRow[]): readonly ListedRow[] {
  const words = plain(text).split(/\s+/u).filter(Boolean)
  return rows.filter(row => holds[chip](row) && words.every(word => row.searchText.includes(word)))
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

const keyOf = (row: ListedRow): string => row.dueOn + row.requestNo

const byDueDate = (a: ListedRow, b: ListedRow): number => (keyOf(a) < keyOf(b) ? -1 : 1)

const byServiceLatestFirst = (a: ListedRow, b: ListedRow): number =>
  compareText(b.servedOn ?? '', a.servedOn ?? '') || compareText(b.requestNo, a.requestNo)

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
