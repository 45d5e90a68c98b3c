import { foldRequest } from '#shared/domain/requests/request'
import type { RecordedAct } from '#shared/domain/recorded-act'
import type { RequestId } from '#shared/domain/requests/request-facts'
import type { StoredRequestFact } from '#shared/domain/requests/request-state'
import { type LeftOut, type PlainRecordedAct, type SubjectRows, textOrThrow } from './subject-rows'

/** No row while the registration has not come: the acts wait in the bundle for it. */
export function foldRequestRow(id: string, acts: readonly PlainRecordedAct[], { actsLeftOut }: LeftOut): SubjectRows {
  const request = foldRequest(acts as readonly RecordedAct<StoredRequestFact>[]) // the fold names what it does not know
  if (!request) return { kind: 'request', id, row: null }
  const row = {
    id: id as RequestId,
    requestNo: textOrThrow(request.requestNo),
    status: request.status,
    receivedOn: textOrThrow(request.receivedOn) as typeof request.receivedOn,
    agencyId: textOrThrow(request.agencyId),
    request,
    needsNewerVersion: request.notUnderstood.length > 0,
    actsLeftOut,
  }
  return { kind: 'request', id, row }
}
