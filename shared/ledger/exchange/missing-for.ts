import type { Head } from './head'
import { mostSegmentActs } from './segment'

/** Acts `after` + 1 to `upTo` of one chain. */
export interface MissingRun {
  readonly chain: string
  readonly after: number
  readonly upTo: number
}

/**
 * What the other side lacks of what is held here: by the vectors alone, never by time of arrival or a running number of
 * the receiver, whose order is not that in which rows become visible. Oldest first, so that the act which admits a chain
 * goes before the chain's own. A chain they hold further is nothing to send.
 */
export function missingFor(theirs: readonly Head[], ours: readonly Head[]): readonly MissingRun[] {
  const reached = new Map(theirs.map(({ chain, seq }) => [chain, seq]))
  return ours
    .flatMap(({ chain, seq }) => runsBetween(chain, reached.get(chain) ?? 0, seq))
    .sort((a, b) => a.after - b.after || (a.chain < b.chain ? -1 : 1))
}

function runsBetween(chain: string, after: number, upTo: number): MissingRun[] {
  const runs: MissingRun[] = []
  for (let at = after; at < upTo; at += mostSegmentActs)
    runs.push({ chain, after: at, upTo: Math.min(upTo, at + mostSegmentActs) })
  return runs
}
