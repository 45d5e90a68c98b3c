import { describe, expect, test } from 'vitest'
import {
  mostStandardRows,
  readStandardHead,
  readStandardRows,
  standardSheet,
} from '../../../../../shared/application/catalogue/standard-list-file'
import { standardColumns, type StandardRow } from '../../../../../shared/domain/catalogue/standard-list'

const words = ['事项', '内容', '依据', '时限', '主体', '渠道', '对象', '方式', '层级']
const rowOf = (n: number): StandardRow =>
  Object.fromEntries(standardColumns.map((column, at) => [column, `${words[at]}${n}`])) as unknown as StandardRow // a text for each column
const read = (rows: readonly (readonly string[])[], before: readonly StandardRow[] = []) => {
  const file = readStandardHead(rows)
  return readStandardRows(rows, { file, columns: file.guess, before })
}

describe('a list of nine columns', () => {
  test('what is written out is read in again, row for row', () => {
    const rows = [rowOf(1), { ...rowOf(2), content: '第一\n第二', basis: '' }]
    const { columns, rows: cells } = standardSheet({ name: '示例', kindOfBody: '示例', isSample: true, rows })
    const back = read([columns.map(({ title }) => title), ...cells.map(row => row.map(String))])
    expect(back.map(({ row }) => row)).toEqual(rows)
    expect(back.every(({ outcome }) => outcome === 'taken')).toBe(true)
  })

  test('titles above it are passed over, its head may be in another order, and a serial is left behind', () => {
    const rows = [
      ['示例目录'],
      ['序号', '公开时限', '公开事项', '公开内容（要素）', '公开依据'],
      ['1', '20 个工作日', '示例事项', '示例内容', '示例依据'],
    ]
    const file = readStandardHead(rows)
    expect(file).toMatchObject({ headLines: 2, guess: [null, 'limit', 'matter', 'content', 'basis'] })
    expect(read(rows)).toMatchObject([{ line: 3, row: { matter: '示例事项', limit: '20 个工作日', way: '' } }])
  })

  test('heads of two lines: levels of a matter are joined and go down, a tick stands for the word above it', () => {
    const rows = [
      ['序号', '公开事项', '', '公开内容', '公开对象', '', '公开方式', ''],
      ['', '一级事项', '二级事项', '', '全社会', '特定群体', '主动', '依申请'],
      ['1', '甲', '子', '内容一', '√', '', '√', '√'],
      ['2', '', '丑', '内容二', '', '老年人', '', '✓'],
      ['3', '乙', '', '内容三', '√', '', '√', ''],
    ]
    const result = read(rows)
    expect(readStandardHead(rows).headLines).toBe(2)
    expect(result.map(({ row }) => [row.matter, row.audience, row.way])).toEqual([
      ['甲／子', '全社会', '主动、依申请'],
      ['甲／丑', '老年人', '依申请'],
      ['乙', '全社会', '主动'],
    ])
  })
})

describe('what becomes of a line', () => {
  const head = words.map(word => `公开${word}`)
  const cells = (row: StandardRow) => standardColumns.map(column => row[column])

  test('one that is there, one without a matter, one that is too long; an empty matter is that of the line above', () => {
    const rows = [
      head,
      ['', '没有事项'],
      cells(rowOf(1)),
      cells(rowOf(2)),
      cells(rowOf(2)),
      ['', '又一项内容'],
      [...cells(rowOf(3)).slice(0, 2), '长'.repeat(2_001)],
      ['', '', ''],
    ]
    const result = read(rows, [rowOf(1)])
    expect(result.map(({ line, outcome }) => [line, outcome])).toEqual([
      ...[[2, 'refused'] as const, [3, 'double'] as const, [4, 'taken'] as const, [5, 'double'] as const],
      ...[[6, 'warned'] as const, [7, 'refused'] as const],
    ])
    expect(result[4]).toMatchObject({ row: { matter: '事项2' }, findings: [{ kind: 'matterFromAbove' }] })
    expect(result[5]!.findings).toEqual([{ kind: 'cellTooLong', column: 'basis', most: 2_000 }])
  })

  test('a list holds a thousand matters, together with those that are there', () => {
    const before = Array.from({ length: mostStandardRows - 1 }, (_, n) => rowOf(n))
    const result = read([head, cells(rowOf(5_000)), cells(rowOf(5_001))], before)
    expect(result.map(({ outcome }) => outcome)).toEqual(['taken', 'refused'])
  })
})
