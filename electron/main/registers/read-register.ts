import Papa from 'papaparse'
import type { RegisterSheet } from '#shared/contracts/import-channels'
import type { Problem } from '#shared/contracts/problems'
import { needsApostrophe } from './cell-text'
import { err, ok, type Result } from '#shared/kernel/result'
import { unpackedBytes } from './zip-size'

type UnreadableWhy = Extract<Problem, { kind: 'registerUnreadable' }>['why']

export const largestFile = 20 * 1024 * 1024
const mostUnpacked = 300 * 1024 * 1024
const mostRows = 20_000

/** How much of a file is taken, and how its cells are kept. */
export interface SheetLimits {
  readonly bytes: number
  readonly columns: number
  /** Characters of one cell; what is behind them is cut off. */
  readonly cell: number
  /** Blanks at the ends of a cell are nobody's text, but those of a whole document are. */
  readonly isTrimmed: boolean
}

const ofRegister: SheetLimits = { bytes: largestFile, columns: 100, cell: 5_000, isTrimmed: true }

/** Reads an old register, xlsx or csv, into rows of text. Tells by the first bytes which it is, not by the name. */
export async function readRegister(
  bytes: Uint8Array,
  limits: SheetLimits = ofRegister,
): Promise<Result<RegisterSheet[], Problem>> {
  if (bytes.length === 0) return unreadable('empty')
  if (bytes.length > limits.bytes) return unreadable('tooLarge')
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return unreadable('oldExcel') // xls, and xlsx under a password
  const sheets = startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])
    ? await readWorkbook(bytes, limits)
    : readSeparated(bytes, limits)
  if (!sheets.ok) return sheets
  const filled = sheets.value.filter(({ rows }) => rows.some(row => row.some(text => text !== '')))
  if (filled.length === 0) return unreadable('empty')
  return filled.some(({ rows }) => rows.length > mostRows) ? unreadable('tooLarge') : ok(filled)
}

async function readWorkbook(bytes: Uint8Array, limits: SheetLimits): Promise<Result<RegisterSheet[], Problem>> {
  const unpacked = unpackedBytes(bytes)
  if (unpacked === null) return unreadable('damaged')
  if (unpacked > mostUnpacked) return unreadable('tooLarge')
  const { default: readXlsx } = await import('read-excel-file/universal')
  try {
    const sheets = await readXlsx(Uint8Array.from(bytes).buffer, { parseNumber: numberText, trim: limits.isTrimmed })
    return ok(
      sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(row => tidy(row.map(cellText), limits)) })),
    )
  } catch {
    return unreadable('damaged') // the reader throws where a part is missing or is no XML
  }
}

/** A spreadsheet keeps fifteen digits: a longer number is shown as what it is, so that nobody takes it for whole. */
function numberText(written: string): string {
  const value = Number(written)
  if (Number.isNaN(value)) return written
  return Math.abs(value) >= 1e15 ? value.toExponential(5).replace('e', 'E') : String(value)
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  return typeof cell === 'string' ? cell : ''
}

function readSeparated(bytes: Uint8Array, limits: SheetLimits): Result<RegisterSheet[], Problem> {
  const text = decoded(bytes)
  if (text === null) return unreadable('encoding')
  const { data } = Papa.parse<string[]>(text, { delimiter: saidDelimiter(text), delimitersToGuess: [...delimiters] })
  return ok([{ name: '', rows: data.map(row => tidy(row.map(withoutApostrophe), limits)) }])
}

const delimiters = [',', ';', '\t', '|'] as const

/** What stands behind a first cell in quotes parts the cells, whatever else is in them; '' leaves it to be guessed. */
const saidDelimiter = (text: string): string => /^\uFEFF?"(?:[^"]|"")*"([,;\t|])/u.exec(text)?.[1] ?? ''

/** UTF-8 with and without BOM, UTF-16 as spreadsheets save "Unicode text", else GB18030, which holds GBK and GB2312. */
function decoded(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xff, 0xfe])) return decodedAs('utf-16le', bytes)
  if (bytes.includes(0) && !startsWith(bytes, [0xef, 0xbb, 0xbf])) return null
  return decodedAs('utf-8', bytes) ?? decodedAs('gb18030', bytes)
}

function decodedAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Our own csv writes one before what a spreadsheet would take for a formula or a number; it is not part of the text. */
const withoutApostrophe = (text: string): string =>
  text.startsWith("'") && (needsApostrophe(text.slice(1)) || looksLikeNumber.test(text.slice(1))) ? text.slice(1) : text

/** Other programs lead a telephone by an apostrophe, too. */
const looksLikeNumber = /^\d{11,}[\dXx]?$/u

const tidy = (row: readonly string[], { columns, cell, isTrimmed }: SheetLimits): string[] =>
  row.slice(0, columns).map(text => (isTrimmed ? text.trim() : text).slice(0, cell))

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte)

const unreadable = (why: UnreadableWhy) => err<Problem>({ kind: 'registerUnreadable', why })
