import type { ActBody } from '#shared/ledger/act'
import type { Hlc } from '#shared/ledger/hybrid-clock'

export interface KeptChain {
  readonly chain: string
  readonly hlc: Hlc | null
  readonly subjects: readonly string[]
  /** How many of the seqs that follow are of each subject. */
  readonly counts: readonly number[]
}

/** Seqs by subject, and the newest moment, of one chain: a pure function of its acts, in order. */
export class ChainIndex {
  readonly #subjects = new Map<string, number[]>()
  #hlc: Hlc | null = null

  get hlc(): Hlc | null {
    return this.#hlc
  }

  get subjects(): ReadonlyMap<string, readonly number[]> {
    return this.#subjects
  }

  observe(act: ActBody): void {
    const seqs = this.#subjects.get(act.subject)
    if (seqs) seqs.push(act.seq)
    else this.#subjects.set(act.subject, [act.seq])
    if (this.#hlc === null || act.hlc > this.#hlc) this.#hlc = act.hlc as Hlc
  }

  kept(chain: string): KeptChain {
    const counts = [...this.#subjects.values()].map(list => list.length)
    return { chain, hlc: this.#hlc, subjects: [...this.#subjects.keys()], counts }
  }

  /** Takes its seqs from `seqs`, from `at` on; answers where those of the next chain begin. */
  restore({ hlc, subjects, counts }: KeptChain, seqs: Uint32Array, at: number): number {
    this.#hlc = hlc
    let next = at
    for (const [n, subject] of subjects.entries()) {
      this.#subjects.set(subject, Array.from(seqs.subarray(next, next + counts[n]!)))
      next += counts[n]!
    }
    return next
  }
}
