import { trustedChains } from '#shared/ledger/exchange/chain-trust'
import { inBoundOffice, type BoundOffice } from '../store/bound-office'
import { craft } from './craft'
import { storeParts, type Parts } from './parts'

/** By the acts, as for what a chain sends: a directory alone trusts nobody. Null where the chain is not trusted. */
export function trustedKey(
  parts: Parts,
  office: BoundOffice,
  chain: string,
): Promise<{ publicKey: string; isRevoked: boolean } | null> {
  return inBoundOffice(storeParts(parts), office, async transaction => {
    const ground = { office: office.ledger, ...(await transaction.trustGround()) }
    const found = trustedChains(ground, craft).get(chain)
    return found ? { publicKey: found.publicKey, isRevoked: found.revokedFrom !== null } : null
  })
}
