/** Where opened acts come from, on the program's own address: `?after=SEQ&hash=HASH`. */
export const actsPath = '/ledger/acts'

/**
 * Opened acts on their way to the projector: (u32 little-endian length, UTF-8 JSON of one PlainAct)*.
 * Bytes, not objects: a structured clone of 2,000 acts costs ten times as much.
 */
export function* readActStream(bytes: Uint8Array): Generator<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.length;) {
    const length = view.getUint32(at, true)
    yield bytes.subarray(at + 4, at + 4 + length)
    at += 4 + length
  }
}

/** One chunk of the stream. */
export function writeActStream(acts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(acts.reduce((sum, act) => sum + 4 + act.length, 0))
  const view = new DataView(out.buffer)
  let at = 0
  for (const act of acts) {
    view.setUint32(at, act.length, true)
    out.set(act, at + 4)
    at += 4 + act.length
  }
  return out
}

/** A chunk holds at most this many acts or bytes, whichever comes first. */
export const actChunk = { acts: 2_000, bytes: 1 << 20 } as const
