/**
 * 32 bits over bytes. Each step is a bijection of what came before, so a change within one word of four bytes always
 * changes the sum; it guards against decay of the disk, not against people.
 */
export function checksum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = bytes.length & ~3
  let sum = bytes.length | 0
  for (let at = 0; at < whole; at += 4) sum = step(sum, view.getInt32(at, true))
  for (let at = whole; at < bytes.length; at++) sum = step(sum, bytes[at] as number)
  return sum >>> 0
}

function step(sum: number, word: number): number {
  const mixed = Math.imul(sum ^ word, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}
