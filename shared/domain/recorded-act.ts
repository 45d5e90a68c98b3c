import type { Post } from './people/person-facts'
import type { PersonId } from './requests/request-facts'

/**
 * What a person did, as the ledger hands it over: decrypted, verified, in no particular order.
 * `hlc` sorts as text; (hlc, chain, seq) is unique and gives every machine the same order.
 */
export interface RecordedAct<F> {
  readonly seq: number
  readonly chain: string
  readonly hlc: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly actor: PersonId
  readonly role: Post
  readonly facts: readonly F[]
}

/** A fact whose personal part may be gone: its subject key was destroyed after retention. */
export type Erasable<F> = F extends { readonly personal: infer P }
  ? Omit<F, 'personal'> & { readonly personal?: P | undefined }
  : F

/** The one order in which acts are folded. An act that came twice (stick and network) counts once. */
export function inLedgerOrder<F>(acts: Iterable<RecordedAct<F>>): RecordedAct<F>[] {
  const sorted = [...acts].sort(compareActs)
  return sorted.filter((act, i) => i === 0 || compareActs(sorted[i - 1]!, act) !== 0)
}

export function compareActs(a: RecordedAct<unknown>, b: RecordedAct<unknown>): number {
  return compareText(a.hlc, b.hlc) || compareText(a.chain, b.chain) || a.seq - b.seq
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
