import type { UpdateOutcome, ViewCount } from '#shared/contracts/update-channels'
import type { Problem } from '#shared/contracts/problems'
import type { PendingUpdate } from './update-record'

/** What is found after a restart. */
export interface FoundAfter {
  readonly version: string
  /** What a whole reading of the journals said; null where they are sound. */
  readonly journal: Problem | null
  /** 64 zeros for 0, null beyond the end or where the chain is not held. */
  readonly hashAt: (chain: string, seq: number) => string | null
  /** Acts of all chains that the journals hold; only told. */
  readonly acts: number
  readonly view: ViewCount
  readonly at: number
}

/** Everything that was there before the update has to be there after it, act by act and table by table. */
export function weighAfter(pending: PendingUpdate, found: FoundAfter): UpdateOutcome {
  const what = faultOf(pending, found)
  const isNew = found.version === pending.to
  return {
    from: pending.from,
    to: pending.to,
    checkedAt: found.at,
    result: what ? 'damaged' : isNew ? 'updated' : 'notInstalled',
    ...(what ? { what } : {}),
    acts: found.acts,
    rows: rowsOf(found.view),
  }
}

function faultOf(pending: PendingUpdate, found: FoundAfter): UpdateOutcome['what'] | null {
  if (found.journal) return 'journal'
  if (!pending.heads.every(({ chain, seq, hash }) => found.hashAt(chain, seq) === hash)) return 'shorter'
  const actsBefore = pending.heads.reduce((sum, { seq }) => sum + seq, 0)
  if (found.view.applied < actsBefore) return 'behind'
  // By name: the version before may have counted other tables than this one.
  const now: Readonly<Record<string, number>> = found.view.rows
  const before = Object.entries(pending.view.rows)
  return before.every(([table, rows]) => (now[table] ?? 0) >= rows) ? null : 'view'
}

export const rowsOf = ({ rows }: ViewCount): number => Object.values(rows).reduce((sum, count) => sum + count, 0)
