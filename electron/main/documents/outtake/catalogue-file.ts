import { createHash, type Hash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import Papa from 'papaparse'
import { needsApostrophe } from '../../registers/cell-text'
import { writeXlsx } from '../../registers/write-xlsx'

export type CatalogueRow = Readonly<Record<string, string>>

/** Where an export goes, row by row. Nothing stands under its name before `keep`. */
export interface CatalogueFile {
  add(rows: readonly CatalogueRow[]): Promise<void>
  /** Flushes, gives the names and tells the digest of what lies there. */
  keep(): Promise<{ readonly files: readonly string[]; readonly digest: string }>
  drop(): void
}

/** A file that grows aside and is named when it is whole. */
export interface GrowingFile {
  write(text: string): void
  /** Flushed; null before. */
  end(): { readonly digest: string; readonly bytes: number }
  readonly half: string
}

export function growingFile(half: string): GrowingFile {
  const handle = fs.openSync(half, 'w', 0o600)
  const hash: Hash = createHash('sha256')
  let bytes = 0
  return {
    half,
    write: text => {
      const part = Buffer.from(text)
      hash.update(part)
      for (let at = 0; at < part.length;) at += fs.writeSync(handle, part, at)
      bytes += part.length
    },
    end: () => {
      fs.fsyncSync(handle)
      fs.closeSync(handle)
      return { digest: hash.digest('hex'), bytes }
    },
  }
}

/** One object a line with every column, UTF-8 (jsonlines.org). */
export const jsonLine = (row: CatalogueRow, columns: readonly string[]): string =>
  `${JSON.stringify(Object.fromEntries(columns.map(column => [column, row[column] ?? ''])))}\n`

export const jsonLinesFile = (target: string, columns: readonly string[]): CatalogueFile =>
  textFile(target, '', row => jsonLine(row, columns))

/** As `writeCsv` writes it, but row by row. */
export const csvFile = (target: string, columns: readonly string[]): CatalogueFile =>
  textFile(target, `\uFEFF${csvLine(columns)}`, row => csvLine(columns.map(column => row[column] ?? '')))

const csvLine = (cells: readonly string[]): string =>
  `${Papa.unparse([cells.map(cell => (needsApostrophe(cell) ? `'${cell}` : cell))], { quotes: true })}\r\n`

function textFile(target: string, head: string, lineOf: (row: CatalogueRow) => string): CatalogueFile {
  const file = growingFile(`${target}.part`)
  if (head) file.write(head)
  return {
    add: async rows => file.write(rows.map(lineOf).join('')),
    keep: async () => {
      const { digest } = file.end()
      fs.renameSync(file.half, target)
      return { files: [path.basename(target)], digest }
    },
    drop: () => {
      file.end()
      fs.rmSync(file.half, { force: true })
    },
  }
}

/** As many rows as the import takes of one list. */
export const rowsOfWorkbook = 20_000
/** Below the 32,767 characters that a cell of a workbook holds. */
const mostOfCell = 32_000

/** Workbooks of 20,000 rows each; a text that does not fit one cell goes on in `正文 (2)`. */
export function xlsxFiles(target: string, columns: readonly string[], title: string): CatalogueFile {
  let rows: CatalogueRow[] = []
  const halves: string[] = []
  const hash = createHash('sha256')
  const flush = async (): Promise<void> => {
    const split = rows.map(row => splitRow(row, columns))
    const width = Object.fromEntries(
      columns.map(column => [column, Math.max(1, ...split.map(row => row[column]!.length))]),
    )
    const heads = columns.flatMap(column => Array.from({ length: width[column]! }, (_, at) => headOf(column, at)))
    const cells = split.map(row =>
      columns.flatMap(column => Array.from({ length: width[column]! }, (_, at) => row[column]![at] ?? '')),
    )
    const bytes = await writeXlsx({ title, columns: heads.map(head => ({ title: head, width: 20 })), rows: cells })
    const half = `${numbered(target, halves.length)}.part`
    fs.writeFileSync(half, bytes, { mode: 0o600, flush: true })
    hash.update(createHash('sha256').update(bytes).digest())
    halves.push(half)
    rows = []
  }
  return {
    add: async more => {
      for (const row of more) {
        rows.push(row)
        if (rows.length === rowsOfWorkbook) await flush()
      }
    },
    keep: async () => {
      if (rows.length > 0 || halves.length === 0) await flush()
      const files = halves.map(half => half.slice(0, -'.part'.length))
      files.forEach((file, index) => fs.renameSync(halves[index]!, file))
      return { files: files.map(file => path.basename(file)), digest: hash.digest('hex') }
    },
    drop: () => halves.forEach(half => fs.rmSync(half, { force: true })),
  }
}

const headOf = (column: string, at: number): string => (at === 0 ? column : `${column} (${at + 1})`)

const splitRow = (row: CatalogueRow, columns: readonly string[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(columns.map(column => [column, cellParts(row[column] ?? '')]))

/** Never in the middle of a character. */
function cellParts(text: string): readonly string[] {
  const parts: string[] = []
  for (let at = 0; at < text.length || parts.length === 0;) {
    let to = Math.min(text.length, at + mostOfCell)
    if (to < text.length && /[\ud800-\udbff]/u.test(text[to - 1]!)) to--
    parts.push(text.slice(at, to))
    at = Math.max(to, at + 1)
  }
  return parts
}

const numbered = (target: string, index: number): string =>
  index === 0 ? target : target.replace(/(\.[^.]*)$/u, `-${index + 1}$1`)
