import {
  emptyStandardRow,
  standardColumns,
  type StandardColumn,
  type StandardList,
  type StandardRow,
} from '../../domain/catalogue/standard-list'
import type { RowReport } from '../import/import-desk'

/** How issued lists head their nine columns, in any language on screen; the first word is the one that this program writes. */
const headWords: Readonly<Record<StandardColumn, readonly string[]>> = {
  matter: ['公开事项', '事项', '事项名称', '一级事项', '二级事项', '三级事项'],
  content: ['公开内容（要素）', '公开内容', '内容', '内容要素'],
  basis: ['公开依据', '依据', '法律依据'],
  limit: ['公开时限', '时限'],
  body: ['公开主体', '主体', '责任主体'],
  channel: ['公开渠道和载体', '公开渠道', '渠道', '渠道和载体', '公开载体', '载体'],
  audience: ['公开对象', '对象'],
  way: ['公开方式', '方式'],
  level: ['公开层级', '层级'],
}

export const standardHeadWord = (column: StandardColumn): string => headWords[column][0]!

/** A column of a file: its head word, and the one below it where a head covers several columns (公开对象: 全社会, 特定群体). */
export interface FileColumn {
  readonly head: string
  readonly sub: string
}

export interface StandardFile {
  /** Lines above the first matter. */
  readonly headLines: number
  readonly columns: readonly FileColumn[]
  /** What each column is, as far as its head word tells; several may be one. */
  readonly guess: readonly (StandardColumn | null)[]
}

const searchedLines = 15

/** Finds the head line: the one that names most of the nine columns. Line 1 where none is recognised. */
export function readStandardHead(rows: readonly (readonly string[])[]): StandardFile {
  const counts = rows.slice(0, searchedLines).map(row => new Set(row.flatMap(cell => columnOf(cell) ?? [])).size)
  const at = Math.max(0, counts.indexOf(Math.max(0, ...counts)))
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const head = Array.from({ length: width }, (_, index) => plainCell(rows[at]?.[index]))
  const below = Array.from({ length: width }, (_, index) => plainCell(rows[at + 1]?.[index]))
  const isTwoLines = isSubHead(head, below)
  const columns = head.map((word, index) => ({
    head: word || (isTwoLines && below[index] ? groupHead(head, index) : ''),
    sub: isTwoLines ? below[index]! : '',
  }))
  const guess = columns.map(({ head: word, sub }) => columnOf(word) ?? columnOf(sub))
  return { headLines: at + (isTwoLines ? 2 : 1), columns, guess }
}

/** The word of a head that goes on over empty cells at its right. */
const groupHead = (head: readonly string[], index: number): string =>
  head.slice(0, index).findLast(word => word !== '') ?? ''

/** Below a head of one column nothing stands; below one of several, a short word stands in each. */
function isSubHead(head: readonly string[], below: readonly string[]): boolean {
  const named = below.flatMap((word, index) => (word === '' ? [] : [{ word, index }]))
  const isOfGroup = ({ index }: { readonly index: number }): boolean =>
    head[index] === '' || (index + 1 < head.length && head[index + 1] === '' && below[index + 1] !== '')
  return named.length >= 2 && named.every(each => isOfGroup(each) && each.word.length <= 12)
}

function columnOf(word: string | undefined): StandardColumn | null {
  const plain = plainHead(word ?? '')
  if (plain === '') return null
  return standardColumns.find(column => headWords[column].some(each => plainHead(each) === plain)) ?? null
}

const plainHead = (word: string): string =>
  word
    .normalize('NFKC')
    .replace(/\(.*?\)/gu, '')
    .replace(/[\s*:/]/gu, '')

const plainCell = (cell: string | undefined): string => (cell ?? '').replace(/\s+/gu, ' ').trim()

export type StandardFinding =
  | { readonly kind: 'matterMissing' }
  | { readonly kind: 'cellTooLong'; readonly column: StandardColumn; readonly most: number }
  /** The same in all nine columns as one of the list, or as an earlier line of the file. */
  | { readonly kind: 'alreadyThere' }
  | { readonly kind: 'tooMany'; readonly most: number }
  /** Its cell was empty: a cell that goes down over several lines has its word in the first. */
  | { readonly kind: 'matterFromAbove'; readonly text: string }

export type StandardOutcome = 'taken' | 'warned' | 'double' | 'refused'

export interface StandardFileRow {
  /** Of the file, from 1. */
  readonly line: number
  readonly row: StandardRow
  readonly outcome: StandardOutcome
  readonly findings: readonly StandardFinding[]
}

export const mostStandardRows = 1_000
const longestCell = (column: StandardColumn): number => (column === 'matter' ? 500 : 2_000)

