import { describe, expect, test } from 'vitest'
import { firstSettings } from '#shared/domain/agencies/office-settings'
import type { Office } from '#shared/domain/agencies/office'
import type { RequestFact } from '#shared/domain/requests/request-facts'
import { registerProblem } from '../../../../../electron/main/authority/register-rules'
import { countyGovernment } from '../../../../support/fake-desk/fake-office'
import { registration } from '../../../shared/domain/requests/acts-of-a-request'
import { day } from '../../../shared/domain/published-calendars'

const today = day('2026-03-16')
const office: Office = {
  name: '云溪县政府信息公开查阅中心',
  placeCode: 'YX',
  agencies: [countyGovernment],
  workstations: [{ code: 'A', windowName: '甲号窗口' }],
  agencyVersions: [],
  settings: firstSettings,
  settingsVersions: [],
  wordings: [],
  voidNumbers: [],
  seriesStarts: [],
  imports: [],
  carriedOver: [],
  indexNumberings: [],
  documentBatches: [],
  topicNames: {},
  kioskAnswers: [],
  media: { approvals: [], out: [], received: [] },
  guides: [],
  booklets: [],
  confirmedClocks: [],
  chains: [],
  conflicts: [],
}

type Registration = Extract<RequestFact, { type: 'request.registered@1' }>
const person = { name: '张三', idNumber: '110101190001010014', phone: '13800001234' }
const company = {
  name: '云溪建材有限公司',
  idKind: 'creditCode',
  idNumber: '91420102YYYY00071W',
  phone: '13800001234',
} as const

const judge = (open: Partial<Registration['open']>, personal: Partial<Registration['personal']> = {}) => {
  const { agencyId } = countyGovernment
  const fact: Registration = {
    type: 'request.registered@1',
    open: { ...(registration.open as Registration['open']), requestNo: 'YX-A-2026-0001', agencyId, ...open },
    personal: { ...(registration.personal as Registration['personal']), applicant: person, ...personal },
  }
  const problem = registerProblem([fact], { office, today, postsOf: () => [], request: undefined })
  return problem?.kind === 'refused' ? problem.why.kind : problem
}

test('a resident at the counter whose card was looked at', () => expect(judge({})).toBeNull())

test('at the counter nothing is registered unless the original was seen; by post nobody can see it', () => {
  expect(judge({ originalSeen: false })).toBe('originalNotSeen')
  expect(judge({ originalSeen: false, channel: 'signedPost' })).toBeNull()
})

describe('every number is judged by its kind', () => {
  const wrong = { ...person, idNumber: '110101190001010010' }
  const permit = { ...person, idKind: 'hongKongMacaoPermit', idNumber: 'H0000000100' } as const
  const agent = { ...permit, as: 'agent', authority: '授权委托书，2026年3月1日' } as const

  test('of the applicant', () => {
    expect(judge({}, { applicant: permit })).toBeNull()
    expect(judge({}, { applicant: { ...permit, idNumber: '110101190001010014' } })).toBe('idNumberInvalid')
    expect(judge({}, { applicant: wrong })).toBe('idNumberInvalid')
  })
  test('of every other applicant, the agent and the acting person', () => {
    expect(judge({}, { otherApplicants: [permit] })).toBeNull()
    expect(judge({}, { otherApplicants: [permit, wrong] })).toBe('idNumberInvalid')
    expect(judge({}, { agent })).toBeNull()
    expect(judge({}, { agent: { ...agent, idNumber: 'H1' } })).toBe('idNumberInvalid')
    const organisation = { applicantType: 'commercial' } as const
    const acting = { name: '李喆', idNumber: '110101190001010014' }
    expect(judge(organisation, { applicant: { ...company, actingPerson: acting } })).toBeNull()
    expect(judge(organisation, { applicant: { ...company, actingPerson: { ...acting, idNumber: '1' } } })).toBe(
      'idNumberInvalid',
    )
  })
  test('an organisation shows a credit code and a person does not', () => {
    expect(judge({ applicantType: 'research' }, { applicant: company })).toBeNull()
    expect(judge({ applicantType: 'research' })).toBe('idNumberInvalid')
    expect(judge({}, { applicant: company })).toBe('idNumberInvalid')
  })
  test('a letter without a number is registered and supplemented later; a visitor shows a document', () => {
    const without = { applicant: { ...person, idNumber: '', phone: '' } }
    expect(judge({ channel: 'ordinaryPost', originalSeen: false }, without)).toBeNull()
    expect(judge({}, without)).toBe('idNumberInvalid')
  })
})
