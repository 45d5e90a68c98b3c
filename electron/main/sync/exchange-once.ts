import { ok, type Result } from '#shared/kernel/result'
import type { Craft } from '#shared/ledger/exchange/craft'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import type { ReceiptWords } from '#shared/ledger/exchange/receipt'
import { weighReceipt } from '#shared/ledger/exchange/receipt'
import { tellPast } from './count-receipt'
import { findParting } from './find-parting'
import type { TellFinding } from './exchange-findings'
import type { HeadquartersLink, LinkProblem } from './headquarters-link'
import { leaveBranch, rollOver, type Meeting } from './meet-run'
import { pullMissing } from './pull-missing'
import { sendMissing } from './send-missing'
import type { ReceiptBook } from './receipt-book'
import { RunSize } from './run-size'

export interface ExchangeParts {
  readonly ledger: ExchangeLedger
  readonly link: HeadquartersLink
  readonly craft: Craft
  readonly book: ReceiptBook
  readonly tell: TellFinding
  /** Of one run; at most `mostSegmentActs`. */
  readonly actsPerRun: number
  /** What the line was good for; kept by the caller from pass to pass. */
  readonly runs?: RunSize
}

/** One pass and everything it works with. */
export interface Pass extends Required<ExchangeParts> {
  readonly meeting: Meeting
  /** What headquarters holds of each chain, as far as it is known in this pass to be the same as here. */
  readonly reached: Map<string, number>
  /** Last act of a chain that may be sent: it is revoked after that. */
  readonly until: Map<string, number>
  /** Chains of which nothing more goes or comes in this pass. */
  readonly stopped: Set<string>
}

/**
 * One exchange with headquarters: ask for its heads, weigh each, put in order what parted, fetch what is missing here, send
 * what is missing there. Ended anywhere, and begun again, it goes on from what both sides hold; done twice it does nothing.
 */
export async function exchangeOnce(parts: ExchangeParts): Promise<Result<void, LinkProblem>> {
  const { link, book, tell, ledger, craft } = parts
  const asked = await link.heads()
  if (!asked.ok) return noAnswer(tell, asked.problem)
  const meeting: Meeting = {
    ...{ ledger, tell, proof: craft, by: 'headquarters' },
    countedUpTo: chain => book.countedUpTo(chain),
  }
  const { runs = new RunSize() } = parts
  const pass: Pass = { ...parts, runs, meeting, reached: new Map(), until: new Map(), stopped: new Set() }
  const words = asked.value.flatMap(receipt => {
    const read = book.read(receipt)
    if (!read) tell({ kind: 'receiptNotSigned' })
    else tellPast(tell, read, book.keep(receipt, read))
    return read ? [read] : []
  })
  const done = await throughAll(pass, words)
  book.recount((chain, seq) => ledger.hashAt(chain, seq)) // what came in this pass is there as well
  book.save()
  return done.ok ? done : noAnswer(tell, done.problem)
}

async function throughAll(pass: Pass, words: readonly ReceiptWords[]): Promise<Result<void, LinkProblem>> {
  for (const one of words) {
    const weighed = await weigh(pass, one)
    if (!weighed.ok) return weighed
  }
  const pulled = await pullMissing(pass, words)
  return pulled.ok ? sendMissing(pass) : pulled
}

function noAnswer(tell: TellFinding, problem: LinkProblem): Result<never, LinkProblem> {
  tell({ kind: 'noAnswer', why: problem.kind })
  return { ok: false, problem }
}

async function weigh(pass: Pass, words: ReceiptWords): Promise<Result<void, LinkProblem>> {
  const { ledger, book, reached } = pass
  const { chain, seq } = words
  const weighed = weighReceipt(words, (of, at) => ledger.hashAt(of, at))
  switch (weighed.kind) {
    case 'counts':
      book.count(chain, seq)
      reached.set(chain, seq)
      return ok(undefined)
    case 'ahead':
      // Of another chain it is only more to fetch; whether that follows what is here, its own acts will show.
      reached.set(chain, ledger.heads().find(head => head.chain === chain)?.seq ?? 0)
      return chain === ledger.ownChain ? settleParting(pass, chain, seq) : ok(undefined)
    case 'parted':
      return settleParting(pass, chain, seq)
  }
}

/** The own chain gives way, and of another's the branch that is not at headquarters; only where headquarters can show it. */
export async function settleParting(pass: Pass, chain: string, theirs: number): Promise<Result<void, LinkProblem>> {
  const { ledger, tell, meeting, stopped, reached } = pass
  const found = await findParting(pass, chain, theirs)
  if (!found.ok) return found
  const at = found.value
  if (at === null) {
    stopped.add(chain)
    tell({ kind: 'partingNotShown', chain, seq: theirs })
    return ok(undefined)
  }
  reached.set(chain, at)
  if (at >= theirs) return ok(undefined)
  const isOwn = chain === ledger.ownChain
  const isNothingHereBeyond = (ledger.hashAt(chain, at + 1) ?? null) === null
  if (!isOwn && isNothingHereBeyond) return ok(undefined)
  const isSettled = isOwn ? rollOver(meeting, at) : leaveBranch(meeting, chain, at)
  if (!isSettled) stopped.add(chain)
  return ok(undefined)
}
