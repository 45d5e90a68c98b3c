import type { ActBody } from '#shared/ledger/act'
import type { Hlc } from '#shared/ledger/hybrid-clock'
import { trustedAfter, type TrustedMoment } from './trusted-moment'

/** Whoever draws conclusions from the acts of the journal, in order. */
export interface Onlooker {
  observe(act: ActBody): void
  /** Forgets everything it observed: the journal is being read again. */
  reset(): void
  /** Everything it knows as JSON, the same text for the same acts; `restore` takes it back. */
  kept(): unknown
  restore(kept: unknown): void
}

/** What a ledger knows of the acts without reading them again, in a form that can be written down. */
export interface KeptIndex {
  /** JSON; holds ids, printed numbers and posts, and no names. */
  readonly text: string
  /** Seqs of the acts of each subject, subject after subject. */
  readonly seqs: Uint32Array
}

/** Seqs by subject, the newest moment, and what the onlookers know: a pure function of the acts, in order. */
export class LedgerIndex {
  readonly #subjects = new Map<string, number[]>()
  #hlc: Hlc | null = null
  #trusted: TrustedMoment | null = null
  readonly #onlookers: readonly Onlooker[]

  constructor(onlookers: readonly Onlooker[]) {
    this.#onlookers = onlookers
  }

  get hlc(): Hlc | null {
    return this.#hlc
  }

  get trustedAt(): number | null {
    return this.#trusted?.ms ?? null
  }

  get subjects(): ReadonlyMap<string, readonly number[]> {
    return this.#subjects
  }

  observe(act: ActBody): void {
    const seqs = this.#subjects.get(act.subject)
    if (seqs) seqs.push(act.seq)
    else this.#subjects.set(act.subject, [act.seq])
    if (this.#hlc === null || act.hlc > this.#hlc) this.#hlc = act.hlc as Hlc
    this.#trusted = trustedAfter(this.#trusted, act)
    for (const onlooker of this.#onlookers) onlooker.observe(act)
  }

  reset(): void {
    this.#subjects.clear()
    this.#hlc = null
    this.#trusted = null
    for (const onlooker of this.#onlookers) onlooker.reset()
  }

  kept(): KeptIndex {
    const lists = [...this.#subjects.values()]
    const kept: KeptText = {
      hlc: this.#hlc,
      trusted: this.#trusted,
      subjects: [...this.#subjects.keys()],
      counts: lists.map(list => list.length),
      onlookers: this.#onlookers.map(onlooker => onlooker.kept()),
    }
    const seqs = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0))
    let at = 0
    for (const list of lists) {
      seqs.set(list, at)
      at += list.length
    }
    return { text: JSON.stringify(kept), seqs }
  }

  /** In place of observing those acts. The text was authenticated, so it has our shape. */
  restore({ text, seqs }: KeptIndex): void {
    this.reset()
    const { hlc, trusted, subjects, counts, onlookers } = JSON.parse(text) as KeptText
    let at = 0
    for (const [n, subject] of subjects.entries()) {
      this.#subjects.set(subject, Array.from(seqs.subarray(at, at + counts[n]!)))
      at += counts[n]!
    }
    this.#hlc = hlc
    this.#trusted = trusted
    for (const [n, onlooker] of this.#onlookers.entries()) onlooker.restore(onlookers[n])
  }
}

interface KeptText {
  readonly hlc: Hlc | null
  readonly trusted: TrustedMoment | null
  readonly subjects: readonly string[]
  readonly counts: readonly number[]
  readonly onlookers: readonly unknown[]
}
