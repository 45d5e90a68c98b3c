import type { RequestBook, RequestRecord } from '#shared/application/ports'
import type { RequestStatus } from '#shared/domain/requests/request-state'
import { keptRequests } from '../kept-requests'
import { keptWatch } from '../kept-watch'
import { recordOf } from '../record-of'
import type { View } from '../view'

/** Everything but `served` and `closed`: only service meets the clock. Named one by one, so that a new status must choose. */
const isOpen: Readonly<Record<RequestStatus, boolean>> = {
  unconfirmed: true,
  registered: true,
  examined: true,
  submitted: true,
  returned: true,
  issued: true,
  served: false,
  closed: false,
}
const openStatuses = (Object.keys(isOpen) as RequestStatus[]).filter(status => isOpen[status])

export function requestBook(view: View): RequestBook {
  return {
    watchOpen: keptWatch(
      view,
      view.watch(async db => {
        // One query a status: `anyOf` walks a cursor, and a task per row is ten times as slow as a list at once.
        const lists = await Promise.all(openStatuses.map(status => db.requests.where({ status }).toArray()))
        return lists.flat().map(recordOf).toSorted(byReceipt)
      }),
    ),
    watchAll: keptRequests(view),
    watchDay: day =>
      view.watch(async db => ({
        registered: await db.requests.where({ registeredOn: day }).count(),
        served: await db.requests.where({ servedOn: day }).count(),
        hasAny: (await db.requests.limit(1).toArray()).length > 0, // rows: a live query for keys alone hears of no row that is added
      })),
    watchOne: requestId =>
      view.watch(async db => {
        const row = await db.requests.get(requestId)
        return row ? recordOf(row) : null
      }),
    findByNumber: requestNo =>
      view.read(async db => {
        const rows = await db.requests.where('requestNo').equals(requestNo).toArray()
        return rows.map(row => row.id)
      }),
  }
}

/** The same number on two machines is told apart by id, so that the order is one and the same everywhere. */
function byReceipt(a: RequestRecord, b: RequestRecord): number {
  return (
    compareText(receiptOf(a), receiptOf(b)) ||
    compareText(a.request.requestNo, b.request.requestNo) ||
    compareText(a.requestId, b.requestId)
  )
}

/** Day of receipt, or of arrival while that is unconfirmed. */
const receiptOf = ({ request }: RequestRecord): string => request.receivedOn ?? request.arrivedOn

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
