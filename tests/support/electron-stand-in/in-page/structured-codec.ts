export interface StructuredCodec {
  pack(meta: object, value: unknown): string
  unpack(text: string): { meta: Record<string, unknown>; value: unknown }
}

/**
 * The types that structured clone carries, as one string: `<json length>:<json><base64><base64>...`. Bytes travel behind
 * the JSON, so that large arrays are neither escaped nor parsed.
 *
 * This function is also sent to the page as source text: it must not refer to anything outside itself.
 */
export function makeStructuredCodec(): StructuredCodec {
  const tag = '\u0001'
  type Tagged = Record<string, unknown>

  const refuse = (): never => {
    throw new Error('An object could not be cloned.')
  }

  function toBase64(bytes: Uint8Array): string {
    if (typeof Buffer !== 'undefined') {
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
    }
    const native = bytes as Uint8Array & { toBase64?(): string }
    if (native.toBase64) return native.toBase64()
    let binary = ''
    for (let at = 0; at < bytes.length; at += 32_768) {
      binary += String.fromCharCode(...bytes.subarray(at, at + 32_768))
    }
    return btoa(binary)
  }

  function fromBase64(text: string): Uint8Array {
    if (typeof Buffer !== 'undefined') return new Uint8Array(Buffer.from(text, 'base64'))
    const native = Uint8Array as typeof Uint8Array & { fromBase64?(text: string): Uint8Array }
    if (native.fromBase64) return native.fromBase64(text)
    return Uint8Array.from(atob(text), char => char.charCodeAt(0))
  }

  function encode(value: unknown, pieces: string[], above: readonly object[]): unknown {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value === 'number') return encodeNumber(value)
    if (typeof value === 'object') return encodeObject(value, pieces, above)
    if (value === undefined) return { [tag]: 'undefined' }
    return typeof value === 'bigint' ? { [tag]: 'bigint', v: String(value) } : refuse()
  }

  function encodeNumber(value: number): unknown {
    if (Number.isFinite(value) && !Object.is(value, -0)) return value
    return { [tag]: 'number', v: Object.is(value, -0) ? '-0' : String(value) }
  }

  /** Objects with nothing inside that would need encoding. */
  function encodeWhole(value: object, pieces: string[]): Tagged | undefined {
    if (value instanceof Date) return { [tag]: 'date', v: value.getTime() }
    if (value instanceof Error) return { [tag]: 'error', name: value.name, v: value.message }
    if (value instanceof ArrayBuffer) return attach('ArrayBuffer', new Uint8Array(value), pieces)
    if (!ArrayBuffer.isView(value)) return undefined
    const kind = Object.prototype.toString.call(value).slice(8, -1)
    return attach(kind, new Uint8Array(value.buffer, value.byteOffset, value.byteLength), pieces)
  }

  function encodeObject(value: object, pieces: string[], above: readonly object[]): unknown {
    if (above.includes(value)) return refuse()
    const whole = encodeWhole(value, pieces)
    if (whole) return whole
    const inside = [...above, value]
    const each = (item: unknown) => encode(item, pieces, inside)
    if (value instanceof Map) return { [tag]: 'map', v: [...value].map(each) }
    if (value instanceof Set) return { [tag]: 'set', v: [...value].map(each) }
    if (Array.isArray(value)) return value.map(each)
    if (Object.prototype.toString.call(value) !== '[object Object]') return refuse()
    if (tag in value) return { [tag]: 'entries', v: Object.entries(value).map(each) }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, each(item)]))
  }

  function attach(kind: string, bytes: Uint8Array, pieces: string[]): Tagged {
    pieces.push(toBase64(bytes))
    return { [tag]: 'bytes', kind, v: pieces.length - 1 }
  }

  function decode(value: unknown, pieces: readonly string[]): unknown {
    if (value === null || typeof value !== 'object') return value
    const each = (item: unknown) => decode(item, pieces)
    if (Array.isArray(value)) return value.map(each)
    const tagged = value as Tagged
    if (tag in tagged) return decodeTagged(tagged, pieces, each)
    const result: Tagged = {}
    for (const key of Object.keys(tagged)) result[key] = each(tagged[key])
    return result
  }

  function decodeTagged(tagged: Tagged, pieces: readonly string[], each: (item: unknown) => unknown): unknown {
    const list = () => (tagged.v as unknown[]).map(each)
    switch (tagged[tag]) {
      case 'number':
        return Number(tagged.v)
      case 'undefined':
        return undefined
      case 'bigint':
        return BigInt(tagged.v as string)
      case 'date':
        return new Date(tagged.v as number)
      case 'bytes':
        return bytesOf(tagged.kind as string, fromBase64(pieces[tagged.v as number] ?? ''))
      case 'error':
        return Object.assign(new Error(tagged.v as string), { name: tagged.name })
      case 'map':
        return new Map(list() as [unknown, unknown][])
      case 'set':
        return new Set(list())
      default:
        return Object.fromEntries(list() as [string, unknown][])
    }
  }

  function bytesOf(kind: string, bytes: Uint8Array): unknown {
    if (kind === 'Uint8Array') return bytes
    if (kind === 'ArrayBuffer') return bytes.buffer
    const make = (globalThis as unknown as Record<string, new (buffer: ArrayBufferLike) => unknown>)[kind]
    return make ? new make(bytes.buffer) : refuse()
  }

  return {
    pack(meta, value) {
      const pieces: string[] = []
      const body = encode(value, pieces, [])
      const json = JSON.stringify([meta, body, pieces.map(piece => piece.length)])
      return `${json.length}:${json}${pieces.join('')}`
    },
    unpack(text) {
      const colon = text.indexOf(':')
      const end = colon + 1 + Number(text.slice(0, colon))
      const [meta, body, lengths] = JSON.parse(text.slice(colon + 1, end)) as [
        Record<string, unknown>,
        unknown,
        number[],
      ]
      let at = end
      const pieces = lengths.map(length => text.slice(at, (at += length)))
      return { meta, value: decode(body, pieces) }
    },
  }
}
