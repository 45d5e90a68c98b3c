import { expect, test } from 'vitest'
import { foldRequest } from '#shared/domain/requests/request'
import type { ApplicantDetails } from '#shared/domain/requests/applicant-details'
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
    { applicantType: 'commercial', channel: 'inPerson' },
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
