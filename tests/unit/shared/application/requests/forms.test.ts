import { expect, test } from 'vitest'
import { checkSearch, emptySearch, readCount } from '#shared/application/requests/search-check'
import { checkService } from '#shared/application/requests/service-check'
import { suggestedResult } from '#shared/application/requests/suggested-words'
import { factShapes } from '#shared/contracts/facts'
import { day } from '../../domain/published-calendars'

const today = day('2026-03-20')
const whole = {
  ...emptySearch(today),
  places: '档案室\n\n 业务系统 \n档案室',
  words: '供水',
  unitsAsked: '水务股',
  periodFrom: '2018-01',
  found: '２',
  result: suggestedResult(2),
}

test('a search record needs everything that the reply "does not exist" must say', () => {
  expect(Object.keys(checkSearch(emptySearch(today)).problems).sort()).toEqual(
    ['found', 'periodFrom', 'places', 'result', 'unitsAsked', 'words'].sort(),
  )
})

test('a whole search record has the shape of its fact', () => {
  const { form, problems } = checkSearch(whole)
  expect(problems).toEqual({})
  expect(form).toMatchObject({ places: ['档案室', '业务系统'], found: 2 })
  const { places, unitsAsked, words, result, periodTo, ...open } = form!
  expect(periodTo).toBe('')
  expect(factShapes['search.recorded@1'].open.safeParse(open).success).toBe(true)
  expect(factShapes['search.recorded@1'].personal.safeParse({ places, unitsAsked, words, result }).success).toBe(true)
})

test('a period that runs backwards is seen, also where the ends are written differently', () => {
  expect(checkSearch({ ...whole, periodTo: '2017' }).problems.periodTo?.kind).toBe('periodBackwards')
  expect(checkSearch({ ...whole, periodTo: '2018' }).problems).toEqual({})
  expect(checkSearch({ ...whole, periodTo: '建局以来' }).problems).toEqual({})
})

test.each([
  ['0', 0],
  ['100000', 100_000],
  ['100001', null],
  ['-1', null],
  ['1.5', null],
  ['两份', null],
])('%s found reads as %s', (typed, count) => {
  const read = readCount(typed)
  expect(read.ok ? read.value : null).toBe(count)
})

test('the applicant signs under the name of the request, an agent under their own', () => {
  const draft = { servedOn: today, place: '甲号窗口', receivedAs: 'applicant', agentName: '' } as const
  expect(checkService(draft, '张三').form?.receivedBy).toBe('张三')
  expect(checkService({ ...draft, receivedAs: 'agent' }, '张三').problems).toEqual({ agentName: { kind: 'empty' } })
  expect(checkService({ ...draft, receivedAs: 'agent', agentName: '李四 ' }, '张三').form?.receivedBy).toBe('李四')
})
