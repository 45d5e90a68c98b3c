import type { Witness } from '#shared/contracts/desk-channels'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import type { Checkpoint } from './checkpoint'
import { tryAppend, type ActMaker, type Journal } from './journal'
import type { StoredAct } from './journal-scan'
import { Journals, type JournalsParts } from './journals'
import type { LedgerIndex } from './ledger-index'

export interface OpenJournalsParts extends Omit<JournalsParts, 'checkpoint' | 'begin' | 'visit'> {
  /** Follows every act that is read and written. */
  readonly index: LedgerIndex
  /** The journals are about to be read: whatever was kept of their acts is worth nothing any more. */
  readonly onReading: () => void
}

/** The journals with the index of their acts. A write that failed, and damage that comes to light, have them read again. */
export class OpenJournals {
  #journals!: Journals
  /** Set where the disk refused to be put in order again: only a restart may look anew. */
  #broken: Problem | null = null
  /** A check of the whole journals, after they were opened, found them unsound. */
  #unsound: Problem | null = null
  #uncheckedUpTo = 0
  readonly #parts: OpenJournalsParts

  constructor(parts: OpenJournalsParts, checkpoint: Checkpoint | null) {
    this.#parts = parts
    this.#open(parts.witnesses, checkpoint)
  }

  #open(witnesses: readonly Witness[], checkpoint: Checkpoint | null): void {
    const { disk, seal, mirror, others, onReading } = this.#parts
    onReading()
    this.#journals = new Journals({
      ...{ disk, seal, mirror, others, witnesses, checkpoint },
      begin: start => this.#beginIndex(start),
      visit: stored => this.#observe(stored),
    })
    this.reading(() => this.#settleClocks())
  }

  /** Acts that are folded elsewhere by what was read or written last. */
  #settleClocks(): void {
    const hasMoved = this.#parts.index.settleClocks((chain, seq) => {
      const journal = this.#journals.of(chain)
      return journal && seq <= journal.seq ? journal.read(seq).act : null
    })
    if (hasMoved) this.#parts.onReading()
  }

  #observe({ act, isNewer }: StoredAct): void {
    if (!isNewer) this.#parts.index.observe(act)
  }

  #beginIndex(start: Checkpoint | null): void {
    this.#uncheckedUpTo = start?.seq ?? 0
    if (start) this.#parts.index.restore(start.index)
    else this.#parts.index.reset()
  }

  /** As they were read last: ask anew after a write and within every `reading`. */
  get held(): Journals {
    return this.#journals
  }

  get readOnly(): Problem | null {
    return this.#broken ?? this.#unsound ?? this.#journals.readOnly
  }

  /**
   * Own acts up to this one, and others beside, were taken from a checkpoint and not read at this opening; 0 where all
   * were read.
   */
  get uncheckedUpTo(): number {
    return this.#uncheckedUpTo
  }

  /** The whole journals were checked and are what they were: now the mirror may take them over. */
  confirmSound(): void {
    this.#uncheckedUpTo = 0
    if (!this.readOnly) this.#journals.catchUp()
  }

  /** A whole journal was checked and is not what it was: from now on all are for reading only. */
  lockUnsound(problem: Problem): void {
    this.#unsound = problem
  }

  /** One frame: all or none, flushed when this answers. */
  append(journal: Journal, makers: readonly ActMaker[]): Result<StoredAct[], Problem> {
    const acknowledged = Array.from(this.#journals, ([chain, { seq, hash }]): Witness => ({ chain, seq, hash }))
    const written = tryAppend(journal, makers)
    if (!written.ok) return err(this.#afterFailure(journal, { acknowledged, cause: written.problem }))
    for (const stored of written.value) this.#observe(stored)
    this.#settleAfterWriting()
    this.#journals.follow(written.value[0]!.act.chain)
    return ok(written.value)
  }

  /** What was written stands, also where the disk does not give back what it moves: then nothing more is judged by it. */
  #settleAfterWriting(): void {
    try {
      this.reading(() => this.#settleClocks())
    } catch {
      this.#broken = { kind: 'journalBroken' }
    }
  }

  /**
   * All from their first acts. Where the disk does not give them back now, what was known of the acts stays as it was: a desk
   * that is open goes on showing what was acknowledged.
   */
  #readAgain(witnesses: readonly Witness[]): void {
    const known = { index: this.#parts.index.kept(), uncheckedUpTo: this.#uncheckedUpTo }
    this.#journals.close()
    try {
      this.#open(witnesses, null)
    } catch (cause) {
      this.#parts.index.restore(known.index)
      this.#uncheckedUpTo = known.uncheckedUpTo
      throw cause
    }
  }

  /** A failed write is never retried: the journal is cut back to what was acknowledged, and all are read again. */
  #afterFailure(
    journal: Journal,
    { acknowledged, cause }: { acknowledged: readonly Witness[]; cause: unknown },
  ): Problem {
    const isUndone = journal.undo()
    try {
      this.#readAgain(acknowledged.filter(({ seq }) => seq > 0))
    } catch {
      this.#broken = { kind: 'journalBroken' }
    }
    if (!isUndone) this.#broken = { kind: 'journalBroken' }
    return this.readOnly ?? { kind: 'cannotWrite', detail: (cause as NodeJS.ErrnoException).code ?? 'journal' }
  }

  /**
   * An act that the whole check has not come to yet may turn out to be damaged: then the journals are read whole at once,
   * and stand as they would after such a start.
   */
  reading<T>(read: () => T): T {
    try {
      return read()
    } catch (cause) {
      if (this.#uncheckedUpTo === 0) throw cause
      this.#readAgain(this.#parts.witnesses)
      return read()
    }
  }

  close(): void {
    this.#journals.close()
  }
}
