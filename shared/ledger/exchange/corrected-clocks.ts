import { clockCorrections, noCorrections, type ClockCorrection, type ClockCorrections } from '../clock-corrections'
import type { ChainFact, ChainOpened } from './chain-facts'

/**
 * The corrections that hold by these facts: those that a chain of headquarters says. Whoever else says one changes nothing.
 * Headquarters are the chains that a person of the office has admitted as such, those that are `pinned`, and those that
 * go on for one of them under the same key.
 */
export function correctedClocks(facts: readonly ChainFact[], pinned: readonly string[] = []): ClockCorrections {
  const said = facts.filter(({ says }) => says.kind === 'clockCorrected')
  if (said.length === 0) return noCorrections
  const headquarters = headquartersChains(facts, pinned)
  return clockCorrections(
    said.flatMap(({ chain, says }): ClockCorrection[] => {
      if (says.kind !== 'clockCorrected' || !headquarters.has(chain)) return []
      const { kind: _kind, ...correction } = says
      return [correction]
    }),
  )
}

/** Whether facts beyond what was known may make other corrections hold. */
export const tellsOfClocks = ({ says }: ChainFact): boolean => says.kind !== 'retired' && says.kind !== 'revoked'

function headquartersChains(facts: readonly ChainFact[], pinned: readonly string[]): ReadonlySet<string> {
  const found = new Set(pinned)
  for (const { says } of facts) if (says.kind === 'admitted' && says.isHeadquarters) found.add(says.chain)
  const keys = keysByChain(facts)
  for (let before = -1; before !== found.size;) {
    before = found.size
    for (const { chain, says } of facts)
      if (says.kind === 'opened' && says.previous && found.has(says.previous.chain))
        if (goesOn({ chain, says, previous: says.previous.chain }, keys)) found.add(chain)
  }
  return found
}

interface Succession {
  readonly chain: string
  readonly says: ChainOpened
  readonly previous: string
}

/** Of a chain that nobody admitted by name, the proof of its opening was verified before any act of it was taken. */
function goesOn({ chain, says, previous }: Succession, keys: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const isItsKey = (of: string): boolean => [...(keys.get(of) ?? [])].every(key => key === says.publicKey)
  return isItsKey(chain) && isItsKey(previous)
}

/** Keys that acts name for a chain. */
function keysByChain(facts: readonly ChainFact[]): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map<string, Set<string>>()
  const note = (chain: string, key: string) => keys.set(chain, (keys.get(chain) ?? new Set()).add(key))
  for (const { chain, says } of facts) {
    if (says.kind === 'admitted') note(says.chain, says.publicKey)
    if (says.kind === 'opened') note(chain, says.publicKey)
  }
  return keys
}
