import type { Witness } from '#shared/contracts/desk-channels'
import type { PoisonAct } from '../rows'
import { type ActBatch, type ArrivedAct, readAct, witnessOf } from './act-batch'
import { splitActs } from './split-acts'

/** A batch ends early where it has so many bytes: documents bring their texts. */
const batchBytes = 8 << 20

/** Reads a stream into batches of at most `most` acts; the last may be smaller, none is empty. */
export async function* collectActs(
  pieces: AsyncIterable<Uint8Array>,
  most: number,
  from: readonly Witness[],
): AsyncGenerator<ActBatch> {
  const reached: Reached = { byChain: new Map(from.map(one => [one.chain, one])), last: from.at(-1) ?? null }
  let open = emptyBatch()
  for await (const acts of splitActs(pieces)) {
    for (const bytes of acts) {
      take(open, bytes, reached)
      if (open.acts.length + open.unreadable.length < most && (open.size += bytes.length) < batchBytes) continue
      yield closed(open, reached)
      open = emptyBatch()
    }
  }
  if (open.acts.length + open.unreadable.length > 0) yield closed(open, reached)
}

interface Reached {
  readonly byChain: Map<string, Witness>
  /** Of the act that was read last. */
  last: Witness | null
}

interface OpenBatch {
  readonly acts: ArrivedAct[]
  readonly unreadable: PoisonAct[]
  size: number
}

const emptyBatch = (): OpenBatch => ({ acts: [], unreadable: [], size: 0 })

const closed = ({ acts, unreadable }: OpenBatch, { byChain }: Reached): ActBatch => ({
  ...{ acts, unreadable },
  applied: [...byChain.values()].sort((a, b) => (a.chain < b.chain ? -1 : 1)),
})

/**
 * An act that cannot be read does not move `applied`, because it has no hash to stand on: the next readable one of its
 * chain does, and until then it is fetched and noted again, which changes nothing.
 */
function take(batch: OpenBatch, bytes: Uint8Array, reached: Reached): void {
  const read = readAct(bytes)
  if (read.ok) {
    batch.acts.push(read.arrived)
    reached.last = witnessOf(read.arrived.act)
    const { chain, seq } = reached.last
    // One that comes again, because it is folded elsewhere now, was reached before.
    if (seq > (reached.byChain.get(chain)?.seq ?? 0)) reached.byChain.set(chain, reached.last)
    return
  }
  const { last } = reached
  const at = read.at ?? { chain: last?.chain ?? '', seq: (last?.seq ?? 0) + batch.unreadable.length + 1 }
  batch.unreadable.push({ ...at, subject: '', why: read.why })
}
