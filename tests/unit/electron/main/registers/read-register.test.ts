import { describe, expect, test } from 'vitest'
import writeXlsx, { type SheetData } from 'write-excel-file/node'
import { largestFile, readRegister } from '../../../../../electron/main/registers/read-register'
import { writeCsv } from '../../../../../electron/main/registers/write-csv'
import { unpackedBytes } from '../../../../../electron/main/registers/zip-size'

const workbook = (data: SheetData): Promise<Buffer> => writeXlsx(data, { sheet: '登记簿' }).toBuffer()
const text = (value: string) => ({ value, type: String })
const rowsOf = async (bytes: Uint8Array) => {
  const read = await readRegister(bytes)
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value[0]!.rows
}

describe('xlsx', () => {
  test('text, days, numbers and empty cells come as text; a number too long for a spreadsheet shows that it is broken', async () => {
    const bytes = await workbook([
      [text('登记号'), text('收到日期'), text('证件号码'), text('电话'), text('备注')],
      [
        text('15'),
        { value: new Date(Date.UTC(2026, 9, 12)), type: Date, format: 'yyyy-mm-dd' },
        { value: 110101190001010014, type: Number },
        { value: 13800001234, type: Number },
        null,
      ],
      [{ value: 46307, type: Number }, text('110101190001010014')],
    ])
    expect(await rowsOf(bytes)).toEqual([
      ['登记号', '收到日期', '证件号码', '电话', '备注'],
      ['15', '2026-10-12', '1.10101E+17', '13800001234', ''],
      ['46307', '110101190001010014', '', '', ''],
    ])
  })

  test('what it unpacks to is known before it is unpacked', async () => {
    const bytes = await workbook([[text('登记号')]])
    expect(unpackedBytes(bytes)).toBeGreaterThan(bytes.length / 2)
    const lying = Uint8Array.from(bytes)
    const entry = Buffer.from(lying).lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    new DataView(lying.buffer).setUint32(entry + 24, 0xffffffff, true)
    expect(await readRegister(lying)).toEqual({ ok: false, problem: { kind: 'registerUnreadable', why: 'tooLarge' } })
  })
})

const sample = '登记号,申请人\r\n"云〔2026〕1号","张三, 李四"\r\n'
const expected = [
  ['登记号', '申请人'],
  ['云〔2026〕1号', '张三, 李四'],
]
/** GB18030 of the sample, written out because Node only reads it. */
const gb18030 = Buffer.from(
  'b5c7bcc7bac52cc9eac7ebc8cb0d0a22d4c6a1b232303236a1b331bac5222c22d5c5c8fd2c20c0eecbc4220d0a',
  'hex',
)

describe('csv', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(sample)],
    ['UTF-8 with BOM', Buffer.from(`\uFEFF${sample}`)],
    ['UTF-16', Buffer.from(`\uFEFF${sample}`, 'utf16le')],
    ['GB18030', gb18030],
  ])('in %s', async (_name, bytes) => expect((await rowsOf(bytes)).slice(0, 2)).toEqual(expected))

  test.each([';', '\t'])('separated by %j', async separator => {
    const bytes = Buffer.from(`登记号${separator}收到日期${separator}申请人\n1${separator}2026-10-12${separator}张三\n`)
    expect((await rowsOf(bytes)).slice(0, 2)).toEqual([
      ['登记号', '收到日期', '申请人'],
      ['1', '2026-10-12', '张三'],
    ])
  })

  test('the apostrophe of our own csv is taken away again, and no other', async () => {
    const cells = [
      '=1+1',
      '@甲',
      '＋1',
      '110101190001010014',
      "'引号'",
      '普通',
      '007',
      '3E5',
      '1-2',
      '1.10',
      '2026-03-02',
    ]
    const columns = cells.map(() => ({ title: '列', width: 10 }))
    const rows = await rowsOf(writeCsv({ columns, rows: [cells] }))
    expect(rows[1]).toEqual(cells)
  })
})

test.each<[string, Uint8Array, string]>([
  ['an empty file', new Uint8Array(), 'empty'],
  ['a file of line ends', Buffer.from('\n\n\n'), 'empty'],
  ['xls, or a workbook under a password', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'oldExcel'],
  ['a torn workbook', Buffer.from('504b0304140000', 'hex'), 'damaged'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'encoding'],
  ['a film', new Uint8Array(largestFile + 1), 'tooLarge'],
])('%s is refused with the reason', async (_name, bytes, why) => {
  expect(await readRegister(bytes)).toEqual({ ok: false, problem: { kind: 'registerUnreadable', why } })
})