export interface StandardReading {
  readonly file: StandardFile
  /** What each column of the file is; null leaves it behind. */
  readonly columns: readonly (StandardColumn | null)[]
  /** The matters to which they are added; none where they replace them. */
  readonly before: readonly StandardRow[]
}

/** Every line of the file below its head with what becomes of it. */
export function readStandardRows(
  rows: readonly (readonly string[])[],
  { file, columns, before }: StandardReading,
): readonly StandardFileRow[] {
  const known = new Set(before.map(keyOf))
  let room = mostStandardRows - before.length
  let above: readonly string[] = []
  const read: StandardFileRow[] = []
  rows.forEach((cells, index) => {
    if (index < file.headLines || cells.every((cell, at) => !columns[at] || cell.trim() === '')) return
    const matters = mattersOf(cells, columns, above)
    above = matters.whole
    const row = rowOf(cells, { file, columns }, matters.whole)
    const findings = findingsOf(row, { isKnown: known.has(keyOf(row)), room })
    if (matters.isFromAbove && row.matter !== '') findings.push({ kind: 'matterFromAbove', text: row.matter })
    const outcome = outcomeOf(findings)
    if (outcome === 'taken' || outcome === 'warned') {
      known.add(keyOf(row))
      room--
    }
    read.push({ line: index + 1, row, outcome, findings })
  })
  return read
}

const weights: Readonly<Record<StandardFinding['kind'], StandardOutcome>> = {
  ...{ matterMissing: 'refused', cellTooLong: 'refused', tooMany: 'refused', alreadyThere: 'double' },
  matterFromAbove: 'warned',
}

const outcomeOf = (findings: readonly StandardFinding[]): StandardOutcome =>
  (['refused', 'double', 'warned'] as const).find(outcome => findings.some(({ kind }) => weights[kind] === outcome)) ??
  'taken'

function findingsOf(row: StandardRow, { isKnown, room }: { readonly isKnown: boolean; readonly room: number }) {
  const findings: StandardFinding[] = row.matter === '' ? [{ kind: 'matterMissing' }] : []
  for (const column of standardColumns)
    if (row[column].length > longestCell(column))
      findings.push({ kind: 'cellTooLong', column, most: longestCell(column) })
  if (isKnown) findings.push({ kind: 'alreadyThere' })
  if (room <= 0) findings.push({ kind: 'tooMany', most: mostStandardRows })
  return findings
}

const keyOf = (row: StandardRow): string => JSON.stringify(standardColumns.map(column => row[column]))

/** Matters of several levels go down until the next one of their level; below a new one the lower levels begin anew. */
function mattersOf(
  cells: readonly string[],
  columns: readonly (StandardColumn | null)[],
  above: readonly string[],
): { readonly whole: readonly string[]; readonly isFromAbove: boolean } {
  const said = columns.flatMap((column, at) => (column === 'matter' ? [textOf(cells[at])] : []))
  const first = said.findIndex(text => text !== '')
  // The lowest level of a line that names a higher one is its own, also where it is empty.
  const whole = said.map((text, level) => (text === '' && (first < 0 || level < first) ? (above[level] ?? '') : text))
  return { whole, isFromAbove: first < 0 && whole.some(text => text !== '') }
}

function rowOf(
  cells: readonly string[],
  { file, columns }: Pick<StandardReading, 'file' | 'columns'>,
  matters: readonly string[],
): StandardRow {
  const row: Record<StandardColumn, string> = { ...emptyStandardRow }
  const said = new Map<StandardColumn, string[]>()
  columns.forEach((column, at) => {
    if (column === null || column === 'matter') return
    const text = wordOf(cells[at], file.columns[at])
    if (text !== '') said.set(column, [...(said.get(column) ?? []), text])
  })
  for (const [column, texts] of said) row[column] = texts.join('、')
  row.matter = matters.filter(text => text !== '').join('／')
  return row
}

/** A tick stands for the word above it. */
const wordOf = (cell: string | undefined, column: FileColumn | undefined): string => {
  const text = textOf(cell)
  return /^[√✓✔☑■●]$/u.test(text) ? column?.sub || text : text
}

const textOf = (cell: string | undefined): string => (cell ?? '').replace(/\r\n?/gu, '\n').trim()

const widths: Readonly<Partial<Record<StandardColumn, number>>> = { matter: 28, content: 50, basis: 40, channel: 28 }

/** The list as a sheet of nine columns, which `readStandardRows` reads again as it is. */
export const standardSheet = ({ name, rows }: StandardList): RowReport => ({
  title: name.slice(0, 31) || '标准目录',
  columns: standardColumns.map(column => ({ title: standardHeadWord(column), width: widths[column] ?? 16 })),
  rows: rows.map(row => standardColumns.map(column => row[column])),
})
