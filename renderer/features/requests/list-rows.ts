import type { RequestRecord } from '#shared/application/ports'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import { replyDueOn } from '#shared/domain/clocks/reply-clock'
import { maskName } from '#shared/domain/identity/masking'
import { boardFor, type Board, type BoardCard, type BoardRow, type Viewer } from '#shared/domain/requests/board'
import { askedFor } from './titles'

/** One request as the list shows it. Null where the personal part was erased. */
export interface RequestRow extends BoardRow {
  readonly asked: string | null
  readonly applicant: string | null
  readonly receivedOn: CivilDate
  readonly servedOn: CivilDate | undefined
  /** The clock facts contradict each other, so that `dueOn` means nothing. */
  readonly isDueUnknown: boolean
  /** Number, masked and plain name, description: what the filter looks in. Never shown. */
  readonly searchText: string
}

export interface ListedRow extends RequestRow {
  readonly lane: keyof Board | 'served'
  /** 0 on the due day, negative after it. */
  readonly workingDaysLeft: number
  readonly isWaitingForMe: boolean
}

type Clock = { readonly today: CivilDate; readonly calendar: WorkingCalendar }

/** Running requests by due date, then what is served, latest first. */
export function listedRows(records: readonly RequestRecord[], viewer: Viewer, calendar: WorkingCalendar): ListedRow[] {
  const rows = records.map(record => rowOf(record, { today: viewer.today, calendar }))
  const board = boardFor(rows, viewer, calendar)
  const running = lanes.flatMap(lane => board[lane].map(card => listed(card, lane)))
  const served = rows
    .filter(row => row.status === 'served')
    .map((row): ListedRow => ({ ...row, lane: 'served', workingDaysLeft: 0, isWaitingForMe: false }))
  return [...running.sort(byDueDate), ...served.sort(byServiceLatestFirst)]
}

const lanes = [
  'late',
  'dueWithinThree',
  'waitingForMe',
  'undated',
  'running',
] as const satisfies readonly (keyof Board)[]

const listed = ({ row, workingDaysLeft, isWaitingForMe }: BoardCard<RequestRow>, lane: keyof Board): ListedRow => ({
  ...row,
  lane,
  workingDaysLeft,
  isWaitingForMe,
})

function rowOf({ requestId, request }: RequestRecord, { today, calendar }: Clock): RequestRow {
  const due = replyDueOn(request.clockFacts, calendar, today)
  const { personal, requestNo, status, receivedOn } = request
  const applicant = personal ? maskName(personal.applicant.name) : null
  const asked = askedFor(personal?.description)
  return {
    ...{ requestId, requestNo, status, receivedOn, applicant, asked },
    dueOn: due.ok ? due.value.dueOn : receivedOn,
    certainty: due.ok ? due.value.certainty : 'provisional',
    isDueUnknown: !due.ok,
    handler: request.registered.actor,
    drafter: request.currentDraft?.drafter,
    servedOn: request.served?.servedOn,
    searchText: plain([requestNo, applicant, personal?.applicant.name, asked].join('\n')),
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
  served: row => row.lane === 'served',
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
  `${b.servedOn ?? ''}${b.requestNo}` < `${a.servedOn ?? ''}${a.requestNo}` ? -1 : 1
