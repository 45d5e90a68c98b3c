import type { SegmentAnswer } from '#shared/contracts/headquarters-api'
import { err, ok, type Result } from '#shared/kernel/result'
import { emptyHead, type Head } from '#shared/ledger/exchange/head'
import { missingFor, type MissingRun } from '#shared/ledger/exchange/missing-for'
import { weighReceipt } from '#shared/ledger/exchange/receipt'
import { fittingActs, packSegment } from '#shared/ledger/exchange/segment'
import type { SignedAct } from '#shared/ledger/exchange/signed-act'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import { headOf } from '#shared/ledger/exchange/take-run'
import type { TellFinding } from './exchange-findings'
import { settleParting, type Pass } from './exchange-once'
import type { LinkProblem } from './headquarters-link'

/**
 * Sends every act that headquarters lacks, of whatever chain: who was given another machine's acts by a stick brings them on.
 * A chain that is refused waits, the others go on; one that nobody admitted yet is tried again once something else went.
 */
export async function sendMissing(pass: Pass): Promise<Result<void, LinkProblem>> {
  const unknown = new Set<string>()
  let hasGone = false
  for (;;) {
    const run = nextRun(pass, unknown)
    if (!run && !(hasGone && unknown.size > 0)) return ok(undefined)
    if (!run) {
      unknown.clear()
      hasGone = false
      continue
    }
    const sent = await sendRun(pass, run)
    if (!sent.ok) return sent
    if (sent.value === 'unknownChain') unknown.add(run.chain)
    hasGone ||= sent.value === 'went'
  }
}

function nextRun(pass: Pass, unknown: ReadonlySet<string>): MissingRun | undefined {
  const { ledger, reached, stopped, until } = pass
  const theirs = [...reached].map(([chain, seq]): Head => ({ ...emptyHead(chain), seq }))
  const ours = ledger
    .heads()
    .filter(({ chain }) => !stopped.has(chain) && !unknown.has(chain))
    .map(head => ({ ...head, seq: Math.min(head.seq, until.get(head.chain) ?? Infinity) }))
  return missingFor(theirs, ours)[0]
}

/** `again`: what is to be sent next has changed. */
type Sent = 'went' | 'again' | 'unknownChain'

async function sendRun(pass: Pass, run: MissingRun): Promise<Result<Sent, LinkProblem>> {
  const { chain, after } = run
  const acts = readFitting(pass.ledger, run, pass.actsPerRun)
  if (acts.length === 0) return err({ kind: 'locked' }) // what the heads said is gone: the desk was locked
  const answered = await pass.link.send(packSegment(acts, pass.craft))
  if (!answered.ok) return answered
  const answer = answered.value
  switch (answer.kind) {
    case 'taken':
      return ok(counted(pass, run, answer))
    case 'gap':
      return ok(fromTheirHead(pass, run, answer.head.seq))
    case 'fork':
      return afterFork(pass, chain, answer.head.seq)
    case 'revoked':
      pass.tell({ kind: 'refusedThere', chain, from: answer.fromSeq, why: 'revoked' })
      pass.until.set(chain, answer.fromSeq - 1) // what came before is good
      return ok('again')
    case 'unknownChain':
      pass.tell({ kind: 'refusedThere', chain, from: after + 1, why: 'unknownChain' })
      return ok('unknownChain')
    default:
      pass.tell({ kind: 'refusedThere', chain, from: after + 1, why: answer.kind })
      pass.stopped.add(chain)
      return ok('again')
  }
}

/** As many as one segment holds; long documents are few. */
function readFitting(ledger: ExchangeLedger, { chain, after, upTo }: MissingRun, most: number): readonly SignedAct[] {
  const acts = ledger.read(chain, after, Math.min(most, upTo - after))
  return acts.slice(0, fittingActs(acts))
}

/** Only the receipt says what is there, and only where its hash is that of the act that stands here. */
function counted(pass: Pass, { chain, after }: MissingRun, answer: Extract<SegmentAnswer, { kind: 'taken' }>): Sent {
  const { book, tell, ledger, reached, stopped } = pass
  const words = book.read(answer.receipt)
  const weighed = words?.chain === chain ? weighReceipt(words, (of, at) => ledger.hashAt(of, at)) : null
  if (!words || weighed?.kind !== 'counts' || words.seq <= after) {
    if (!words) tell({ kind: 'receiptNotSigned' })
    stopped.add(chain) // the next pass asks for its heads and finds out
    return 'again'
  }
  book.keep(answer.receipt, words)
  book.count(chain, words.seq)
  reached.set(chain, words.seq)
  tell({ kind: 'went', chain, from: after + 1, to: words.seq })
  for (const { seq, kind } of answer.notes) tell({ kind: 'noted', chain, seq, as: kind })
  if (answer.clockAhead) tellClock(tell, chain, answer.clockAhead)
  return 'went'
}

const tellClock = (tell: TellFinding, chain: string, { fromSeq, byMs }: { fromSeq: number; byMs: number }): void =>
  tell({ kind: 'clockAhead', chain, fromSeq, byMs })

/** Somebody else sent meanwhile, or headquarters was put back: it says where it stands. Once; else the next pass asks anew. */
function fromTheirHead({ reached, stopped }: Pass, { chain, after }: MissingRun, theirs: number): Sent {
  if (theirs >= after) stopped.add(chain)
  reached.set(chain, theirs)
  return 'again'
}

/** What parted is put in order; where nothing could be, the chain waits for the next pass. */
async function afterFork(pass: Pass, chain: string, theirs: number): Promise<Result<Sent, LinkProblem>> {
  const before = headOf(pass.ledger, chain).seq
  const settled = await settleParting(pass, chain, theirs)
  if (!settled.ok) return settled
  if (headOf(pass.ledger, chain).seq === before) pass.stopped.add(chain)
  return ok('again')
}
