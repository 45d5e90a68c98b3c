import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import type { NotedFinding } from '#shared/contracts/exchange-finding'
import type { ExchangeFinding } from './exchange-findings'

export type { NotedFinding } from '#shared/contracts/exchange-finding'

export interface ExchangeStatus {
  /** End of the last pass that went through, milliseconds since 1970; null where there was none. */
  readonly levelAt: number | null
  /** Acts that are here and of which no receipt is. */
  readonly waiting: number
  /** The newest first. */
  readonly findings: readonly NotedFinding[]
}

export interface KeptRecord {
  readonly levelAt: number | null
  readonly findings: readonly NotedFinding[]
}

/** Keeps the record over a restart. Ids and numbers only; nothing is lost with it but the story. */
export interface RecordShelf {
  load(): KeptRecord | null
  save(kept: KeptRecord): void
}

const mostFindings = 500

/** What went, came, was refused and why: the newest five hundred. */
export class ExchangeRecord {
  #levelAt: number | null
  /** By what they say; the newest last. */
  readonly #noted = new Map<string, NotedFinding>()
  #last: ExchangeFinding | null = null

  constructor(
    private readonly shelf: RecordShelf,
    private readonly now: () => number,
  ) {
    const kept = shelf.load()
    this.#levelAt = kept?.levelAt ?? null
    for (const noted of [...(kept?.findings ?? [])].reverse()) this.#keep(noted)
  }

  note(finding: ExchangeFinding): void {
    const joined = this.#last && joinedRuns(this.#last, finding)
    if (joined) this.#noted.delete(JSON.stringify(this.#last))
    const said = joined ?? finding
    this.#keep({ finding: said, lastAt: this.now(), times: (this.#noted.get(JSON.stringify(said))?.times ?? 0) + 1 })
  }

  /** At the end of a pass; `isLevel` where it went through. */
  endPass(isLevel: boolean): void {
    if (isLevel) this.#levelAt = this.now()
    this.shelf.save({ levelAt: this.#levelAt, findings: this.#newestFirst() })
  }

  get levelAt(): number | null {
    return this.#levelAt
  }

  /** The newest first. */
  get findings(): readonly NotedFinding[] {
    return this.#newestFirst()
  }

  status(ledger: Pick<ExchangeLedger, 'heads'>, countedUpTo: (chain: string) => number): ExchangeStatus {
    const waiting = ledger.heads().reduce((sum, { chain, seq }) => sum + Math.max(0, seq - countedUpTo(chain)), 0)
    return { levelAt: this.#levelAt, waiting, findings: this.#newestFirst() }
  }

  #keep(noted: NotedFinding): void {
    const key = JSON.stringify(noted.finding)
    this.#noted.delete(key) // put back as the newest
    this.#noted.set(key, noted)
    this.#last = noted.finding
    if (this.#noted.size > mostFindings) this.#noted.delete(this.#noted.keys().next().value as string)
  }

  #newestFirst(): readonly NotedFinding[] {
    return [...this.#noted.values()].reverse()
  }
}

/** A thousand acts and the next thousand are one line; null where the second does not go on from the first. */
function joinedRuns(last: ExchangeFinding, next: ExchangeFinding): ExchangeFinding | null {
  if (next.kind === 'went' && last.kind === 'went' && goesOn(last, next)) return { ...next, from: last.from }
  if (next.kind === 'came' && last.kind === 'came' && goesOn(last, next)) return { ...next, from: last.from }
  return null
}

interface Range {
  readonly chain: string
  readonly from: number
  readonly to: number
}

const goesOn = (last: Range, next: Range): boolean => last.chain === next.chain && last.to + 1 === next.from
