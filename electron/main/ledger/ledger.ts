import type { Problem } from '#shared/contracts/problems'
import type { Witness } from '#shared/contracts/desk-channels'
import { err, ok, type Result } from '#shared/kernel/result'
import { noPreviousHash, type PlainAct } from '#shared/ledger/act'
import type { ChainFact } from '#shared/ledger/exchange/chain-facts'
import { hlcTime, nextHlc, type Hlc } from '#shared/ledger/hybrid-clock'
import { bearable } from './bearable-facts'
import { actsInOrder, type Reached } from './acts-in-order'
import { followingActs } from './following-acts'
import type { SignedBody } from './frame'
import type { Journal } from './journal'
import type { StoredAct } from './journal-scan'
import { LedgerIndex, type ReachedSeqs, type ReadAct } from './ledger-index'
import type { LedgerOptions } from './ledger-options'
import { makeActs, makeAgain, type ProposedAct, type Signer } from './make-acts'
import { OpenJournals } from './open-journals'
import { OpenedActs } from './opened-acts'
import { openAct } from './personal-parts'
import type { SaidAgain } from './said-again'

export interface Head {
  readonly chain: string
  readonly seq: number
  readonly hash: string
}

/** The one way in: seal, sign, chain, flush, and only then acknowledge. What other chains wrote is taken in as it is. */
export class Ledger {
  readonly #journals: OpenJournals
  readonly #index: LedgerIndex
  readonly #opened = new OpenedActs()
  readonly #options: LedgerOptions

