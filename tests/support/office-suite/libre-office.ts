import { execFile, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { parseXml } from '../hostile/parse-xml'

export interface LibreOffice {
  readonly version: string
  /** What it makes of spreadsheets of one kind that it has opened, calculated and saved in its own flat format; in one process. */
  readonly open: (files: readonly SpreadsheetFile[]) => Promise<OpenedSheet[]>
}

export interface SpreadsheetFile {
  /** With its ending, `csv` or `xlsx`. */
  readonly name: string
  readonly bytes: Uint8Array
}

export interface OpenedSheet {
  /** Texts of the cells of the first sheet, row by row, without empty cells at the end of a row. */
  readonly rows: readonly (readonly OpenedCell[])[]
  readonly formulas: number
}

export interface OpenedCell {
  readonly text: string
  /** `string`, or what it has taken the text for: `float`, `date`, `boolean`; empty where there is nothing. */
  readonly type: string
}

/** The one that is installed, or null. */
export function findLibreOffice(): LibreOffice | null {
  for (const command of ['soffice', 'libreoffice']) {
    const asked = spawnSync(command, ['--version'], { encoding: 'utf8' })
    if (asked.status === 0) return { version: asked.stdout.trim(), open: files => openIn(command, files) }
  }
  return null
}

/**
 * Comma, quote, UTF-8, from the first line; what stands in quotes is no text by that alone, numbers and dates are looked for, formulas
 * are worked out: as kindly to a formula as the suite can be.
 */
const csvOptions = 'CSV:44,34,76,1,,0,false,true,false,false,false,-1,true'

async function openIn(command: string, files: readonly SpreadsheetFile[]): Promise<OpenedSheet[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'office-suite-'))
  try {
    const opened = path.join(folder, 'opened')
    for (const { name, bytes } of files) fs.writeFileSync(path.join(folder, name), bytes)
    const filter = files.every(({ name }) => name.endsWith('.csv')) ? [`--infilter=${csvOptions}`] : []
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const words = [profile, '--headless', ...filter, '--convert-to', 'fods', '--outdir', opened]
    await promisify(execFile)(command, [...words, ...files.map(({ name }) => path.join(folder, name))])
    return files.map(({ name }) => read(fs.readFileSync(path.join(opened, name.replace(/\.\w+$/, '.fods')), 'utf8')))
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** OpenDocument 1.3, part 3, 9 and 6.1: repeated cells and rows are written once; a text is paragraphs with spaces counted apart. */
function read(xml: string): OpenedSheet {
  const rows: OpenedCell[][] = []
  let formulas = 0
  let sheets = 0
  let row: OpenedCell[] = []
  let repeats = { row: 1, cell: 1 }
  let cell: { type: string; paragraphs: string[] } | null = null
  let inNote = 0
  let isText = false
  const add = (text: string): void => {
    if (cell && isText) cell.paragraphs[cell.paragraphs.length - 1] += text
  }
  parseXml(xml, {
    open: (name, attributes) => {
      if (name === 'table:table') sheets++
      if (name === 'office:annotation') inNote++
      if (attributes['table:formula'] !== undefined) formulas++
      if (name === 'table:table-row') {
        row = []
        repeats = { ...repeats, row: Number(attributes['table:number-rows-repeated'] ?? 1) }
      }
      if (name === 'table:table-cell') {
        repeats = { ...repeats, cell: Number(attributes['table:number-columns-repeated'] ?? 1) }
        cell = { type: attributes['office:value-type'] ?? '', paragraphs: [] }
      }
      if (name === 'text:p' && cell && inNote === 0) {
        cell.paragraphs.push('')
        isText = true
      }
      add(blanksOf(name, attributes))
    },
    text: add,
    close: name => {
      if (name === 'office:annotation') inNote--
      if (name === 'text:p') isText = false
      if (name === 'table:table-cell' && cell) {
        const { type, paragraphs } = cell
        const times = repeats.cell > 100 && paragraphs.length === 0 ? 0 : repeats.cell // the rest of the sheet
        for (let time = 0; time < times; time++) row.push({ text: paragraphs.join('\n'), type })
        cell = null
      }
      if (name === 'table:table-row' && sheets === 1) {
        while (row.length > 0 && row.at(-1)!.type === '') row.pop()
        if (row.length > 0 || repeats.row < 100) for (let time = 0; time < repeats.row; time++) rows.push([...row])
      }
    },
  })
  return { rows, formulas }
}

function blanksOf(name: string, attributes: Readonly<Record<string, string>>): string {
  if (name === 'text:s') return ' '.repeat(Number(attributes['text:c'] ?? 1))
  return name === 'text:tab' ? '\t' : name === 'text:line-break' ? '\n' : ''
}
