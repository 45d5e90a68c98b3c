/** Decodes one raw Snappy block from `start` on; null where it is none. https://github.com/google/snappy/blob/main/format_description.txt */
export function decodeSnappy(bytes: Uint8Array, start = 0, most = 64 << 20): Uint8Array | null {
  const head = readVarint(bytes, start)
  if (!head || head.value > most) return null
  const out = new Uint8Array(head.value)
  let at = head.next
  let written = 0
  while (written < out.length) {
    if (at >= bytes.length) return null
    const element = readElement(bytes, at)
    if (!element || written + element.length > out.length) return null
    if (element.literalAt !== undefined) {
      if (element.next > bytes.length) return null
      out.set(bytes.subarray(element.literalAt, element.next), written)
    } else {
      const from = written - element.distance
      if (element.distance === 0 || from < 0) return null
      for (let i = 0; i < element.length; i++) out[written + i] = out[from + i]! // may overlap itself, on purpose
    }
    written += element.length
    at = element.next
  }
  return out
}

type Element =
  | { readonly length: number; readonly next: number; readonly literalAt: number }
  | { readonly length: number; readonly next: number; readonly literalAt?: undefined; readonly distance: number }

function readElement(bytes: Uint8Array, at: number): Element | null {
  const tag = bytes[at]!
  const byte = (n: number) => bytes[at + n] ?? 0
  switch (tag & 3) {
    case 0: {
      const extra = Math.max(0, (tag >> 2) - 59)
      let length = tag >> 2
      if (extra > 0)
        length = [byte(1), byte(2), byte(3), byte(4)]
          .slice(0, extra)
          .reduce((sum, part, i) => sum + part * 2 ** (8 * i), 0)
      const literalAt = at + 1 + extra
      return { length: length + 1, literalAt, next: literalAt + length + 1 }
    }
    case 1:
      return { length: ((tag >> 2) & 7) + 4, distance: ((tag >> 5) << 8) | byte(1), next: at + 2 }
    case 2:
      return { length: (tag >> 2) + 1, distance: byte(1) | (byte(2) << 8), next: at + 3 }
    default:
      return {
        length: (tag >> 2) + 1,
        distance: byte(1) + byte(2) * 2 ** 8 + byte(3) * 2 ** 16 + byte(4) * 2 ** 24,
        next: at + 5,
      }
  }
}

/** Little-endian base 128, at most 5 bytes. */
export function readVarint(bytes: Uint8Array, at: number): { value: number; next: number } | null {
  let value = 0
  for (let n = 0; n < 5 && at + n < bytes.length; n++) {
    const byte = bytes[at + n]!
    value += (byte & 127) * 2 ** (7 * n)
    if (byte < 128) return { value, next: at + n + 1 }
  }
  return null
}
