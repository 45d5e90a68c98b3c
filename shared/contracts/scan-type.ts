/** What a scan may be. Anything else is refused: HTML and SVG can carry a program. */
export type ScanMime = 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/tiff' | 'text/plain'

/** Why bytes are no scan; `unknown` is every other kind of file. */
export type NoScan = 'empty' | 'html' | 'svg' | 'unknown'

/** 50 MiB. */
export const mostScanBytes = 50 * 1024 * 1024

/** One piece of an upload. */
export const scanPartBytes = 1 << 20

/** So many bytes at the beginning decide; a shorter file decides with all it has. */
export const scanHeadBytes = 4096

/**
 * The type by its first bytes alone, never by its name (ISO 32000 7.5.2, ITU-T T.81 B.1, PNG 5.2, TIFF 6.0 section 2).
 * `text/plain` still has to prove to the last byte that it is UTF-8: see `textCheck`.
 */
export function scanTypeOf(head: Uint8Array): { readonly mime: ScanMime } | { readonly found: NoScan } {
  if (head.length === 0) return { found: 'empty' }
  const known = signatures.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte))
  if (known) return { mime: known.mime }
  const markup = markupIn(head)
  if (markup) return { found: markup }
  return head.some(isNoText) ? { found: 'unknown' } : { mime: 'text/plain' }
}

const signatures: readonly { readonly mime: ScanMime; readonly bytes: readonly number[] }[] = [
  { mime: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] }, // %PDF- at the very beginning: later would let another file stand before it
  { mime: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { mime: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mime: 'image/tiff', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { mime: 'image/tiff', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
]

/** Control characters that no text has; 0x00 also shows UTF-16. */
export const isNoText = (byte: number): boolean => byte < 0x09 || (byte > 0x0d && byte < 0x20) || byte === 0x7f

/** Anywhere in the head, in any case, also with NUL between the letters as in UTF-16. */
function markupIn(head: Uint8Array): 'html' | 'svg' | null {
  let text = ''
  for (const byte of head) if (byte !== 0) text += String.fromCharCode(byte)
  if (/<(\w+:)?svg[\s>/]|<!doctype\s+svg/i.test(text)) return 'svg'
  return /<(!doctype\s|\?xml|html|head|body|script|iframe|style|meta|link|object|embed|img)\b/i.test(text) ||
    /^\s*(\u00ef\u00bb\u00bf)?\s*<[!/a-z?]/i.test(text)
    ? 'html'
    : null
}
