import { expect, test } from 'vitest'
import { checkReply, openReplyDraft, replyDraftName, replyInHand } from '#shared/application/requests/reply-draft'
import { checkSearch, emptySearch, readCount } from '#shared/application/requests/search-check'
import { checkService, emptyService } from '#shared/application/requests/service-check'
import { suggestedInspectionTime, suggestedResult } from '#shared/application/requests/suggested-words'
import { factShapes } from '#shared/contracts/facts'
import type { Route } from '#shared/domain/requests/request-facts'
import { day } from '../../domain/published-calendars'
import { requestIn } from '../../domain/requests/acts-of-a-request'

const today = day('2026-03-20')
const counter = '云溪县政府信息公开查阅中心甲号窗口'
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

test('the reply opens with the returned draft, and with the sealed one where that is for the same number', () => {
  const request = requestIn('returned')
  expect(openReplyDraft(request, undefined, counter)).toMatchObject({ draftNo: 2, decision: 'GRANT_PROVIDE' })
  const saved = { draftNo: 2, decision: 'NOT_EXIST', reasons: { NOT_EXIST: '无' }, attachments: 'broken' }
  expect(openReplyDraft(request, saved, counter)).toMatchObject({ decision: 'NOT_EXIST', reasons: { NOT_EXIST: '无' } })
  expect(openReplyDraft(request, { ...saved, draftNo: 1 }, counter).decision).toBe('GRANT_PROVIDE')
  expect(openReplyDraft(requestIn('examined'), 'nonsense', counter).decision).toBeNull()
})

test('a grant needs an attachment with pages', () => {
  const draft = { ...openReplyDraft(requestIn('examined'), null, counter), decision: 'GRANT_PROVIDE' as const }
  expect(checkReply(draft).gaps).toEqual([{ field: 'attachments', kind: 'attachmentsMissing' }])
  const typed = { ...draft, attachments: [{ title: '批复', pages: '0' }] }
  expect(checkReply(typed).gaps).toEqual([{ field: 'attachments', kind: 'pages', at: 1 }])
  const good = {
    ...draft,
    attachments: [
      { title: ' 批复 ', pages: '１2' },
      { title: '', pages: '' },
    ],
  }
  expect(checkReply(good).reply?.content.attachments).toEqual([{ title: '批复', pages: 12 }])
})

test('information read on the spot needs place and time, proposed and kept, and attachments only if any', () => {
  const onSpot = { ...requestIn('examined'), medium: 'inspection' as const }
  const draft = { ...openReplyDraft(onSpot, null, counter), decision: 'GRANT_PROVIDE' as const }
  expect(draft.inspection).toEqual({ place: counter, time: suggestedInspectionTime })
  const { gaps, reply } = checkReply(draft)
  expect(gaps).toEqual([])
  expect(reply?.content).toMatchObject({ attachments: [], inspection: draft.inspection })
  expect(factShapes['reply.submitted@1'].personal.safeParse(reply?.content).success).toBe(true)

  const unsaid = { ...draft, inspection: { place: ' ', time: '' }, attachments: [{ title: '目录', pages: '' }] }
  expect(checkReply(unsaid).gaps.map(({ field }) => field)).toEqual([
    'inspectionPlace',
    'inspectionTime',
    'attachments',
  ])
  expect(openReplyDraft(onSpot, { ...draft, inspection: { place: '二楼' } }, counter).inspection).toEqual({
    place: '二楼',
    time: suggestedInspectionTime,
  })
  expect(replyInHand({ ...draft, decision: 'NOT_EXIST' })?.content.inspection).toBeUndefined()
  expect(openReplyDraft(requestIn('examined'), draft, counter).inspection).toBeNull()
})

test('"does not exist" carries no attachments, whatever was typed before', () => {
  const draft = {
    ...openReplyDraft(requestIn('examined'), null, counter),
    attachments: [{ title: '批复', pages: '1' }],
  }
  expect(replyInHand(draft)).toBeNull()
  expect(replyInHand({ ...draft, decision: 'NOT_EXIST' })?.content.attachments).toEqual([])
})

test('the draft has a name that main accepts', () => {
  expect(replyDraftName('0b7c2c1e-3d1c-4c53-9a4e-6f1f2f7c9a01' as never)).toMatch(/^[a-z]+(-[a-z0-9-]{1,40})?$/)
})
