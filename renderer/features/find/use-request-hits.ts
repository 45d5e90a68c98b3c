import { useEffect, useMemo, useState, type RefObject } from 'react'
import { findRequests, prepareFind, type FoundRequests } from '#shared/application/find/find-requests'
import type { RequestBook, RequestRecord } from '#shared/application/ports'
import { idleWork } from '../../ui/states/idle-work'

export interface RequestHits extends FoundRequests {
  /** False while ended cases are still being read: there may be more. */
  readonly isWhole: boolean
  /** False where the record is of an earlier look and may have changed since: its status and date are not shown. */
  readonly isCurrent: (record: RequestRecord) => boolean
}

/** What was heard of all requests the last time, so that the next search begins with everything. Gone at the lock. */
export type LastHeard = RefObject<readonly RequestRecord[] | null>

const mostHits = 6

/** Running cases are there at once; all of them, thousands, a moment later, and only while the palette is open. */
export function useRequestHits(book: RequestBook, text: string, last: LastHeard): RequestHits {
  const [open, setOpen] = useState<readonly RequestRecord[]>()
  const [all, setAll] = useState<readonly RequestRecord[]>()
  useEffect(() => book.watchOpen(setOpen), [book])
  useEffect(
    () =>
      book.watchAll(records => {
        last.current = records
        setAll(records)
      }),
    [book, last],
  )
  const records = useMemo(() => all ?? merged(open ?? [], last.current ?? []), [all, open, last])
  useEffect(() => idleWork(records, prepareFind), [records])
  const found = useMemo(() => findRequests(records, text, mostHits), [records, text])
  const current = useMemo(() => (all ? null : new Set(open)), [all, open])
  return { ...found, isWhole: all !== undefined, isCurrent: record => current === null || current.has(record) }
}

function merged(open: readonly RequestRecord[], last: readonly RequestRecord[]): readonly RequestRecord[] {
  const ids = new Set(open.map(({ requestId }) => requestId))
  return [...open, ...last.filter(({ requestId }) => !ids.has(requestId))]
}
