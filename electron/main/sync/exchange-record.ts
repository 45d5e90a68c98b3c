import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import type { ExchangeFinding } from './exchange-findings'

/** A finding as the screen shows it. The same one again is told once, with its number and its last moment. */
export interface NotedFinding {
  readonly finding: ExchangeFinding
  /** Milliseconds since 1970. */
  readonly lastAt: number
  readonly times: number
}

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
  #findings: NotedFinding[]

  constructor(
    private readonly shelf: RecordShelf,
    private readonly now: () => number,
  ) {
    const kept = shelf.load()
    this.#levelAt = kept?.levelAt ?? null
    this.#findings = [...(kept?.findings ?? [])]
  }

  note(finding: ExchangeFinding): void {
    const joined = this.#join(finding)
    const others = this.#findings.filter(({ finding: one }) => !isSame(one, joined.replaced))
    const before = this.#findings.find(({ finding: one }) => isSame(one, joined.replaced))
    const times = before && isSame(before.finding, joined.finding) ? before.times + 1 : (before?.times ?? 1)
    this.#findings = [{ finding: joined.finding, lastAt: this.now(), times }, ...others].slice(0, mostFindings)
  }

  /** At the end of a pass; `isLevel` where it went through. */
  endPass(isLevel: boolean): void {
    if (isLevel) this.#levelAt = this.now()
    this.shelf.save({ levelAt: this.#levelAt, findings: this.#findings })
  }

  status(ledger: Pick<ExchangeLedger, 'heads'>, countedUpTo: (chain: string) => number): ExchangeStatus {
    const waiting = ledger.heads().reduce((sum, { chain, seq }) => sum + Math.max(0, seq - countedUpTo(chain)), 0)
    return { levelAt: this.#levelAt, waiting, findings: this.#findings }
  }

  /** Runs that follow each other are one line: a thousand acts and the next thousand. */
  #join(finding: ExchangeFinding): { readonly finding: ExchangeFinding; readonly replaced: ExchangeFinding } {
    const last = this.#findings[0]?.finding
    if (last && last.kind === finding.kind && (finding.kind === 'went' || finding.kind === 'came')) {
      const before = last as typeof finding
      if (before.chain === finding.chain && before.to + 1 === finding.from)
        return { finding: { ...finding, from: before.from }, replaced: last }
    }
    return { finding, replaced: finding }
  }
}

const isSame = (a: ExchangeFinding, b: ExchangeFinding): boolean => JSON.stringify(a) === JSON.stringify(b)
