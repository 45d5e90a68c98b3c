import type { ActBody } from '#shared/ledger/act'
import {
  noCorrections,
  rangesMoved,
  type ClockCorrection,
  type ClockCorrections,
} from '#shared/ledger/clock-corrections'
import { correctedClocks, tellsOfClocks } from '#shared/ledger/exchange/corrected-clocks'
import { lastHeard, type Hlc } from '#shared/ledger/hybrid-clock'
import { ChainIndex, type KeptChain } from './chain-index'
import type { ChainFact } from '#shared/ledger/exchange/chain-facts'
import { bearable } from './bearable-facts'
import { chainBook } from './chain-book'
import { trustedAfter, type TrustedMoment } from './trusted-moment'

/**
 * Whoever draws conclusions from the acts of the journals. Those of one chain come in order; in which order chains come
 * is chance, and must not change what is kept.
 */
export interface Onlooker {
  /** `hlc` is where the act is folded. */
  observe(act: ActBody): void
  /**
   * All acts of a subject of which some are folded elsewhere than when they were observed; what was concluded of it is worth
   * nothing any more. Left out by whoever keeps the same for every order.
   */
  observeAgain?(subject: string, acts: readonly ActBody[]): void
  /** Forgets everything it observed: the journals are being read again. */
  reset(): void
  /** Everything it knows as JSON, the same text for the same acts; `restore` takes it back. */
  kept(): unknown
  restore(kept: unknown): void
}

/** Reads an act that is held; null beyond the end of its chain. */
export type ReadAct = (chain: string, seq: number) => ActBody | null

/** How far somebody has come in each chain; in one that is not named, nowhere. */
export type ReachedSeqs = ReadonlyMap<string, number>

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
  /** By which the onlookers were told where acts are folded. */
  #clocks: ClockCorrections = noCorrections
  /** Facts of chains that came since. */
  #isNewsOfClocks = false

  constructor(own: string, onlookers: readonly Onlooker[]) {
    this.#own = own
    this.#onlookers = onlookers
    this.#chainOf(own)
  }

  /** Where acts are folded, as of the last `settleClocks`. */
  get clocks(): ClockCorrections {
    return this.#clocks
  }

  /**
   * Once what was to be observed has been observed, and before anybody is told what it means: acts that are folded elsewhere
   * now are observed again, with all others of their subjects. Whether there were any. Their own moments, by which this
   * machine's clock goes on, stay what they are.
   */
  settleClocks(read: ReadAct): boolean {
    if (!this.#isNewsOfClocks) return false
    const before = this.#clocks
    const now = correctedClocks(this.#book.facts)
    const moved = rangesMoved(before, now)
    const subjects = subjectsIn(moved, { read, upTo: () => Infinity, isMoved: isMovedBy(before, now) })
    const again = [...subjects].map(
      subject => [subject, this.#actsOf(subject, read).map(act => now.placed(this.#borne(act)))] as const,
    )
    this.#clocks = now
    this.#isNewsOfClocks = false
    for (const [subject, acts] of again) for (const onlooker of this.#onlookers) onlooker.observeAgain?.(subject, acts)
    return again.length > 0
  }

  /** Subjects of acts that somebody had taken in before he heard what moved them. */
  movedSince(reached: ReachedSeqs, read: ReadAct): readonly string[] {
    const upTo = (chain: string) => reached.get(chain) ?? 0
    const { facts } = this.#book
    if (!facts.some(fact => fact.seq > upTo(fact.chain) && tellsOfClocks(fact))) return []
    const then = correctedClocks(facts.filter(({ chain, seq }) => seq <= upTo(chain)))
    const moved = rangesMoved(then, this.#clocks)
    return [...subjectsIn(moved, { read, upTo, isMoved: isMovedBy(then, this.#clocks) })]
  }

  #actsOf(subject: string, read: ReadAct): ActBody[] {
    return this.placesOf(subject).flatMap(([chain, seqs]) => seqs.flatMap(seq => read(chain, seq) ?? []))
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
    const known = this.#book.facts.length
    this.#book.observe(act)
    if (this.#book.facts.length > known) this.#isNewsOfClocks = true
    const placed = this.#clocks.placed(this.#borne(act))
    for (const onlooker of this.#onlookers) onlooker.observe(placed)
  }

  /** Its own acts this machine judged before it wrote them. */
  #borne(act: ActBody): ActBody {
    return act.chain === this.#own ? act : bearable(act)
  }

  reset(): void {
    this.#chains.clear()
    this.#chainOf(this.#own)
    this.#trusted = null
    this.#clocks = noCorrections
    this.#isNewsOfClocks = false
    for (const onlooker of this.#all()) onlooker.reset()
  }

  kept(): KeptIndex {
    const inOrder = [...this.#chains.keys()].filter(chain => chain !== this.#own).sort()
    const chains = [this.#own, ...inOrder].map(chain => this.#chainOf(chain))
    const kept: KeptText = {
      trusted: this.#trusted,
      chains: [this.#own, ...inOrder].map((chain, n) => chains[n]!.kept(chain)),
      onlookers: this.#all().map(onlooker => onlooker.kept()),
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
    for (const [n, onlooker] of this.#all().entries()) onlooker.restore(onlookers[n])
    this.#clocks = correctedClocks(this.#book.facts)
  }

  #all(): readonly Onlooker[] {
    return [...this.#onlookers, this.#book]
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

const isMovedBy =
  (before: ClockCorrections, now: ClockCorrections) =>
  (act: ActBody): boolean =>
    before.placeOf(act) !== now.placeOf(act)

interface Looking {
  readonly read: ReadAct
  readonly upTo: (chain: string) => number
  readonly isMoved: (act: ActBody) => boolean
}

function subjectsIn(ranges: readonly ClockCorrection[], { read, upTo, isMoved }: Looking): ReadonlySet<string> {
  const subjects = new Set<string>()
  for (const { chain, fromSeq, toSeq } of ranges) {
    const last = Math.min(toSeq, upTo(chain))
    for (let seq = fromSeq; seq <= last; seq++) {
      const act = read(chain, seq)
      if (!act) break
      if (isMoved(act)) subjects.add(act.subject)
    }
  }
  return subjects
}
