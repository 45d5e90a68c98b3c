import { expect, it } from 'vitest'
import { pinyinInitials } from '../../../../../renderer/search/text/pinyin-initials'

it.each([
  ['政府信息公开', 'zfxxgk', ''],
  ['重庆市银行行长', 'cqsyhhz', 'zqsyxxc'],
  ['（2020）5G基站，APP', '20205gjzapp', ''],
  ['𠮷田镇', 'tz', ''],
])('%s', (text, asWords, asCharacters) => {
  const initials = pinyinInitials(text)
  expect(initials.asWords).toBe(asWords)
  expect(initials.asCharacters).toBe(asCharacters)
})
