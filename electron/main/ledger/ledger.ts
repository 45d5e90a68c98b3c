import type { Problem } from '#shared/contracts/problems'
import type { Witness } from '#shared/contracts/desk-channels'
import { err, ok, type Result } from '#shared/kernel/result'
import type { ActBody, Json, PlainAct, PlainFact, SealedFact } from '#shared/ledger/act'
import { nextHlc, type Hlc } from '#shared/ledger/hybrid-clock'
import { hashOfBody, type JournalSeal } from './frame'
import { standsIn, type Checkpoint } from './checkpoint'
import { LedgerIndex, type Onlooker } from './ledger-index'
import { openJournal, tryAppend, type Journal } from './journal'
import type { StoredAct } from './journal-scan'
import type { JournalDisk } from './journal-disk'
import type { Mirror } from './mirror'

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
  judge(proposed: readonly ProposedAct[], acts: { of(subject: string): PlainAct[] }): Problem | null
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
  readonly mirror?: Mirror
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

/** The one way in: seal, sign, chain, flush, and only then acknowledge. */
export class Ledger {
  #journal!: Journal
  /** Set where the disk refused to be put in order again: only a restart may look anew. */
  #broken: Problem | null = null
  /** A check of the whole journal, after it was opened, found it unsound. */
  #unsound: Problem | null = null
  #uncheckedUpTo = 0
  readonly #index: LedgerIndex
  /** Opened acts of the subjects judged last: the authority folds one request again for every act on it. */
  readonly #recent = new Map<string, PlainAct[]>()
  readonly #options: LedgerOptions
  readonly #witnesses: readonly Witness[]

  constructor(options: LedgerOptions, witnesses: readonly Witness[]) {
    this.#options = options
    this.#witnesses = witnesses
    const { authority, onlooker, checkpoint = null } = options
    this.#index = new LedgerIndex(onlooker ? [authority, onlooker] : [authority])
    this.#open(witnesses, checkpoint)
  }

