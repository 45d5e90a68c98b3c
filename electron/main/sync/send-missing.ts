import type { SegmentAnswer } from '#shared/contracts/headquarters-api'
import { err, ok, type Result } from '#shared/kernel/result'
import { missingFor, type MissingRun } from '#shared/ledger/exchange/missing-for'
import { emptyHead, type Head } from '#shared/ledger/exchange/head'
import { fittingActs, packSegment } from '#shared/ledger/exchange/segment'
import type { SignedAct } from '#shared/ledger/exchange/signed-act'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import { headOf } from '#shared/ledger/exchange/take-run'
import { settleParting, type Pass } from './exchange-once'
import type { LinkProblem } from './headquarters-link'
import { countReceipt } from './count-receipt'
import { actsInTurn, nextTurn } from './turns'

/**
 * While one is verified and stored there, the next is read, packed, sent and verified: two, or a few that are small, of which
 * headquarters takes those that are ready together (`run-turns.ts`). On a line that lets no whole segment through in time, one
 * after the other: two would take each other's.
 */
const underWayAtOnce = { large: 2, small: 8, smallBytes: 256 * 1024 }

/**
 * Sends every act that headquarters lacks, of whatever chain: who was given another machine's acts by a stick brings them on.
 * A chain that is refused waits, the others go on; one that nobody admitted yet is tried again once something else went.
 */
export async function sendMissing(pass: Pass): Promise<Result<void, LinkProblem>> {
  /** By chain, from which act on. Told only where nothing that went on this pass has admitted it. */
  const unknown = new Map<string, number>()
  const underWay: Sending[] = []
  let hasGone = false
  for (;;) {
    const begun = await sendAhead(pass, underWay, unknown)
    if (!begun.ok) return begun
    const first = underWay.shift()
    if (!first) {
      if (!hasGone || unknown.size === 0) return ok(tellUnknown(pass, unknown))
      unknown.clear()
      hasGone = false
      continue
    }
    const sent = await answered(pass, first, underWay)
    if (!sent.ok) return sent
    if (sent.value === 'unknownChain') unknown.set(first.run.chain, first.run.after + 1)
    hasGone ||= sent.value === 'went'
  }
}

function tellUnknown({ tell }: Pass, unknown: ReadonlyMap<string, number>): void {
  for (const [chain, from] of unknown) tell({ kind: 'refusedThere', chain, from, why: 'unknownChain' })
}

/** A segment whose answer has not been looked at. */
interface Sending {
  /** Exactly what it holds. */
  readonly run: MissingRun
  readonly bytes: number
  /** It went before the one that it follows was answered: that may have come later than it, or not at all. */
  readonly isAhead: boolean
  readonly answer: Promise<Result<SegmentAnswer, LinkProblem>>
}

/**
 * The next segment, and those behind it as if the ones before had been taken. Only of the same chain: an act of the first may be
 * what admits another.
 */
async function sendAhead(
  pass: Pass,
  underWay: Sending[],
  unknown: ReadonlyMap<string, number>,
): Promise<Result<void, LinkProblem>> {
  const { ledger, link, craft, runs, actsPerRun } = pass
  while (mayGoAhead(pass, underWay)) {
    const last = underWay.at(-1)
    const run = nextRun(pass, unknown, last?.run)
    if (!run || (last && last.run.chain !== run.chain)) return ok(undefined)
    const asked = runs.of(actsPerRun)
    const acts = await readFitting(ledger, run, asked)
    // What the heads said is gone: the desk was locked.
    if (acts.length === 0) return last ? ok(undefined) : err({ kind: 'locked' })
    const segment = packSegment(acts, craft)
    const answer = runs.heard(asked, link.send(segment), () => acts.length)
    answer.catch(() => undefined) // a bug is met when its turn comes, also where that is after another one's
    const sent = { ...run, upTo: run.after + acts.length }
    underWay.push({ run: sent, bytes: segment.length, isAhead: last !== undefined, answer })
  }
  return ok(undefined)
}

