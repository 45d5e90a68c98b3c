import type { ChainFact } from './chain-facts'
import type { TrustGround } from './chain-trust'
import type { Head } from './head'
import type { LinkedAct } from './run'

/** Why acts were not taken and are kept apart, to be looked at and released one by one. */
export type QuarantineReason = 'fork' | 'revoked'

/** What a projection made of an act that is stored all the same. */
export interface ProjectionNote {
  readonly seq: number
  /** `pending`: of a type or version that is not known here yet. `poison`: it could not be projected; others go on. */
  readonly kind: 'pending' | 'poison'
}

/**
 * Headquarters' store while it works on one office, in one transaction. Everything that was written is there after the
 * transaction, or nothing is. Implemented by headquarters/store (PostgreSQL) and by the simulation (memory).
 */
export interface OfficeTransaction {
  readonly office: string
  /**
   * Whom the office trusts and why: what was pinned at enrolment (the founding chain and headquarters' own), and what all its
   * stored acts say of chains, in any order. Few: it is asked for with every segment.
   */
  trustGround(): Promise<Pick<TrustGround, 'roots' | 'facts'>>
  /**
   * Head of the chain, of seq 0 where nothing is held; nobody else takes acts of this chain until the transaction ends (the
   * row is made and locked).
   */
  lockHead(chain: string): Promise<Head>
  /** Hashes of acts `from` to `to`, in order; the chain is held up to `to`. At most a segment and the act before it. */
  hashes(chain: string, from: number, to: number): Promise<readonly string[]>
  /** Acts that follow the head, and what they say of chains; the last becomes the head. Never replaces an act. */
  append(acts: readonly LinkedAct[], facts: readonly ChainFact[], receivedAt: string): Promise<void>
  /** Projects acts that were appended, and what they say of chains. What one of them does is its own affair: it throws only where the store fails. */
  project(acts: readonly LinkedAct[], facts: readonly ChainFact[]): Promise<readonly ProjectionNote[]>
  /** Kept once by (chain, seq, hash). */
  quarantine(acts: readonly LinkedAct[], reason: QuarantineReason): Promise<void>
}

export interface HeadquartersStore {
  inOffice<T>(office: string, work: (transaction: OfficeTransaction) => Promise<T>): Promise<T>
}
