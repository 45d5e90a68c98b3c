/** What must not lie on the disk in clear, and how it might lie there. Runs in Node and in the page: no imports. */
export interface Secret {
  /** What the finding says instead of the secret itself, such as `identity number of person 7`. */
  readonly what: string
  readonly text: string
}

export interface Trace {
  readonly what: string
  readonly as: string
  readonly offset: number
}

export interface TraceFinder {
  find(bytes: Uint8Array): Trace[]
}

interface Pattern {
  readonly what: string
  readonly as: string
  readonly bytes: Uint8Array
}

/**
 * Looks for every secret in UTF-8, UTF-16 of both byte orders and hex of lower and upper case. One pass: the first two
 * bytes pick the few patterns that may begin here.
 */
export function traceFinder(secrets: readonly Secret[]): TraceFinder {
  const byStart = new Map<number, Pattern[]>()
  for (const pattern of secrets.flatMap(patternsOf)) {
    const start = pattern.bytes[0]! | (pattern.bytes[1]! << 8)
    byStart.set(start, [...(byStart.get(start) ?? []), pattern])
  }
  const mayStart = new Uint8Array(65_536)
  for (const start of byStart.keys()) mayStart[start] = 1
  return {
    find(bytes) {
      const found: Trace[] = []
      for (let offset = 0; offset + 1 < bytes.length; offset++) {
        const start = bytes[offset]! | (bytes[offset + 1]! << 8)
        if (mayStart[start] === 0) continue
        for (const { what, as, bytes: wanted } of byStart.get(start)!) {
          if (standsAt(bytes, offset, wanted)) found.push({ what, as, offset })
        }
      }
      return found
    },
  }
}

function standsAt(bytes: Uint8Array, offset: number, wanted: Uint8Array): boolean {
  if (offset + wanted.length > bytes.length) return false
  for (let at = 2; at < wanted.length; at++) if (bytes[offset + at] !== wanted[at]) return false
  return true
}

function patternsOf({ what, text }: Secret): Pattern[] {
  const utf8 = new TextEncoder().encode(text)
  const little = utf16(text)
  const big = little.map((_, at) => little[at ^ 1]!)
  const plain = { 'UTF-8': utf8, 'UTF-16LE': little, 'UTF-16BE': big }
  return Object.entries(plain).flatMap(([as, bytes]) => [
    { what, as, bytes },
    { what, as: `hex of ${as}`, bytes: hexOf(bytes) },
    { what, as: `upper hex of ${as}`, bytes: upperHexOf(bytes) },
  ])
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  for (let at = 0; at < text.length; at++) {
    bytes[at * 2] = text.charCodeAt(at) & 255
    bytes[at * 2 + 1] = text.charCodeAt(at) >> 8
  }
  return bytes
}

const hexText = (bytes: Uint8Array) => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
const hexOf = (bytes: Uint8Array) => new TextEncoder().encode(hexText(bytes))
const upperHexOf = (bytes: Uint8Array) => new TextEncoder().encode(hexText(bytes).toUpperCase())

/** Everything in a value as bytes to look through: text, numbers, keys of objects, buffers, blobs left out. */
export function* bytesInValue(value: unknown): Generator<Uint8Array> {
  if (value instanceof Uint8Array) yield value
  else if (ArrayBuffer.isView(value)) yield new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
  else if (value instanceof ArrayBuffer) yield new Uint8Array(value)
  else if (Array.isArray(value) || value instanceof Set) for (const part of value) yield* bytesInValue(part)
  else if (value instanceof Map) for (const pair of value) yield* bytesInValue(pair)
  else if (typeof value === 'object' && value !== null && !(value instanceof Date))
    yield* bytesInValue(Object.entries(value))
  else if (value !== undefined && value !== null) yield new TextEncoder().encode(String(value as string | number))
}
