import type { ChainRoot } from '#shared/ledger/exchange/chain-trust'
import type { Proof } from '#shared/ledger/exchange/craft'
import { knownHeadquarters } from '../sync/known-headquarters'
import type { Workstation } from '../workstation/workstation'
import type { ServedDesk } from './serving/served-desk'

export interface LineDeskParts {
  readonly workstation: Workstation
  readonly proof: Proof
  /** The headquarters that this machine is enrolled with. */
  readonly pinned: () => ChainRoot | null
}

/** The open desk as the office's own line works with it; null while it is locked. */
export function openLineDesk({ workstation, proof, pinned }: LineDeskParts): ServedDesk | null {
  const { keys, ledger, scans } = workstation
  const exchange = workstation.exchangeWith(proof)
  if (!keys || !ledger || !exchange) return null
  const headquarters = () => knownHeadquarters(ledger, pinned())
  const publicKey = keys.publicKey.toString('base64')
  return {
    ledger: exchange,
    publicKey,
    sign: bytes => keys.sign(bytes),
    identities: () => keys.identities(),
    callers: keys.callers,
    subjectKeys: workstation.options.vault.subjectKeys,
    get headquarters() {
      return headquarters()
    },
    blobs: scans && { carried: scans.carried, named: () => scans.blobIndex.named() },
    keyHolders: () => workstation.keyHolders(headquarters(), proof),
  }
}
