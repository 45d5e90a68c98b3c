import type { Result } from '../../kernel/result'
import type { ChainFact } from './chain-facts'
import type { AdmittedBy } from './chain-trust'
import type { Head } from './head'
import type { SignedAct } from './signed-act'

/** Why the ledger writes nothing now (disk full, read-only, locked): the caller passes it on, and tries later. */
export interface LedgerRefusal {
  readonly kind: string
}

/** What is trusted of a chain, and by whom it was admitted where the ledger says so (`TrustedChain`). */
export interface ChainKey {
  readonly publicKey: string
  readonly revokedFrom: number | null
  readonly admittedBy?: AdmittedBy
}

/** What a machine's ledger offers to the exchange. Implemented by electron/main/ledger (files) and by the simulation (memory). */
export interface ExchangeLedger {
  readonly office: string
  /** Of the acts that this machine writes; another one after `rollOver`. */
  readonly ownChain: string
  /** Of the own chain and of every other that is held; without those that hold nothing. */
  heads(): readonly Head[]
  /** Hash of act `seq`, 64 zeros for 0, null beyond the end or for a chain that is not held. */
  hashAt(chain: string, seq: number): string | null
  /** At most `limit` acts after `after`, in order. */
  read(chain: string, after: number, limit: number): readonly SignedAct[]
  /**
   * Null for a chain that is not trusted. `opening` is what the first act of a chain that is not held says of itself: it may
   * prove that the chain goes on for a trusted one.
   */
  keyOf(chain: string, opening?: ChainFact): ChainKey | null
  /**
   * Acts of another chain that follow its head, verified by the caller (`admitRun`), as one frame, flushed before it returns.
   * Acts of types or versions that are not known here are kept like all others.
   */
  take(chain: string, acts: readonly SignedAct[]): Result<Head, LedgerRefusal>
  /**
   * The own chain parted at `at`, its last common act: opens a new chain (`previous: at`, proved by the old key), and says
   * every act after `at` again there, with its `hlc` and `from`. From then on the old chain is one of the others and ends at
   * `at`. One frame: all or nothing. `from` is the act's own `from`, else its hash.
   */
  rollOver(at: Head): Result<Head, LedgerRefusal>
  /**
   * Another chain parted at `at`, and the branch held here is not the one that stands elsewhere: the chain ends at `at` from
   * now on, and its acts after that are said again in the own chain, with their `hlc` and `from`, so that nothing is lost
   * where nobody else holds them. Acts whose origin is held elsewhere, and those from a revoked one on, are not said again.
   */
  setAside(at: Head): Result<Head, LedgerRefusal>
}
