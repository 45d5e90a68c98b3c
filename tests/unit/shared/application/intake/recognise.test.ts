import { expect, test } from 'vitest'
import { recognise } from '../../../../../shared/application/intake/recognise'

test('a paper with a red head: number, title over two lines, the day and the body that signed', () => {
  const text = [
    '云河县人民政府文件',
    '云政发〔2020〕5号　　签发人：王某',
    '云河县人民政府关于印发',
    '云河县供水管理办法的通知',
    '各乡镇人民政府：',
    '根据省政府《关于供水的意见》（云政发〔2019〕1号），现印发给你们。',
    '云河县人民政府',
    '2020年1月5日',
    '云河县人民政府办公室 2020年1月6日印发',
  ].join('\n')
  expect(recognise(text)).toEqual({
    title: '云河县人民政府关于印发云河县供水管理办法的通知',
    docNo: '云政发〔2020〕5号',
    issuer: '云河县人民政府',
    documentDate: '2020-01-05',
  })
})

test('a regulation says it in the lines below its title', () => {
  const text =
    '女职工劳动保护特别规定\n\n2012年4月18日 国务院第200次常务会议通过\n\n2012年4月28日 中华人民共和国国务院令第619号公布\n\n第一条 为了'
  expect(recognise(text)).toEqual({
    title: '女职工劳动保护特别规定',
    docNo: '中华人民共和国国务院令第619号',
    issuer: '中华人民共和国国务院',
    documentDate: '2012-04-28',
  })
})

test('a number inside a sentence is another document’s, and so is a day', () => {
  const text = '关于供水的复函\n你局《关于供水的请示》（云水〔2020〕7号）收悉。\n请于2020年3月1日前报告。'
  expect(recognise(text)).toEqual({ title: '关于供水的复函' })
})
