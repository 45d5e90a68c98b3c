import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import writeExcelFile from 'write-excel-file/node'
import { afterAll, describe, expect, test } from 'vitest'
import { registerDesk } from '../../../../../electron/main/registers/register-desk'
import { writeCsv } from '../../../../../electron/main/registers/write-csv'
import { writeXlsx } from '../../../../../electron/main/registers/write-xlsx'

const idNumber = '110101190001010014'
/** Everything that some spreadsheet takes for a formula, a command, a number or a date. */
const hostile = [
  '=1+1',
  '=HYPERLINK("https://example.invalid","x")',
  '+86 13800001234',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM',
  "'quoted",
  '007',
  idNumber,
  '"; DROP TABLE',
  '<script>alert(1)</script>',
  'a,b\n"c"',
  '䶮㛃𬱖',
]
const columns = [{ title: '申请内容', width: 20 }]
const rows = hostile.map(text => [text])

const sheetOf = async (cells: readonly (string | number | null)[][]) => {
  const parts = unzipSync(await writeXlsx({ title: '登记簿', columns, rows: cells.map(row => [...row]) }))
  const read = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  return { sheet: read('xl/worksheets/sheet1.xml'), strings: read('xl/sharedStrings.xml'), names: Object.keys(parts) }
}

/** What a formula is in the file format, and in the hands of a program that folds full-width marks. */
const holdsFormula = (sheet: string): boolean => /<f[ >]/.test(sheet)
const beginsLikeFormula = (cell: string): boolean => /^[=+\-@\t\r\n＝＋－＠]|^\d{12,}/.test(cell)

describe('the checks themselves', () => {
  test('find a formula that was planted in a workbook', async () => {
    const planted = await writeExcelFile([[{ value: '=1+1', type: 'Formula' }]], { sheet: '登记簿' }).toBuffer()
    expect(holdsFormula(strFromU8(unzipSync(planted)['xl/worksheets/sheet1.xml']!))).toBe(true)
  })

  test('find every hostile text in a csv that somebody wrote without care', () => {
    const { data } = Papa.parse<string[]>(Papa.unparse(rows, { quotes: true }))
    const found = data.filter(([cell]) => beginsLikeFormula(cell!))
    expect(found).toHaveLength(13)
  })
})

describe(`${hostile.length} texts in a workbook`, () => {
  test('no cell is a formula, every text is a string, none is lost', async () => {
    const { sheet, strings, names } = await sheetOf(rows)
    expect(holdsFormula(sheet)).toBe(false)
    expect(names.filter(name => /macro|vba|externalLink/i.test(name))).toEqual([])
    const cells = [...sheet.matchAll(/<c [^>]*>/g)].map(([cell]) => cell)
    expect(cells).toHaveLength(hostile.length + 1)
    for (const cell of cells) expect(cell).toMatch(/ t="(?:s|inlineStr|str)"/)
    const all = `${sheet}${strings}`
    for (const text of [idNumber, '007', '＝1+1', '䶮㛃𬱖']) expect(all).toContain(text)
    expect(all).not.toContain('<script>')
  })

  test('a count is a number', async () => {
    const { sheet } = await sheetOf([[7]])
    expect(sheet).toMatch(/<c [^>]*><v>7<\/v>/)
  })
})

describe(`${hostile.length} texts in a csv file`, () => {
  const text = writeCsv({ columns, rows }).toString()

  test('starts with the mark that Excel looks for, and ends its lines by CR LF', () => {
    expect(text.startsWith('\uFEFF"申请内容"\r\n')).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
  })

  test('no cell begins like a formula or a long number; without its apostrophe each is what it was', () => {
    const { data } = Papa.parse<string[]>(text.slice(1).trimEnd())
    const cells = data.slice(1).map(([cell]) => cell!)
    expect(cells).toHaveLength(hostile.length)
    for (const cell of cells) expect(beginsLikeFormula(cell)).toBe(false)
    expect(cells.map(cell => cell.replace(/^'/, ''))).toEqual(hostile)
  })
})

describe('saving', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'register-'))
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
  const noted = () => null
  const register = { fileName: 'register-2026-10-12.csv', title: '登记簿', columns, rows, isMasked: true }

  test('a whole file or none', async () => {
    const desk = registerDesk({ askWhere: async () => path.join(folder, 'a.csv'), documentsFolder: folder })
    const saved = await desk.save(register, noted)
    expect(saved).toMatchObject({ ok: true, value: { outcome: 'saved' } })
    expect(fs.readFileSync(path.join(folder, 'a.csv')).toString()).toBe(writeCsv(register).toString())
    const nowhere = registerDesk({ askWhere: async () => path.join(folder, 'gone', 'a.csv'), documentsFolder: folder })
    expect(await nowhere.save(register, noted)).toMatchObject({ ok: false, problem: { kind: 'cannotWrite' } })
    expect(fs.readdirSync(folder)).toEqual(['a.csv'])
  })

  test('no file where it may not be recorded, and what lay there before stays', async () => {
    const before = fs.readFileSync(path.join(folder, 'a.csv'))
    const desk = registerDesk({ askWhere: async () => path.join(folder, 'a.csv'), documentsFolder: folder })
    const saved = await desk.save({ ...register, rows: [] }, () => ({ kind: 'locked' }))
    expect(saved).toEqual({ ok: false, problem: { kind: 'locked' } })
    expect(fs.readFileSync(path.join(folder, 'a.csv')).equals(before)).toBe(true)
    expect(fs.readdirSync(folder)).toEqual(['a.csv'])
  })

  test('cancelled', async () => {
    const desk = registerDesk({ askWhere: async () => null, documentsFolder: folder })
    expect(await desk.save(register, noted)).toEqual({ ok: true, value: { outcome: 'cancelled' } })
  })
})
