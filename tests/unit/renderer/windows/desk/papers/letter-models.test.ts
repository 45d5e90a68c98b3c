import { expect, test } from 'vitest'
import { foldRequest } from '#shared/domain/requests/request'
import type { RequestRecord } from '#shared/application/ports'
import { letterModel, proofModel } from '../../../../../../renderer/windows/desk/papers/letter-models'
import { countyGovernment } from '../../../../../support/fake-desk/fake-office'
import { day, published } from '../../../../shared/domain/published-calendars'
import { publishedLawPacks } from '../../../../shared/law-packs'
import {
  clerk,
  examined,
  inARow,
  registration,
  requestIn,
  searched,
} from '../../../../shared/domain/requests/acts-of-a-request'

const context = {
  desk: { today: day('2026-03-20'), calendar: published },
  agency: countyGovernment,
  nameOf: (id: string) => (id === clerk ? '周敏' : '何立群'),
  lawPacks: publishedLawPacks(),
  me: '罗小燕',
  place: '云溪县政府信息公开查阅中心甲号窗口',
}
const recordOf = (request: RequestRecord['request']): RequestRecord => ({
  ...{ requestId: 'r' as never, request, needsNewerVersion: false, actsLeftOut: 0 },
})

test('the proof of service names who is at the desk, and after service who recorded it', () => {
  const before = letterModel('S01', recordOf(requestIn('issued')), context)
  expect(before).toMatchObject({ deliveredBy: '罗小燕', place: context.place, received: null })
  const after = letterModel('S01', recordOf(requestIn('served')), context)
  expect(after).toMatchObject({ deliveredBy: '周敏', place: '查阅大厅', received: { by: '张三' } })
})

test('what was refused is signed for by nobody: the proof of service says why, and who saw it', () => {
  const { served } = requestIn('served')
  const { receivedAs: _nobody, ...rest } = served!
  const refused = { ...rest, refused: { reason: '认为答复不当', witness: '何立群' } }
  const model = letterModel('S01', recordOf({ ...requestIn('served'), served: refused }), context)
  expect(model).toMatchObject({ received: null, refused: { witness: '何立群', on: '2026-03-12' } })
})

test.each(['email', 'online'] as const)(
  'what was served by %s is recorded with its address and the day it left',
  way => {
    const { receivedAs: _nobody, ...rest } = requestIn('served').served!
    const served = { ...rest, way, place: 'zhang@example.com' }
    const model = letterModel('S01', recordOf({ ...requestIn('served'), served }), context)
    expect(model).toMatchObject({ way, place: 'zhang@example.com', received: null, sent: { on: '2026-03-12' } })
  },
)

test('the receipt names everybody on the form, the contact first', () => {
  const request = requestIn('registered')
  const personal = request.personal!
  const others = ['李四', '王五'].map(name => ({ ...personal.applicant, name }))
  const receipt = (otherApplicants: typeof others) =>
    letterModel('F03', recordOf({ ...request, personal: { ...personal, otherApplicants } }), context)
  expect(receipt([])).toMatchObject({ applicantName: '张三' })
  expect(receipt(others)).toMatchObject({ applicantName: '张三、李四、王五' })
})

test('the receipt lists what was handed in, by the channel it came by', () => {
  const lettered = { ...requestIn('registered'), channel: 'email' as const }
  expect(letterModel('F03', recordOf(lettered), context)).toMatchObject({
    itemsHandedOver: ['政府信息公开申请（以电子邮件提交）'],
  })
})

test('the reply prints the latest search, and place and time of an inspection', () => {
  const request = foldRequest(
    inARow([clerk, registration], [clerk, examined], [clerk, searched(0)], [clerk, searched(1)]),
  )!
  const latest = { ...request.searches[1]!, searchedOn: day('2026-03-09') }
  const record = recordOf({ ...request, searches: [request.searches[0]!, latest] })
  const inspection = { place: '二楼查阅室', time: '3月25日上午9时' }
  const reply = { decision: 'GRANT_PROVIDE', content: { reasons: '可以公开', attachments: [], inspection } } as const
  expect(proofModel(record, reply, context)).toMatchObject({
    letter: 'R01',
    inspection,
    search: { searchedOn: '2026-03-09', places: ['档案室'], unitsAsked: ['办公室'], words: ['供水'] },
  })
})
