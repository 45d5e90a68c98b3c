import { publishedLawPacks } from '../../../../shared/law-packs'
import { expect, test } from 'vitest'
import type { RequestRecord } from '#shared/application/ports'
import { foldRequest } from '#shared/domain/requests/request'
import type { StoredRequestFact } from '#shared/domain/requests/request-state'
import { missingElements } from '#shared/letters/elements'
import { addressOf, blankForm } from '../../../../../../renderer/windows/desk/papers/form-models'
import { letterModel, type LetterContext } from '../../../../../../renderer/windows/desk/papers/letter-models'
import { countyGovernment } from '../../../../../support/fake-desk/fake-office'
import { day, published } from '../../../../shared/domain/published-calendars'
import {
  actsUpTo,
  andThen,
  clerk,
  inARow,
  lettered,
  registration,
  requestIn,
} from '../../../../shared/domain/requests/acts-of-a-request'

const context: LetterContext = {
  desk: { today: day('2026-03-20'), calendar: published },
  agency: countyGovernment,
  lawPacks: publishedLawPacks(),
  nameOf: (id: string) => (id === clerk ? '周敏' : '何立群'),
  me: '罗小燕',
  place: '云溪县政府信息公开查阅中心甲号窗口',
}
const recordOf = (request: RequestRecord['request']): RequestRecord => ({
  ...{ requestId: 'r' as never, request, needsNewerVersion: false, actsLeftOut: 0 },
})
const model = (kind: 'F01' | 'S02' | 'S04' | 'S06' | 'envelope', request: RequestRecord['request'], more = {}) =>
  letterModel(kind, recordOf(request), { ...context, ...more })

test('F01 is filled from the register, also while the receipt is not confirmed', () => {
  expect(model('F01', requestIn('registered'))).toMatchObject({
    filled: { requestNo: 'YX-A-2026-0187', receivedOn: '2026-03-02', clerkName: '周敏', applicant: { name: '张三' } },
  })
  const waiting = model('F01', foldRequest(inARow([clerk, lettered]))!)
  expect(waiting).toMatchObject({ filled: { receivedOn: null } })
  expect(missingElements(waiting as never)).toEqual([])
  expect(missingElements(blankForm(countyGovernment, day('2026-03-20')) as never)).toEqual([])
})

const postedReply: StoredRequestFact = {
  type: 'reply.served@1',
  open: { servedOn: day('2026-03-12'), way: 'post', mailClass: 'registered' },
  personal: { place: '中国邮政云溪县分公司', receivedBy: '', trackingNo: '1190012345678' },
}

test('S02 has empty boxes before the reply is posted, then what was recorded, then the day of delivery', () => {
  expect(model('S02', requestIn('registered'))).toBeNull()
  expect(model('S02', requestIn('issued'))).toMatchObject({ documentNo: '云公开〔2026〕15号', posted: null })
  const delivered: StoredRequestFact = { type: 'post.delivered@1', open: { deliveredOn: day('2026-03-16') } }
  const acts = andThen(actsUpTo.issued, clerk, postedReply, delivered)
  expect(model('S02', foldRequest(acts)!)).toMatchObject({
    posted: {
      ...{ postOffice: '中国邮政云溪县分公司', trackingNo: '1190012345678', postedBy: '周敏' },
      ...{ mailedOn: '2026-03-12', deliveredOn: '2026-03-16', mailClass: 'registered' },
    },
  })
})

test('S04 goes from the agency that had it to the one that has it now, with its reason and day', () => {
  const passed: StoredRequestFact = {
    type: 'request.passedOn@1',
    open: { toAgencyId: 'a-2' as never, receivedOn: day('2026-03-03') },
    personal: { reason: '由县财政局制作并保存' },
  }
  const request = foldRequest(andThen(actsUpTo.registered, clerk, passed))!
  expect(request.passings).toMatchObject([
    { fromAgencyId: 'a-1', toAgencyId: 'a-2', firstReceivedOn: '2026-03-02', receivedOn: '2026-03-03' },
  ])
  expect(model('S04', requestIn('registered'))).toBeNull()
  const { hadSince, ...first } = request.passings[0]!
  expect(hadSince).toBeUndefined()
  const cameBack = { ...request, passings: [{ ...first, hadSince: day('2026-02-27') }] }
  expect(model('S04', cameBack, { passedFrom: countyGovernment })).toMatchObject({ hadSince: '2026-02-27' })
  const passedFrom = { ...countyGovernment, name: '云溪县自然资源局' }
  expect(model('S04', request, { passedFrom })).toMatchObject({
    agency: { name: '云溪县自然资源局' },
    toAgency: countyGovernment,
    receivedOn: '2026-03-02',
    passedOn: '2026-03-03',
    reason: '由县财政局制作并保存',
    ...{ applicantName: '张三', addressedAs: '你', attachments: ['政府信息公开申请表', '身份证明材料'] },
  })
  const { personal } = request
  const applicant = { ...personal!.applicant, name: '云溪水务公司', idNumber: '' }
  const ofTwo = {
    ...request,
    applicantType: 'commercial',
    personal: { ...personal!, applicant, otherApplicants: [personal!.applicant] },
  } as const
  expect(model('S04', ofTwo, { passedFrom })).toMatchObject({
    ...{ applicantName: '云溪水务公司、张三', addressedAs: '你单位', attachments: ['政府信息公开申请表'] },
  })
})

test('S06 lays the draft before the head, with its due date and the day it was submitted', () => {
  expect(model('S06', requestIn('examined'))).toBeNull()
  const sheet = model('S06', requestIn('submitted'))
  expect(sheet).toMatchObject({
    ...{ draftNo: 1, decision: 'GRANT_PROVIDE', drafterName: '周敏', submittedOn: '2026-03-02' },
    due: { dueOn: '2026-03-30' },
    searchResult: '未查到',
  })
  expect(missingElements(sheet as never)).toEqual([])
})

test('an envelope asks for an address by name; a label is one of a sheet', () => {
  const request = requestIn('issued')
  expect(missingElements(model('envelope', request) as never)).toEqual(['postalAddress'])
  const applicant = { ...registration.personal!.applicant, postalAddress: '云溪县青石镇6号 310099' }
  const addressed = { ...request, personal: { ...request.personal!, applicant } }
  const to = { name: '张三', address: '云溪县青石镇6号', postcode: '310099' }
  expect(model('envelope', addressed)).toMatchObject({ letter: 'envelope', size: 'DL', to })
  expect(model('envelope', addressed, { envelope: 'labels' })).toMatchObject({ letter: 'labels', labels: [to] })
  expect(model('envelope', addressed, { envelope: 'labels', labelPlace: 7 })).toMatchObject({ startAt: 7 })
})

test.each([
  ['云溪县人民路18号310099', '云溪县人民路18号'],
  ['310099 云溪县人民路18号', '云溪县人民路18号'],
  ['云溪县人民路18号（邮编：310099', '云溪县人民路18号'],
  ['邮编 310099，云溪县人民路18号', '云溪县人民路18号'],
  ['云溪县人民路18号，邮政编码310099', '云溪县人民路18号'],
])('the postcode of %s stands in its boxes, not in the address', (written, address) => {
  expect(addressOf('张三', written)).toEqual({ name: '张三', address, postcode: '310099' })
})

test.each(['云溪县人民路18号', '云溪县1234567号楼', '云溪县电话13800001234'])('%s has no postcode', written => {
  expect(addressOf('张三', written)).toEqual({ name: '张三', address: written })
})
