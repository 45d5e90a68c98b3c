import type { Witness } from './desk-channels'

/** Where opened acts come from, on the program's own address: `?after=CHAIN.SEQ.HASH&after=…`, one for each chain. */
export const actsPath = '/ledger/acts'

/** Headers of the answer: how many acts the journals hold, and which chain is that of this machine. */
export const actsHeldHeader = 'x-acts-held'
export const ownChainHeader = 'x-own-chain'

/** The question after acts beyond these; empty for all of them. */
export const writeReached = (reached: readonly Witness[]): string =>
  reached.map(({ chain, seq, hash }, n) => `${n === 0 ? '?' : '&'}after=${chain}.${seq}.${hash}`).join('')

/** From the values of `after`; null where one of them is not of that form. */
export function readReached(after: readonly string[]): Witness[] | null {
  const reached: Witness[] = []
  for (const one of after) {
    const [, chain, seq, hash] = /^([0-9a-f]+)\.(\d{1,15})\.([0-9a-f]{64})$/.exec(one) ?? []
    if (chain === undefined || hash === undefined) return null
    reached.push({ chain, seq: Number(seq), hash })
  }
  return reached
}

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
