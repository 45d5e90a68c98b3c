import Papa from 'papaparse'
import writeExcelFile from 'write-excel-file/node'
import { describe, expect, test, vi } from 'vitest'
import { jsonLine } from '../../../electron/main/documents/outtake/catalogue-file'
import { readRegister } from '../../../electron/main/registers/read-register'
import { writeCsv } from '../../../electron/main/registers/write-csv'
import { writeXlsx } from '../../../electron/main/registers/write-xlsx'
import { everyNaughtyString } from '../../support/hostile/naughty-strings'
import { everyOfficeString } from '../../support/hostile/office-strings'
import { inXml, unescaped, workbook } from '../../support/hostile/parsed-workbook'

vi.setConfig({ testTimeout: 60_000 }) // seconds alone, and the machine may be shared

// Read by a parser of CSV that is written here, by a parser of XML, and by the import of the program itself; LibreOffice opens the same
// texts where it is installed (tests/contract/office-suite).

const texts = [...everyNaughtyString(), ...everyOfficeString()]
const columns = [
  { title: '序号', width: 8 },
  { title: '内容', width: 40 },
]
const rows = texts.map((text, index): [string, string] => [`第${index}行`, text])
const untouched = { bytes: 1 << 26, columns: 100, cell: 10_000, isTrimmed: false }

/** Half of a surrogate pair is no character: every encoder writes the sign for it. */
const whole = (text: string): string => Buffer.from(text).toString()

/** RFC 4180, letter by letter. */
function cellsOf(csv: string): string[][] {
  const lines: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  const end = (): void => {
    lines.at(-1)!.push(cell)
    cell = ''
  }
  for (let at = 0; at < csv.length; at++) {
    const sign = csv[at]!
    if (isQuoted && sign === '"' && csv[at + 1] === '"') cell += csv[++at]!
    else if (sign === '"') isQuoted = !isQuoted
    else if (!isQuoted && sign === ',') end()
    else if (!isQuoted && sign === '\r' && csv[at + 1] === '\n') {
      end()
      lines.push([])
      at++
    } else cell += sign
  }
  end()
  return lines
}

const startsFormula = (cell: string): boolean => /^[=+\-@\t\r\n＝＋－＠]/u.test(cell)

describe(`${texts.length} hostile texts in a csv file`, () => {
  const csv = writeCsv({ columns, rows }).toString()
  const read = cellsOf(csv.slice(1)).slice(1, -1)

  test('no cell begins a formula, in a file of as many lines as there are texts', () => {
    expect(read).toHaveLength(texts.length)
    expect(read.filter(([, cell = '']) => startsFormula(cell))).toEqual([])
    expect(texts.filter(startsFormula).length).toBeGreaterThan(25)
  })

  test('every text comes back, by a parser that is not ours and by the import, as it was', async () => {
    const back = await readRegister(writeCsv({ columns, rows }), untouched)
    const imported = back.ok ? back.value[0]!.rows.slice(1, texts.length + 1).map(([, cell = '']) => cell) : []
    expect(imported.filter((cell, index) => cell !== whole(texts[index]!))).toEqual([])
    expect(imported).toHaveLength(texts.length)
    for (const [index, [, cell = '']] of read.slice(0, texts.length).entries()) {
      const meant = whole(texts[index]!)
      expect([meant, `'${meant}`]).toContain(cell)
    }
  })

  test('a file that is written without care is seen', () => {
    const careless = cellsOf(Papa.unparse(rows, { quotes: true, newline: '\r\n' }))
    expect(careless.filter(([, cell = '']) => startsFormula(cell)).length).toBeGreaterThan(25)
  })
})

describe(`${texts.length} hostile texts in a workbook`, () => {
  test('no formula, every text a text, and as it was but for signs that no workbook can hold', async () => {
    const bytes = await writeXlsx({ title: '登记簿', columns, rows })
    const { cells, formulas, names } = workbook(bytes)
    const shown = cells.slice(2)
    const contents = shown.filter((_cell, index) => shown[index - 1]?.text.match(/^第\d+行$/))
    const meant = texts.filter(text => text !== '')
    expect(formulas).toBe(0)
    expect(names.filter(name => /macro|vba|external|embed|customXml/i.test(name))).toEqual([])
    expect(new Set(shown.filter(({ text }) => text !== '').map(({ type }) => type))).toEqual(new Set(['s']))
    expect(contents).toHaveLength(meant.length)
    expect(contents.map(({ text }) => unescaped(text).replace(/\r\n?/gu, '\n'))).toEqual(meant.map(inXml))
    const back = await readRegister(new Uint8Array(bytes), untouched)
    const imported = back.ok ? back.value[0]!.rows.slice(1, texts.length + 1).map(([, cell = '']) => cell) : []
    const lost = imported.filter((cell, index) => cell.replace(/\r\n?/gu, '\n') !== inXml(texts[index]!))
    console.log(`tables: ${texts.length} texts in csv and xlsx, 0 formulas; read back by two parsers`)
    expect(lost).toEqual([])
  })

  test('a planted formula is seen', async () => {
    const planted = await writeExcelFile([[{ value: '=1+1', type: 'Formula' }]], { sheet: 'x' }).toBuffer()
    expect(workbook(planted).formulas).toBe(1)
  })
})

test('a line of JSON is one line and holds every text as it was', () => {
  for (const text of texts) {
    const line = jsonLine({ 内容: text }, ['内容'])
    expect(line.slice(0, -1)).not.toMatch(/[\n\r]/)
    expect(JSON.parse(line)).toEqual({ 内容: text })
  }
})
