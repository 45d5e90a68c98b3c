import type { ReadingNote } from '#shared/contracts/read-document'

export interface DecodedText {
  /** Without a byte order mark, lines ended by \n. */
  readonly text: string
  readonly notes: readonly ReadingNote[]
}

/**
 * UTF-8 with and without BOM, UTF-16 with a BOM or by its line ends and points, else GB18030, which holds GBK and
 * GB2312. Null where it is none of these: half-read text is not taken for a document.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const wide = wideEncoding(bytes)
  if (wide) return decoded(bytes, wide, ['utf16'])
  if (bytes.includes(0)) return null
  return decoded(bytes, 'utf-8', []) ?? withoutPrivate(decoded(bytes, 'gb18030', ['gb18030']))
}

/** FE51, FE52, FE53, FE6C, FE76, FE91: characters of Unicode since 2001 that decoders still leave private (GB 18030-2022, table A). */
const formerlyPrivate: Readonly<Record<string, string>> = {
  ...{ '\uE816': '\u{20087}', '\uE817': '\u{20089}', '\uE818': '\u{200CC}' },
  ...{ '\uE831': '\u{215D7}', '\uE83B': '\u{2298F}', '\uE855': '\u{241FE}' },
}

/** Else a name with one of them would be found by nobody who types it. */
const withoutPrivate = (read: DecodedText | null): DecodedText | null =>
  read && { ...read, text: read.text.replace(/[\uE816-\uE818\uE831\uE83B\uE855]/gu, one => formerlyPrivate[one]!) }

function decoded(bytes: Uint8Array, encoding: string, notes: readonly ReadingNote[]): DecodedText | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return { text: text.replace(/\r\n?/gu, '\n'), notes }
  } catch {
    return null
  }
}

/** Without a mark: line ends, blanks and points of Chinese stand one way round and not the other. */
function wideEncoding(bytes: Uint8Array): string | null {
  const marked = marks[`${bytes[0]},${bytes[1]}`]
  if (marked) return marked
  if (bytes.length % 2 !== 0 || !bytes.includes(0)) return null
  const [little, big] = [true, false].map(isLittle => commonUnits(bytes, isLittle)) as [number, number]
  const least = Math.min(bytes.length, looked) / 2 / 200
  if (little > big && little > least) return 'utf-16le'
  return big > little && big > least ? 'utf-16be' : null
}

const marks: Readonly<Record<string, string>> = { '255,254': 'utf-16le', '254,255': 'utf-16be' }
const looked = 4_096
const common = new Set([...'\n\r 0123456789。，、；：第条的'].map(letter => letter.codePointAt(0)))

function commonUnits(bytes: Uint8Array, isLittle: boolean): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, looked))
  let count = 0
  for (let at = 0; at + 1 < view.byteLength; at += 2) if (common.has(view.getUint16(at, isLittle))) count++
  return count
}
