import { expect, test } from 'vitest'
import { scanTypeOf } from '#shared/contracts/scan-type'
import { typeCheck } from '../../../../../electron/main/scans/type-check'

const bytes = (...parts: (string | readonly number[])[]) =>
  Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))))

function judged(content: Uint8Array, piece = 1 << 20) {
  const check = typeCheck()
  for (let at = 0; at < content.length; at += piece) {
    const no = check.see(content.subarray(at, at + piece))
    if (no) return no
  }
  const end = check.end()
  return 'found' in end ? end.found : end.mime
}

const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

const cases: readonly (readonly [string, Uint8Array, string])[] = [
  ['PDF', bytes('%PDF-1.7\n…'), 'application/pdf'],
  ['JPEG', bytes(jpeg), 'image/jpeg'],
  ['PNG', bytes(png, [0, 0, 0, 13]), 'image/png'],
  ['TIFF of Intel', bytes([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]), 'image/tiff'],
  ['TIFF of Motorola', bytes([0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8]), 'image/tiff'],
  ['text', bytes('申请公开下列信息：\r\n\t青石镇白鹭村2019-G-014号宗地批准文件\n'), 'text/plain'],
  ['text with the mark of UTF-8', bytes([0xef, 0xbb, 0xbf], '申请'), 'text/plain'],
  ['text that compares numbers', bytes('a < b 且 b > c'), 'text/plain'],
  ['nothing', bytes(''), 'empty'],
  ['SVG', bytes(svg), 'svg'],
  ['SVG behind its declaration', bytes('<?xml version="1.0"?>\n<!-- 图 -->\n', svg), 'svg'],
  ['SVG with a prefix', bytes('<s:svg xmlns:s="http://www.w3.org/2000/svg"/>'), 'svg'],
  ['SVG in UTF-16', utf16(svg), 'svg'],
  ['HTML', bytes('<!DOCTYPE html><p>'), 'html'],
  ['HTML behind blanks and the mark of UTF-8', bytes([0xef, 0xbb, 0xbf], ' \n\t<HTML>'), 'html'],
  ['HTML that begins as words', bytes('请看下面：\n<script src="//x">'), 'html'],
  ['XML', bytes('<?xml version="1.0"?><a/>'), 'html'],
  ['GIF', bytes('GIF89a', [1, 0, 1, 0, 0, 0, 0]), 'unknown'],
  ['ZIP, as a Word file is one', bytes('PK', [3, 4, 20, 0, 0, 0]), 'unknown'],
  ['program of Windows', bytes('MZ', [0x90, 0, 3, 0]), 'unknown'],
  ['BigTIFF, which no scanner of a counter writes', bytes([0x49, 0x49, 0x2b, 0, 8, 0, 0, 0]), 'unknown'],
  ['text in GBK', bytes([0xc9, 0xea, 0xc7, 0xeb]), 'unknown'],
  ['text in UTF-16', utf16('申请公开'), 'unknown'],
  ['text with a control character', bytes('申请', [7]), 'unknown'],
  // Polyglots: what they begin with is what they are, and they are never handed to anything that would find the rest.
  ['HTML first, PDF behind', bytes('<html>', '%PDF-1.7'), 'html'],
  ['words first, PDF behind', bytes('x\n%PDF-1.7\n', [0, 1]), 'unknown'],
  ['ZIP first, PDF behind', bytes('PK', [3, 4], '%PDF-1.7'), 'unknown'],
  ['GIF that is JavaScript', bytes('GIF89a/*', [0, 0], '*/=1;alert(1)'), 'unknown'],
  ['JPEG with HTML in its comment', bytes(jpeg, '<html><script>alert(1)</script>'), 'image/jpeg'],
  ['PDF with HTML behind', bytes('%PDF-1.7\n', svg), 'application/pdf'],
]

test.each(cases)('%s', (_name, content, expected) => {
  expect(judged(content)).toBe(expected)
  for (const piece of [1, 3, 64]) expect(judged(content, piece)).toBe(expected)
})

test('the name plays no part: there is none to pass', () => {
  expect(scanTypeOf.length).toBe(1)
  console.log(`${cases.length} kinds of beginning judged`)
})

test('text is proved to its last byte, also where a character lies across two pieces', () => {
  const long = bytes('申请公开信息。'.repeat(20_000))
  for (const piece of [4_096, 4_097, 100_001]) expect(judged(long, piece)).toBe('text/plain')
  expect(judged(Buffer.concat([long, bytes([0xff])]), 4_097)).toBe('unknown')
  expect(judged(Buffer.concat([long, bytes([0])]), 4_097)).toBe('unknown')
  expect(judged(long.subarray(0, long.length - 1), 4_097)).toBe('unknown') // cut inside the last character
})
