import type { Proof } from '#shared/ledger/exchange/craft'
import {
  compareReceipts,
  readReceipt,
  weighReceipt,
  type HeadquartersPast,
  type Receipt,
  type ReceiptWords,
} from '#shared/ledger/exchange/receipt'

/** Keeps receipts over a restart. An old state, or none, is harmless: only what headquarters did before is forgotten. */
export interface ReceiptShelf {
  /** Of several over one chain the last is headquarters' present word, and those before it are kept as proof. */
  load(): readonly Receipt[]
  save(receipts: readonly Receipt[]): void
  /** Puts two receipts that contradict each other beside those that were put there before: durable when it returns. */
  keepBoth?(pair: ContradictedReceipts): void
  /** The oldest first. */
  contradicted?(): readonly ContradictedReceipts[]
}

/** Two notes of headquarters over one act that differ, each with its signature: a proof for whoever asks. */
export interface ContradictedReceipts {
  readonly before: Receipt
  readonly now: Receipt
}

export interface ReceiptOwner {
  readonly office: string
  /** Pinned at enrolment. */
  readonly headquartersKey: string
}

interface Kept {
  readonly receipt: Receipt
  readonly words: ReceiptWords
}

/** Headquarters signed for more of a chain than it says it holds now, and the acts here do not show that it has them again. */
export interface OutlivedReceipt {
  readonly before: Receipt
  readonly now: Receipt
  readonly words: readonly [before: ReceiptWords, now: ReceiptWords]
}

/** Of one chain; a headquarters that is put back more often than that has said enough. */
const mostOutlived = 20

/** Headquarters' last signed word on every chain. */
export class ReceiptBook {
  readonly #last = new Map<string, Kept>()
  /** Higher ones that a lower one took the place of, by chain: the lower one is the present word, the higher one the proof. */
  readonly #outlived = new Map<string, readonly Kept[]>()
  /** Up to where receipts agreed with what stands here. */
  readonly #counted = new Map<string, number>()

  constructor(
    private readonly owner: ReceiptOwner,
    private readonly shelf: ReceiptShelf,
    private readonly proof: Proof,
  ) {
    for (const receipt of shelf.load()) {
      const words = this.read(receipt)
      if (!words) continue
      const before = this.#last.get(words.chain)
      if (before) this.#outlive(before)
      this.#last.set(words.chain, { receipt, words })
    }
  }

  /** Null where headquarters did not sign it, or it is another office's. */
  read(receipt: Receipt): ReceiptWords | null {
    const words = readReceipt(receipt, this.owner.headquartersKey, this.proof)
    return words?.office === this.owner.office ? words : null
  }

  /** Keeps it in place of the last one, and says what the two tell of headquarters. */
  keep(receipt: Receipt, words: ReceiptWords): HeadquartersPast {
    const last = this.#last.get(words.chain)
    const past = compareReceipts(last?.words ?? null, words)
    if (last && past.kind === 'rewritten') this.shelf.keepBoth?.({ before: last.receipt, now: receipt })
    if (last && past.kind === 'wentBack') this.#outlive(last)
    this.#last.set(words.chain, { receipt, words })
    return past.kind === 'onward' ? this.#beside(receipt, words) : past
  }

  /** It has come as far as it once was: by the same acts, or by others. */
  #beside(receipt: Receipt, words: ReceiptWords): HeadquartersPast {
    for (const higher of this.#outlived.get(words.chain) ?? []) {
      const past = compareReceipts(higher.words, words)
      if (past.kind !== 'rewritten') continue
      this.shelf.keepBoth?.({ before: higher.receipt, now: receipt })
      return past
    }
    return { kind: 'onward' }
  }

  #outlive(one: Kept): void {
    const known = this.#outlived.get(one.words.chain) ?? []
    if (known.some(({ receipt }) => receipt.note === one.receipt.note)) return
    const highestFirst = [...known, one].sort((a, b) => b.words.seq - a.words.seq)
    this.#outlived.set(one.words.chain, highestFirst.slice(0, mostOutlived))
  }

  /** The same act stands here and at headquarters, and everything before it. */
  count(chain: string, seq: number): void {
    this.#counted.set(chain, seq)
  }

  /**
   * After a start, a sign-in, or a pass: what was signed for before holds as far as the same acts stand here. A higher receipt is
   * no proof of anything once headquarters has signed for its act again, in the same chain.
   */
  recount(hashAt: (chain: string, seq: number) => string | null): void {
    for (const { words } of this.#last.values()) {
      if (weighReceipt(words, hashAt).kind !== 'counts') continue
      this.count(words.chain, words.seq)
      const isAgainThere = (before: ReceiptWords): boolean =>
        before.seq <= words.seq && weighReceipt(before, hashAt).kind === 'counts'
      const left = this.#outlived.get(words.chain)?.filter(higher => !isAgainThere(higher.words)) ?? []
      if (left.length > 0) this.#outlived.set(words.chain, left)
      else this.#outlived.delete(words.chain)
    }
  }

  /** Headquarters' last word on a chain; null where it has given none. */
  lastOn(chain: string): ReceiptWords | null {
    return this.#last.get(chain)?.words ?? null
  }

  /**
   * Of a receipt that came by a stick, which may have lain about: headquarters has said since that it holds less, and this word is
   * from before it was put back. What it got again afterwards came later than what it had lost.
   */
  isTakenBack({ chain, seq, receivedAt }: ReceiptWords): boolean {
    const now = this.lastOn(chain)
    if (now === null || now.seq >= seq) return false
    const lost = this.#outlived.get(chain) ?? []
    return lost.some(({ words }) => words.seq >= seq && Date.parse(receivedAt) <= Date.parse(words.receivedAt))
  }

  countedUpTo(chain: string): number {
    return this.#counted.get(chain) ?? 0
  }

  /** What is kept as proof against headquarters; only where its signatures hold. */
  get contradicted(): readonly (ContradictedReceipts & Record<'words', readonly [ReceiptWords, ReceiptWords]>)[] {
    return (this.shelf.contradicted?.() ?? []).flatMap(({ before, now }) => {
      const [first, second] = [this.read(before), this.read(now)]
      return first && second ? [{ before, now, words: [first, second] as const }] : []
    })
  }

  /** Each with the word that stands in its place. */
  get outlived(): readonly OutlivedReceipt[] {
    return [...this.#outlived.values()].flat().map(({ receipt, words }) => {
      const now = this.#last.get(words.chain)!
      return { before: receipt, now: now.receipt, words: [words, now.words] as const }
    })
  }

  /** At the end of a pass: one write for all. */
  save(): void {
    this.shelf.save([...[...this.#outlived.values()].flat(), ...this.#last.values()].map(({ receipt }) => receipt))
  }
}
