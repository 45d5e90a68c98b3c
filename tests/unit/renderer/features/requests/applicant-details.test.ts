import { expect, test } from 'vitest'
import { foldRequest } from '#shared/domain/requests/request'
import type { ApplicantDetails } from '#shared/domain/requests/applicant-details'
import type { StoredRequestFact } from '#shared/domain/requests/request-state'
import { applicantDetails } from '../../../../../renderer/features/requests/applicant-details'
import { caseFacts } from '../../../../../renderer/features/requests/case-facts'
import { translatorFor } from '../../../../../renderer/i18n/translator'
import { day } from '../../../shared/domain/published-calendars'
import {
  andThen,
  actsUpTo,
  clerk,
  inARow,
  registration,
  requestIn,
  reviewer,
} from '../../../shared/domain/requests/acts-of-a-request'

const translator = translatorFor('zh-CN')
const { t } = translator
const personal = requestIn('registered').personal!
const firm: ApplicantDetails = {
  name: '云溪县供水有限公司',
  idKind: 'creditCode',
  idNumber: '91420102YYYY00071W',
  phone: '13800001234',
  representative: '王建国',
  actingPerson: { name: '李四', idNumber: '110101190001010022' },
}
const said = (applicant: ApplicantDetails, isShown = false, others: readonly ApplicantDetails[] = []) =>
  applicantDetails(
    { applicantType: 'commercial', channel: 'inPerson', corrections: [] },
    { ...personal, applicant, otherApplicants: others },
    { isShown, t },
  )
    .map(({ value }) => value as string)
    .join('|')

test('an organisation stands by its name and code, its people masked', () => {
  const words = said(firm)
  expect(words).toContain('云溪县供水有限公司')
  expect(words).toContain('91420102YYYY00071W')
  for (const kept of ['王建国', '李四', '110101190001010022', '13800001234']) expect(words).not.toContain(kept)
  for (const kept of ['王建国', '李四', '110101190001010022', '13800001234']) expect(said(firm, true)).toContain(kept)
})

test('so does one of an old register that has no code, and one among the other applicants', () => {
  const { idKind: _none, ...unknown } = { ...firm, idNumber: '' }
  expect(said(unknown)).toContain('云溪县供水有限公司')
  const others = said(personal.applicant, false, [firm, { ...personal.applicant, name: '赵六' }])
  expect(others).toContain('云溪县供水有限公司')
  expect(others).not.toContain('赵六')
})

test('that received its letter is named in the record, whoever signs for it is not', () => {
  const words = { translator, nameOf: () => '周敏', today: day('2026-03-20'), missing: '' }
  const organisation = {
    ...registration,
    open: { ...registration.open, applicantType: 'commercial' as const },
    personal: { ...personal, applicant: firm },
  }
  const [, ...rest] = actsUpTo.issued
  const servedTo = (receivedBy: string) => {
    const acts = [...inARow([clerk, organisation]), ...rest]
    const served = { servedOn: day('2026-03-12'), way: 'inPerson', receivedAs: 'applicant' } as const
    const fact = { type: 'reply.served@1', open: served, personal: { place: '大厅', receivedBy } } as const
    return caseFacts(foldRequest(andThen(acts, clerk, fact))!, words)[0]!.notes.join('')
  }
  expect(servedTo(firm.name)).toContain('云溪县供水有限公司')
  expect(servedTo('钱多多')).not.toContain('钱多多')
})

test('remarks of an old register hold a number that failed its check: it stands whole only where somebody asks', () => {
  const note = '急；旧登记簿所记证件号码：110101190001010015'
  const masked = '急；旧登记簿所记证件号码：110***********0015'
  const carried: StoredRequestFact = {
    type: 'request.carriedIn@1',
    open: {
      ...{ batchId: 'b-1', line: 3, requestNo: '云水信〔2026〕3号', agencyId: 'a-1' as never, channel: 'inPerson' },
      ...{ receivedOn: day('2026-02-27'), applicantType: 'naturalPerson', medium: 'paper', route: 'collect' },
      ...{ statusThen: 'registered', isFromLastYear: false, preparedBy: clerk },
    },
    personal: { applicant: { name: '张三' }, description: '供水预算', queryCode: 'AAAA', note },
  }
  const request = foldRequest(inARow([reviewer, carried]))!
  const around = { translator, nameOf: () => '周敏', today: day('2026-03-20'), missing: '' }
  expect(caseFacts(request, around)[0]!.notes.at(-1)).toBe(masked)
  const remarks = (isShown: boolean) =>
    applicantDetails(request, request.personal!, { isShown, t }).find(({ label }) => label === '旧登记簿备注')?.value
  expect([remarks(false), remarks(true)]).toEqual([masked, note])
})
