import type { ChainRoot } from '#shared/ledger/exchange/chain-trust'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import type { OpenKeys } from '../../vault/open-keys'
import type { SubjectKeys } from '../../vault/subject-keys'
import type { BlobShelf } from './blob-answers'

/** What this machine's open desk gives to the line; there is none while it is locked. */
export interface ServedDesk {
  readonly ledger: ExchangeLedger
  /** Of the own chain, which signs every answer. */
  readonly publicKey: string
  sign(bytes: Uint8Array): Buffer
  /** Chains in whose name this machine may ask, newest first. */
  readonly callers: OpenKeys['callers']
  /** Opens what was sealed for this machine: for one opening. */
  identities(): readonly string[]
  readonly subjectKeys: Pick<SubjectKeys, 'carried' | 'adopt'>
  /** Null where no scans can be reached. */
  readonly blobs: BlobShelf | null
  /** Machines that may hold subject keys (`keyHoldersOf`): never headquarters, nor whom only headquarters admitted. */
  keyHolders(): readonly ChainRoot[]
  /** Every headquarters that this machine knows of. */
  readonly headquarters: readonly ChainRoot[]
}
