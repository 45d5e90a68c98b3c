import type { Problem } from '#shared/contracts/problems'
import type { Witness } from '#shared/contracts/desk-channels'
import { err, ok, type Result } from '#shared/kernel/result'
import type { ActBody, Json, PlainAct, PlainFact, SealedFact } from '#shared/ledger/act'
import { nextHlc, type Hlc } from '#shared/ledger/hybrid-clock'
import { hashOfBody, type JournalSeal } from './frame'
import { openJournal, tryAppend, type Journal, type JournalOptions } from './journal'
import type { JournalDisk } from './journal-disk'
import type { StoredAct } from './journal-scan'
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
export interface Authority {
  observe(act: ActBody): void
  judge(proposed: readonly ProposedAct[], acts: { of(subject: string): PlainAct[] }): Problem | null
  /** Forgets everything it observed: the journal is being read again. */
  reset(): void
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
  readonly holdBack: (lastActAt: number | null) => Problem | null
  readonly mirror?: Mirror
}

export interface Head {
  readonly chain: string
  readonly seq: number
  readonly hash: string
}

/** The one way in: seal, sign, chain, flush, and only then acknowledge. */
export class Ledger {
  #journal!: Journal
  #hlc: Hlc | null = null
  readonly #subjects = new Map<string, number[]>()
  readonly #options: LedgerOptions

  constructor(options: LedgerOptions, witnesses: readonly Witness[]) {
    this.#options = options
    this.#open(witnesses)
  }

  #open(witnesses: readonly Witness[]): void {
    const { disk, seal, authority, mirror } = this.#options
    this.#subjects.clear()
    this.#hlc = null
    authority.reset()
    const mirrored = mirror?.witness()
    const journal: JournalOptions = {
      disk,
      seal,
      witnesses: mirrored ? [...witnesses, mirrored] : witnesses,
      visit: stored => this.#observe(stored),
    }
    this.#journal = openJournal(journal)
    if (!this.#journal.readOnly) mirror?.catchUp()
  }

  #observe({ act }: StoredAct): void {
    const seqs = this.#subjects.get(act.subject)
    if (seqs) seqs.push(act.seq)
    else this.#subjects.set(act.subject, [act.seq])
    if (this.#hlc === null || act.hlc > this.#hlc) this.#hlc = act.hlc as Hlc
    this.#options.authority.observe(act)
  }

  get head(): Head {
    const { seq, hash } = this.#journal
    return { chain: this.#options.seal.chain.toString('hex'), seq, hash }
  }

  get readOnly(): Problem | null {
    return this.#journal.readOnly
  }

  get tornTailBytes(): number {
    return this.#journal.tornTailBytes
  }

  /** Milliseconds of the last act, or null in an empty journal. */
  get lastActAt(): number | null {
    return this.#hlc === null ? null : Number(this.#hlc.slice(0, 15))
  }

  /** Writes acts as one frame: all or none. Returns after the flush; what it returned is never lost. */
  append(proposed: readonly ProposedAct[]): Result<Head[], Problem> {
    if (this.readOnly) return err(this.readOnly)
    const held = this.#options.holdBack(this.lastActAt)
    if (held) return err(held)
    const refused = this.#options.authority.judge(proposed, { of: subject => this.actsOf(subject) })
    if (refused) return err(refused)
    for (const act of proposed) {
      if (act.facts.some(fact => fact.personal !== undefined)) this.#options.sealer.ensureKey(act.subject)
    }
    return this.#write(proposed)
  }

  #write(proposed: readonly ProposedAct[]): Result<Head[], Problem> {
    const before = this.head
    let hlc = this.#hlc
    const makers = proposed.map(act => (place: { prev: string; seq: number }) => {
      hlc = nextHlc(hlc, this.#options.now())
      const written = this.#bodyOf(act, { ...place, hlc })
      const body = Buffer.from(JSON.stringify(written))
      const hash = hashOfBody(body)
      return { act: written, body, hash: hash.toString('hex'), signature: this.#options.sign(hash) }
    })
    const written = tryAppend(this.#journal, makers)
    if (!written.ok) return err(this.#afterFailure(before))
    for (const stored of written.value) this.#observe(stored)
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

  /** A failed write is never retried: the journal is read again, and what was acknowledged must still be there. */
  #afterFailure(acknowledged: Head): Problem {
    this.#journal.close()
    this.#open(acknowledged.seq > 0 ? [acknowledged] : [])
    return this.readOnly ?? { kind: 'journalBroken' }
  }

  actsOf(subject: string): PlainAct[] {
    return (this.#subjects.get(subject) ?? []).map(seq => this.#plain(this.#journal.read(seq)))
  }

  subjects(): IterableIterator<string> {
    return this.#subjects.keys()
  }

  /** Opened acts after `seq`, frame by frame, in journal order. */
  *actsAfter(seq: number): Generator<PlainAct[]> {
    for (const frame of this.#journal.framesAfter(seq)) yield frame.map(stored => this.#plain(stored))
  }

  /** Hash of act `seq`, or null where the journal does not reach it. 64 zeros for 0. */
  hashAt(seq: number): string | null {
    if (seq === 0) return '0'.repeat(64)
    return seq <= this.#journal.seq ? this.#journal.read(seq).hash : null
  }

  #plain({ act, hash }: StoredAct): PlainAct {
    const facts = act.facts.map((fact): PlainFact => {
      const { personal, ...clear } = fact
      const opened = personal === undefined ? undefined : this.#options.sealer.open(act.subject, fact.type, personal)
      return opened === undefined ? clear : { ...clear, personal: opened }
    })
    return { ...act, facts, hash }
  }

  close(): void {
    this.#journal.close()
  }
}
