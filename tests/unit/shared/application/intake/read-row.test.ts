import { describe, expect, test } from 'vitest'
import { guessColumns, leftColumns } from '../../../../../shared/application/intake/fields'
import { readRow } from '../../../../../shared/application/intake/read-row'
import { contextOf, documentOf, rowContext } from './samples'

const kinds = (findings: readonly { kind: string }[]) => findings.map(({ kind }) => kind)
const read = (columns: Record<string, string>, part = {}) => readRow(documentOf({ columns }), rowContext(columns, part))

describe('columns', () => {
  test('head words of lists and of front matter, each for one field; what is left is named', () => {
    const heads = ['序号', '文件名称', '文号', '印发日期', '发布日期', '正文', '正文 (2)', '联系人']
    const columns = guessColumns(heads)
    expect(columns).toEqual({
      title: '文件名称',
      docNo: '文号',
      documentDate: '印发日期',
      publishedOn: '发布日期',
      text: '正文',
    })
    expect(leftColumns(heads, columns)).toEqual(['序号', '联系人'])
  })
})

describe('a row of a list', () => {
  const row = {
    标题: '云河县供水管理办法',
    发文字号: '云政发〔2020〕5号',
    成文日期: '二〇二〇年一月五日',
    发布日期: '2020.1.9',
    主题分类: '城乡建设、环境保护/城市规划',
    公开属性: '主动公开',
    有效性: '现行有效',
    关键词: '供水；管网，水价',
    正文: '第一条\n为了',
    '正文 (2)': '供水。',
  }

  test('is read whole', () => {
    const { details, text, findings } = read(row)
    expect(findings).toEqual([])
    expect(text).toBe('第一条\n为了供水。')
    expect(details).toMatchObject({
      ...{ title: row.标题, docNo: row.发文字号, documentDate: '2020-01-05', publishedOn: '2020-01-09' },
      ...{ topicClass: '1001', attribute: 'PROACTIVE', validity: 'VALID', keywords: ['供水', '管网', '水价'] },
    })
  })

  test.each<[string, object, string]>([
    ['no title', { 标题: '' }, 'titleMissing'],
    ['a disclosure that nobody knows', { 公开属性: '内部' }, 'attributeUnclear'],
    ['closed without a reason', { 公开属性: '不予公开', 发布日期: '' }, 'reasonMissing'],
    ['closed and published', { 公开属性: '不予公开', 不公开理由: '涉及个人隐私' }, 'publishedButClosed'],
    ['published before it was made', { 发布日期: '2019-12-31' }, 'publishedBeforeMade'],
    ['a day to come', { 成文日期: '2027-01-01', 发布日期: '' }, 'dayAhead'],
    ['an agency that is not ours', { 所属机关: '云河县水务局' }, 'agencyUnknown'],
    ['a title beyond measure', { 标题: '长'.repeat(501) }, 'fieldTooLong'],
  ])('%s is refused', (_name, change, kind) => {
    expect(kinds(read({ ...row, ...change }).findings)).toContain(kind)
  })

  test('what cannot be read is said and left empty', () => {
    const { details, findings } = read({ ...row, 成文日期: '去年', 主题分类: '水', 有效性: '？', 发文字号: '第五号文' })
    expect(kinds(findings).sort()).toEqual(['dayUnreadable', 'docNoUnusual', 'topicUnknown', 'validityUnclear'])
    expect(details).toMatchObject({ topicClass: '22', validity: 'UNKNOWN' })
    expect(details).not.toHaveProperty('documentDate')
  })
})

describe('a file', () => {
  const text = '云河县人民政府文件\n云政发〔2020〕5号\n关于供水的通知\n请遵照执行。\n云河县人民政府\n2020年1月5日'
  const file = documentOf({ name: 'a/供水.pdf', format: 'pdf', text })

  test('guesses are offered and not taken', () => {
    const { details, offered, guessed, findings } = readRow(file, contextOf())
    expect(details).toMatchObject({ title: '供水' })
    expect(details).not.toHaveProperty('docNo')
    expect(guessed).toEqual([])
    expect(offered).toMatchObject({ title: '关于供水的通知', docNo: '云政发〔2020〕5号', documentDate: '2020-01-05' })
    expect(kinds(findings)).toEqual(['titleFromName'])
  })

  test('what is ticked is taken and marked, and a column goes before it', () => {
    const withHead = { ...file, columns: { 文号: '云政发〔2020〕6号' } }
    const context = contextOf({
      columns: { docNo: '文号' },
      guesses: ['title', 'docNo', 'documentDate'],
      publishedOn: 'documentDate',
    })
    const { details, guessed } = readRow(withHead, context)
    expect(details).toMatchObject({ title: '关于供水的通知', docNo: '云政发〔2020〕6号', publishedOn: '2020-01-05' })
    expect(guessed).toEqual(['title', 'documentDate'])
  })
})
