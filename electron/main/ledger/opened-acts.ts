import type { PlainAct } from '#shared/ledger/act'
import { compareActs } from '#shared/ledger/act-order'

const subjectsKept = 30

type Recent = Map<string, readonly PlainAct[]>

/** The acts of the subjects judged last, opened: the authority folds one request again for every act on it. */
export class OpenedActs {
  /** By subject, then by chain. */
  readonly #recent = new Map<string, Recent>()

  /**
   * Of all chains, in the order in which they are folded. `places`: where the subject's acts stand, chain by chain; `read`
   * opens one, and is asked only for those that are not kept.
   */
  of(
    subject: string,
    places: readonly (readonly [chain: string, seqs: readonly number[]])[],
    read: (chain: string, seq: number) => PlainAct,
  ): readonly PlainAct[] {
    const known = this.#recent.get(subject)
    const acts: Recent = new Map()
    for (const [chain, seqs] of places) {
      const before = known?.get(chain) ?? []
      const news = seqs.slice(before.length).map(seq => read(chain, seq))
      acts.set(chain, news.length === 0 ? before : [...before, ...news])
    }
    this.#recent.delete(subject) // put back as the newest
    this.#recent.set(subject, acts)
    if (this.#recent.size > subjectsKept) this.#recent.delete(this.#recent.keys().next().value as string)
    const [first = [], ...others] = acts.values()
    return others.length === 0 ? first : [first, ...others].flat().sort(compareActs)
  }

  /** They hold names. */
  forget(): void {
    this.#recent.clear()
  }
}
