/** Gives 24 bytes that were never given before under this key. Injectable, so that a test can repeat a run. */
export type NonceSource = () => Uint8Array

export const nonceLength = 24
const drawnAtOnce = 512

/**
 * Random nonces. 24 bytes are long enough to be drawn by chance; they come from a pool because getRandomValues
 * costs more per call than sealing a small row.
 */
export function randomNonces(): NonceSource {
  let pool = new Uint8Array(0)
  let at = 0
  return () => {
    if (at + nonceLength > pool.length) {
      pool = crypto.getRandomValues(new Uint8Array(nonceLength * drawnAtOnce))
      at = 0
    }
    return pool.slice(at, (at += nonceLength))
  }
}
