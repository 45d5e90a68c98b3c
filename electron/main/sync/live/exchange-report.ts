import type { ChainStanding, ExchangeReport } from '#shared/contracts/exchange-channels'
import type { NotedFinding } from '#shared/contracts/exchange-finding'
import { parseActBody } from '#shared/ledger/act'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import type { Head } from '#shared/ledger/exchange/head'
import { hlcTime, type Hlc } from '#shared/ledger/hybrid-clock'
import type { Finding } from '../../authority/office-authority'
import type { ReceiptBook } from '../receipt-book'

export interface Waiting {
  readonly waiting: number
  readonly oldestWaitingAt: number | null
  readonly confirmedAt: number | null
}

type Book = Pick<ReceiptBook, 'countedUpTo' | 'lastOn' | 'contradicted' | 'outlived'>

/** What no receipt covers yet, and until when headquarters has signed for something that stands here. */
export function waitingOf(ledger: ExchangeLedger, book: Book): Waiting {
  const left = ledger.heads().filter(({ chain, seq }) => seq > book.countedUpTo(chain))
  const oldest = left.flatMap(({ chain }) => momentOf(ledger, chain, book.countedUpTo(chain) + 1) ?? [])
  const confirmed = ledger.heads().flatMap(({ chain }) => confirmedAt(book, chain) ?? [])
  return {
    waiting: left.reduce((sum, { chain, seq }) => sum + seq - book.countedUpTo(chain), 0),
    oldestWaitingAt: oldest.length > 0 ? Math.min(...oldest) : null,
    confirmedAt: confirmed.length > 0 ? Math.max(...confirmed) : null,
  }
}

export interface ReportOf {
  /** Null while the desk is locked. */
  readonly ledger: ExchangeLedger | null
  /** Null where this machine is enrolled nowhere. */
  readonly book: Book | null
  /** Chains that this machine wrote before. */
  readonly former: readonly string[]
  /** Headquarters' own chain. */
  readonly headquarters: string | null
}

export interface Found {
  /** The newest first. */
  readonly findings: readonly NotedFinding[]
  readonly usedTwice: readonly Finding[]
}

export function reportOf(of: ReportOf, { findings, usedTwice }: Found): ExchangeReport {
  const { ledger } = of
  return {
    chains: ledger ? ledger.heads().map(head => standingOf(of, ledger, head)) : [],
    findings: [...findings],
    ...proofsOf(of.book),
    usedTwice: usedTwice.map(({ kind, series, number, subjects }) => ({
      kind,
      series,
      number,
      subjects: [...subjects],
    })),
  }
}

/** What is proof against headquarters: on the page, and in the file that is carried out. */
export const proofsOf = (
  book: Pick<ReceiptBook, 'contradicted' | 'outlived'> | null,
): Pick<ExchangeReport, 'contradicted' | 'outlived'> => ({
  contradicted: (book?.contradicted ?? []).map(({ before, now, words: [{ chain, seq }] }) => ({
    ...{ chain, seq, before, now },
  })),
  outlived: (book?.outlived ?? []).map(({ before, now, words: [{ chain, seq }, { seq: to }] }) => ({
    ...{ chain, seq, to, before, now },
  })),
})

function standingOf(of: ReportOf, ledger: ExchangeLedger, { chain, seq }: Head): ChainStanding {
  const { book } = of
  const confirmed = book?.countedUpTo(chain) ?? 0
  return {
    ...{ chain, whose: whoseOf(of, ledger, chain), held: seq, confirmed },
    confirmedAt: book ? confirmedAt(book, chain) : null,
    oldestWaitingAt: seq > confirmed ? momentOf(ledger, chain, confirmed + 1) : null,
    revokedFrom: ledger.keyOf(chain)?.revokedFrom ?? null,
  }
}

function whoseOf({ former, headquarters }: ReportOf, ledger: ExchangeLedger, chain: string): ChainStanding['whose'] {
  if (chain === ledger.ownChain) return 'own'
  if (former.includes(chain)) return 'former'
  return chain === headquarters ? 'headquarters' : 'other'
}

/** Of a receipt that counts: another branch's says nothing of what stands here. */
function confirmedAt(book: Book, chain: string): number | null {
  const words = book.lastOn(chain)
  return words && book.countedUpTo(chain) >= words.seq ? Date.parse(words.receivedAt) : null
}

function momentOf(ledger: ExchangeLedger, chain: string, seq: number): number | null {
  const [act] = ledger.read(chain, seq - 1, 1)
  const parsed = act ? parseActBody(act.body) : null
  return parsed?.ok ? hlcTime(parsed.value.hlc as Hlc) : null
}
