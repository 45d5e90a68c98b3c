import type { Result } from '../../kernel/result'
import { admitRun, type KnownChain, type RunProblem } from './admit-run'
import { chainFactsOf } from './chain-facts'
import { trustedChains } from './chain-trust'
import { aheadRunsOf, clockAheadOf, mostAheadMs, type AheadRun, type ClockAhead } from './clock-ahead'
import type { Craft } from './craft'
import type { Head } from './head'
import type { OfficeTransaction, ProjectionNote } from './headquarters-store'
import { readRun, type BrokenRun, type LinkedAct, type Run } from './run'
import { openSegment, type SegmentProblem } from './segment'

export interface SentSegment {
  readonly bytes: Uint8Array
  /** Of headquarters' clock, ISO 8601 in UTC. */
  readonly receivedAt: string
}

/** What became of a segment. Only `taken` is receipted, by `head`: also where all of it was held already. */
export type TakenSegment =
  | {
      readonly kind: 'taken'
      readonly head: Head
      /** Acts that were not held before; 0 for a segment that came twice. */
      readonly added: number
      readonly notes: readonly ProjectionNote[]
      /** They are taken all the same, and told to the office: never refuse data for its clock. */
      readonly clockAhead: ClockAhead | null
      /** The same acts one run after another, for headquarters to say where they belong; none where it says nothing. */
      readonly aheadRuns?: readonly AheadRun[]
    }
  | { readonly kind: 'gap'; readonly head: Head }
  | { readonly kind: 'fork'; readonly seq: number; readonly ours: string; readonly theirs: string; readonly head: Head }
  | { readonly kind: 'badSignature'; readonly seq: number; readonly head: Head }
  | { readonly kind: 'revoked'; readonly fromSeq: number; readonly head: Head }
  | { readonly kind: 'brokenChain'; readonly at: number }
  | { readonly kind: 'unknownChain' }
  | { readonly kind: 'wrongOffice' }
  | SegmentProblem

/**
 * Headquarters' ingest. Stores a whole run or nothing of it, decides nothing by meaning, and is done twice without harm.
 * Runs within one transaction of the sender's office; its answer holds only once that is committed.
 */
export async function takeSegment(
  transaction: OfficeTransaction,
  { bytes, receivedAt }: SentSegment,
  craft: Craft,
): Promise<TakenSegment> {
  const run = readSegment(bytes, craft)
  return run.ok ? takeRun(transaction, { run: run.value, receivedAt }, craft) : run.problem
}

/** What can be said of a segment before anybody is asked what is held. */
export function readSegment(bytes: Uint8Array, craft: Craft): Result<Run, SegmentProblem | BrokenRun> {
  const opened = openSegment(bytes, craft)
  return opened.ok ? readRun(opened.value, craft) : opened
}

/** `takeSegment` of a run that was read before the transaction began. */
export async function takeRun(
  transaction: OfficeTransaction,
  { run, receivedAt }: { readonly run: Run; readonly receivedAt: string },
  craft: Craft,
): Promise<TakenSegment> {
  if (run.office !== transaction.office) return { kind: 'wrongOffice' }
  const known = await knownChain(transaction, run, craft)
  const admitted = admitRun(run, known, craft)
  if (!admitted.ok) return refuse(transaction, known, admitted.problem)
  const { fresh, head } = admitted.value
  if (fresh.length === 0) return { kind: 'taken', head, added: 0, notes: [], clockAhead: null }
  const facts = fresh.flatMap(act => chainFactsOf(act.signed.body))
  await transaction.append(fresh, facts, receivedAt)
  const notes = await transaction.project(fresh, facts)
  return { kind: 'taken', head, added: fresh.length, notes, ...aheadIn(fresh, receivedAt) }
}

async function knownChain(transaction: OfficeTransaction, run: Run, craft: Craft): Promise<KnownChain | null> {
  const { office } = transaction
  const first = run.acts[0]
  const opening = first.seq === 1 ? chainFactsOf(first.signed.body).filter(({ says }) => says.kind === 'opened') : []
  const { roots, facts } = await transaction.trustGround()
  const trusted = trustedChains({ office, roots, facts: [...facts, ...opening] }, craft).get(run.chain)
  if (!trusted) return null
  const head = await transaction.lockHead(run.chain)
  const { publicKey, revokedFrom } = trusted
  return { office, publicKey, head, revokedFrom, hashAt: await hashesAround(transaction, run, head) }
}

/** Only what a run touches is read: from the act before it to its last. */
async function hashesAround(transaction: OfficeTransaction, run: Run, head: Head): Promise<KnownChain['hashAt']> {
  const before = run.acts[0].seq - 1
  const from = Math.max(1, before)
  const to = Math.min(run.last.seq, head.seq)
  const isHeadEnough = before === head.seq || to < from
  const hashes = isHeadEnough ? [] : await transaction.hashes(run.chain, from, to)
  return seq => {
    if (seq === head.seq) return head.hash
    return seq === 0 ? noHash : (hashes[seq - from] ?? null)
  }
}

const noHash = '0'.repeat(64)

async function refuse(
  transaction: OfficeTransaction,
  known: KnownChain | null,
  problem: RunProblem,
): Promise<TakenSegment> {
  if (problem.kind === 'gap' || problem.kind === 'unknownChain' || problem.kind === 'wrongOffice') return problem
  const head = known!.head
  switch (problem.kind) {
    case 'fork': {
      const { seq, ours, theirs, acts } = problem
      await transaction.quarantine(acts, 'fork')
      return { kind: 'fork', seq, ours, theirs, head }
    }
    case 'revoked':
      await transaction.quarantine(problem.acts, 'revoked')
      return { kind: 'revoked', fromSeq: problem.fromSeq, head }
    case 'badSignature':
      return { kind: 'badSignature', seq: problem.seq, head }
  }
}

type Ahead = Pick<Extract<TakenSegment, { kind: 'taken' }>, 'clockAhead' | 'aheadRuns'>

function aheadIn(acts: readonly LinkedAct[], receivedAt: string): Ahead {
  const placed = acts.map(({ seq, signed }) => ({ seq, body: signed.body }))
  const now = { nowMs: Date.parse(receivedAt), mostMs: mostAheadMs }
  const clockAhead = clockAheadOf(placed, now)
  return clockAhead ? { clockAhead, aheadRuns: aheadRunsOf(acts[0]!.chain, placed, now) } : { clockAhead }
}
