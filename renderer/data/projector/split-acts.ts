const lengthBytes = 4

/**
 * Cuts the act stream (shared/contracts/act-stream.ts) out of network pieces that end anywhere.
 * Throws where the stream ends inside an act: then nothing tells what is missing, and it is fetched again.
 */
export async function* splitActs(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Uint8Array[]> {
  let rest = new Uint8Array(0)
  for await (const piece of pieces) {
    const bytes = rest.length === 0 ? piece : joined(rest, piece)
    const { acts, end } = wholeActs(bytes)
    rest = bytes.slice(end)
    if (acts.length > 0) yield acts
  }
  if (rest.length > 0) throw new CutStreamError(`the act stream ended ${rest.length} bytes into an act`)
}

function wholeActs(bytes: Uint8Array): { acts: Uint8Array[]; end: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const acts: Uint8Array[] = []
  let at = 0
  while (at + lengthBytes <= bytes.length) {
    const next = at + lengthBytes + view.getUint32(at, true)
    if (next > bytes.length) break
    acts.push(bytes.subarray(at + lengthBytes, next))
    at = next
  }
  return { acts, end: at }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(a.length + b.length)
  out.set(a)
  out.set(b, a.length)
  return out
}

/** The journal's answer did not come to its end. */
export class CutStreamError extends Error {
  override readonly name = 'CutStreamError'
}
