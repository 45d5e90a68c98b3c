import { openSegment } from '#shared/ledger/exchange/segment'
import { readRun, type LinkedAct } from '#shared/ledger/exchange/run'
import { headOf } from '#shared/ledger/exchange/take-run'
import { err, ok, type Result } from '#shared/kernel/result'
import type { Craft } from '#shared/ledger/exchange/craft'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import type { HeadquartersLink, LinkProblem } from './headquarters-link'
import type { RunSize } from './run-size'

export interface PartingSearch {
  readonly ledger: ExchangeLedger
  readonly link: HeadquartersLink
  readonly craft: Craft
  /** Of the pass that it is part of. */
  readonly runs?: RunSize
}

/**
 * The last act of a chain that is the same here and at headquarters, which holds it up to `theirs`; null where headquarters
 * cannot show the next one with the chain's own signature. Each act holds the hash of the one before, so that halving finds it.
 */
export async function findParting(
  search: PartingSearch,
  chain: string,
  theirs: number,
): Promise<Result<number | null, LinkProblem>> {
  const ours = headOf(search.ledger, chain).seq
  let same = 0
  let other = Math.min(ours, theirs) + 1
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2)
    const there = await actAt(search, chain, middle)
    if (!there.ok) return there
    if (there.value === null) return ok(null)
    if (there.value.hash === search.ledger.hashAt(chain, middle)) same = middle
    else other = middle
  }
  if (same >= theirs) return ok(same) // nothing there that is not here
  const shown = await actAt(search, chain, same + 1)
  if (!shown.ok) return shown
  return ok(shown.value && isSigned(search, shown.value) ? same : null)
}

async function actAt(
  { link, craft, ledger, runs }: PartingSearch,
  chain: string,
  seq: number,
): Promise<Result<LinkedAct | null, LinkProblem>> {
  const fetched = await link.fetch(chain, seq - 1, 1)
  if (!fetched.ok) {
    runs?.failed(1, fetched.problem)
    return err(fetched.problem)
  }
  const act = fetched.value === null ? null : firstActOf(fetched.value, craft)
  return ok(act?.chain === chain && act.seq === seq && act.office === ledger.office ? act : null)
}

function firstActOf(segment: Uint8Array, craft: Craft): LinkedAct | null {
  const opened = openSegment(segment, craft)
  const run = opened.ok ? readRun(opened.value, craft) : null
  return run?.ok ? run.value.acts[0] : null
}

function isSigned({ ledger, craft }: PartingSearch, { chain, hash, signed }: LinkedAct): boolean {
  const key = ledger.keyOf(chain)
  return key !== null && craft.verifyHash(key.publicKey, hash, signed.signature)
}
