import type { RequestBook, RequestRecord } from '#shared/application/ports'
import type { RequestStatus } from '#shared/domain/requests/request-state'
import type { RequestRow } from '../rows'
import type { View } from '../view'

/** Everything but `served`: only service meets the clock. Named one by one, so that a new status must choose. */
const isOpen: Readonly<Record<RequestStatus, boolean>> = {
  registered: true,
  examined: true,
  submitted: true,
  returned: true,
  issued: true,
  served: false,
}
const openStatuses = (Object.keys(isOpen) as RequestStatus[]).filter(status => isOpen[status])

export function requestBook(view: View): RequestBook {
  return {
    watchOpen: view.watch(async db => {
      // One query a status: `anyOf` walks a cursor, and a task per row is ten times as slow as a list at once.
      const lists = await Promise.all(openStatuses.map(status => db.requests.where({ status }).toArray()))
      return lists.flat().toSorted(byReceipt).map(recordOf)
    }),
    watchAll: view.watch(async db => {
      const rows = await db.requests.toArray()
      return rows.toSorted((a, b) => byReceipt(b, a)).map(recordOf)
    }),
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
function byReceipt(a: RequestRow, b: RequestRow): number {
  const left = a.receivedOn + a.requestNo + a.id
  const right = b.receivedOn + b.requestNo + b.id
  return left < right ? -1 : left > right ? 1 : 0
}

const recordOf = ({ id, request, needsNewerVersion, actsLeftOut }: RequestRow): RequestRecord => ({
  ...{ requestId: id, request, needsNewerVersion, actsLeftOut },
})
