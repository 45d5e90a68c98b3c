import { hlcTime, type Hlc } from '../hybrid-clock'

/** Acts that say a later moment than the one at which they came: the clock that wrote them is fast, or the one here slow. */
export interface ClockAhead {
  readonly fromSeq: number
  readonly toSeq: number
  /** The most of them, milliseconds. */
  readonly byMs: number
}

interface Placed {
  readonly seq: number
  /** The exact text that was signed. */
  readonly body: string
}

/** Null where no act is ahead of `nowMs` by more than `mostMs`. Whatever is: the acts are taken as they were signed. */
export function clockAheadOf(
  acts: readonly Placed[],
  { nowMs, mostMs }: { readonly nowMs: number; readonly mostMs: number },
): ClockAhead | null {
  const ahead = acts.map(({ seq, body }) => ({ seq, byMs: momentOf(body) - nowMs })).filter(({ byMs }) => byMs > mostMs)
  const first = ahead[0]
  if (!first) return null
  return { fromSeq: first.seq, toSeq: ahead.at(-1)!.seq, byMs: Math.max(...ahead.map(({ byMs }) => byMs)) }
}

/** 0 where the act says none: an act of a newer form. */
function momentOf(body: string): number {
  const [, hlc] = /"hlc":"(\d{15}-[0-9a-f]{4})"/.exec(body) ?? []
  return hlc === undefined ? 0 : hlcTime(hlc as Hlc)
}
