import { describe, expect, test } from 'vitest'
import { guessColumns } from '#shared/application/import/columns'
import { readRegisterDay } from '#shared/application/import/register-day'
import {
  readApplicantType,
  readChannel,
  readDays,
  readMedium,
  readRoute,
  readStatus,
  readYesNo,
  typeOfName,
} from '#shared/application/import/register-words'

describe('days', () => {
  test.each([
    '2026-10-12',
    '2026.10.12',
    '2026/10/12',
    '2026年10月12日',
    '2026 年 10 月 12 日',
    '20261012',
    '２０２６．１０．１２',
    '二〇二六年十月十二日',
    '二○二六年十月十二日',
    '2026-10-12 09:30:00',
    '2026-10-12T00:00:00.000Z',
    '46307',
    '46307.5',
  ])('%s is 12 October 2026', text => expect(readRegisterDay(text)).toBe('2026-10-12'))

  test.each([
    ['2026-1-2', '2026-01-02'],
    ['2026年1月2日', '2026-01-02'],
    ['二〇二六年一月二十三日', '2026-01-23'],
    ['二〇二五年十二月三十一日', '2025-12-31'],
    ['36526', '2000-01-01'], // the serial that every spreadsheet documents
    ['45292', '2024-01-01'],
  ])('%s is %s', (text, on) => expect(readRegisterDay(text)).toBe(on))

  test.each([
    '',
    '10月12日',
    '26.10.12',
    '10/12/2026',
    '2026-02-30',
    '2026-13-01',
    '2026-10/12',
    '12345',
    '不详',
    '2026年10月',
  ])('%s is not guessed at', text => expect(readRegisterDay(text)).toBeNull())
})

describe('head words', () => {
  test('the line with most of them is found below a title, and every column named', () => {
    const rows = [
      ['2026年度依申请公开登记簿', '', ''],
      [
        '序号',
        '登记编号',
        '收件日期',
        '申请人姓名',
        '身份证号码',
        '联系电话',
        '所需信息',
        '提交方式',
        '办理进度',
        '是否延期',
      ],
      ['1', 'X', '2026-01-05', '张三', '', '', '预算', '当面', '在办', '否'],
    ]
    expect(guessColumns(rows)).toEqual({
      headLine: 2,
      columns: {
        ...{ requestNo: 1, receivedOn: 2, applicant: 3, idNumber: 4, phone: 5 },
        ...{ description: 6, channel: 7, status: 8, extended: 9 },
      },
    })
  })

  test('a column is never two things, and notes in brackets do not hide it', () => {
    const { columns } = guessColumns([
      ['编号', '收到日期（必填）', '申请人', '申请内容', '暂停起', '暂停止', '已暂停工作日', '上年结转'],
    ])
    expect(columns).toEqual({
      ...{ requestNo: 0, receivedOn: 1, applicant: 2, description: 3 },
      ...{ pauseFrom: 4, pauseTo: 5, pausedWorkingDays: 6, lastYear: 7 },
    })
    expect(new Set(Object.values(columns)).size).toBe(8)
  })

  test('a file without head words names no column', () => {
    expect(guessColumns([['1', '2026-01-05', '张三']])).toEqual({ headLine: 1, columns: {} })
  })
})

test.each([
  ['窗口当面提交', 'inPerson'],
  ['EMS', 'signedPost'],
  ['挂号信', 'signedPost'],
  ['平信', 'ordinaryPost'],
  ['信函', 'ordinaryPost'],
  ['邮政平信', 'ordinaryPost'],
  ['非挂号信函', 'ordinaryPost'],
  ['挂号信函', 'signedPost'],
  ['邮政特快信函', 'signedPost'],
  ['邮寄', 'signedPost'],
  ['电子邮箱', 'email'],
  ['门户网站', 'web'],
  ['传真', 'fax'],
  ['托梦', null],
])('channel %s', (text, channel) => expect(readChannel(text)).toBe(channel))

test.each([
  ['纸质邮寄', 'paper', 'post'],
  ['EMS寄送复印件', 'paper', 'post'],
  ['电子邮件', 'electronic', 'email'],
  ['网上提供电子版', 'electronic', 'online'],
  ['传真', null, 'fax'],
  ['自行领取', 'paper', 'collect'],
  ['纸质', 'paper', null],
  ['现场查阅', 'inspection', null],
])('%s: form and route', (text, medium, route) => {
  expect([readMedium(text), readRoute(text)]).toEqual([medium, route])
})

test.each([
  ['', null],
  ['未办结', 'examined'],
  ['待审查', 'registered'],
  ['已受理', 'registered'],
  ['办理中', 'examined'],
  ['正在检索', 'examined'],
  ['已答复', 'closed'],
  ['已办结', 'closed'],
  ['已签发未送达', 'replyIssued'],
  ['补正中', 'waitsForSupplement'],
  ['征求第三方意见', 'waitsForOpinion'],
  ['未完结', 'examined'],
  ['尚未办毕', 'examined'],
  ['尚未办理完结', 'examined'],
  ['没有办结', 'examined'],
  ['未归档', 'examined'],
  ['未撤回', 'examined'],
  ['未审查', 'registered'],
  ['未办理', 'registered'],
  ['已答复未归档', 'closed'],
  ['待归档', 'closed'],
  ['办毕', 'closed'],
  ['申请人撤回', 'closed'],
  ['阴', null],
])('progress %s', (text, status) => expect(readStatus(text)).toBe(status))

test('types of applicant, by the word and by the name', () => {
  expect(['公民', '某某公司', '律师', '其他组织', '?'].map(readApplicantType)).toEqual([
    ...(['naturalPerson', 'commercial', 'legalService', 'otherOrganisation', null] as const),
  ])
  // What looks like a person or a firm by a part of its word (reference 5.4).
  expect(['个体工商户', '个体户', '个人独资企业', '民办非企业单位', '个人', '企业'].map(readApplicantType)).toEqual([
    ...(['commercial', 'commercial', 'commercial', 'publicBenefit', 'naturalPerson', 'commercial'] as const),
  ])
  expect(['云溪天平律师事务所', '云溪供水有限公司', '张三'].map(typeOfName)).toEqual([
    'legalService',
    'commercial',
    null,
  ])
})

test('numbers of days and yes or no', () => {
  expect(['', '否', '无', '4', '4天', '延长20个工作日', '20.0', '２０'].map(readDays)).toEqual([
    0, 0, 0, 4, 4, 20, 20, 20,
  ])
  expect(['是', '2026-10-12', '四天', '-3'].map(readDays)).toEqual([null, null, null, null])
  expect(['是', '√', '上年结转', '否', '', '也许'].map(readYesNo)).toEqual([true, true, true, false, false, null])
})
