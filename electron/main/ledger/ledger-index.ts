import type { ActBody } from '#shared/ledger/act'
import { lastHeard, type Hlc } from '#shared/ledger/hybrid-clock'
import { ChainIndex, type KeptChain } from './chain-index'
import type { ChainFact } from '#shared/ledger/exchange/chain-facts'
import { chainBook } from './chain-book'
import { trustedAfter, type TrustedMoment } from './trusted-moment'

/**
 * Whoever draws conclusions from the acts of the journals. Those of one chain come in order; in which order chains come
 * is chance, and must not change what is kept.
 */
export interface Onlooker {
  observe(act: ActBody): void
  /** Forgets everything it observed: the journals are being read again. */
  reset(): void
  /** Everything it knows as JSON, the same text for the same acts; `restore` takes it back. */
  kept(): unknown
  restore(kept: unknown): void
}

/** What a ledger knows of the acts without reading them again, in a form that can be written down. */
export interface KeptIndex {
  /** JSON; holds ids, printed numbers and posts, and no names. */
  readonly text: string
  /** Seqs of the acts of each subject, subject after subject, chain after chain. */
  readonly seqs: Uint32Array
}

/** Seqs by chain and subject, the newest moments, and what the onlookers know: a pure function of the set of acts. */
export class LedgerIndex {
  readonly #own: string
  readonly #chains = new Map<string, ChainIndex>()
  readonly #book = chainBook()
  #trusted: TrustedMoment | null = null
  readonly #onlookers: readonly Onlooker[]

  constructor(own: string, onlookers: readonly Onlooker[]) {
    this.#own = own
    this.#onlookers = [...onlookers, this.#book]
    this.#chainOf(own)
  }

  /** What all acts say of the office's chains. */
  get chainFacts(): readonly ChainFact[] {
    return this.#book.facts
  }

  get trustedAt(): number | null {
    return this.#trusted?.ms ?? null
  }

  /** After which act the next one of this machine sorts. */
  hlcBefore(nowMs: number): Hlc | null {
    const others = [...this.#chains].flatMap(([chain, { hlc }]) => (chain === this.#own || hlc === null ? [] : hlc))
    return lastHeard(this.#chainOf(this.#own).hlc, others, nowMs)
  }

  /** Where the acts of a subject stand, chain by chain, the own one first. */
  placesOf(subject: string): [chain: string, seqs: readonly number[]][] {
    const places: [string, readonly number[]][] = []
    for (const [chain, { subjects }] of this.#chains) {
      const seqs = subjects.get(subject)
      if (seqs) places.push([chain, seqs])
    }
    return places
  }

  has(subject: string): boolean {
    for (const { subjects } of this.#chains.values()) if (subjects.has(subject)) return true
    return false
  }

  subjects(): Iterable<string> {
    if (this.#chains.size === 1) return this.#chainOf(this.#own).subjects.keys()
    return new Set([...this.#chains.values()].flatMap(({ subjects }) => [...subjects.keys()]))
  }

  observe(act: ActBody): void {
    this.#chainOf(act.chain).observe(act)
    if (act.chain === this.#own) this.#trusted = trustedAfter(this.#trusted, act)
    for (const onlooker of this.#onlookers) onlooker.observe(act)
  }

  reset(): void {
    this.#chains.clear()
    this.#chainOf(this.#own)
    this.#trusted = null
    for (const onlooker of this.#onlookers) onlooker.reset()
  }

  kept(): KeptIndex {
    const inOrder = [...this.#chains.keys()].filter(chain => chain !== this.#own).sort()
    const chains = [this.#own, ...inOrder].map(chain => this.#chainOf(chain))
    const kept: KeptText = {
      trusted: this.#trusted,
      chains: [this.#own, ...inOrder].map((chain, n) => chains[n]!.kept(chain)),
      onlookers: this.#onlookers.map(onlooker => onlooker.kept()),
    }
    const lists = chains.flatMap(({ subjects }) => [...subjects.values()])
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
    const { trusted, chains, onlookers } = JSON.parse(text) as KeptText
    let at = 0
    for (const kept of chains) at = this.#chainOf(kept.chain).restore(kept, seqs, at)
    this.#trusted = trusted
    for (const [n, onlooker] of this.#onlookers.entries()) onlooker.restore(onlookers[n])
  }

  #chainOf(chain: string): ChainIndex {
    let index = this.#chains.get(chain)
    if (!index) this.#chains.set(chain, (index = new ChainIndex()))
    return index
  }
}

interface KeptText {
  readonly trusted: TrustedMoment | null
  readonly chains: readonly KeptChain[]
  readonly onlookers: readonly unknown[]
}
