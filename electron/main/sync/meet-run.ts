import { err, ok, type Result } from '#shared/kernel/result'
import type { LinkedAct } from '#shared/ledger/exchange/run'
import type { Proof } from '#shared/ledger/exchange/craft'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import type { SignedAct } from '#shared/ledger/exchange/signed-act'
import { admitToLedger, headOf } from '#shared/ledger/exchange/take-run'
import type { RunProblem } from '#shared/ledger/exchange/admit-run'
import type { Carrier, Refusal, TellFinding } from './exchange-findings'

export interface Meeting {
  readonly ledger: ExchangeLedger
  readonly proof: Proof
  readonly by: Carrier
  readonly tell: TellFinding
  /** Up to where headquarters has receipted the branch that stands here. */
  countedUpTo(chain: string): number
}

/** Acts of the run that were written; 0 where all were held. `gap`: something before the run is missing here. */
export type Met = Result<number, { readonly kind: Refusal | 'gap' }>

/**
 * Acts that came to this machine, from headquarters or from a stick. What parted is put in order first: the own chain always
 * gives way, of another's the branch that headquarters has.
 */
export function meetRun(meeting: Meeting, acts: readonly SignedAct[]): Met {
  const { ledger, proof } = meeting
  const admitted = admitToLedger(ledger, acts, proof)
  if (!admitted.ok) return meetProblem(meeting, acts, admitted.problem)
  const { fresh } = admitted.value
  const first = fresh[0]
  if (!first) return ok(0)
  // Later acts of the own chain than are here: written before this machine was put back, or by a copy of it.
  if (first.chain === ledger.ownChain) return giveWay(meeting, acts, first.seq)
  return write(meeting, fresh)
}

function write({ ledger, by, tell }: Meeting, fresh: readonly LinkedAct[]): Met {
  const [first] = fresh
  const { chain, seq: from } = first!
  const taken = ledger.take(
    chain,
    fresh.map(({ signed }) => signed),
  )
  if (!taken.ok) {
    tell({ kind: 'refusedHere', by, chain, from, why: 'cannotWrite' })
    return err({ kind: 'cannotWrite' })
  }
  tell({ kind: 'came', by, chain, from, to: taken.value.seq })
  return ok(fresh.length)
}

function meetProblem(
  meeting: Meeting,
  acts: readonly SignedAct[],
  problem: RunProblem | { readonly kind: 'brokenChain' },
): Met {
  switch (problem.kind) {
    case 'gap':
      return err({ kind: 'gap' })
    case 'fork':
      return meetFork(meeting, acts, problem)
    case 'revoked':
      return meetRevoked(meeting, acts, problem)
    default:
      return refuse(meeting, acts, problem.kind)
  }
}

function refuse({ by, tell }: Meeting, acts: readonly SignedAct[], why: Refusal): Met {
  const place = placeOf(acts)
  tell({ kind: 'refusedHere', by, ...place, why })
  return err({ kind: why })
}

/** What came before the revocation is good. */
function meetRevoked(
  meeting: Meeting,
  acts: readonly SignedAct[],
  { acts: revoked }: Extract<RunProblem, { kind: 'revoked' }>,
): Met {
  const before = acts.slice(0, acts.length - revoked.length)
  const refused = refuse(meeting, acts.slice(before.length), 'revoked')
  return before.length > 0 ? meetRun(meeting, before) : refused
}

function meetFork(meeting: Meeting, acts: readonly SignedAct[], fork: Extract<RunProblem, { kind: 'fork' }>): Met {
  const { ledger, by, tell } = meeting
  const first = fork.acts[0]!
  // The run begins after the parting: where that is, only acts from further back can show.
  if (first.seq !== fork.seq) return refuse(meeting, acts, 'fork')
  if (first.chain === ledger.ownChain) return giveWay(meeting, acts, fork.seq)
  if (!isTheirsToStay(meeting, fork)) {
    tell({ kind: 'branchKept', by, chain: first.chain, at: fork.seq - 1 })
    return err({ kind: 'fork' })
  }
  const left = leaveBranch(meeting, first.chain, fork.seq - 1)
  return left ? meetRun(meeting, acts) : err({ kind: 'cannotWrite' })
}

/**
 * Headquarters' branch stays. Where headquarters is not asked, it is the one it has receipted, else the one whose first act has
 * the lesser hash: any rule does that is the same everywhere, because what is left is said again.
 */
function isTheirsToStay({ by, countedUpTo }: Meeting, fork: Extract<RunProblem, { kind: 'fork' }>): boolean {
  if (by === 'headquarters') return true
  return countedUpTo(fork.acts[0]!.chain) < fork.seq && fork.theirs < fork.ours
}

/** False where the ledger writes nothing now. */
export function leaveBranch({ ledger, by, tell }: Meeting, chain: string, at: number): boolean {
  const hash = ledger.hashAt(chain, at)
  const left = hash === null ? null : ledger.setAside({ chain, seq: at, hash })
  if (!left?.ok) return false
  tell({ kind: 'branchLeft', by, chain, at })
  return true
}

/** The own chain ends before act `seq`, and what is held elsewhere of it is taken as another's. */
function giveWay(meeting: Meeting, acts: readonly SignedAct[], seq: number): Met {
  return rollOver(meeting, Math.min(seq - 1, headOf(meeting.ledger, meeting.ledger.ownChain).seq))
    ? meetRun(meeting, acts)
    : err({ kind: 'cannotWrite' })
}

/** False where the ledger writes nothing now. */
export function rollOver({ ledger, tell }: Meeting, at: number): boolean {
  const chain = ledger.ownChain
  const hash = ledger.hashAt(chain, at)
  const rolled = hash === null ? null : ledger.rollOver({ chain, seq: at, hash })
  if (!rolled?.ok) return false
  tell({ kind: 'rolledOver', chain, at, next: ledger.ownChain })
  return true
}

/** Of a run that may be no run at all. */
function placeOf(acts: readonly SignedAct[]): { readonly chain: string; readonly from: number } {
  const [, chain = '', seq = '0'] = /"chain":"([^"]{1,64})","seq":(\d{1,10})/.exec(acts[0]?.body ?? '') ?? []
  return { chain, from: Number(seq) }
}
