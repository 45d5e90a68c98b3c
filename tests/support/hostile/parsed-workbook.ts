import { strFromU8, unzipSync } from 'fflate'
import { parseXml } from './parse-xml'

export interface ParsedWorkbook {
  readonly cells: readonly { readonly type: string; readonly text: string }[]
  readonly formulas: number
  /** Of the files in it. */
  readonly names: readonly string[]
}

/** Every cell of the first sheet with its type, and whether there is a formula anywhere, by a parser of XML. */
export function workbook(bytes: Uint8Array): ParsedWorkbook {
  const parts = unzipSync(bytes)
  const shared = stringsOf(strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array()))
  const cells: { type: string; text: string }[] = []
  let formulas = 0
  let text: string | null = null
  parseXml(strFromU8(parts['xl/worksheets/sheet1.xml']!), {
    open: (name, attributes) => {
      if (name === 'f') formulas++
      if (name === 'c') cells.push({ type: attributes['t'] ?? 'n', text: '' })
      if (name === 'v' || name === 't') text = ''
    },
    text: piece => void (text !== null && (text += piece)),
    close: name => {
      if (name !== 'v' && name !== 't') return
      const cell = cells.at(-1)!
      cell.text = cell.type === 's' ? (shared[Number(text)] ?? '') : (text ?? '')
      text = null
    },
  })
  return { cells, formulas, names: Object.keys(parts) }
}

function stringsOf(xml: string): string[] {
  const strings: string[] = []
  let isText = false
  if (xml)
    parseXml(xml, {
      open: name => {
        if (name === 'si') strings.push('')
        isText = name === 't'
      },
      text: piece => void (isText && (strings[strings.length - 1] += piece)),
      close: name => void (name === 't' && (isText = false)),
    })
  return strings
}

/** What a workbook cannot hold, or should not, is left out (XML 1.0, 2.2); a line end is one sign (XML 1.0, 2.11). */
export const inXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFD-\uFFFF\uFDD0-\uFDEF\u{1FFFE}\u{10FFFF}]/gu, '')
    .replace(/[\u007F-\u0084\u0086-\u009F]|\p{Surrogate}/gu, '')
    .replace(/\r\n?/gu, '\n')
/** ECMA-376 part 1, 22.9.2.19. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/gu, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
