import type { Brand } from '../kernel/brand'

/** Milliseconds (15 digits) and a counter (4 hex digits): sorts as text, never runs backwards on one machine. */
export type Hlc = Brand<string, 'Hlc'>

const maxCounter = 0xffff

/**
 * The moment of the next act: the machine's time, or just after the last act where the machine's time stands behind it.
 * Source: Kulkarni et al., "Logical Physical Clocks" (2014); what was heard of other machines comes in by `lastHeard`.
 */
export function nextHlc(last: Hlc | null, nowMs: number): Hlc {
  if (last === null) return formatHlc(nowMs, 0)
  const { ms, counter } = readHlc(last)
  if (nowMs > ms) return formatHlc(nowMs, 0)
  return counter < maxCounter ? formatHlc(ms, counter + 1) : formatHlc(ms + 1, 0)
}

/** Clocks of two machines differ by minutes, or one of them is plainly wrong. Milliseconds. */
const mostAhead = 3_600_000

/**
 * After which act the next one must sort: this machine's last, or a later one of another machine that it has taken in.
 * A machine whose clock stands more than an hour ahead is not followed: its wrong date would become the date of ours.
 */
export function lastHeard(own: Hlc | null, others: Iterable<Hlc>, nowMs: number): Hlc | null {
  let last = own
  for (const heard of others) {
    if (readHlc(heard).ms <= nowMs + mostAhead && (last === null || heard > last)) last = heard
  }
  return last
}

/** Milliseconds since 1970 that the act carries. */
export const hlcTime = (hlc: Hlc): number => readHlc(hlc).ms

export const readHlc = (hlc: Hlc): { ms: number; counter: number } => ({
  ms: Number(hlc.slice(0, 15)),
  counter: Number.parseInt(hlc.slice(16), 16),
})

/** `byMs` earlier, with the same counter; not before 1970. */
export function hlcEarlier(hlc: Hlc, byMs: number): Hlc {
  const { ms, counter } = readHlc(hlc)
  return formatHlc(Math.max(0, ms - byMs), counter)
}

/** `steps` places after it, the counter first. */
export function hlcAfter(hlc: Hlc, steps: number): Hlc {
  const { ms, counter } = readHlc(hlc)
  const sum = counter + steps
  return formatHlc(ms + Math.floor(sum / (maxCounter + 1)), sum % (maxCounter + 1))
}

const formatHlc = (ms: number, counter: number): Hlc =>
  `${String(ms).padStart(15, '0')}-${counter.toString(16).padStart(4, '0')}` as Hlc
