import type { ChainSaying } from './chain-facts'
import { trustedChains, type ChainRoot, type TrustGround } from './chain-trust'
import type { Proof } from './craft'

export interface KeyHolderChain extends ChainRoot {
  /** Gone on for by another: usually nobody writes it any more. */
  readonly isRetired: boolean
}

export interface KeyHolderGround extends TrustGround {
  readonly ownChain: string
  /** Of this machine: the chain that it writes and those that it wrote before. */
  readonly roots: readonly ChainRoot[]
  /** Every headquarters that this machine knows of. */
  readonly headquarters: readonly ChainRoot[]
}

/**
 * The office's other machines, for which subject keys may be wrapped: those that a machine of the office vouches for. What
 * headquarters says counts for nothing here, though its word admits a chain for the exchange: else it could admit a key of
 * its own and be sent what is closed to it. Nor does an admission that names no workstation: so headquarters itself is
 * admitted, also where only another machine knows it. The original of a copied disk may go on in a chain that was retired.
 */
export function keyHoldersOf(ground: KeyHolderGround, proof: Proof): readonly KeyHolderChain[] {
  const isHeadquarters = (chain: string): boolean => ground.headquarters.some(one => one.chain === chain)
  const isItsKey = (publicKey: string): boolean => ground.headquarters.some(one => one.publicKey === publicKey)
  const roots = ground.roots.filter(({ chain }) => !isHeadquarters(chain))
  const facts = ground.facts.filter(({ chain, says }) => !isHeadquarters(chain) && !admitsNoMachine(says))
  return [...trustedChains({ ...ground, roots, facts }, proof).values()]
    .filter(({ chain, publicKey }) => chain !== ground.ownChain && !isHeadquarters(chain) && !isItsKey(publicKey))
    .filter(({ revokedFrom }) => revokedFrom === null)
    .map(({ chain, publicKey, retired }) => ({ chain, publicKey, isRetired: retired !== null }))
}

const admitsNoMachine = (says: ChainSaying): boolean => says.kind === 'admitted' && says.workstation === undefined
