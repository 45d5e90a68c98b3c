import { noPreviousHash, parseActBody } from '#shared/ledger/act'
import type { SegmentAnswer } from '#shared/contracts/headquarters-api'
import type { Dated } from '#shared/ledger/clock-corrections'
import { correctionsFor } from '#shared/ledger/exchange/clock-ahead'
import { correctedClocks } from '#shared/ledger/exchange/corrected-clocks'
import type { ChainFact } from '#shared/ledger/exchange/chain-facts'
import type { Craft } from '#shared/ledger/exchange/craft'
import type { ChainRoot } from '#shared/ledger/exchange/chain-trust'
import { emptyHead, type Head } from '#shared/ledger/exchange/head'
import type {
  HeadquartersStore,
  OfficeTransaction,
  ProjectionNote,
  QuarantineReason,
} from '#shared/ledger/exchange/headquarters-store'
import { receiptNote, type Receipt } from '#shared/ledger/exchange/receipt'
import { readRun, type LinkedAct, type Run } from '#shared/ledger/exchange/run'
import { packSegment } from '#shared/ledger/exchange/segment'
import { RunTurns } from '#shared/ledger/exchange/run-turns'
import { readSegment, takeRun, type SentSegment, type TakenSegment } from '#shared/ledger/exchange/take-segment'
import { chainFactsOf } from '#shared/ledger/exchange/chain-facts'
import { signedActs, type ActWish } from '../support/exchange/chain-writer'
import { toyCraft, type ToyKey } from '../support/exchange/toy-craft'
import { Crash, type Fuse } from './fuse'
import { foldCases, isKnownFact, isPoison, readAct } from './fold-cases'

/** What lies on headquarters' disk of one office. Replaced as a whole by a commit, so that a backup is a reference. */
export interface OfficeRows {
  readonly roots: readonly ChainRoot[]
  readonly chains: ReadonlyMap<string, readonly LinkedAct[]>
  /** Rows of their own, as in the database. */
  readonly heads: ReadonlyMap<string, Head>
  readonly facts: readonly ChainFact[]
  readonly quarantine: ReadonlyMap<string, QuarantineReason>
  /** Made of what stood there when it was projected last, in the transaction; folded when it is looked at. */
  readonly projection: () => string
}

export interface HeadquartersOptions {
  readonly key: ToyKey
  /** That of the machines; the toy one where none is given. */
  readonly craft?: Craft
  readonly now: () => number
  /** A port call of a transaction in which the machine dies. */
  readonly fuse: Fuse
  readonly bugs: ReadonlySet<string>
  /** Several segments go into one transaction. */
  readonly onJoined?: () => void
  readonly onTaken: (office: string, answer: SegmentAnswer, acts: number) => void
  /** It says, with what it has taken, that a clock ran ahead. */
  readonly onCorrected?: () => void
}

/** Headquarters in memory: the real `takeSegment` over rows that a commit makes visible at once. */
export class MemoryHeadquarters implements HeadquartersStore {
  readonly offices = new Map<string, OfficeRows>()
  readonly #turns = new RunTurns()
  /** The end of the transaction that runs: the next of its office waits for it, as for the lock of a row. */
  readonly #locks = new Map<string, Promise<unknown>>()
  constructor(readonly options: HeadquartersOptions) {}

  enrol(office: string, roots: readonly ChainRoot[]): void {
    const empty = { chains: new Map(), heads: new Map(), facts: [], quarantine: new Map(), projection: () => '' }
    this.offices.set(office, { roots, ...empty })
  }

  inOffice<T>(office: string, work: (transaction: MemoryTransaction) => Promise<T>): Promise<T> {
    if (this.options.bugs.has('noLock')) return this.#transact(office, work)
    const done = (this.#locks.get(office) ?? Promise.resolve()).then(() => this.#transact(office, work))
    const ended = done.catch(() => undefined)
    this.#locks.set(office, ended)
    return done
  }

  async #transact<T>(office: string, work: (transaction: MemoryTransaction) => Promise<T>): Promise<T> {
    const { fuse, bugs } = this.options
    const transaction = new MemoryTransaction(office, this.offices.get(office)!, this.options)
    try {
      const answer = await work(transaction)
      fuse.burn() // in the commit
      this.offices.set(office, transaction.rows)
      return answer
    } catch (cause) {
      if (cause instanceof Crash && bugs.has('halfBatch')) this.offices.set(office, transaction.rows)
      throw cause
    }
  }

