import { useMemo } from 'react'
import type { RequestBook, RequestRecord } from '#shared/application/ports'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { useWatch } from '../ui/states/use-watch'

/** Undefined while it is being read, null where there is no such request. */
export function useRecord(requests: RequestBook, requestId: RequestId): RequestRecord | null | undefined {
  const watch = useMemo(() => requests.watchOne(requestId), [requests, requestId])
  return useWatch(watch)
}
