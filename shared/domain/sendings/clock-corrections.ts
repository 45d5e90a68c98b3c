import type { Noted } from './sending-book'
import type { CorrectedClock } from './sending-facts'

interface Place {
  readonly chain: string
  readonly seq: number
}

/**
 * By how much the clock ran ahead, milliseconds, when this act was signed, as headquarters noted it; null where it noted
 * nothing. The act stays as it was signed and where it stands in the order; what is told of its time says so.
 */
export function aheadWhenSigned(clocks: readonly Noted<CorrectedClock>[], { chain, seq }: Place): number | null {
  const by = clocks.flatMap(({ said }) =>
    said.chain === chain && said.fromSeq <= seq && seq <= said.toSeq ? [said.byMs] : [],
  )
  return by.length > 0 ? Math.max(...by) : null
}

/** How this machine's clock stands beside headquarters': `aheadMs` is below 0 where it is slow. */
export interface ClockStanding {
  /** `told`: by a note that came with the acts, by whatever carrier; the clock was not measured since. */
  readonly how: 'measured' | 'told'
  readonly aheadMs: number
}

export interface ClockSeen {
  /** Headquarters' clock minus this machine's at the last contact on the line; null where there was none. */
  readonly clockOffsetMs: number | null
  readonly own: { readonly chain: string; readonly confirmed: number } | null
}

/** Below that nobody sets a clock. */
const leastMs = 5 * 60_000

/**
 * Null where the clock is right as far as anybody knows. A note counts until headquarters has signed for later acts of this
 * machine without saying it again.
 */
export function clockStanding(
  { clockOffsetMs, own }: ClockSeen,
  clocks: readonly Noted<CorrectedClock>[],
): ClockStanding | null {
  if (clockOffsetMs !== null)
    return Math.abs(clockOffsetMs) < leastMs ? null : { how: 'measured', aheadMs: -clockOffsetMs }
  const last = own && clocks.findLast(({ said }) => said.chain === own.chain && said.toSeq >= own.confirmed)
  return last ? { how: 'told', aheadMs: last.said.byMs } : null
}
