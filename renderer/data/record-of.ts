import type { RequestRecord } from '#shared/application/ports'
import { type PackedRequest, unpackRequest } from './pack-request'
import type { RequestRow } from './rows'

/** One record per version of a row, so that what a screen reckoned of it holds until the row changes. */
export function recordOf({ id, packed, needsNewerVersion, actsLeftOut, partsUnreadable }: RequestRow): RequestRecord {
  const known = records.get(packed)
  if (known) return known
  const unreadable = partsUnreadable === undefined ? {} : { partsUnreadable }
  const record = { requestId: id, request: unpackRequest(packed), needsNewerVersion, actsLeftOut, ...unreadable }
  records.set(packed, record)
  return record
}

const records = new WeakMap<PackedRequest, RequestRecord>()