  #open(witnesses: readonly Witness[], checkpoint: Checkpoint | null): void {
    const { disk, seal, mirror } = this.#options
    this.#recent.clear()
    const start = checkpoint && standsIn(disk, seal, checkpoint) ? checkpoint : undefined
    this.#beginIndex(start)
    this.#journal = openJournal({
      ...{ disk, seal, start },
      witnesses: [...witnesses, mirror?.witness(start ?? null), this.#witnessOf(checkpoint)].filter(
        witness => !!witness,
      ),
      visit: ({ act }) => this.#index.observe(act),
    })
    if (!this.#journal.readOnly && !start) mirror?.catchUp()
  }

  #beginIndex(start: Checkpoint | undefined): void {
    this.#uncheckedUpTo = start?.seq ?? 0
    if (start) this.#index.restore(start.index)
    else this.#index.reset()
  }

  /** A journal without the checkpoint's act has lost its end. */
  #witnessOf(checkpoint: Checkpoint | null): Witness | null {
    const chain = this.#options.seal.chain.toString('hex')
    return checkpoint && { chain, seq: checkpoint.seq, hash: checkpoint.hash }
  }

  get head(): Head {
    const { seq, hash } = this.#journal
    return { chain: this.#options.seal.chain.toString('hex'), seq, hash }
  }

  get readOnly(): Problem | null {
    return this.#broken ?? this.#unsound ?? this.#journal.readOnly
  }

  /** Acts up to this one were taken from a checkpoint and not read at this opening; 0 where all were read. */
  get uncheckedUpTo(): number {
    return this.#uncheckedUpTo
  }

  /** The whole journal was checked and is what it was: now the mirror may take it over. */
  confirmSound(): void {
    this.#uncheckedUpTo = 0
    if (!this.readOnly) this.#options.mirror?.catchUp()
  }

  /** The whole journal was checked and is not what it was: from now on it is for reading only. */
  lockUnsound(problem: Problem): void {
    this.#unsound = problem
  }

  get tornTailBytes(): number {
    return this.#journal.tornTailBytes
  }

  /**
   * The moment up to which the machine's clock may be believed to have come, or null in an empty journal: that of the
   * last act, unless a person has since said that it is an earlier day.
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
    const before = this.head
    let hlc = this.#index.hlc
    const makers = proposed.map(act => (place: { prev: string; seq: number }) => {
      hlc = nextHlc(hlc, this.#options.now())
      const written = this.#bodyOf(act, { ...place, hlc })
      const body = Buffer.from(JSON.stringify(written))
      const hash = hashOfBody(body)
      return { act: written, body, hash: hash.toString('hex'), signature: this.#options.sign(hash) }
    })
    const written = tryAppend(this.#journal, makers)
    if (!written.ok) return err(this.#afterFailure(before, written.problem))
    for (const { act } of written.value) this.#index.observe(act)
    this.#options.mirror?.follow()
    const { chain } = before
    return ok(written.value.map(({ act, hash }) => ({ chain, seq: act.seq, hash })))
  }

  #bodyOf(proposed: ProposedAct, place: { prev: string; seq: number; hlc: Hlc }): ActBody {
    const { seal, office, sealer } = this.#options
    const facts = proposed.facts.map((fact): SealedFact => {
      const { personal, ...clear } = fact
      if (personal === undefined) return clear
      return { ...clear, personal: sealer.seal(proposed.subject, fact.type, personal) }
    })
    const { actor, role, subject } = proposed
    return { v: 1, office, chain: seal.chain.toString('hex'), ...place, actor, role, subject, facts }
  }

  /** A failed write is never retried: the journal is cut back to what was acknowledged, and read again. */
  #afterFailure(acknowledged: Head, cause: unknown): Problem {
    const isUndone = this.#journal.undo()
    this.#journal.close()
    try {
      this.#open(acknowledged.seq > 0 ? [acknowledged] : [], null)
    } catch {
      this.#broken = { kind: 'journalBroken' }
    }
    if (!isUndone) this.#broken = { kind: 'journalBroken' }
    return this.readOnly ?? { kind: 'cannotWrite', detail: (cause as NodeJS.ErrnoException).code ?? 'journal' }
  }

  actsOf(subject: string): PlainAct[] {
    return this.#reading(() => {
      const seqs = this.#index.subjects.get(subject) ?? []
      const known = this.#recent.get(subject) ?? []
      const acts = [...known, ...seqs.slice(known.length).map(seq => this.#plain(this.#journal.read(seq)))]
      this.#recent.delete(subject) // put back as the newest
      this.#recent.set(subject, acts)
      if (this.#recent.size > subjectsKept) this.#recent.delete(this.#recent.keys().next().value as string)
      return acts
    })
  }

  /**
   * An act that the whole check has not come to yet may turn out to be damaged: then the journal is read whole at once,
   * and stands as it would after such a start.
   */
  #reading<T>(read: () => T): T {
    try {
      return read()
    } catch (cause) {
      if (this.#uncheckedUpTo === 0) throw cause
      this.#journal.close()
      this.#open(this.#witnesses, null)
      return read()
    }
  }

  /** Whether any act is about this subject. */
  has(subject: string): boolean {
    return this.#index.subjects.has(subject)
  }

  subjects(): Iterable<string> {
    return this.#index.subjects.keys()
  }

  /** Opened acts after `seq`, frame by frame, in journal order. */
  *actsAfter(seq: number): Generator<PlainAct[]> {
    const frames = this.#journal.framesAfter(seq)
    const next = () => frames.next()
    for (let frame = this.#reading(next); !frame.done; frame = this.#reading(next))
      yield frame.value.map(stored => this.#plain(stored))
  }

  /** Hash of act `seq`, or null where the journal does not reach it. 64 zeros for 0. */
  hashAt(seq: number): string | null {
    if (seq === 0) return '0'.repeat(64)
    return this.#reading(() => (seq <= this.#journal.seq ? this.#journal.read(seq).hash : null))
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
    this.#journal.close()
  }
}