  /** POST /v1/segments */
  async take(office: string, bytes: Uint8Array): Promise<SegmentAnswer> {
    const receivedAt = this.clock()
    const segment = { bytes, receivedAt }
    const real = this.options.craft ?? toyCraft
    const craft = this.options.bugs.has('nothingVerified') ? { ...real, verifyHash: () => true } : real
    const taken = await this.#taken(office, segment, craft)
    const answer =
      taken.kind === 'taken'
        ? { ...taken, notes: [...taken.notes], receipt: this.receipt(office, taken.head, receivedAt) }
        : taken
    this.options.onTaken(office, answer, Buffer.from(bytes).toString().split('\n').length - 1)
    return answer
  }

  /** As the server does it: read at once, and taken in the order of the chain. */
  async #taken(office: string, { bytes, receivedAt }: SentSegment, craft: Craft): Promise<TakenSegment> {
    const read = readSegment(bytes, craft)
    if (!read.ok) return read.problem
    const run = read.value
    const one = (taking: Run) =>
      this.inOffice(office, transaction => this.#takeRun(transaction, { run: taking, receivedAt }, craft))
    if (this.options.bugs.has('noLock')) return one(run)
    const turn = this.#turns.enter(run, office)
    try {
      return await turn.take<TakenSegment>(new Set(), async (taking, _good, isJoined) => {
        if (isJoined) this.options.onJoined?.()
        return isJoined ? this.#wholly(office, { run: taking, receivedAt }, craft) : one(taking)
      })
    } finally {
      turn.leave()
    }
  }

  /** As the server does it: what its clock says of the acts is told in the transaction that takes them. */
  async #takeRun(transaction: MemoryTransaction, taking: Taking, craft: Craft): Promise<TakenSegment> {
    const taken = await takeRun(transaction, taking, craft)
    const runs = taken.kind === 'taken' ? (taken.aheadRuns ?? []) : []
    const [first] = runs
    if (taken.kind !== 'taken' || !first) return taken
    const { chain } = taken.head
    const { own, rows } = transaction
    if (own === '' || chain === own) return taken
    this.options.onCorrected?.()
    const known = correctedClocks(rows.facts, [own])
    const last = first.after ?? lastOwnBefore(rows.chains.get(chain)!, first.fromSeq)
    const facts = correctionsFor(chain, runs, { known, last }).map(open => ({
      ...{ type: 'clock.corrected@1', open: { ...open } },
    }))
    await this.#sayIn(transaction, own, { facts, ms: this.options.now(), actor: 'headquarters' })
    return taken
  }

  /** Several segments as one, or nothing of them. */
  async #wholly(office: string, taking: Taking, craft: Craft): Promise<TakenSegment | null> {
    try {
      return await this.inOffice(office, async transaction => {
        const taken = await this.#takeRun(transaction, taking, craft)
        if (taken.kind !== 'taken') throw new NotAsOne()
        return taken
      })
    } catch (cause) {
      if (cause instanceof NotAsOne) return null
      throw cause
    }
  }

  /** GET /v1/heads */
  heads(office: string): readonly Receipt[] {
    const receivedAt = this.clock()
    return this.vector(office).map(head => this.receipt(office, head, receivedAt))
  }

  /** GET /v1/chains/:chain/acts */
  acts(office: string, chain: string, range: { after: number; limit: number }): Uint8Array | null {
    const rows = this.offices.get(office)!.chains.get(chain) ?? []
    const acts = rows.slice(range.after, range.after + range.limit)
    return acts.length === 0
      ? null
      : packSegment(
          acts.map(({ signed }) => signed),
          this.options.craft ?? toyCraft,
        )
  }

  vector(office: string): readonly Head[] {
    return [...this.offices.get(office)!.heads.values()]
  }

  /** Headquarters says something to an office, on its own chain of that office. */
  async say(office: string, chain: string, wish: ActWish): Promise<void> {
    await this.inOffice(office, transaction => this.#sayIn(transaction, chain, wish))
  }

  async #sayIn(transaction: MemoryTransaction, chain: string, wish: ActWish): Promise<void> {
    const { office } = transaction
    const head = await transaction.lockHead(chain)
    const { acts } = signedActs({ office, chain, key: this.options.key }, head, [wish])
    const run = readRun(acts, toyCraft)
    if (!run.ok) throw new Error('headquarters wrote no run')
    const facts = run.value.acts.flatMap(act => chainFactsOf(act.signed.body))
    await transaction.append(run.value.acts, facts)
    await transaction.project(run.value.acts)
  }

  private clock(): string {
    return new Date(this.options.now()).toISOString()
  }

  private receipt(office: string, head: Head, receivedAt: string): Receipt {
    const note = receiptNote({ office, ...head, receivedAt })
    return { note, signature: this.options.key.signNote(note) }
  }
}

