import type { Problem } from '#shared/contracts/problems'
import type { Witness } from '#shared/contracts/desk-channels'
import { err, ok, type Result } from '#shared/kernel/result'
import {
  noPreviousHash,
  type ActBody,
  type Json,
  type PlainAct,
  type PlainFact,
  type SealedFact,
} from '#shared/ledger/act'
import type { ChainFact } from '#shared/ledger/exchange/chain-facts'
import { nextHlc, type Hlc } from '#shared/ledger/hybrid-clock'
import { compareActs } from '#shared/ledger/act-order'
import { actsInOrder, type Reached } from './acts-in-order'
import { hashOfBody, type JournalSeal, type SignedBody } from './frame'
import type { Checkpoint } from './checkpoint'
import { followingActs } from './following-acts'
import { LedgerIndex, type Onlooker } from './ledger-index'
import { tryAppend, type ActMaker, type Journal } from './journal'
import { Journals } from './journals'
import type { StoredAct } from './journal-scan'
import type { JournalDisk } from './journal-disk'
import type { Mirror } from './mirror'
import type { OtherChains } from './other-chains'
import type { SaidAgain } from './said-again'

/** Seals and opens what identifies a person, each subject under its own key. */
export interface PersonalSealer {
  /** Makes the subject's key durable before its first act; does nothing where it exists. */
  ensureKey(subject: string): void
  seal(subject: string, factType: string, value: Json): string
  /** Undefined where the subject's key was destroyed. */
  open(subject: string, factType: string, sealed: string): Json | undefined
}

/** What an act asks for before it is one. */
export interface ProposedAct {
  readonly actor: string
  readonly role: string
  readonly subject: string
  readonly facts: readonly PlainFact[]
}

/** Refuses what role, state or four eyes forbid; sees every act that is in the journal. */
export interface Authority extends Onlooker {
  judge(proposed: readonly ProposedAct[], acts: { of(subject: string): readonly PlainAct[] }): Problem | null
}

export interface LedgerOptions {
  readonly disk: JournalDisk
  readonly seal: JournalSeal
  readonly office: string
  readonly sign: (hash: Buffer) => Buffer
  readonly sealer: PersonalSealer
  readonly authority: Authority
  readonly now: () => number
  /** A reason why nothing new may be written now (disk nearly full, clock behind), or null. */
  readonly holdBack: (trustedAt: number | null) => Problem | null
  /** A reason why not even what others wrote may be taken in now (disk nearly full), or null. */
  readonly noRoom?: () => Problem | null
  readonly mirror?: Mirror
  /** Left out, the ledger knows no chain but its own. */
  readonly others?: OtherChains
  /** Hears of every act as the authority does; decides nothing. */
  readonly onlooker?: Onlooker
  /** What an earlier whole check found. Whoever gives one sees to it that the journal is checked whole after all. */
  readonly checkpoint?: Checkpoint | null
}

export interface Head {
  readonly chain: string
  readonly seq: number
  readonly hash: string
}

const subjectsKept = 30

type Recent = Map<string, readonly PlainAct[]>

/** The one way in: seal, sign, chain, flush, and only then acknowledge. What other chains wrote is taken in as it is. */
export class Ledger {
  #journals!: Journals
  /** Set where the disk refused to be put in order again: only a restart may look anew. */
  #broken: Problem | null = null
  /** A check of the whole journals, after they were opened, found them unsound. */
  #unsound: Problem | null = null
  #uncheckedUpTo = 0
  readonly #index: LedgerIndex
  /** Opened acts, by chain, of the subjects judged last: the authority folds one request again for every act on it. */
  readonly #recent = new Map<string, Recent>()
  readonly #options: LedgerOptions
  readonly #witnesses: readonly Witness[]

  constructor(options: LedgerOptions, witnesses: readonly Witness[]) {
    this.#options = options
    this.#witnesses = witnesses
    const { authority, onlooker, checkpoint = null } = options
    this.#index = new LedgerIndex(this.chain, onlooker ? [authority, onlooker] : [authority])
    this.#open(witnesses, checkpoint)
  }

