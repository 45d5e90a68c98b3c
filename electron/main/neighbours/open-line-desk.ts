import type { ChainRoot } from '#shared/ledger/exchange/chain-trust'
import { keyHoldersOf } from '#shared/ledger/exchange/key-holders'
import type { Proof } from '#shared/ledger/exchange/craft'
import { rootsOf } from '../ledger/exchange-ledger'
import type { Workstation } from '../workstation/workstation'
import type { ServedDesk } from './serving/served-desk'

export interface LineDeskParts {
  readonly workstation: Workstation
  readonly proof: Proof
  /** Every headquarters that this machine knows of: no subject key is ever wrapped for it. */
  readonly headquarters: () => readonly ChainRoot[]
}

/** The open desk as the office's own line works with it; null while it is locked. */
export function openLineDesk({ workstation, proof, headquarters }: LineDeskParts): ServedDesk | null {
  const { keys, ledger } = workstation
  const exchange = workstation.exchangeWith(proof)
  if (!keys || !ledger || !exchange) return null
  const publicKey = keys.publicKey.toString('base64')
  return {
    ledger: exchange,
    publicKey,
    sign: bytes => keys.sign(bytes),
    identity: () => keys.identity(),
    subjectKeys: workstation.options.vault.subjectKeys,
    headquarters: headquarters(),
    keyHolders: () => {
      const facts = ledger.chainFacts
      const roots = rootsOf({ chain: ledger.chain, publicKey }, facts)
      return keyHoldersOf({ office: ledger.office, roots, facts, headquarters: headquarters() }, proof)
    },
  }
}