class NotAsOne extends Error {}

interface Taking {
  readonly run: Run
  readonly receivedAt: string
}

function lastOwnBefore(acts: readonly LinkedAct[], seq: number): Dated | null {
  const before = acts.slice(0, seq - 1).map(readAct)
  return before.findLast(act => act !== null && act.body.from === undefined)?.body ?? null
}

class MemoryTransaction implements OfficeTransaction {
  constructor(
    readonly office: string,
    public rows: OfficeRows,
    private readonly options: HeadquartersOptions,
  ) {}

  /** Headquarters' chain in this office. */
  get own(): string {
    return this.rows.roots.find(({ publicKey }) => publicKey === this.options.key.publicKey)?.chain ?? ''
  }

  private step(): void {
    this.options.fuse.burn()
  }

  async trustGround(): Promise<Pick<OfficeRows, 'roots' | 'facts'>> {
    this.step()
    const { roots, facts: all } = this.rows
    const facts = this.options.bugs.has('revokedStillCounts') ? all.filter(({ says }) => says.kind !== 'revoked') : all
    return { roots, facts }
  }

  async lockHead(chain: string): Promise<Head> {
    this.step()
    return this.rows.heads.get(chain) ?? emptyHead(chain)
  }

  async hashes(chain: string, from: number, to: number): Promise<readonly string[]> {
    this.step()
    const acts = this.rows.chains.get(chain) ?? []
    if (from < 1 || to > acts.length) throw new Error(`hashes ${from}-${to} of ${acts.length} acts`)
    return acts.slice(from - 1, to).map(({ hash }) => hash)
  }

  async append(acts: readonly LinkedAct[], facts: readonly ChainFact[]): Promise<void> {
    this.step()
    const chains = new Map(this.rows.chains)
    const held = [...(chains.get(acts[0]!.chain) ?? [])]
    for (const act of acts) {
      if (held.length + 1 !== act.seq) throw new Error(`act ${act.seq} after ${held.length}`) // the primary key
      if ((held.at(-1)?.hash ?? noPreviousHash) !== act.prev) throw new Error('an act that follows another')
      held.push(act)
    }
    chains.set(acts[0]!.chain, held)
    this.rows = { ...this.rows, chains, facts: [...this.rows.facts, ...facts] }
    this.step()
    const { chain, seq, hash } = acts.at(-1)!
    this.rows = { ...this.rows, heads: new Map(this.rows.heads).set(chain, { chain, seq, hash }) }
  }

  async project(acts: readonly LinkedAct[]): Promise<readonly ProjectionNote[]> {
    this.step()
    const { roots, facts: all, chains } = this.rows
    const facts = this.options.bugs.has('revokedStillCounts') ? all.filter(({ says }) => says.kind !== 'revoked') : all
    const projection = () =>
      foldCases({ office: this.office, roots, facts, acts: [...chains.values()].flat(), headquarters: this.own })
    this.rows = { ...this.rows, projection }
    return acts.flatMap(({ seq, signed }): ProjectionNote[] => {
      const parsed = parseActBody(signed.body)
      if (!parsed.ok || parsed.value.facts.some(({ type }) => !isKnownFact(type))) return [{ seq, kind: 'pending' }]
      return parsed.value.facts.some(isPoison) ? [{ seq, kind: 'poison' }] : []
    })
  }

  async quarantine(acts: readonly LinkedAct[], reason: QuarantineReason): Promise<void> {
    this.step()
    const quarantine = new Map(this.rows.quarantine)
    for (const { chain, seq, hash } of acts) quarantine.set(`${chain} ${seq} ${hash}`, reason)
    this.rows = { ...this.rows, quarantine }
  }
}
