import type { RequestRecord } from '#shared/application/ports'
import { openRequestRow, type OpenRequestRow } from '#shared/application/requests/open-requests'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import { boardFor, type Board, type Viewer } from '#shared/domain/requests/board'

export interface BoardViewer extends Viewer {
  readonly calendar: WorkingCalendar
}

/** Every request that is not served, each in exactly one lane, due dates counted anew. */
export function boardCards(records: readonly RequestRecord[], viewer: BoardViewer): Board<OpenRequestRow> {
  const rows = records.map(record => openRequestRow(record, viewer.today, viewer.calendar))
  return boardFor(rows, viewer, viewer.calendar)
}

/** In all lanes and beside them. */
export const openCount = (board: Board<OpenRequestRow>): number =>
  Object.values(board).reduce((sum: number, lane: readonly unknown[]) => sum + lane.length, 0)

/** Years whose holiday calendar is waited for, over all cards of a lane. */
export function yearsAwaited(lane: Board<OpenRequestRow>['undated']): readonly number[] {
  return [...new Set(lane.flatMap(({ row }) => row.missingYears))].sort((a, b) => a - b)
}
