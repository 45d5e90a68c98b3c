import type { SegmentAnswer } from '#shared/contracts/headquarters-api'
import type { RunProblem } from '#shared/ledger/exchange/admit-run'
import type { Craft } from '#shared/ledger/exchange/craft'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import type { Head } from '#shared/ledger/exchange/head'
import { readRun } from '#shared/ledger/exchange/run'
import { openSegment } from '#shared/ledger/exchange/segment'
import type { SignedAct } from '#shared/ledger/exchange/signed-act'
import { admitToLedger, headOf } from '#shared/ledger/exchange/take-run'
import { meetRun } from '../../sync/meet-run'

/** As headquarters answers, before its receipt is signed; `cannotWrite`: nothing was taken now, it may be sent again later. */
export type TakenHere =
  | { readonly kind: 'taken'; readonly head: Head; readonly added: number }
  | Exclude<SegmentAnswer, { kind: 'taken' }>
  | { readonly kind: 'cannotWrite' }

/** A segment from another machine of the office into this machine's own ledger: no second copy of anything. */
export function takeFromNeighbour(ledger: ExchangeLedger, bytes: Uint8Array, craft: Craft): TakenHere {
  const opened = openSegment(bytes, craft)
  if (!opened.ok) return opened.problem
  const run = readRun(opened.value, craft)
  if (!run.ok) return run.problem
  const { chain } = run.value
  if (chain === ledger.ownChain) return meetOwnActs(ledger, opened.value, craft)
  const admitted = admitToLedger(ledger, opened.value, craft)
  if (!admitted.ok) return answerOf(admitted.problem, headOf(ledger, chain))
  const { fresh, head } = admitted.value
  if (fresh.length === 0) return { kind: 'taken', head, added: 0 }
  const taken = ledger.take(
    chain,
    fresh.map(({ signed }) => signed),
  )
  return taken.ok ? { kind: 'taken', head: taken.value, added: fresh.length } : { kind: 'cannotWrite' }
}

/** Acts of the own chain that are not here: this machine was put back, or copied. It gives way, as it does to a stick. */
function meetOwnActs(ledger: ExchangeLedger, acts: readonly SignedAct[], craft: Craft): TakenHere {
  const { ownChain } = ledger
  const met = meetRun({ ledger, proof: craft, by: 'bundle', tell: () => undefined, countedUpTo: () => 0 }, acts)
  if (met.ok) return { kind: 'taken', head: headOf(ledger, ownChain), added: met.value }
  const admitted = admitToLedger(ledger, acts, craft)
  return admitted.ok ? { kind: 'cannotWrite' } : answerOf(admitted.problem, headOf(ledger, ownChain))
}

function answerOf(problem: RunProblem | { readonly kind: 'brokenChain'; readonly at: number }, head: Head): TakenHere {
  switch (problem.kind) {
    case 'fork': {
      const { seq, ours, theirs } = problem
      return { kind: 'fork', seq, ours, theirs, head }
    }
    case 'badSignature':
      return { kind: 'badSignature', seq: problem.seq, head }
    case 'revoked':
      return { kind: 'revoked', fromSeq: problem.fromSeq, head }
    default:
      return problem
  }
}
