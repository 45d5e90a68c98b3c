import type { ExchangeReport, ExchangeStatus } from '#shared/contracts/exchange-channels'
import type { Contact } from '#shared/contracts/headquarters-console'
import { err, ok, type Result } from '#shared/kernel/result'
import type { DeskChange, Workstation } from '../../workstation/workstation'
import type { BlobLink } from '../blob-link'
import type { ExchangeFinding } from '../exchange-findings'
import { exchangeOnce } from '../exchange-once'
import { ExchangeRecord } from '../exchange-record'
import type { HeadquartersLink, LinkProblem } from '../headquarters-link'
import { lastingLedger, linkWhileOpen } from '../lasting-ledger'
import { nodeCraft } from '../node-craft'
import { ReceiptBook } from '../receipt-book'
import { RunSize } from '../run-size'
import { SyncRunner, type PassEnd, type RunnerParts } from '../sync-runner'
import { contactOf, inItsWords } from './contact'
import { reportOf, waitingOf } from './exchange-report'
import type { ExchangeShelves } from './kept-files'
import { printOfKey, type Pinned, type PinnedHeadquarters } from './pinned-headquarters'
import { ScanCarrying, type Scans } from './scan-carrying'

/** Headquarters on the line, as far as a pass needs it. */
export interface LiveLink extends HeadquartersLink {
  contact(said: Contact): Promise<Result<void, LinkProblem>>
  readonly blobs?: BlobLink
}

export interface LinkOrder {
  readonly address: string
  readonly publicKey: string
  readonly stopping: () => AbortSignal
  readonly onClock: (offsetMs: number) => void
  readonly isLeast: () => boolean
}

export interface LiveExchangeParts extends Pick<RunnerParts, 'wait' | 'random' | 'onFault'> {
  readonly workstation: Pick<Workstation, 'exchangeWith' | 'isOpen' | 'findings' | 'callers'>
  readonly pinned: PinnedHeadquarters
  readonly shelves: ExchangeShelves
  readonly linkTo: (order: LinkOrder) => LiveLink
  readonly now: () => number
  /** Version of this program, for the people at headquarters. */
  readonly program: string
  /** `came`: the journals hold acts that were not here. `changed`: the status is another. */
  readonly tell: (news: 'came' | 'changed') => void
  /** Sealed files, behind the acts of every pass that went through. */
  readonly scans?: Scans
  /** The own chain is another from now on. */
  readonly onRolledOver?: () => void
}

/** Of one request, and fewer on a slow line: headquarters takes 600 a minute, so that an office of years is there within one. */
export const actsPerRun = 500

/** Findings after which the window has something new to show, or other journals. */
const changesJournals: ReadonlySet<ExchangeFinding['kind']> = new Set(['came', 'rolledOver', 'branchLeft'])

/** The first screen is drawn by then. */
const startDelayMs = 1_500

const unheard: ReadonlySet<LinkProblem['kind']> = new Set(['locked', 'stopped', 'tooOften'])

type Trouble = ExchangeStatus['trouble']

/**
 * The exchange of this machine while somebody is signed in: by itself, and never in anybody's way. It only reads the
 * journals and takes in what came; where it ends in the middle, the next pass goes on from what both sides hold.
 */
export class LiveExchange {
  readonly #parts: LiveExchangeParts
  readonly #record: ExchangeRecord
  readonly #scans: ScanCarrying
  #book: { readonly of: Pinned; readonly book: ReceiptBook } | null = null
  #runner: SyncRunner | null = null
  /** What ran before it: two passes never run at the same time. */
  #ended: Promise<void> = Promise.resolve()
  #stopping = new AbortController()
  #running: { went: number; came: number } | null = null
  #nextTryAt: number | null = null
  #lastContactAt: number | null = null
  #trouble: Trouble = null
  #clockOffsetMs: number | null = null

