import {
  clockCorrections,
  prevSigns,
  type ClockCorrection,
  type ClockCorrections,
  type Dated,
} from '../clock-corrections'
import { hlcTime, type Hlc } from '../hybrid-clock'

/** Acts that say a later moment than the one at which they came: the clock that wrote them is fast, or the one here slow. */
export interface ClockAhead {
  readonly fromSeq: number
  readonly toSeq: number
  /** The most of them, milliseconds. */
  readonly byMs: number
}

/** From here on a clock is wrong, and its acts are folded where headquarters took them. Milliseconds. */
export const mostAheadMs = 24 * 60 * 60 * 1_000

/** Acts that follow each other and are all ahead; none of them, or all, were said again. */
export interface AheadRun extends ClockAhead {
  /** The last act that the chain itself wrote before them, of those that were looked at; null where none was. */
  readonly after: Dated | null
  /** As in a correction. */
  readonly prevs: string
}

interface Placed {
  readonly seq: number
  /** The exact text that was signed. */
  readonly body: string
}

interface Now {
  readonly nowMs: number
  readonly mostMs: number
}

/** Null where no act is ahead of `nowMs` by more than `mostMs`. Whatever is: the acts are taken as they were signed. */
export function clockAheadOf(acts: readonly Placed[], { nowMs, mostMs }: Now): ClockAhead | null {
  const ahead = acts.map(({ seq, body }) => ({ seq, byMs: momentOf(body) - nowMs })).filter(({ byMs }) => byMs > mostMs)
  const first = ahead[0]
  if (!first) return null
  return { fromSeq: first.seq, toSeq: ahead.at(-1)!.seq, byMs: Math.max(...ahead.map(({ byMs }) => byMs)) }
}

/**
 * The same acts, without those between them that are not ahead: an act that is said again carries the moment of its first
 * saying, and must not be moved for its neighbours' clock.
 */
export function aheadRunsOf(chain: string, acts: readonly Placed[], { nowMs, mostMs }: Now): readonly AheadRun[] {
  const runs: (AheadRun & { readonly isAgain: boolean })[] = []
  let own: Dated | null = null
  let before: number | null = null
  for (const { seq, body } of acts) {
    const [hlc, prev] = [hlcIn(body), prevIn(body)]
    const mark = prev.slice(0, prevSigns)
    const isAgain = /"from":"[0-9a-f]{64}"/.test(body)
    const byMs = hlc === '' ? 0 : hlcTime(hlc as Hlc) - nowMs
    const last = runs.at(-1)
    if (byMs > mostMs) {
      if (last && last.toSeq === before && last.isAgain === isAgain)
        runs[runs.length - 1] = { ...last, toSeq: seq, byMs: Math.max(byMs, last.byMs), prevs: last.prevs + mark }
      else runs.push({ fromSeq: seq, toSeq: seq, byMs, after: own, prevs: mark, isAgain })
    }
    before = seq
    if (!isAgain && hlc !== '') own = { chain, seq, prev, hlc }
  }
  return runs.map(({ isAgain: _isAgain, ...run }) => run)
}

export interface Before {
  /** The corrections that hold already. */
  readonly known: ClockCorrections
  /** The last act that the chain itself wrote before the first of these runs, where none of them names one. */
  readonly last: Dated | null
}

/** What headquarters says of them, so that everybody folds them where they belong, in the order of their chain. */
export function correctionsFor(chain: string, runs: readonly AheadRun[], { known, last }: Before): ClockCorrection[] {
  const said: ClockCorrection[] = []
  for (const { fromSeq, toSeq, byMs, after, prevs } of runs) {
    const previous = after ?? last
    const notBefore = previous && clockCorrections([...known.all, ...said]).placeOf(previous)
    said.push({ chain, fromSeq, toSeq, byMs: Math.round(byMs), prevs, ...(notBefore ? { notBefore } : {}) })
  }
  return said
}

/** 0 where the act says none: an act of a newer form. */
function momentOf(body: string): number {
  const hlc = hlcIn(body)
  return hlc === '' ? 0 : hlcTime(hlc as Hlc)
}

const prevIn = (body: string): string => /"prev":"([0-9a-f]{64})"/.exec(body)?.[1] ?? ''

const hlcIn = (body: string): string => /"hlc":"(\d{15}-[0-9a-f]{4})"/.exec(body)?.[1] ?? ''
