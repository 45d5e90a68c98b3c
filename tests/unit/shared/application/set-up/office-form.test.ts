import { expect, test } from 'vitest'
import {
  emptyOfficeForm,
  fieldsOf,
  newOfficeFrom,
  officeFormProblems,
  officeSteps,
  type OfficeForm,
} from '#shared/application/set-up/office-form'
import { newPasswordProblem } from '#shared/application/new-password'
import { deskChannels } from '#shared/contracts/desk-channels'

const filled: OfficeForm = {
  officeName: ' 云溪县政府信息公开查阅中心 ',
  placeCode: 'ｙx',
  windowName: '甲号窗口',
  workstation: 'a',
  agencyName: '云溪县人民政府办公室',
  agencyCode: '云 公开',
  agencyAddress: '云溪县人民路1号',
  contactName: '政务公开科',
  contactPhone: '0100-1234567',
  reconsiderationName: '云溪县人民政府',
  reconsiderationAddress: '云溪县人民路1号',
  courtName: '云溪县人民法院',
  courtAddress: '云溪县法院路2号',
  administratorName: '祁工',
  password: 'correct horse',
  passwordAgain: 'correct horse',
  isClerkToo: true,
}

const problemsOf = (form: OfficeForm) => Object.assign({}, ...officeSteps.map(step => officeFormProblems(form, step)))

test('a form without problems is what the channel takes, codes in capitals and half width', () => {
  expect(problemsOf(filled)).toEqual({})
  const office = newOfficeFrom(filled)
  expect(deskChannels['vault:establish'].input.safeParse(office).success).toBe(true)
  expect([office.placeCode, office.workstation, office.agency.code]).toEqual(['YX', 'A', '云公开'])
  expect(office.administrator.posts).toEqual(['administrator', 'clerk'])
  expect(newOfficeFrom({ ...filled, isClerkToo: false }).administrator.posts).toEqual(['administrator'])
})

test('an empty form names every field once, the second password only after the first', () => {
  const fields = officeSteps.flatMap(step => fieldsOf[step])
  const expected = fields.filter(field => !['passwordAgain', 'workstation'].includes(field))
  expect(Object.keys(problemsOf(emptyOfficeForm)).toSorted()).toEqual(expected.toSorted())
})

test.each([
  ['placeCode', 'Y', 'placeCodeShape'],
  ['placeCode', 'YX-A', 'placeCodeShape'],
  ['placeCode', '云溪', 'placeCodeShape'],
  ['workstation', 'AB', 'workstationShape'],
  ['workstation', '1', 'workstationShape'],
  ['agencyCode', '云公开〔2026〕', 'agencyCodeShape'],
  ['agencyCode', '云公开2', 'agencyCodeShape'],
  ['officeName', '云'.repeat(61), 'tooLong'],
  ['courtAddress', '云溪县法院路2号🏡', 'characterNotAllowed'],
  ['agencyName', '云溪县\u200b自然资源局', 'characterNotAllowed'],
  ['administratorName', '祁\u0007工', 'characterNotAllowed'],
  ['password', 'seven77', 'passwordTooShort'],
  ['passwordAgain', 'correct hors', 'passwordsDiffer'],
] as const)('%s %s is refused with a reason', (field, typed, kind) => {
  const problems = problemsOf({ ...filled, [field]: typed })
  expect(Object.keys(problems)).toEqual([field])
  expect(problems[field].kind).toBe(kind)
})

test('a password is measured as main measures it', () => {
  expect(newPasswordProblem('密码密码密码密码', '密码密码密码密码')).toBeNull()
  expect(newPasswordProblem('😀😀😀😀', '😀😀😀😀')?.kind).toBe('passwordTooShort')
})
