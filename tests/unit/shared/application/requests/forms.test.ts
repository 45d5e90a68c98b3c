import { expect, test } from 'vitest'
import { checkSearch, emptySearch, readCount } from '#shared/application/requests/search-check'
import { checkService, emptyService } from '#shared/application/requests/service-check'
import { suggestedResult } from '#shared/application/requests/suggested-words'
import { factShapes } from '#shared/contracts/facts'
import type { Route } from '#shared/domain/requests/request-facts'
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

const service = emptyService({ today, windowName: '甲号窗口' }, 'collect')
const zhang = { name: '张三', postalAddress: '青石镇1号', email: 'z@a.cn' }

test('the applicant signs under the name of the request, everybody else under their own', () => {
  expect(checkService(service, zhang).form).toEqual({
    ...{ servedOn: today, way: 'inPerson', place: '甲号窗口', receivedBy: '张三', receivedAs: 'applicant' },
  })
  const agent = { ...service, receivedAs: 'agent' } as const
  expect(checkService(agent, zhang).problems).toEqual({ receiverName: { kind: 'empty' } })
  expect(checkService({ ...agent, receiverName: '李四 ' }, zhang).form?.receivedBy).toBe('李四')
})

test('what is refused needs a reason and a witness, and nobody signs', () => {
  const refused = { ...service, isRefused: true }
  expect(Object.keys(checkService(refused, zhang).problems)).toEqual(['refusalReason', 'witness'])
  const { form } = checkService({ ...refused, refusalReason: '不服', witness: '王五' }, zhang)
  expect(form).toMatchObject({ receivedBy: '张三', refused: { reason: '不服', witness: '王五' } })
  expect(form).not.toHaveProperty('receivedAs')
})

test('the route chosen at registration proposes the way and the place; each way keeps its own place', () => {
  const proposed = (route: Route) => emptyService({ today, windowName: '甲号窗口' }, route).way
  expect((['collect', 'post', 'email', 'fax', 'online'] as const).map(proposed)).toEqual([
    ...['inPerson', 'post', 'email', 'inPerson', 'online'],
  ])
  expect(checkService({ ...service, way: 'email' }, zhang).form).toEqual({
    ...{ servedOn: today, way: 'email', place: 'z@a.cn', receivedBy: '张三' },
  })
  expect(checkService({ ...service, way: 'online' }, zhang).problems).toEqual({ place: { kind: 'empty' } })
})

test('the post needs a number of the postal enterprise; a courier is named as one', () => {
  const posted = { ...service, way: 'post', places: { ...service.places, post: '人民路邮政支局' } } as const
  expect(JSON.stringify(posted)).not.toContain(zhang.postalAddress)
  const problem = (trackingNo: string) => checkService({ ...posted, trackingNo }, zhang).problems.trackingNo?.kind
  expect(['', 'SF1234567890123', '12345', 'YT1234567890123'].map(problem)).toEqual([
    ...['empty', 'courierNo', 'trackingNoNotRecognised', 'courierNo'],
  ])
  const form = checkService({ ...posted, trackingNo: ' ＥＭ 1234 56789 cn' }, zhang).form!
  expect(form).toMatchObject({
    place: '人民路邮政支局',
    postalAddress: '青石镇1号',
    trackingNo: 'EM123456789CN',
    mailClass: 'ems',
  })
  const elsewhere = { ...posted, trackingNo: 'XA12345678944', postalAddress: '白鹭村12号' }
  expect(checkService(elsewhere, zhang).form?.postalAddress).toBe('白鹭村12号')
  expect(checkService({ ...elsewhere, postalAddress: '' }, { name: '张三' }).problems).toEqual({
    postalAddress: { kind: 'empty' },
  })
  expect(['XA12345678944', '1234567890123'].map(problem)).toEqual([undefined, undefined])
  const { servedOn, way, mailClass, ...personal } = form
  expect(factShapes['reply.served@1'].open.safeParse({ servedOn, way, mailClass }).success).toBe(true)
  expect(factShapes['reply.served@1'].personal.safeParse(personal).success).toBe(true)
})
