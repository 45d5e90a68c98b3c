import { createHash, type Hash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import Papa from 'papaparse'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import { needsApostrophe } from '../../registers/cell-text'
import { writeXlsx } from '../../registers/write-xlsx'
import { limits } from '../limits'

export type CatalogueRow = Readonly<Record<string, string>>

/** Where an export goes, row by row. Nothing stands under its name before `keep`. */
export interface CatalogueFile {
  add(rows: readonly CatalogueRow[]): Promise<void>
  /**
   * Flushes, records, gives the names and answers them. `record` gets the digest of what will lie there; where it may not be recorded, or
   * what lies there is nobody's to take away (`outtakeNameTaken`), nothing has its name yet.
   */
  keep(record: RecordExport): Promise<Result<readonly string[], Problem>>
  drop(): void
}

/** Of an export that is whole, by its digest; answers why it may not leave. */
export type RecordExport = (digest: string) => Problem | null

/** A folder into which files of the documents go, too. */
export interface FolderWithFiles extends CatalogueFile {
  /**
   * A file of the document of a row that was added last (0-based), piece by piece. `there`: it lies there already (the same
   * content is kept once). `outside`: the name leads out of the folder, and nothing is written.
   */
  attach(name: string, pieces: Iterable<Uint8Array>, row: number): Promise<'added' | 'there' | 'outside'>
}

/** A file that grows aside and is named when it is whole. */
export interface GrowingFile {
  write(text: string): void
  /** Flushed; null before. */
  end(): { readonly digest: string; readonly bytes: number }
  /** Closed as it stands, to be thrown away: a disk that takes nothing more is not asked again. */
  leave(): void
  readonly half: string
}

export function growingFile(half: string): GrowingFile {
  const handle = fs.openSync(half, 'w', 0o600)
  const hash: Hash = createHash('sha256')
  let bytes = 0
  let isOpen = true
  const leave = (): void => {
    if (isOpen) fs.closeSync(handle)
    isOpen = false
  }
  return {
    ...{ half, leave },
    write: text => {
      const part = Buffer.from(text)
      hash.update(part)
      for (let at = 0; at < part.length;) at += fs.writeSync(handle, part, at)
      bytes += part.length
    },
    end: () => {
      try {
        fs.fsyncSync(handle)
      } finally {
        leave()
      }
      return { digest: hash.digest('hex'), bytes }
    },
  }
}

/** One object a line with every column, UTF-8 (jsonlines.org). */
export const jsonLine = (row: CatalogueRow, columns: readonly string[]): string =>
  `${JSON.stringify(Object.fromEntries(columns.map(column => [column, row[column] ?? ''])))}\n`

export const jsonLinesFile = (target: string, columns: readonly string[]): CatalogueFile =>
  textFiles(target, {
    ...{ head: '', lineOf: row => jsonLine(row, columns) },
    most: { rows: limits.documents, bytes: Number.POSITIVE_INFINITY },
  })

/** As `writeCsv` writes it, but row by row, in files that the import takes: none has more rows or bytes than it reads. */
export const csvFiles = (target: string, columns: readonly string[]): CatalogueFile =>
  textFiles(target, {
    head: `\uFEFF${csvLine(columns)}`,
    lineOf: row => csvLine(columns.map(column => row[column] ?? '')),
    most: { rows: rowsOfList, bytes: bytesOfList },
  })

const csvLine = (cells: readonly string[]): string =>
  `${Papa.unparse([cells.map(cell => (needsApostrophe(cell) ? `'${cell}` : cell))], { quotes: true })}\r\n`

/** As many rows as the import takes of one list. */
export const rowsOfList = 20_000
const bytesOfList = limits.listBytes - limits.jsonLineBytes

interface Lined {
  readonly head: string
  readonly lineOf: (row: CatalogueRow) => string
  readonly most: { readonly rows: number; readonly bytes: number }
}

function textFiles(target: string, { head, lineOf, most }: Lined): CatalogueFile {
  const done: { readonly half: string; readonly digest: string }[] = []
  let now: { readonly file: GrowingFile; rows: number; bytes: number } | null = null
  const begin = () => {
    const file = growingFile(`${numbered(target, done.length)}.part`)
    if (head) file.write(head)
    return { file, rows: 0, bytes: 0 }
  }
  const end = (): void => {
    if (now) done.push({ half: now.file.half, digest: now.file.end().digest })
    now = null
  }
  const write = (row: CatalogueRow): void => {
    now ??= begin()
    const line = lineOf(row)
    now.file.write(line)
    now.rows++
    now.bytes += Buffer.byteLength(line)
    if (now.rows >= most.rows || now.bytes >= most.bytes) end()
  }
  return {
    add: async rows => rows.forEach(write),
    keep: async record => {
      if (done.length === 0) now ??= begin()
      end()
      return named(done, record)
    },
    drop: () => {
      now?.file.leave()
      for (const { half } of [...done, ...(now ? [now.file] : [])]) fs.rmSync(half, { force: true })
      now = null
    },
  }
}

/**
 * Records and gives the names; the digest of several files is that of their digests in order. Of the first name the dialog asked
 * whether it may be replaced, of the further ones nobody did (`outtakeFileTaken`).
 */
function named(
  halves: readonly { readonly half: string; readonly digest: string }[],
  record: RecordExport,
): Result<readonly string[], Problem> {
  const files = halves.map(({ half }) => half.slice(0, -'.part'.length))
  const taken = files.slice(1).find(file => fs.existsSync(file))
  if (taken !== undefined) return err({ kind: 'outtakeFileTaken', name: path.basename(taken) })
  const hash = createHash('sha256')
  for (const { digest } of halves) hash.update(Buffer.from(digest, 'hex'))
  const problem = record(halves.length === 1 ? halves[0]!.digest : hash.digest('hex'))
  if (problem) return err(problem)
  files.forEach((file, index) => fs.renameSync(halves[index]!.half, file))
  return ok(files.map(file => path.basename(file)))
}

/** Below the 32,767 characters that a cell of a workbook holds. */
const mostOfCell = 32_000

/** Characters of one workbook: unpacked it stays below what the import unpacks. */
const charsOfWorkbook = 60_000_000

/** Workbooks of 20,000 rows each; what does not fit one cell goes on in `正文 (2)`. */
export function xlsxFiles(target: string, columns: readonly string[], title: string): CatalogueFile {
  let rows: CatalogueRow[] = []
  let chars = 0
  const halves: { readonly half: string; readonly digest: string }[] = []
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
    halves.push({ half, digest: createHash('sha256').update(bytes).digest('hex') })
    rows = []
    chars = 0
  }
  return {
    add: async more => {
      for (const row of more) {
        rows.push(row)
        chars += Object.values(row).reduce((sum, cell) => sum + cell.length, 0)
        if (rows.length === rowsOfList || chars >= charsOfWorkbook) await flush()
      }
    },
    keep: async record => {
      if (rows.length > 0 || halves.length === 0) await flush()
      return named(halves, record)
    },
    drop: () => halves.forEach(({ half }) => fs.rmSync(half, { force: true })),
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