  constructor(parts: LiveExchangeParts) {
    this.#parts = parts
    this.#record = new ExchangeRecord(parts.shelves.record, parts.now)
    this.#scans = new ScanCarrying({
      ...{ scans: parts.scans, now: parts.now, tell: finding => this.#note(finding) },
      onChange: () => parts.tell('changed'),
    })
  }

  /** Told by the workstation in the middle of its work. */
  hear(change: DeskChange): void {
    if (change === 'opened') this.begin()
    if (change === 'closed') void this.end()
    if (change === 'written') this.#runner?.wake()
    this.#scans.changed()
    this.#parts.tell('changed')
  }

  /** Where this machine is enrolled, on the line, and open. Called again after any of that has changed. */
  begin(): void {
    void this.end()
    const { pinned, workstation } = this.#parts
    const of = pinned.current()
    if (!of || !workstation.isOpen) return
    this.#book = { of, book: this.#openBook(of) }
    if (of.address === null) return
    const { address, publicKey } = of
    const stopping = () => this.#stopping.signal
    const runs = new RunSize()
    const isLeast = () => runs.isLeast
    const onClock = (offsetMs: number): void => void (this.#clockOffsetMs = offsetMs)
    const link = inItsWords(this.#parts.linkTo({ address, publicKey, stopping, onClock, isLeast }))
    const { random, onFault, wait } = this.#parts
    this.#stopping = new AbortController()
    const before = Promise.all([this.#ended, wait(startDelayMs, this.#stopping.signal)])
    const pass = async (): Promise<PassEnd> => {
      await before
      return this.#runner === runner ? this.#pass(link, runs) : err({ kind: 'stopped' })
    }
    const runner = new SyncRunner({ pass, random, onFault, wait: (ms, signal) => this.#wait(ms, signal) })
    this.#runner = runner
    runner.start()
  }

  /** Ends what runs: returns when nothing is under way any more. */
  end(): Promise<void> {
    this.#stopping.abort()
    const runner = this.#runner
    this.#runner = null
    this.#nextTryAt = null
    if (runner) this.#ended = Promise.all([this.#ended, runner.stop()]).then(() => undefined)
    return this.#ended
  }

  now(): void {
    this.#runner?.hurry()
  }

  /** What went and came stays; the next pass comes by itself. */
  stopPass(): void {
    this.#stopping.abort()
  }

  status(): Omit<ExchangeStatus, 'unconfirmed'> {
    const { pinned, workstation } = this.#parts
    const of = pinned.current()
    const ledger = workstation.exchangeWith(nodeCraft)
    const book = this.#bookOf(of)
    const { levelAt } = this.#record
    return {
      headquarters: of && { ...pick(of), keyPrint: printOfKey(of.publicKey) },
      running: this.#running && { ...this.#running },
      ...(ledger && book ? waitingOf(ledger, book) : { waiting: 0, oldestWaitingAt: null, confirmedAt: null }),
      scans: this.#scans.waiting,
      ...{ lastContactAt: this.#lastContactAt ?? levelAt, levelAt, nextTryAt: this.#nextTryAt },
      ...{ trouble: this.#trouble, clockOffsetMs: this.#clockOffsetMs },
      own: ledger && book ? { chain: ledger.ownChain, confirmed: book.countedUpTo(ledger.ownChain) } : null,
    }
  }

  report(): ExchangeReport {
    const { pinned, workstation } = this.#parts
    const of = pinned.current()
    const ledger = workstation.exchangeWith(nodeCraft)
    const book = this.#bookOf(of)
    const former = workstation.callers.slice(1).map(({ chain }) => chain)
    return reportOf(
      { ledger, book, former, headquarters: of?.chain ?? null },
      { findings: this.#record.findings, usedTwice: workstation.findings },
    )
  }

  /** For what a stick brings: receipts count in the same book. Null where this machine is enrolled nowhere, or locked. */
  get known(): { readonly chain: string; readonly publicKey: string; readonly book: ReceiptBook } | null {
    const of = this.#parts.pinned.current()
    const book = this.#bookOf(of)
    return of && book && { chain: of.chain, publicKey: of.publicKey, book }
  }

  noteOfStick(finding: ExchangeFinding): void {
    this.#note(finding)
    this.#scans.changed()
    this.#record.endPass(false)
  }

  #bookOf(of: Pinned | null): ReceiptBook | null {
    return of !== null && this.#book?.of === of ? this.#book.book : null
  }

  #openBook({ publicKey }: Pinned): ReceiptBook {
    const ledger = this.#parts.workstation.exchangeWith(nodeCraft)!
    const owner = { office: ledger.office, headquartersKey: publicKey }
    const book = new ReceiptBook(owner, this.#parts.shelves.receipts, nodeCraft)
    book.recount((chain, seq) => ledger.hashAt(chain, seq))
    return book
  }

  async #pass(line: LiveLink, runs: RunSize): Promise<PassEnd> {
    const ask = () => this.#parts.workstation.exchangeWith(nodeCraft)
    const ledger = ask()
    const book = this.#book?.book
    if (!ledger || !book) return err({ kind: 'locked' })
    this.#stopping = new AbortController()
    this.#running = { went: 0, came: 0 }
    this.#nextTryAt = null
    this.#parts.tell('changed')
    try {
      const link = linkWhileOpen(this.#watched(line), ask)
      const lasting = lastingLedger(ledger.office, ask)
      const tell = (finding: ExchangeFinding): void => this.#note(finding)
      const done = await exchangeOnce({ ledger: lasting, link, craft: nodeCraft, book, tell, actsPerRun, runs })
      this.#trouble = done.ok ? null : troubleOf(done.problem)
      this.#record.endPass(done.ok)
      return done.ok ? await this.#afterwards(line, book) : done
    } finally {
      this.#running = null
      this.#parts.tell('changed')
    }
  }

  /** Acts go first. Each step only while somebody is signed in. */
  async #afterwards(line: LiveLink, book: ReceiptBook): Promise<PassEnd> {
    const isOpen = () => this.#parts.workstation.exchangeWith(nodeCraft) !== null
    const hasActs = () => this.#runner?.isWoken !== false
    const carried = isOpen() && line.blobs ? await this.#scans.run(line.blobs, hasActs) : ok(undefined)
    const kind = carried.ok ? null : carried.problem.kind
    if (kind === 'stopped' || kind === 'tooOften') this.#trouble = kind
    if (kind === 'tooOften') return carried
    if (isOpen()) await line.contact(this.#contact(book))
    // What else broke the scans off holds no act back: the next pass comes as after one that went through.
    return carried.ok ? carried : ok(undefined)
  }

  #contact(book: ReceiptBook): Contact {
    const { workstation, program, now } = this.#parts
    const ledger = workstation.exchangeWith(nodeCraft)!
    const { waiting } = waitingOf(ledger, book)
    return contactOf(ledger, { program, waiting, scans: this.#scans.waiting.go, now: now() })
  }

  #note(finding: ExchangeFinding): void {
    // That somebody locked, or stopped it, or that headquarters wants a moment, is nothing to be found out.
    if (finding.kind === 'noAnswer' && unheard.has(finding.why)) return
    this.#record.note(finding)
    this.#count(finding)
    if (finding.kind === 'came') this.#scans.changed()
    if (finding.kind === 'rolledOver') this.#parts.onRolledOver?.()
    this.#parts.tell(changesJournals.has(finding.kind) ? 'came' : 'changed')
  }

  #count(finding: ExchangeFinding): void {
    if (!this.#running || (finding.kind !== 'went' && finding.kind !== 'came')) return
    this.#running[finding.kind] += finding.to - finding.from + 1
  }

  /** Ends between two calls where it was stopped, and notes that headquarters was heard of. */
  #watched(line: LiveLink): HeadquartersLink {
    const stopped = this.#stopping.signal
    const watched = async <T>(call: () => Promise<Result<T, LinkProblem>>): Promise<Result<T, LinkProblem>> => {
      if (stopped.aborted) return err({ kind: 'stopped' })
      const answer = await call()
      if (answer.ok) this.#lastContactAt = this.#parts.now()
      return stopped.aborted ? err({ kind: 'stopped' }) : answer
    }
    return {
      heads: () => watched(() => line.heads()),
      send: segment => watched(() => line.send(segment)),
      fetch: (chain, after, limit) => watched(() => line.fetch(chain, after, limit)),
    }
  }

  async #wait(ms: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return
    this.#nextTryAt = this.#parts.now() + ms
    this.#parts.tell('changed')
    await this.#parts.wait(ms, signal)
  }
}

const pick = ({ chain, address, enrolledAt }: Pinned) => ({ chain, address, enrolledAt })

const troubleOf = ({ kind }: LinkProblem): Trouble => (kind === 'locked' ? null : kind)
