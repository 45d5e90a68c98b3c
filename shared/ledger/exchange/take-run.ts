import { err, type Result } from '../../kernel/result'
import { admitRun, type AdmittedRun, type KnownChain, type RunProblem } from './admit-run'
import { chainFactsOf } from './chain-facts'
import type { Proof } from './craft'
import type { ExchangeLedger } from './exchange-ledger'
import { emptyHead, type Head } from './head'
import { readRun, type BrokenRun, type Run } from './run'
import type { SignedAct } from './signed-act'

/** Whether acts that came to a machine may be taken, and which of them are new. Nothing is written. */
export function admitToLedger(
  ledger: ExchangeLedger,
  acts: readonly SignedAct[],
  proof: Proof,
): Result<AdmittedRun, RunProblem | BrokenRun> {
  const run = readRun(acts, proof)
  return run.ok ? admitRun(run.value, knownTo(ledger, run.value), proof) : err(run.problem)
}

function knownTo(ledger: ExchangeLedger, run: Run): KnownChain | null {
  const first = run.acts[0]
  const [opening] = first.seq === 1 ? chainFactsOf(first.signed.body).filter(({ says }) => says.kind === 'opened') : []
  const key = ledger.keyOf(run.chain, opening)
  return (
    key && {
      ...key,
      office: ledger.office,
      head: headOf(ledger, run.chain),
      hashAt: seq => ledger.hashAt(run.chain, seq),
    }
  )
}

export const headOf = (ledger: ExchangeLedger, chain: string): Head =>
  ledger.heads().find(head => head.chain === chain) ?? emptyHead(chain)
