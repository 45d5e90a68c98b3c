import { createHash } from 'node:crypto'
import path from 'node:path'
import { err, ok, type Result } from '#shared/kernel/result'
import { readRegister } from '../../registers/read-register'
import { readUpTo } from '../bag/bag-files'
import { limits } from '../limits'
import { wellFormed } from '../read-file'
import type { DocumentSource, SourceProblem } from './source'

/** The rows of a workbook's first filled sheet, or of a csv, with their cells by the words of the head line. */
export async function listSource(file: string): Promise<Result<DocumentSource, SourceProblem>> {
  const bytes = readUpTo(file, limits.listBytes)
  if (!bytes) return err({ kind: 'sourceUnreadable', why: 'tooLarge' })
  const sheets = await readRegister(bytes, {
    ...{ bytes: limits.listBytes, columns: 200, isTrimmed: false },
    cell: limits.textLength,
  })
  if (!sheets.ok)
    return err({
      kind: 'sourceUnreadable',
      why: sheets.problem.kind === 'registerUnreadable' ? sheets.problem.why : 'damaged',
    })
  const rows = sheets.value[0]!.rows
  const head = headLineOf(rows)
  const heads = headWords(rows, head)
  const lines = rows.flatMap((row, index) => (index > head && row.some(isFilled) ? [index] : []))
  if (lines.length === 0) return err({ kind: 'sourceUnreadable', why: 'empty' })
  return ok({
    ...{ kind: 'list', name: path.basename(file), documents: lines.length, columns: heads },
    read: async index => {
      const at = lines[index]!
      const row = rows[at]!
      const columns = Object.fromEntries(
        heads.flatMap((word, column) => (isFilled(row[column] ?? '') ? [[word, wellFormed(row[column]!)]] : [])),
      )
      const digest = createHash('sha256').update(JSON.stringify(columns)).digest('hex')
      return { line: at + 1, name: '', format: 'row', digest, columns, text: '', notes: [] }
    },
    close: () => {},
  })
}

const isFilled = (text: string): boolean => text.trim() !== ''
const searchedLines = 15

/** The first line that is nearly as wide as the widest: titles above a table fill one cell or two. */
export function headLineOf(rows: readonly (readonly string[])[]): number {
  const widths = rows.slice(0, searchedLines).map(row => row.filter(isFilled).length)
  const widest = Math.max(...widths)
  return widths.findIndex(width => width >= widest * 0.6)
}

/** One word a column: a word that stands twice is numbered, an empty one is the letter of its column. */
export function headWords(rows: readonly (readonly string[])[], head: number): readonly string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const used = new Set<string>()
  return Array.from({ length: width }, (_, column) => {
    const written = (rows[head]?.[column] ?? '').replace(/\s+/gu, ' ').trim() || columnLetter(column)
    let word = written
    for (let times = 2; used.has(word); times++) word = `${written} (${times})`
    used.add(word)
    return word
  })
}

/** A, B ... Z, AA, AB ... as spreadsheets name them. */
function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last
}
