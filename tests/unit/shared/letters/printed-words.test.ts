import { expect, test } from 'vitest'
import { composeLetter } from '#shared/letters/compose-letter'
import { missingElements } from '#shared/letters/elements'
import type { LetterKind } from '#shared/letters/letter-model'
import { makeLetter } from '#shared/letters/make-letter'
import { testFonts } from '../../../support/pdf/font-files'
import { bare } from './made-letter'
import { day, sampleLetters } from './sample-letters'
import { wholeLetters } from './whole-letters'

test('codes are printed in words', () => {
  const text = (letter: LetterKind) => bare(composeLetter(wholeLetters[letter], testFonts()).text)
  expect(text('F03')).toContain('当面提交')
  expect(text('F03')).toContain('纸质，当面领取')
  expect(text('R01')).toContain('提供形式为纸质复制件，由你当面领取')
  expect(text('R12')).toContain('2018年1月至2021年12月形成的信息')
  expect(text('S01')).toContain('直接送达')
  expect(text('S01')).toContain('申请人本人')
  const sent = { ...sampleLetters.S01, way: 'email', received: null, sent: { on: day('2026-10-14') } } as const
  const mailed = bare(composeLetter(sent, testFonts()).text)
  expect(mailed).toContain('电子送达（电子邮件）')
  expect(mailed).toContain('发出日期2026年10月14日')
  expect(mailed).toContain('无人签收')
  expect(mailed).not.toContain('签收日期为送达日期')
  expect(text('slip')).toContain('38自然日－4周末－10放假－4暂停＝20个工作日')
})

test('a receipt for twenty people names all of them, and its code stays whole', async () => {
  const names = Array.from(
    { length: 20 },
    (_none, n) => `欧阳建国${'甲乙丙丁戊己庚辛壬癸'[n % 10]}${n < 10 ? '' : '之'}`,
  )
  const made = await makeLetter({ ...sampleLetters.F03, applicantName: names.join('、') }, testFonts())
  const text = made.ok ? bare(made.value.text) : ''
  for (const name of names) expect(text).toContain(name)
  expect(text).toContain(bare(sampleLetters.F03.queryCode))
})

test('a receipt, a slip and a proof of service have no remedy clause', () => {
  for (const letter of ['F03', 'slip', 'S01'] as const) {
    expect(composeLetter(wholeLetters[letter], testFonts()).text).not.toMatch(/行政复议|行政诉讼/)
  }
})

test('a provisional due date says so on receipt and slip', () => {
  const { F03, slip } = sampleLetters
  const receipt = composeLetter({ ...F03, due: { ...F03.due, certainty: 'provisional' } }, testFonts()).text
  expect(bare(receipt)).toContain('暂定2026年10月12日（星期一），以国务院办公厅公布的放假安排为准')
  const due = { ...slip.due, certainty: 'provisional' as const, missingYears: [2027] }
  const text = bare(composeLetter({ ...slip, due }, testFonts()).text)
  expect(text).toContain('（暂定）')
  expect(text).toContain('2027年放假安排尚未公布')
})

test('a reading on the spot needs place and time instead of attachments', async () => {
  const onSpot = { ...sampleLetters.R01, medium: 'inspection' as const, attachments: [] }
  expect(missingElements(onSpot)).toEqual(['attachments'])
  const inspection = { place: '云溪县档案馆二楼查阅室', time: '2026年10月20日上午9时至11时30分' }
  const made = await makeLetter({ ...onSpot, inspection }, testFonts())
  expect(made.ok && bare(made.value.text)).toContain('安排你查阅、抄录相关政府信息，地点：云溪县档案馆二楼查阅室')
  expect(made.ok && made.value.text).not.toContain('附件')
  const copies = [{ title: '目录', pages: 2 }]
  const both = await makeLetter({ ...onSpot, inspection, attachments: copies }, testFonts())
  expect(both.ok && bare(both.value.text)).toContain('随本答复书另提供附件所列政府信息（共1份2页）')
  expect(missingElements({ ...onSpot, inspection, attachments: [{ title: '目录', pages: 0 }] })).toEqual([
    'attachments',
  ])
})

test.each([
  ['collect', '由你当面领取'],
  ['post', '由本机关通过邮政企业寄送'],
  ['email', '由本机关发送至你在申请中提供的电子邮箱'],
  ['fax', '由本机关以传真方式发送'],
  ['online', '由本机关通过你提交申请的网上账户提供'],
] as const)('a reply asked for by %s says how it is handed over', (route, words) => {
  const text = bare(composeLetter({ ...sampleLetters.R01, route }, testFonts()).text)
  expect(text).toContain(words)
})
