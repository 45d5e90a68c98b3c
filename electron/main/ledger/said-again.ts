import type { ActBody } from '#shared/ledger/act'
import type { StoredAct } from './journal-scan'

/** What an act of a branch that was left says, without its place: who, when, about what, and which act it was. */
export type SaidAgain = Pick<ActBody, 'hlc' | 'from' | 'actor' | 'role' | 'subject' | 'facts'>

/**
 * None for an act that only opened the chain which is left, and none for one of a newer form: nobody here can write that.
 * Its moment stays: a request was registered on the day on which it was.
 */
export function saidAgain({ act, hash, isNewer }: StoredAct): SaidAgain[] {
  const { hlc, actor, role, subject } = act
  const facts = act.facts.filter(({ type }) => type !== 'chain.opened@1')
  return isNewer || facts.length === 0 ? [] : [{ hlc, from: act.from ?? hash, actor, role, subject, facts }]
}