  constructor(options: LedgerOptions, witnesses: readonly Witness[]) {
    this.#options = options
    const { disk, seal, mirror, others, authority, onlooker, checkpoint = null } = options
    const index = new LedgerIndex(this.chain, onlooker ? [authority, onlooker] : [authority])
    const parts = { disk, seal, mirror, others, witnesses, index, onReading: () => this.#opened.forget() }
    this.#index = index
    this.#journals = new OpenJournals(parts, checkpoint)
  }

  /** Of the acts that this machine writes; 32 hex digits. */
  get chain(): string {
    return this.#options.seal.chain.toString('hex')
  }

  get office(): string {
    return this.#options.office
  }

  /** Of the own chain. */
  get head(): Head {
    return headOf([this.chain, this.#journals.held.own])
  }

  /** Of every chain that is held, the own one first, also where it is empty. */
  get heads(): readonly Head[] {
    return Array.from(this.#journals.held, headOf)
  }

  /** Acts of all chains. */
  get actCount(): number {
    return this.heads.reduce((sum, { seq }) => sum + seq, 0)
  }

  get readOnly(): Problem | null {
    return this.#journals.readOnly
  }

  /**
   * Own acts up to this one, and others beside, were taken from a checkpoint and not read at this opening; 0 where all
   * were read.
   */
  get uncheckedUpTo(): number {
    return this.#journals.uncheckedUpTo
  }

  /** The whole journals were checked and are what they were: now the mirror may take them over. */
  confirmSound(): void {
    this.#journals.confirmSound()
  }

  /** A whole journal was checked and is not what it was: from now on all are for reading only. */
  lockUnsound(problem: Problem): void {
    this.#journals.lockUnsound(problem)
  }

  get tornTailBytes(): number {
    return this.#journals.held.tornTailBytes
  }

  /** Null where there is no second copy. */
  get mirrorState(): 'current' | 'behind' | null {
    return this.#journals.held.mirrorState
  }

  /** The second copy's disk may be there again. */
  followMirror(): void {
    const { held } = this.#journals
    for (const [chain] of held) held.follow(chain)
  }

  /**
   * The moment up to which the machine's clock may be believed to have come, or null in an empty journal: that of the
   * last own act, unless a person has since said that it is an earlier day.
   */
  get trustedAt(): number | null {
    return this.#index.trustedAt
  }

  /** Writes acts as one frame: all or none. Returns after the flush; what it returned is never lost. */
  append(proposed: readonly ProposedAct[]): Result<Head[], Problem> {
    const refused = this.refusal(proposed)
    if (refused) return err(refused)
    for (const act of proposed) {
      if (act.facts.some(fact => fact.personal !== undefined)) this.#options.sealer.ensureKey(act.subject)
    }
    return this.#write(proposed)
  }

  /** Why these acts would not be appended now, or null. For callers that must do something else first. */
  refusal(proposed: readonly ProposedAct[]): Problem | null {
    const held = this.readOnly ?? this.#options.holdBack(this.trustedAt)
    if (held) return held
    const judged = this.#options.authority.judge(proposed, { of: subject => this.actsOf(subject) })
    return this.readOnly ?? judged // judging reads, and may come upon damage
  }

  #write(proposed: readonly ProposedAct[]): Result<Head[], Problem> {
    const { sealer, now } = this.#options
    const makers = makeActs(proposed, { signer: this.#signer, sealer, now, before: this.#index.hlcBefore(now()) })
    const written = this.#journals.append(this.#journals.held.own, makers)
    return written.ok ? ok(written.value.map(({ act: { chain, seq }, hash }) => ({ chain, seq, hash }))) : written
  }

  /**
   * Says acts of a branch that was left once more, as one frame: each with its moment and origin, as it was judged when it
   * was first written.
   */
  sayAgain(acts: readonly SaidAgain[]): Result<Head, Problem> {
    const held = this.readOnly ?? this.#options.noRoom?.() ?? null
    if (held) return err(held)
    if (acts.length === 0) return ok(this.head)
    const written = this.#journals.append(this.#journals.held.own, makeAgain(acts, this.#signer))
    return written.ok ? ok(this.head) : written
  }

  get #signer(): Signer {
    const { office, sign } = this.#options
    return { office, chain: this.chain, sign }
  }

  /**
   * Acts of another chain that follow its head, as one frame. Whoever calls has verified them (`admitRun`): acts that are
   * not this office's, not this chain's or out of place are a bug and throw.
   */
  take(chain: string, acts: readonly SignedBody[]): Result<Head, Problem> {
    if (chain === this.chain) throw new Error('own acts are written, not taken')
    const held = this.readOnly ?? this.#options.noRoom?.() ?? null
    if (held) return err(held)
    const head = () => headOf([chain, this.#journals.held.of(chain) ?? emptyJournal])
    const following = followingActs(acts, { office: this.office, chain, head: head() })
    if (following.length === 0) return ok(head())
    const journal = this.#journals.held.of(chain) ?? this.#journals.held.add(chain)
    const written = this.#journals.append(
      journal,
      following.map(act => () => act),
    )
    return written.ok ? ok(head()) : written
  }

  /** Of all chains, in the order in which they are folded. */
  actsOf(subject: string): readonly PlainAct[] {
    return this.#journals.reading(() =>
      this.#opened.of(subject, this.#index.placesOf(subject), (chain, seq) =>
        this.#plain(this.#journals.held.of(chain)!.read(seq)),
      ),
    )
  }

  /** Whether any act is about this subject. */
  has(subject: string): boolean {
    return this.#index.has(subject)
  }

  subjects(): Iterable<string> {
    return this.#index.subjects()
  }

  /**
   * Opened acts beyond these heads, or all of them, in pieces: those of one chain in their order, those of several about
   * in the order in which they are folded. Before them, once more, every act up to these heads on a subject of which one is
   * folded elsewhere by something beyond them: whoever has taken in the one has then taken in the other.
   */
  *actsAfter(reached: readonly Reached[] = []): Generator<PlainAct[]> {
    const pieces = actsInOrder(Array.from(this.#journals.held), reached)
    const next = () => pieces.next()
    const seqs = new Map(reached.map(({ chain, seq }) => [chain, seq]))
    const isReached = ({ chain, seq }: PlainAct) => seq <= (seqs.get(chain) ?? 0)
    const first = this.#journals.reading(next) // from here on nothing that comes is told, nor what it moves
    for (const subject of this.#movedSince(seqs)) yield this.actsOf(subject).filter(isReached)
    for (let piece = first; !piece.done; piece = this.#journals.reading(next))
      yield piece.value.map(stored => this.#plain(stored))
  }

  #movedSince(reached: ReachedSeqs): readonly string[] {
    const read: ReadAct = (chain, seq) => this.#journals.held.of(chain)?.read(seq).act ?? null
    return reached.size === 0 ? [] : this.#journals.reading(() => this.#index.movedSince(reached, read))
  }

  /** Hash of act `seq` of a chain; 64 zeros for 0, null beyond its end and for a chain that is not held. */
  hashAt(seq: number, chain: string = this.chain): string | null {
    if (seq === 0) return noPreviousHash
    return this.#journals.reading(() => {
      const journal = this.#journals.held.of(chain)
      return journal && seq <= journal.seq ? journal.read(seq).hash : null
    })
  }

  /** Acts of one chain after `after`, in order, with their exact bytes: as many as `most` allows, at least one. */
  signedAfter(chain: string, after: number, most: { acts?: number; bytes?: number } = {}): StoredAct[] {
    const { acts: mostActs = Infinity, bytes: mostBytes = Infinity } = most
    return this.#journals.reading(() => {
      const journal = this.#journals.held.of(chain)
      const found: StoredAct[] = []
      let bytes = 0
      for (let seq = after + 1; journal && seq <= Math.min(journal.seq, after + mostActs); seq++) {
        const act = journal.read(seq)
        bytes += act.body.length
        if (bytes > mostBytes && found.length > 0) break
        found.push(act)
      }
      return found
    })
  }

  /** Keys came that open what did not open before. */
  forgetOpened(): void {
    this.#opened.forget()
  }

  /** What all acts say of the office's chains. */
  get chainFacts(): readonly ChainFact[] {
    return this.#index.chainFacts
  }

  /**
   * The moment of the first act of a chain that goes on for this one: now, or right after the last act where the clock may not
   * be believed. It is never only counted on from another act, which would say nothing of how far the time has come.
   */
  openingHlc(isClockGood: boolean): Hlc {
    const now = isClockGood ? this.#options.now() : 0
    const last = this.#index.hlcBefore(now)
    return nextHlc(last, Math.max(now, last === null ? 0 : hlcTime(last) + 1))
  }

  #plain(stored: StoredAct): PlainAct {
    const opened = openAct(stored, this.#options.sealer)
    return this.#index.clocks.placed(stored.act.chain === this.chain ? opened : bearable(opened))
  }

  close(): void {
    this.#opened.forget()
    this.#journals.close()
  }
}

const emptyJournal = { seq: 0, hash: noPreviousHash }

const headOf = ([chain, { seq, hash }]: readonly [string, Pick<Journal, 'seq' | 'hash'>]): Head => ({
  chain,
  seq,
  hash,
})
