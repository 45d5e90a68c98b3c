import { describe, expect, it } from 'vitest'
import { readDayRange, yearOf } from '../../../../../renderer/search/query/days'
import { parseQuery } from '../../../../../renderer/search/query/parse-query'
import { everything, type Query } from '../../../../../renderer/search/query/query'
import { commonSynonyms } from '../../../../../renderer/search/query/synonyms'

const words = (text: string, more: Partial<Extract<Query, { kind: 'words' }>> = {}): Query => ({
  ...{ kind: 'words', text, isPrefix: false, field: 'any' },
  ...more,
})
const all = (...of: Query[]): Query => ({ kind: 'all', of })
const any = (...of: Query[]): Query => ({ kind: 'any', of })
const not = (of: Query): Query => ({ kind: 'not', of })
const [a, b, c] = [words('低保'), words('石桥'), words('公示')]

describe('a query line', () => {
  it.each<[string, Query]>([
    ['低保', a],
    ['  低保　石桥 ', all(a, b)],
    ['低保 AND 石桥', all(a, b)],
    ['低保 且 石桥', all(a, b)],
    ['低保 OR 石桥 公示', any(a, all(b, c))],
    ['低保 | 石桥', any(a, b)],
    ['低保 -石桥', all(a, not(b))],
    ['低保 NOT 石桥 公示', all(a, not(b), c)],
    ['非 石桥', not(b)],
    ['(低保 OR 石桥) 公示', all(any(a, b), c)],
    ['（低保 或 (石桥 公示)） -（石桥 且 公示）', all(any(a, all(b, c)), not(all(b, c)))],
    ['云政发（2020）5号', words('云政发2020\u00025号')],
    ['（一）总则', words('一总则')],
    ['"低保 石桥"', words('低保石桥')],
    ['“低保 石桥” 公示', all(words('低保石桥'), c)],
    ['「低保', a],
    ['或', words('或')],
    ['低保 OR', a],
    ['NOT', words('not')],
    // What every object has is a word like any other.
    ['constructor 低保', all(any(words('constructor'), { kind: 'initials', letters: 'constructor' }), a)],
    ['-', everything],
    ['', everything],
    ['，。', everything],
    ['标题:低保', words('低保', { field: 'title' })],
    ['标题：“低保 石桥”', words('低保石桥', { field: 'title' })],
    ['文号:云政发〔2020〕', words('云政发2020', { field: 'docNo' })],
    ['电话：12345', words('电话\u000112345')],
    ['机构:民政局', { kind: 'facet', name: 'issuer', text: '民政局', isWhole: false }],
    ['日期:2020', { kind: 'days', from: 18_262, to: 18_627 }],
    ['日期:无', everything],
    ['标题:', everything],
  ])('%s', (line, query) => {
    expect(parseQuery(line)).toEqual(query)
  })

  it('the last word may still grow while it is typed', () => {
    expect(parseQuery('低保 云政发〔202', { isTyping: true })).toEqual(all(a, words('云政发202', { isPrefix: true })))
    expect(parseQuery('低保 202 ', { isTyping: true })).toEqual(all(a, words('202')))
    expect(parseQuery('"202"', { isTyping: true })).toEqual(words('202'))
  })

  it('words that mean the same are asked for too, unless they stand in quotes', () => {
    const synonyms = commonSynonyms
    expect(parseQuery('政府資訊公開', { synonyms })).toEqual(any(words('政府资讯公开'), words('政府信息公开')))
    expect(parseQuery('城乡低保', { synonyms })).toEqual(any(words('城乡低保'), words('城乡最低生活保障')))
    expect(parseQuery('住房公积金', { synonyms })).toEqual(any(words('住房公积金'), words('公积金')))
    expect(parseQuery('"低保"', { synonyms })).toEqual(a)
  })
})

describe('a range of days', () => {
  it.each([
    ['2020-05', { from: 18_383, to: 18_413 }],
    ['2020年12月', { from: 18_597, to: 18_627 }],
    ['2020-02-29', { from: 18_321, to: 18_321 }],
    ['２０２０年２月２９日', { from: 18_321, to: 18_321 }],
    ['2019..2020-06', { from: 17_897, to: 18_443 }],
    ['2019~', { from: 17_897, to: null }],
    ['..2019', { from: null, to: 18_261 }],
    ['2021-02-29', null],
    ['2020-13', null],
    ['..', null],
    ['昨天', null],
  ])('%s', (text, range) => {
    expect(readDayRange(text)).toEqual(range)
  })
})

it('the year of a day is that of the calendar', () => {
  let checked = 0
  for (let day = -800_000; day < 800_000; day += 61) {
    expect(yearOf(day)).toBe(new Date(day * 86_400_000).getUTCFullYear())
    checked++
  }
  for (const year of [1600, 1900, 1970, 2000, 2024, 2026, 2100]) {
    expect(yearOf(Date.UTC(year, 0, 1) / 86_400_000)).toBe(year)
    expect(yearOf(Date.UTC(year, 11, 31) / 86_400_000)).toBe(year)
    expect(yearOf(Date.UTC(year, 1, 29) / 86_400_000)).toBe(year)
  }
  expect(checked).toBeGreaterThan(20_000)
})
