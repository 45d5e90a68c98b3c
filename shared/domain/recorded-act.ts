import type { Post } from './people/person-facts'
import type { PersonId } from './requests/request-facts'

/**
 * What a person did, as the ledger hands it over: decrypted, verified, in no particular order.
 * `hlc` sorts as text; (hlc, chain, seq) is unique and gives every machine the same order. It is where the act is folded, `at`
 * the moment that was signed: they part where headquarters has corrected the clock that wrote it.
 */
export interface RecordedAct<F> {
  readonly seq: number
  readonly chain: string
  readonly hlc: string
  /** Shared by an act and another that says it again after a chain was found forked; missing where nothing is known. */
  readonly origin?: string
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

/**
 * The one order in which acts are folded. An act that came twice (stick and network) counts once; so does one that was
 * said again on another chain, at its first place in this order.
 */
export function inLedgerOrder<F>(acts: Iterable<RecordedAct<F>>): RecordedAct<F>[] {
  const sorted = [...acts].sort(compareActs)
  const once = sorted.filter((act, i) => i === 0 || compareActs(sorted[i - 1]!, act) !== 0)
  // Nothing is said again on the chain that it stands on.
  return once.every(({ chain }) => chain === once[0]!.chain) ? once : saidOnce(once)
}

function saidOnce<F>(acts: readonly RecordedAct<F>[]): RecordedAct<F>[] {
  const seen = new Set<string>()
  return acts.filter(({ origin }) => {
    if (origin === undefined) return true
    const isFirst = !seen.has(origin)
    seen.add(origin)
    return isFirst
  })
}

export function compareActs(a: RecordedAct<unknown>, b: RecordedAct<unknown>): number {
  return compareText(a.hlc, b.hlc) || compareText(a.chain, b.chain) || a.seq - b.seq
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
