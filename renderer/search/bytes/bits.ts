import type { NumberWriter } from './numbers'
import { ownRoom, type Room } from './scratch'

/**
 * Whole numbers in as few bits as their size asks for (Rice's code): the low `k` bits as they are, and before them the
 * rest as so many zeros and a one. With a `k` that suits the mean, gaps and positions take a quarter to a half less
 * than in whole bytes. Low bits come first; whole bytes leave as they fill.
 */
export class BitWriter {
  private held = 0
  private length = 0

  constructor(private readonly out: NumberWriter) {}

  rice(value: number, k: number): void {
    const rest = value >>> k
    if (rest >= escape) {
      this.put(1 << escape, escape + 1)
      this.put(value & 0xffff, 16)
      return this.put(value >>> 16, 16)
    }
    this.put(1 << rest, rest + 1)
    this.put(value & ((1 << k) - 1), k)
  }

  /** Fills the last byte with zeros; what comes next begins with a byte of its own. */
  end(): void {
    if (this.length > 0) this.out.byte(this.held & 255)
    this.held = 0
    this.length = 0
  }

  /** At most 24 bits at once. */
  private put(bits: number, count: number): void {
    this.held |= bits << this.length
    this.length += count
    while (this.length >= 8) {
      this.out.byte(this.held & 255)
      this.held >>>= 8
      this.length -= 8
    }
  }
}

/** Reading past the end gives nonsense: the caller knows how many numbers there are, and their `k`. */
export class BitReader {
  private at: number // in bits

  constructor(
    private readonly bytes: Uint8Array,
    from: number,
  ) {
    this.at = from * 8
  }

  rice(k: number): number {
    const window = this.window()
    const rest = 31 - Math.clz32(window & -window)
    if (rest === escape) return this.escaped()
    this.at += rest + 1
    const low = rest + 1 + k <= safeBits ? window >>> (rest + 1) : this.window()
    this.at += k
    return (rest << k) | (low & ((1 << k) - 1))
  }

  private escaped(): number {
    this.at += escape + 1
    const low = this.window() & 0xffff
    this.at += 16
    const high = this.window() & 0xffff
    this.at += 16
    return ((high << 16) | low) >>> 0
  }

  /** The next bits, `safeBits` of them at least. */
  private window(): number {
    const { bytes, at } = this
    const byte = at >>> 3
    const word =
      (bytes[byte] as number) |
      ((bytes[byte + 1] as number) << 8) |
      ((bytes[byte + 2] as number) << 16) |
      ((bytes[byte + 3] as number) << 24)
    return word >>> (at & 7)
  }
}

/**
 * Bytes to be read as words of 32 bits from any byte on, for loops that read very many numbers and keep their place in
 * variables of their own. What lies behind the bytes may be anything and is never used.
 */
export function wordsOf(bytes: Uint8Array): DataView {
  const hasRoom = bytes.byteOffset + bytes.length + spareBytes <= bytes.buffer.byteLength
  const readable = hasRoom ? bytes : withSpareBytes(bytes)
  return new DataView(readable.buffer, readable.byteOffset, bytes.length + spareBytes)
}

/** The same bytes with room behind them, so that `wordsOf` need not copy them. */
export function withSpareBytes(bytes: Uint8Array): Uint8Array {
  const roomy = bytesWithRoom(bytes.length)
  roomy.set(bytes)
  return roomy
}

export function bytesWithRoom(length: number, room: Room = ownRoom): Uint8Array {
  const { buffer, byteOffset } = room.numbers((length + spareBytes + 3) >> 2)
  return new Uint8Array(buffer, byteOffset, length)
}

/** The number behind `escape` zeros and a one that end at bit `at`. */
export const escapedAt = (words: DataView, at: number): number =>
  ((sixteenAt(words, at + 16) << 16) | sixteenAt(words, at)) >>> 0

export const escapedBits = 32

const sixteenAt = (words: DataView, at: number): number => (words.getInt32(at >>> 3, true) >>> (at & 7)) & 0xffff

/** The `k` for numbers of this mean, below 16. */
export const suitableBits = (sum: number, count: number): number => {
  const mean = (sum / Math.max(1, count)) * Math.LN2
  return mean < 1 ? 0 : Math.min(15, 31 - Math.clz32(mean))
}

/** So many zeros, and the number follows as it is. */
export const escape = 20
/** A word of 32 bits that begins up to 7 bits too early. */
export const safeBits = 25
/** The last byte is read as the lowest of a whole word. */
const spareBytes = 4
