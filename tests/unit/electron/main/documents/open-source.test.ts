import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSource } from '../../../../../electron/main/documents/sources/open-source'
import type { DocumentSource } from '../../../../../electron/main/documents/sources/source'
import { writeXlsx } from '../../../../../electron/main/registers/write-xlsx'
import { bagOf, writeBag } from '../../../../support/documents/make-bag'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'source-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const write = (name: string, content: string | Buffer): string => {
  const file = path.join(folder, name)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, content)
  return file
}
const open = async (place: string): Promise<DocumentSource> => {
  const source = await openSource(place, { cMaps: '' })
  if (!source.ok) throw new Error(JSON.stringify(source.problem))
  return source.value
}
const all = async (source: DocumentSource) => {
  const read = []
  for (let index = 0; index < source.documents; index++) read.push(await source.read(index))
  source.close()
  return read
}

describe('attachments beside a text', () => {
  test('a folder of its name holds them; others are found by their name, and nothing outside the folder is', async () => {
    write('法规/供水.md', '# 供水办法')
    write('法规/供水.附件/附图.txt', '图一')
    write('法规/附表.txt', '表二')
    write('秘密.txt', '不是附件')
    fs.symlinkSync(path.join(folder, '秘密.txt'), path.join(folder, '法规', '链接.txt'))
    const source = await open(path.join(folder, '法规'))
    const documents = []
    for (let index = 0; index < source.documents; index++) documents.push(await source.read(index))
    expect(documents.map(({ name, beside }) => ({ name, beside }))).toEqual([
      { name: '供水.md', beside: ['供水.附件/附图.txt'] },
      { name: '附表.txt', beside: undefined },
    ])
    const bytesOf = async (name: string) => {
      const file = await source.attached!(0, name)
      return file && Buffer.from(file.bytes!).toString()
    }
    expect(await bytesOf('供水.附件/附图.txt')).toBe('图一')
    expect(await bytesOf('附图.txt')).toBe('图一')
    expect(await bytesOf('附表.txt')).toBe('表二')
    for (const name of ['../秘密.txt', '链接.txt', '/etc/passwd', '供水.md', '没有.txt'])
      expect(await bytesOf(name), name).toBeNull()
    source.close()
  })
})

describe('a folder', () => {
  test('every file by its path, in one order; links and what systems leave behind are left out, strange files are named', async () => {
    write('b/二.md', '# 二\n\n正文')
    write('a.txt', '一')
    write('c.ofd', 'PK\u0003\u0004')
    write('.git/config', 'x')
    write('~$b.docx', 'x')
    write('Thumbs.db', 'x')
    fs.symlinkSync('/etc/passwd', path.join(folder, 'd.txt'))
    const source = await open(folder)
    expect(source).toMatchObject({ kind: 'folder', name: path.basename(folder), documents: 3 })
    const read = await all(source)
    expect(read.map(({ line, name, format, text, unreadable }) => ({ line, name, format, text, unreadable }))).toEqual([
      { line: 1, name: 'a.txt', format: 'text', text: '一', unreadable: undefined },
      { line: 2, name: 'b/二.md', format: 'markdown', text: '二\n\n正文', unreadable: undefined },
      { line: 3, name: 'c.ofd', format: 'docx', text: '', unreadable: 'damaged' },
    ])
    expect(read[0]!.digest).toMatch(/^[0-9a-f]{64}$/)
  })

  test('an empty folder is no source, nor is one that is not there', async () => {
    expect(await openSource(folder, { cMaps: '' })).toMatchObject({ problem: { why: 'empty' } })
    expect(await openSource(path.join(folder, 'x'), { cMaps: '' })).toMatchObject({ problem: { why: 'notReadable' } })
  })
})

describe('a list', () => {
  test('csv below a title: cells by head word, empty rows passed over, words that stand twice numbered', async () => {
    const file = write(
      '目录.csv',
      '云河县文件目录,,,\n标题,发文字号,日期,日期\n"供水办法,试行",云政发〔2020〕5号,2020-01-05,\n,,,\n排水办法,,,2021-02-03\n',
    )
    const source = await open(file)
    expect(source).toMatchObject({ kind: 'list', documents: 2 })
    expect(await all(source)).toMatchObject([
      { line: 3, format: 'row', columns: { 标题: '供水办法,试行', 发文字号: '云政发〔2020〕5号', 日期: '2020-01-05' } },
      { line: 5, columns: { 标题: '排水办法', '日期 (2)': '2021-02-03' } },
    ])
  })

  test('xlsx keeps a long text as it is, blanks at its start too', async () => {
    const text = `　　第一条\n\n${'供水'.repeat(5_000)}`
    const bytes = await writeXlsx({
      title: '目录',
      columns: ['标题', '正文'].map(title => ({ title, width: 20 })),
      rows: [['供水办法', text]],
    })
    expect(await all(await open(write('目录.xlsx', bytes)))).toMatchObject([
      { columns: { 标题: '供水办法', 正文: text } },
    ])
  })
})

describe('JSON Lines', () => {
  test('an object a line, whatever ends the lines; broken lines are named and the rest is read', async () => {
    const lines = [
      '{"标题":"供水","关键词":["供水","管网"],"年":2020,"空":null,"深":{"a":1}}',
      '',
      '[1]',
      '{"标题":',
      '{"标题":"排水"}',
    ]
    const source = await open(write('a.jsonl', lines.join('\r\n')))
    expect(await all(source)).toMatchObject([
      { line: 1, columns: { 标题: '供水', 关键词: '供水；管网', 年: '2020', 深: '{"a":1}' } },
      { line: 3, unreadable: 'damaged' },
      { line: 4, unreadable: 'damaged' },
      { line: 5, columns: { 标题: '排水' } },
    ])
  })

  test('lines over the edge of a piece are whole', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => ({ 标题: `第${index}号`, 正文: '水'.repeat(index % 700) }))
    const source = await open(write('a.jsonl', rows.map(row => JSON.stringify(row)).join('\n')))
    const read = await all(source)
    expect(read.map(({ columns }) => columns['标题'])).toEqual(rows.map(row => row.标题))
    expect(read.every(({ columns }, index) => (columns['正文'] ?? '') === rows[index]!.正文)).toBe(true)
  })
})

describe('a bag', () => {
  test('its files and the lines of its lists are documents; a bag that is not sound is none', async () => {
    writeBag(folder, bagOf({ 'a.md': '# 一', 'list.jsonl': '{"标题":"二"}\n{"标题":"三"}\n' }))
    const source = await open(folder)
    expect(source).toMatchObject({ kind: 'bag', documents: 3, info: { 'Source-Organization': '云河县档案馆' } })
    expect(await all(source)).toMatchObject([
      { line: 1, name: 'data/a.md', text: '一' },
      { line: 2, name: 'list.jsonl', columns: { 标题: '二' } },
      { line: 3, columns: { 标题: '三' } },
    ])
    fs.writeFileSync(path.join(folder, 'data/a.md'), '# 改')
    expect(await openSource(folder, { cMaps: '' })).toMatchObject({
      problem: { kind: 'bagUnsound', bag: { kind: 'bagFileChanged' } },
    })
  })

  test('of a bag of our own the other files are attachments', async () => {
    writeBag(
      folder,
      bagOf(
        { 'attachments/a.md': '# 一', 'c.jsonl': '{"标题":"二"}' },
        { 'bag-info.txt': 'Records-Desk-Catalogue: 1\n' },
      ),
    )
    expect(await all(await open(folder))).toMatchObject([{ columns: { 标题: '二' } }])
  })
})
