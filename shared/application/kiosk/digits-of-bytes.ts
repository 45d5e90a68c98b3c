/*
 * A reader of QR codes poses as a keyboard. Digits are the one thing that every layout and every Chinese input method
 * lets through as they are, and in a QR code they cost no more than bytes do: so the slip is written in digits alone.
 */

/** 7 bytes in 17 digits; the last block may be shorter. */
const bytesOfBlock = 7
const digitsFor = [0, 3, 5, 8, 10, 13, 15, 17] as const

export function digitsOfBytes(bytes: Uint8Array): string {
  let digits = ''
  for (let at = 0; at < bytes.length; at += bytesOfBlock) {
    const block = bytes.subarray(at, at + bytesOfBlock)
    const number = block.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
    digits += number.toString().padStart(digitsFor[block.length]!, '0')
  }
  return digits
}

/** Null where these digits are of no bytes. */
export function bytesOfDigits(digits: string): Uint8Array | null {
  if (!/^\d*$/.test(digits)) return null
  const bytes: number[] = []
  for (let at = 0; at < digits.length; at += digitsFor[bytesOfBlock]) {
    const block = digits.slice(at, at + digitsFor[bytesOfBlock])
    const length = digitsFor.findIndex(each => each === block.length)
    let number = BigInt(block)
    if (length < 1 || number >= 1n << BigInt(8 * length)) return null
    const last = bytes.length
    for (let i = length - 1; i >= 0; i--) {
      bytes[last + i] = Number(number & 255n)
      number >>= 8n
    }
  }
  return Uint8Array.from(bytes)
}
