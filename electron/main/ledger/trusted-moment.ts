import type { ActBody } from '#shared/ledger/act'
import { readHlc, type Hlc } from '#shared/ledger/hybrid-clock'

export interface TrustedMoment {
  readonly ms: number
  /** Set after a person said that it is an earlier day than the acts say: the time of the acts that were wrong. */
  readonly aheadUntil?: number
}

/** Acts appended while the machine stands behind only count up; they say nothing of the time (Kulkarni 2014). */
const countingUp = 60_000

/**
 * What an act says of the time. Its own moment, as a rule. `clock.confirmed@1` with an earlier day takes back what a
 * wrong clock had written: a year typed wrong once must not ask for the date at every start until that year comes.
 * An act that only counts on from another, of this machine or of one that is ahead, says nothing of the time; nor does
 * one that is said again.
 */
export function trustedAfter(
  before: TrustedMoment | null,
  act: Pick<ActBody, 'hlc' | 'facts' | 'from'>,
): TrustedMoment | null {
  const { ms, counter } = readHlc(act.hlc as Hlc)
  const confirmed = act.facts.find(fact => fact.type === 'clock.confirmed@1')?.open as { today?: string } | undefined
  const startOfDay = Date.parse(`${confirmed?.today ?? ''}T00:00:00+08:00`)
  if (startOfDay < ms - 86_400_000) return { ms: startOfDay, aheadUntil: ms }
  if (counter > 0 || act.from !== undefined) return before
  const isStillAhead = before?.aheadUntil !== undefined && ms <= before.aheadUntil + countingUp
  return isStillAhead ? before : { ms }
}
