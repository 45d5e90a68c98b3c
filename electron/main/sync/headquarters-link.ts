import type { SegmentAnswer } from '#shared/contracts/headquarters-api'
import type { Result } from '#shared/kernel/result'
import type { Receipt } from '#shared/ledger/exchange/receipt'

/**
 * Why there is no answer. `away`: nobody can be reached, tried again by itself. `refused`: headquarters does not know this
 * machine (any more). `notUnderstood`: an answer of another form, as a newer or a wrong server gives it. `locked`: the desk was
 * locked meanwhile. `stopped`: a person ended the pass, or the program ends. `tooOften`: headquarters is there, and wants this
 * machine to wait so long before it asks again.
 */
export type LinkProblem =
  | { readonly kind: 'away' | 'refused' | 'notUnderstood' | 'locked' | 'stopped' }
  | { readonly kind: 'tooOften'; readonly waitMs: number }

/**
 * Headquarters, or another machine of the office that serves the same calls. Every call may be lost on the way there or
 * back, and may be carried out twice.
 */
export interface HeadquartersLink {
  /** Its vector, each head as a signed receipt. */
  heads(): Promise<Result<readonly Receipt[], LinkProblem>>
  send(segment: Uint8Array): Promise<Result<SegmentAnswer, LinkProblem>>
  /** A segment of at most `limit` acts after `after`; null where there are none. */
  fetch(chain: string, after: number, limit: number): Promise<Result<Uint8Array | null, LinkProblem>>
}
