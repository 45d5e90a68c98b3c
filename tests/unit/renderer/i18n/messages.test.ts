import fs from 'node:fs'
import { expect, test } from 'vitest'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { en } from '../../../../renderer/i18n/en'
import { fillMessage } from '../../../../renderer/i18n/message'
import { translatorFor } from '../../../../renderer/i18n/translator'
import { zhCn } from '../../../../renderer/i18n/zh-cn'

const namesIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map(match => match[1] ?? ''))].toSorted()

test.each(Object.entries(zhCn))('%s asks for the same values in both languages', (key, chinese) => {
  expect(namesIn(en[key as keyof typeof zhCn])).toEqual(namesIn(chinese))
})

test('English has straight marks: in the font of the screens ’ and “ are as wide as a Chinese sign', () => {
  const folder = 'docs/guide/en'
  const guide = fs.readdirSync(folder).map(name => fs.readFileSync(`${folder}/${name}`, 'utf8'))
  const hasWide = (text: string) => /[’“”]/u.test(text.replaceAll(/“[^“”]*\p{Script=Han}[^“”]*”/gu, ''))
  expect(['the office’s', '“Change”', '“公开”'].map(hasWide)).toEqual([true, true, false])
  expect(guide.length).toBeGreaterThan(10)
  expect([...Object.values(en), ...guide.flatMap(page => page.split('\n'))].filter(hasWide)).toEqual([])
})

test('a missing value stays visible, a count chooses its English form', () => {
  expect(fillMessage('第 {n} 个，共 {total} 个', { n: 3 })).toBe('第 3 个，共 {total} 个')
  expect(fillMessage('{n} working {n|day|days}', { n: 1 })).toBe('1 working day')
  expect(fillMessage('{n} working {n|day|days}', { n: 0 })).toBe('0 working days')
})

test('dates, times and counts are written as the office writes them', () => {
  const { format } = translatorFor('zh-CN')
  const on = '2026-10-16' as CivilDate
  expect([format.day(on), format.fullDay(on), format.weekday(on)]).toEqual(['10月16日', '2026年10月16日', '星期五'])
  expect(format.dayNear(on, '2027-01-04' as CivilDate)).toBe('2026年10月16日')
  expect(format.count(4218)).toBe('4,218')
  expect(format.time(Date.UTC(2026, 9, 12, 9, 3))).toBe('17:03')
  expect(translatorFor('en').format.fullDay(on)).toBe('16 Oct 2026')
})
