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
  from: Witness | null,
): AsyncGenerator<ActBatch> {
  let open = emptyBatch(from)
  for await (const acts of splitActs(pieces)) {
    for (const bytes of acts) {
      take(open, bytes)
      if (open.acts.length + open.unreadable.length < most && (open.size += bytes.length) < batchBytes) continue
      yield open
      open = emptyBatch(open.applied)
    }
  }
  if (open.acts.length + open.unreadable.length > 0) yield open
}

interface OpenBatch extends ActBatch {
  readonly acts: ArrivedAct[]
  readonly unreadable: PoisonAct[]
  applied: Witness | null
  size: number
}

const emptyBatch = (applied: Witness | null): OpenBatch => ({ acts: [], unreadable: [], applied, size: 0 })

/**
 * An act that cannot be read does not move `applied`, because it has no hash to stand on: the next readable one does,
 * and until then it is fetched and noted again, which changes nothing.
 */
function take(batch: OpenBatch, bytes: Uint8Array): void {
  const read = readAct(bytes)
  if (read.ok) {
    batch.acts.push(read.arrived)
    batch.applied = witnessOf(read.arrived.act)
    return
  }
  const at = read.at ?? {
    chain: batch.applied?.chain ?? '',
    seq: (batch.applied?.seq ?? 0) + batch.unreadable.length + 1,
  }
  batch.unreadable.push({ ...at, subject: '', why: read.why })
}
