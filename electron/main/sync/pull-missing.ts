import { ok, type Result } from '#shared/kernel/result'
import type { Head } from '#shared/ledger/exchange/head'
import { missingFor, type MissingRun } from '#shared/ledger/exchange/missing-for'
import { openSegment } from '#shared/ledger/exchange/segment'
import { headOf } from '#shared/ledger/exchange/take-run'
import { settleParting, type Pass } from './exchange-once'
import type { LinkProblem } from './headquarters-link'
import { meetRun } from './meet-run'
import { actsInTurn, nextTurn } from './turns'

/**
 * Fetches what headquarters holds and this machine does not, chain by chain after the head that is here. A chain that is not
 * trusted yet is tried again once another chain brought something: the act that admits it may have been among that.
 */
export async function pullMissing(pass: Pass, theirs: readonly Head[]): Promise<Result<void, LinkProblem>> {
  let waiting: readonly Head[] = theirs
  for (;;) {
    const left = new Set<string>()
    let came = 0
    for (const head of inOrder(pass, waiting)) {
      const pulled = await pullChain(pass, head)
      if (!pulled.ok) return pulled
      came += pulled.value.came
      if (pulled.value.isUnknown) left.add(head.chain)
    }
    waiting = waiting.filter(({ chain }) => left.has(chain))
    if (came === 0 || waiting.length === 0) return ok(undefined)
  }
}

/** Chains with the oldest missing act first. */
function inOrder({ ledger }: Pass, theirs: readonly Head[]): readonly Head[] {
  const first = new Map<string, MissingRun>()
  for (const run of missingFor(ledger.heads(), theirs)) if (!first.has(run.chain)) first.set(run.chain, run)
  return [...first.keys()].map(chain => theirs.find(head => head.chain === chain)!)
}

interface Pulled {
  readonly came: number
  readonly isUnknown: boolean
}

async function pullChain(pass: Pass, { chain, seq: upTo }: Head): Promise<Result<Pulled, LinkProblem>> {
  let came = 0
  let hasSettled = false
  for (;;) {
    const after = headOf(pass.ledger, chain).seq
    if (after >= upTo || pass.stopped.has(chain)) return ok({ came, isUnknown: false })
    const met = await pullRun(pass, { chain, after, upTo })
    if (!met.ok) return met
    came += met.value.count
    if (met.value.problem === 'fork' && !hasSettled) {
      hasSettled = true
      const settled = await settleParting(pass, chain, upTo)
      if (!settled.ok) return settled
    } else if (met.value.problem !== null || met.value.count === 0) {
      return ok({ came, isUnknown: met.value.problem === 'unknownChain' })
    }
  }
}

interface PulledRun {
  readonly count: number
  readonly problem: string | null
}

async function pullRun(pass: Pass, { chain, after, upTo }: MissingRun): Promise<Result<PulledRun, LinkProblem>> {
  const { runs, actsPerRun, link } = pass
  const asked = runs.of(actsPerRun)
  const there = Math.min(asked, upTo - after)
  const fetched = await runs.heard(asked, link.fetch(chain, after, asked), () => there)
  if (!fetched.ok) {
    runs.failed(there, fetched.problem)
    return fetched
  }
  if (fetched.value === null) return ok({ count: 0, problem: null })
  const opened = openSegment(fetched.value, pass.craft)
  if (!opened.ok) {
    pass.tell({ kind: 'refusedHere', by: 'headquarters', chain, from: after + 1, why: opened.problem.kind })
    return ok({ count: 0, problem: opened.problem.kind })
  }
  let count = 0
  for (let at = 0; at < opened.value.length; at += actsInTurn) {
    if (at > 0) await nextTurn()
    const met = meetRun(pass.meeting, opened.value.slice(at, at + actsInTurn))
    if (!met.ok) return ok({ count, problem: met.problem.kind })
    count += met.value
    pass.reached.set(chain, headOf(pass.ledger, chain).seq) // what it sent it need not be sent
  }
  return ok({ count, problem: null })
}
