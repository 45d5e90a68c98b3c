/** Whole numbers in one, two or five bytes: below 192 one, below 16,320 two, else 255 and four. */
export class NumberWriter {
  private bytes: Uint8Array
  length = 0

  constructor(expected: number) {
    this.bytes = new Uint8Array(Math.max(16, expected))
  }

  put(value: number): void {
    if (this.length + longest > this.bytes.length) this.makeRoom(longest)
    const { bytes } = this
    if (value < twoBytes) bytes[this.length++] = value
    else if (value < fiveBytes) {
      bytes[this.length++] = twoBytes + ((value - twoBytes) >>> 8)
      bytes[this.length++] = (value - twoBytes) & 255
    } else {
      bytes[this.length++] = 255
      for (let shift = 24; shift >= 0; shift -= 8) bytes[this.length++] = (value >>> shift) & 255
    }
  }

  /** One byte as it is. */
  byte(value: number): void {
    if (this.length === this.bytes.length) this.makeRoom(1)
    this.bytes[this.length++] = value
  }

  copy(written: Uint8Array, from = 0, to = written.length): void {
    if (this.length + to - from > this.bytes.length) this.makeRoom(to - from)
    if (to - from > fewBytes) {
      this.bytes.set(written.subarray(from, to), this.length)
      this.length += to - from
      return
    }
    for (let at = from; at < to; at++) this.bytes[this.length++] = written[at] as number
  }

  /** Hands out the first `length` bytes and keeps the rest. */
  take(length = this.length): Uint8Array<ArrayBuffer> {
    const taken = this.bytes.slice(0, length)
    this.bytes.copyWithin(0, length, this.length)
    this.length -= length
    return taken
  }

  private makeRoom(more: number): void {
    const grown = new Uint8Array((this.length + more) * 2)
    grown.set(this.bytes.subarray(0, this.length))
    this.bytes = grown
  }
}

/** Reads them one after another. Reading past the end gives nonsense: the caller knows how many there are. */
export class NumberReader {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  next(): number {
    const { bytes } = this
    const first = bytes[this.at++] as number
    if (first < twoBytes) return first
    if (first < 255) return twoBytes + (((first - twoBytes) << 8) | (bytes[this.at++] as number))
    const value = new DataView(bytes.buffer, bytes.byteOffset + this.at, 4).getUint32(0)
    this.at += 4
    return value
  }
}

const twoBytes = 192
const fiveBytes = twoBytes + (255 - twoBytes) * 256
const longest = 5
/** Below so many, a view of them costs more than copying them one by one. */
const fewBytes = 48
