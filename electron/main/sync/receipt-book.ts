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

/** Headquarters' last signed word on every chain. */
export class ReceiptBook {
  readonly #last = new Map<string, { readonly receipt: Receipt; readonly words: ReceiptWords }>()
  /** Up to where receipts agreed with what stands here. */
  readonly #counted = new Map<string, number>()

  constructor(
    private readonly owner: ReceiptOwner,
    private readonly shelf: ReceiptShelf,
    private readonly proof: Proof,
  ) {
    for (const receipt of shelf.load()) {
      const words = this.read(receipt)
      if (words) this.#last.set(words.chain, { receipt, words })
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
    this.#last.set(words.chain, { receipt, words })
    return past
  }

  /** The same act stands here and at headquarters, and everything before it. */
  count(chain: string, seq: number): void {
    this.#counted.set(chain, seq)
  }

  /** After a start, or a sign-in: what was signed for before holds as far as the same acts stand here. */
  recount(hashAt: (chain: string, seq: number) => string | null): void {
    for (const { words } of this.#last.values())
      if (weighReceipt(words, hashAt).kind === 'counts') this.count(words.chain, words.seq)
  }

  /** Headquarters' last word on a chain; null where it has given none. */
  lastOn(chain: string): ReceiptWords | null {
    return this.#last.get(chain)?.words ?? null
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

  /** At the end of a pass: one write for all. */
  save(): void {
    this.shelf.save([...this.#last.values()].map(({ receipt }) => receipt))
  }
}