function mayGoAhead({ runs, actsPerRun }: Pass, underWay: readonly Sending[]): boolean {
  if (underWay.length > 0 && runs.of(actsPerRun) < actsPerRun) return false
  const { large, small, smallBytes } = underWayAtOnce
  if (underWay.length < large) return true
  return underWay.length < small && underWay.reduce((sum, { bytes }) => sum + bytes, 0) < smallBytes
}

function nextRun(pass: Pass, unknown: ReadonlyMap<string, number>, last?: MissingRun): MissingRun | undefined {
  const { ledger, reached, stopped, until } = pass
  const theirs = new Map([...reached].map(([chain, seq]): [string, Head] => [chain, { ...emptyHead(chain), seq }]))
  if (last) theirs.set(last.chain, { ...emptyHead(last.chain), seq: last.upTo })
  const ours = ledger
    .heads()
    .filter(({ chain }) => !stopped.has(chain) && !unknown.has(chain))
    .map(head => ({ ...head, seq: Math.min(head.seq, until.get(head.chain) ?? Infinity) }))
  return missingFor([...theirs.values()], ours)[0]
}

/**
 * As many as one segment holds; long documents are few. None where the desk was locked meanwhile, or the chain was set aside by
 * what a stick brought: then the next pass asks anew.
 */
async function readFitting(
  ledger: ExchangeLedger,
  { chain, after, upTo }: MissingRun,
  most: number,
): Promise<readonly SignedAct[]> {
  const acts: SignedAct[] = []
  for (let left = Math.min(most, upTo - after); left > 0; left -= actsInTurn) {
    if (acts.length > 0) {
      const last = ledger.hashAt(chain, after + acts.length)
      await nextTurn()
      if (last === null || ledger.hashAt(chain, after + acts.length) !== last) return []
    }
    acts.push(...ledger.read(chain, after + acts.length, Math.min(actsInTurn, left)))
    if (fittingActs(acts) < acts.length) break
  }
  return acts.slice(0, fittingActs(acts))
}

/** `again`: what is to be sent next has changed. */
type Sent = 'went' | 'again' | 'unknownChain'

/** Where the first did not go as it was meant to, nothing is concluded before what was sent behind it has been answered. */
async function answered(pass: Pass, first: Sending, behind: Sending[]): Promise<Result<Sent, LinkProblem>> {
  const answer = await first.answer
  if (answer.ok && answer.value.kind === 'taken' && countReceipt(pass, first.run, answer.value)) return ok('went')
  await countBehind(pass, behind.splice(0))
  if (!answer.ok) {
    pass.runs.failed(first.run.upTo - first.run.after, answer.problem)
    return answer
  }
  return answer.value.kind === 'taken' ? ok('again') : refused(pass, first, answer.value)
}

/** Refused they were because of the first, or will be again; but what was taken all the same is there. */
async function countBehind(pass: Pass, behind: readonly Sending[]): Promise<void> {
  for (const { run, answer } of behind) {
    const late = await answer
    if (late.ok && late.value.kind === 'taken') countReceipt(pass, run, late.value)
  }
}

type Refused = Exclude<SegmentAnswer, { kind: 'taken' }>

async function refused(pass: Pass, { run, isAhead }: Sending, answer: Refused): Promise<Result<Sent, LinkProblem>> {
  const { chain, after } = run
  // It came before the one that it follows. Sent once more, with nothing under way before it, the answer is about it.
  if (isAhead && (answer.kind === 'gap' || answer.kind === 'unknownChain')) return ok('again')
  switch (answer.kind) {
    case 'gap':
      return ok(fromTheirHead(pass, run, answer.head.seq))
    case 'fork':
      return afterFork(pass, chain, answer.head.seq)
    case 'revoked':
      pass.tell({ kind: 'refusedThere', chain, from: answer.fromSeq, why: 'revoked' })
      pass.until.set(chain, answer.fromSeq - 1) // what came before is good
      return ok('again')
    case 'unknownChain':
      return ok('unknownChain')
    default:
      pass.tell({ kind: 'refusedThere', chain, from: after + 1, why: answer.kind })
      pass.stopped.add(chain)
      return ok('again')
  }
}

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
