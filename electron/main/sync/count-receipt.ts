import type { SegmentAnswer } from '#shared/contracts/headquarters-api'
import type { MissingRun } from '#shared/ledger/exchange/missing-for'
import { weighReceipt, type HeadquartersPast, type ReceiptWords } from '#shared/ledger/exchange/receipt'
import type { TellFinding } from './exchange-findings'
import type { Pass } from './exchange-once'

type Taken = Extract<SegmentAnswer, { kind: 'taken' }>

/**
 * Only the receipt says what is there, and only where its hash is that of the act that stands here. False where it does not
 * count: nothing more of the chain goes in this pass.
 */
export function countReceipt(pass: Pass, { chain, after }: MissingRun, answer: Taken): boolean {
  const { book, tell, ledger, reached, stopped } = pass
  const words = book.read(answer.receipt)
  const weighed = words?.chain === chain ? weighReceipt(words, (of, at) => ledger.hashAt(of, at)) : null
  if (!words || weighed?.kind !== 'counts' || words.seq <= after) {
    if (!words) tell({ kind: 'receiptNotSigned' })
    stopped.add(chain) // the next pass asks for its heads and finds out
    return false
  }
  tellPast(tell, words, book.keep(answer.receipt, words))
  book.count(chain, words.seq)
  const before = reached.get(chain) ?? 0
  reached.set(chain, words.seq)
  if (words.seq > before) tell({ kind: 'went', chain, from: before + 1, to: words.seq })
  tellOfActs(tell, chain, answer)
  return true
}

export function tellPast(tell: TellFinding, { chain }: ReceiptWords, past: HeadquartersPast): void {
  if (past.kind === 'wentBack') tell({ kind: 'headquartersWentBack', chain, from: past.from, to: past.to })
  if (past.kind === 'rewritten') tell({ kind: 'headquartersRewrote', chain, seq: past.seq })
}

function tellOfActs(tell: TellFinding, chain: string, { notes, clockAhead }: Taken): void {
  for (const { seq, kind } of notes) tell({ kind: 'noted', chain, seq, as: kind })
  if (clockAhead) tell({ kind: 'clockAhead', chain, fromSeq: clockAhead.fromSeq, byMs: clockAhead.byMs })
}
