import { trustedChains, type ChainRoot, type TrustGround } from './chain-trust'
import type { Proof } from './craft'

export interface KeyHolderGround extends TrustGround {
  /** Of this machine: the chain that it writes and those that it wrote before. */
  readonly roots: readonly ChainRoot[]
  /** Every headquarters that this machine knows of. */
  readonly headquarters: readonly ChainRoot[]
}

/**
 * The office's other machines, for which subject keys may be wrapped: those that a machine of the office vouches for. What
 * headquarters says counts for nothing here, though its word admits a chain for the exchange: else it could admit a key of
 * its own and be sent what is closed to it. A chain that another one goes on for is written no more.
 */
export function keyHoldersOf(ground: KeyHolderGround, proof: Proof): readonly ChainRoot[] {
  const isHeadquarters = (chain: string): boolean => ground.headquarters.some(one => one.chain === chain)
  const isItsKey = (publicKey: string): boolean => ground.headquarters.some(one => one.publicKey === publicKey)
  const roots = ground.roots.filter(({ chain }) => !isHeadquarters(chain))
  const facts = ground.facts.filter(({ chain }) => !isHeadquarters(chain))
  const own = new Set(roots.map(({ chain }) => chain))
  return [...trustedChains({ ...ground, roots, facts }, proof).values()]
    .filter(({ chain, publicKey }) => !own.has(chain) && !isHeadquarters(chain) && !isItsKey(publicKey))
    .filter(({ revokedFrom, retired }) => revokedFrom === null && retired?.successor === undefined)
    .map(({ chain, publicKey }) => ({ chain, publicKey }))
}
