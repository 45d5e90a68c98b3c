import { compareActs } from '#shared/ledger/act-order'
import type { Journal } from './journal'
import type { StoredAct } from './journal-scan'

/** How far somebody has come in one chain. */
export interface Reached {
  readonly chain: string
  readonly seq: number
}

/**
 * The acts beyond what was reached, frame by frame; where several chains have some, the frame whose first act is folded
 * first comes first. So a subject that two machines worked on is met about at once, and not once in every chain.
 */
export function* actsInOrder(
  journals: readonly (readonly [chain: string, journal: Journal])[],
  reached: readonly Reached[],
): Generator<StoredAct[]> {
  const streams = journals.flatMap(([chain, journal]) => {
    const frames = journal.framesAfter(reached.find(one => one.chain === chain)?.seq ?? 0)
    const first = frames.next()
    return first.done ? [] : [{ frames, acts: first.value }]
  })
  while (streams.length > 0) {
    const next = streams.reduce((a, b) => (compareActs(b.acts[0]!.act, a.acts[0]!.act) < 0 ? b : a))
    yield next.acts
    const more = next.frames.next()
    if (more.done) streams.splice(streams.indexOf(next), 1)
    else next.acts = more.value
  }
}
