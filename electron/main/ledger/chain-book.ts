import type { ActBody } from '#shared/ledger/act'
import { compareActs } from '#shared/ledger/act-order'
import { chainFactsOf, type ChainFact } from '#shared/ledger/exchange/chain-facts'
import type { Onlooker } from './ledger-index'

/** What the acts of all chains say of chains: on it others are trusted, and clocks are corrected (shared/ledger/exchange). */
export interface ChainBook extends Onlooker {
  readonly facts: readonly ChainFact[]
}

export function chainBook(): ChainBook {
  let facts: ChainFact[] = []
  return {
    get facts() {
      return facts
    },
    observe: (act: ActBody) => {
      const tells = act.facts.some(({ type }) => type.startsWith('chain.') || type.startsWith('clock.corrected@'))
      if (tells) facts.push(...chainFactsOf(JSON.stringify(act)))
    },
    reset: () => {
      facts = []
    },
    // Those of one act stay in their order: the sort is stable.
    kept: () => [...facts].sort(compareActs),
    restore: kept => {
      facts = [...(kept as readonly ChainFact[])]
    },
  }
}