  #open(witnesses: readonly Witness[], checkpoint: Checkpoint | null): void {
    const { disk, seal, mirror, others } = this.#options
    this.#recent.clear()
    this.#journals = new Journals({
      ...{ disk, seal, mirror, others, witnesses, checkpoint },
      begin: start => this.#beginIndex(start),
      visit: stored => this.#observe(stored),
    })
  }

  #observe({ act, isNewer }: StoredAct): void {
    if (!isNewer) this.#index.observe(act)
  }

  #beginIndex(start: Checkpoint | null): void {
    this.#uncheckedUpTo = start?.seq ?? 0
    if (start) this.#index.restore(start.index)
    else this.#index.reset()
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
    return headOf([this.chain, this.#journals.own])
  }

  /** Of every chain that is held, the own one first, also where it is empty. */
  get heads(): readonly Head[] {
    return Array.from(this.#journals, headOf)
  }

  /** Acts of all chains. */
  get actCount(): number {
    return this.heads.reduce((sum, { seq }) => sum + seq, 0)
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

  get tornTailBytes(): number {
    return this.#journals.tornTailBytes
  }

  /** Null where there is no second copy. */
  get mirrorState(): 'current' | 'behind' | null {
    return this.#journals.mirrorState
  }

  /** The second copy's disk may be there again. */
  followMirror(): void {
    for (const [chain] of this.#journals) this.#journals.follow(chain)
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
    let hlc = this.#index.hlcBefore(this.#options.now())
    const makers = proposed.map((act): ActMaker => place => {
      hlc = nextHlc(hlc, this.#options.now())
      return this.#signed(this.#bodyOf(act, { ...place, hlc }))
    })
    const written = this.#appendTo(this.#journals.own, makers)
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
    const { office, chain } = this
    const written = this.#appendTo(
      this.#journals.own,
      acts.map(act => place => this.#signed({ v: 1, office, chain, ...place, ...act })),
    )
    return written.ok ? ok(this.head) : written
  }

  #signed(act: ActBody): StoredAct {
    const body = Buffer.from(JSON.stringify(act))
    const hash = hashOfBody(body)
    return { act, body, hash: hash.toString('hex'), signature: this.#options.sign(hash) }
  }

  /**
   * Acts of another chain that follow its head, as one frame. Whoever calls has verified them (`admitRun`): acts that are
   * not this office's, not this chain's or out of place are a bug and throw.
   */
  take(chain: string, acts: readonly SignedBody[]): Result<Head, Problem> {
    if (chain === this.chain) throw new Error('own acts are written, not taken')
    const held = this.readOnly ?? this.#options.noRoom?.() ?? null
    if (held) return err(held)
    const head = () => headOf([chain, this.#journals.of(chain) ?? emptyJournal])
    const following = followingActs(acts, { office: this.office, chain, head: head() })
    if (following.length === 0) return ok(head())
    const journal = this.#journals.of(chain) ?? this.#journals.add(chain)
    const written = this.#appendTo(
      journal,
      following.map(act => () => act),
    )
    return written.ok ? ok(head()) : written
  }

  #appendTo(journal: Journal, makers: readonly ActMaker[]): Result<StoredAct[], Problem> {
    const before = this.heads
    const written = tryAppend(journal, makers)
    if (!written.ok) return err(this.#afterFailure(journal, { before, cause: written.problem }))
    for (const stored of written.value) this.#observe(stored)
    this.#journals.follow(written.value[0]!.act.chain)
    return ok(written.value)
  }

  #bodyOf(proposed: ProposedAct, place: { prev: string; seq: number; hlc: Hlc }): ActBody {
    const { office, sealer } = this.#options
    const facts = proposed.facts.map((fact): SealedFact => {
      const { personal, ...clear } = fact
      if (personal === undefined) return clear
      return { ...clear, personal: sealer.seal(proposed.subject, fact.type, personal) }
    })
    const { actor, role, subject } = proposed
    return { v: 1, office, chain: this.chain, ...place, actor, role, subject, facts }
  }

  /** A failed write is never retried: the journal is cut back to what was acknowledged, and all are read again. */
  #afterFailure(journal: Journal, { before, cause }: { before: readonly Head[]; cause: unknown }): Problem {
    const isUndone = journal.undo()
    this.#journals.close()
    try {
      this.#open(
        before.filter(({ seq }) => seq > 0),
        null,
      )
    } catch {
      this.#broken = { kind: 'journalBroken' }
    }
    if (!isUndone) this.#broken = { kind: 'journalBroken' }
    return this.readOnly ?? { kind: 'cannotWrite', detail: (cause as NodeJS.ErrnoException).code ?? 'journal' }
  }

  /** Of all chains, in the order in which they are folded. */
  actsOf(subject: string): readonly PlainAct[] {
    return this.#reading(() => {
      const known = this.#recent.get(subject)
      const acts: Recent = new Map()
      for (const [chain, seqs] of this.#index.placesOf(subject)) {
        const before = known?.get(chain) ?? []
        const journal = this.#journals.of(chain)!
        const news = seqs.slice(before.length).map(seq => this.#plain(journal.read(seq)))
        acts.set(chain, news.length === 0 ? before : [...before, ...news])
      }
      this.#recent.delete(subject) // put back as the newest
      this.#recent.set(subject, acts)
      if (this.#recent.size > subjectsKept) this.#recent.delete(this.#recent.keys().next().value as string)
      const [first = [], ...others] = acts.values()
      return others.length === 0 ? first : [first, ...others].flat().sort(compareActs)
    })
  }

  /**
   * An act that the whole check has not come to yet may turn out to be damaged: then the journals are read whole at once,
   * and stand as they would after such a start.
   */
  #reading<T>(read: () => T): T {
    try {
      return read()
    } catch (cause) {
      if (this.#uncheckedUpTo === 0) throw cause
      this.#journals.close()
      this.#open(this.#witnesses, null)
      return read()
    }
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
   * in the order in which they are folded.
   */
  *actsAfter(reached: readonly Reached[] = []): Generator<PlainAct[]> {
    const pieces = actsInOrder(Array.from(this.#journals), reached)
    const next = () => pieces.next()
    for (let piece = this.#reading(next); !piece.done; piece = this.#reading(next))
      yield piece.value.map(stored => this.#plain(stored))
  }

  /** Hash of act `seq` of a chain; 64 zeros for 0, null beyond its end and for a chain that is not held. */
  hashAt(seq: number, chain: string = this.chain): string | null {
    if (seq === 0) return noPreviousHash
    return this.#reading(() => {
      const journal = this.#journals.of(chain)
      return journal && seq <= journal.seq ? journal.read(seq).hash : null
    })
  }

  /** Acts of one chain after `after`, in order, with their exact bytes: as many as `most` allows, at least one. */
  signedAfter(chain: string, after: number, most: { acts?: number; bytes?: number } = {}): StoredAct[] {
    const { acts: mostActs = Infinity, bytes: mostBytes = Infinity } = most
    return this.#reading(() => {
      const journal = this.#journals.of(chain)
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

  /** What all acts say of the office's chains. */
  get chainFacts(): readonly ChainFact[] {
    return this.#index.chainFacts
  }

  /** The moment of an act that is written now. */
  nextHlc(): Hlc {
    const now = this.#options.now()
    return nextHlc(this.#index.hlcBefore(now), now)
  }

  #plain({ act, hash }: StoredAct): PlainAct {
    const facts = act.facts.map((fact): PlainFact => {
      if (fact.personal === undefined) return fact as PlainFact // without a personal part both are one shape
      const { personal, ...clear } = fact
      try {
        const opened = this.#options.sealer.open(act.subject, fact.type, personal)
        return opened === undefined ? clear : { ...clear, personal: opened }
      } catch {
        return { ...clear, personalUnreadable: true } // one damaged part must not hide every act after it
      }
    })
    return { ...act, facts, hash }
  }

  close(): void {
    this.#recent.clear() // opened acts hold names
    this.#journals.close()
  }
}

const emptyJournal = { seq: 0, hash: noPreviousHash }

const headOf = ([chain, { seq, hash }]: readonly [string, Pick<Journal, 'seq' | 'hash'>]): Head => ({
  chain,
  seq,
  hash,
})
