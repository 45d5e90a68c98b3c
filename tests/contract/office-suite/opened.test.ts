import Papa from 'papaparse'
import writeExcelFile from 'write-excel-file/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeCsv } from '../../../electron/main/registers/write-csv'
import { writeXlsx } from '../../../electron/main/registers/write-xlsx'
import { everyNaughtyString } from '../../support/hostile/naughty-strings'
import { everyOfficeString } from '../../support/hostile/office-strings'
import { inXml, unescaped, workbook } from '../../support/hostile/parsed-workbook'
import { findLibreOffice, type OpenedSheet, type SpreadsheetFile } from '../../support/office-suite/libre-office'

/** What a spreadsheet takes for something else in a csv, and what it must not: cells of registers beside the hostile texts. */
const ofRegisters = ['2026-0012', '2026-03-02', '1-2', '2026/3/2', '3E5', '0571', '110101190001010014', '1.10', '10:30']
const texts = [...everyNaughtyString(), ...everyOfficeString(), ...ofRegisters]
const columns = [
  { title: '序号', width: 8 },
  { title: '内容', width: 40 },
]
const rows = texts.map((text, index): [string, string] => [`第${index}行`, text])

/**
 * The writer's library loses four words that every object of JavaScript has by birth; their first sign is written by number
 * (ECMA-376 part 1, 22.9.2.19), which LibreOffice shows as it is written.
 */
const writtenByNumber = new Map([
  ['constructor', '_x0063_onstructor'],
  ['hasOwnProperty', '_x0068_asOwnProperty'],
  ['toString', '_x0074_oString'],
  ['valueOf', '_x0076_alueOf'],
])

const suite = findLibreOffice()
const openAll = suite?.open ?? parseAll
let opened: Readonly<Record<'xlsx' | 'plantedXlsx' | 'csv' | 'plantedCsv', OpenedSheet>>

beforeAll(async () => {
  console.log(
    `spreadsheets: ${suite ? `opened in ${suite.version}` : 'no LibreOffice is installed here, read by parsers'}`,
  )
  const formula = await writeExcelFile([[{ value: '=1+1', type: 'Formula' }]], { sheet: 'x' }).toBuffer()
  const workbooks = [
    { name: 'ours.xlsx', bytes: await writeXlsx({ title: '登记簿', columns, rows }) },
    { name: 'planted.xlsx', bytes: formula },
  ]
  const [xlsx, plantedXlsx] = await openAll(workbooks)
  const [csv, plantedCsv] = await openAll([
    { name: 'ours.csv', bytes: writeCsv({ columns, rows }) },
    { name: 'planted.csv', bytes: Buffer.from('"第0行","=1+1"\r\n') },
  ])
  opened = { xlsx: xlsx!, plantedXlsx: plantedXlsx!, csv: csv!, plantedCsv: plantedCsv! }
}, 240_000)

/** The second cell of every line after the head. */
const contentsOf = ({ rows: lines }: OpenedSheet) =>
  texts.map((_text, index) => lines[index + 1]?.[1] ?? { text: '', type: '' })

describe(`${texts.length} texts, opened and calculated`, () => {
  test('in a workbook no cell is a formula, each is a text, and as it was written', () => {
    const contents = contentsOf(opened.xlsx)
    expect(opened.xlsx.formulas).toBe(0)
    expect(opened.xlsx.rows.slice(1).map(([first]) => first?.text)).toEqual(rows.map(([first]) => first))
    expect(contents.filter(({ text, type }) => text !== '' && type !== 'string')).toEqual([])
    const meant = texts.map(text => (suite ? (writtenByNumber.get(text) ?? text) : text)).map(inXml)
    expect(contents.map(({ text }) => text)).toEqual(meant)
  })

  test('in a csv no cell is a formula, none becomes another number or day, and each is as it was behind its apostrophe', () => {
    const contents = contentsOf(opened.csv)
    expect(opened.csv.formulas).toBe(0)
    expect(opened.csv.rows.slice(1).map(([first]) => first?.text)).toEqual(rows.map(([first]) => first))
    const altered = contents.filter(({ text, type }, index) => {
      const meant = inXml(texts[index]!)
      const isSame = [meant, `'${meant}`].includes(inXml(text)) // its flat format is XML, as a workbook is
      return !isSame || !(['string', ''].includes(type) || /^(?:0|[1-9]\d{0,10})$/u.test(meant))
    })
    // A day and a time are taken for what they are, and shown as the reader's system shows them.
    expect(altered.filter(({ type }) => type !== 'date' && type !== 'time')).toEqual([])
    expect(altered.length).toBeLessThanOrEqual(ofRegisters.filter(text => /^\d{4}-\d{2}-\d{2}$|:/u.test(text)).length)
  })

  test('a planted formula is seen, in both', () => {
    expect(opened.plantedXlsx.formulas).toBe(1)
    expect(opened.plantedCsv.formulas).toBe(1)
  })
})

/** In its place: whoever wants a formula finds each cell of a csv that begins like one. */
async function parseAll(files: readonly SpreadsheetFile[]): Promise<OpenedSheet[]> {
  return files.map(({ name, bytes }) => (name.endsWith('.csv') ? parsedCsv(bytes) : parsedWorkbook(bytes)))
}

function parsedCsv(bytes: Uint8Array): OpenedSheet {
  const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes), { newline: '\r\n', skipEmptyLines: true })
  const lines = data.map(line => line.map(text => ({ text: text.replace(/\r\n?/gu, '\n'), type: 'string' })))
  return { rows: lines, formulas: lines.flat().filter(({ text }) => /^[=+\-@＝＋－＠]/u.test(text)).length }
}

function parsedWorkbook(bytes: Uint8Array): OpenedSheet {
  const { cells, formulas } = workbook(bytes)
  const texts = cells.map(({ type, text }) => ({ text: unescaped(text).replace(/\r\n?/gu, '\n'), type: ofType(type) }))
  const lines: { text: string; type: string }[][] = []
  for (const cell of texts)
    if (lines.length === 0 || /^第\d+行$/u.test(cell.text)) lines.push([cell])
    else lines.at(-1)!.push(cell)
  return { rows: lines, formulas }
}

const ofType = (type: string): string => (type === 's' ? 'string' : 'float')
