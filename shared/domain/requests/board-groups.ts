import type { Board, BoardCard } from './board'
import type { RequestStatus } from './request-state'

/**
 * What the list can be narrowed to and the Today board warns of. Both count with these, so that a number on the board is
 * the number of rows that the list then shows. A request may be in several.
 */
export const boardGroups = ['late', 'soon', 'mine', 'unserved', 'unconfirmed', 'undated'] as const
export type BoardGroup = (typeof boardGroups)[number]

export interface Grouped {
  readonly lane: keyof Board | 'served'
  readonly status: RequestStatus
  readonly certainty: 'final' | 'provisional'
  readonly isWaitingForMe: boolean
}

export const isInGroup: Readonly<Record<BoardGroup, (row: Grouped) => boolean>> = {
  late: row => row.lane === 'late',
  soon: row => row.lane === 'dueWithinThree',
  mine: row => row.isWaitingForMe,
  /** Approved and not served: only service meets the clock (国办公开办函〔2016〕235号). */
  unserved: row => row.status === 'issued',
  /** No clock runs yet: the applicant must be reached first (art. 31). */
  unconfirmed: row => row.status === 'unconfirmed',
  /** The calendar or an opinion is still missing; an unconfirmed receipt has no due date at all. */
  undated: row => row.lane !== 'served' && row.certainty === 'provisional' && row.status !== 'unconfirmed',
}

export type GroupCounts = Readonly<Record<BoardGroup, number>>

export function countGroups(board: Board): GroupCounts {
  const lanes = Object.entries(board) as [keyof Board, readonly BoardCard[]][]
  const rows = lanes.flatMap(([lane, cards]) =>
    cards.map(({ row: { status, certainty }, isWaitingForMe }) => ({ lane, status, certainty, isWaitingForMe })),
  )
  const count = (group: BoardGroup) => rows.filter(isInGroup[group]).length
  return {
    late: count('late'),
    soon: count('soon'),
    mine: count('mine'),
    unserved: count('unserved'),
    unconfirmed: count('unconfirmed'),
    undated: count('undated'),
  }
}
