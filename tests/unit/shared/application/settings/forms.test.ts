import { expect, test } from 'vitest'
import {
  agencyDetailsFrom,
  agencyForm,
  agencyFormProblems,
  changedFields,
  emptyAgencyForm,
  reasonProblem,
} from '#shared/application/settings/agency-form'
import { readSettingsForm, settingsForm } from '#shared/application/settings/settings-form'
import { mostVoidNumbers, numbersToVoid } from '#shared/application/settings/void-form'
import { foldOffice } from '#shared/domain/agencies/office'
import { agencyDetails } from '#shared/contracts/pieces'
import { countyGovernment } from '../../../../support/fake-desk/fake-office'

test('an empty agency says what is missing, field by field; a whole one is what the channel takes', () => {
  expect(Object.keys(agencyFormProblems(emptyAgencyForm))).toHaveLength(9)
  const form = agencyForm(countyGovernment)
  expect(agencyFormProblems(form)).toEqual({})
  const { agencyId: _id, ...details } = countyGovernment
  expect(agencyDetailsFrom(form)).toEqual(details)
  expect(agencyDetails.safeParse(agencyDetailsFrom(form)).success).toBe(true)
})

test('a correction names what it replaces; blanks around a text are no correction', () => {
  const form = agencyForm(countyGovernment)
  expect(changedFields(countyGovernment, { ...form, courtAddress: `${form.courtAddress}  ` })).toEqual([])
  const changed = { ...form, courtAddress: '新区大道9号', agencyCode: '云 自然公开甲' }
  expect(changedFields(countyGovernment, changed)).toEqual(['agencyCode', 'courtAddress'])
})

test('a reason is there, printable and short', () => {
  expect([reasonProblem('  '), reasonProblem('字'.repeat(201)), reasonProblem('迁址🏛'), reasonProblem('迁址')]).toEqual(
    ['reasonMissing', 'reasonTooLong', 'reasonUnprintable', null],
  )
})

test.each<[first: string, last: string, numbers: readonly string[] | string]>([
  ['云公开〔2026〕3号', '', ['云公开〔2026〕3号']],
  ['云公开[2026]3号', '云公开（2026）5号', ['云公开〔2026〕3号', '云公开〔2026〕4号', '云公开〔2026〕5号']],
  ['云公开〔2026〕3号', '云水公开〔2026〕5号', 'otherSeries'],
  ['云公开〔2026〕3号', '云公开〔2027〕5号', 'otherSeries'],
  ['云公开〔2026〕3号', '云公开〔2026〕2号', 'backwards'],
  ['云公开〔2026〕1号', '云公开〔2026〕51号', 'tooMany'],
  ['3号', '', 'numberShape'],
  ['云公开〔2026〕3号', '五号', 'numberShape'],
])('letter numbers from %s to %s', (first, last, expected) => {
  const answer = numbersToVoid({ series: 'letter', first, last })
  expect(answer.ok ? answer.value : answer.problem.kind).toEqual(expected)
})

test('request numbers in a row, as many as go at once', () => {
  const answer = numbersToVoid({ series: 'request', first: 'yx-a-2026-0098', last: 'YX-A-2026-0147' })
  expect(answer.ok && [answer.value.length, answer.value[2], answer.value.at(-1)]).toEqual([
    mostVoidNumbers,
    'YX-A-2026-0100',
    'YX-A-2026-0147',
  ])
})

test('only what differs is recorded; what is no count within its bounds is named', () => {
  const act = (seq: number, fact: object) => ({ seq, chain: 'a', hlc: `t${seq}`, at: seq, facts: [fact] })
  const office = foldOffice([
    act(1, { type: 'office.established@1', open: { name: '中心', placeCode: 'YX' } }),
    act(2, { type: 'agency.added@1', open: countyGovernment }),
  ] as never)!
  const form = settingsForm(office)
  expect(readSettingsForm(form, office)).toEqual({ changed: {}, wrong: [] })
  expect(readSettingsForm({ ...form, warningWorkingDays: '５', autoLockMinutes: '061' }, office)).toEqual({
    changed: { warningWorkingDays: 5 },
    wrong: ['autoLockMinutes'],
  })
  expect(readSettingsForm({ ...form, makesPledge: true }, office)).toEqual({
    changed: { makesPledge: true },
    wrong: [],
  })
})

test('the net address of the reconsideration body is optional, and is an address', () => {
  const form = { ...agencyForm(countyGovernment), reconsiderationOnline: ' https://fy.example.gov.cn/apply?x=1 ' }
  expect(agencyFormProblems(form)).toEqual({})
  expect(agencyDetailsFrom(form).reconsiderationBody.onlineAddress).toBe('https://fy.example.gov.cn/apply?x=1')
  expect(changedFields(countyGovernment, form)).toEqual(['reconsiderationOnline'])
  expect(agencyDetailsFrom(agencyForm(countyGovernment)).reconsiderationBody).not.toHaveProperty('onlineAddress')
  for (const wrong of [
    'fy.example.gov.cn',
    'https://复议.cn',
    'javascript:alert(1)',
    `https://a.cn/${'x'.repeat(200)}`,
  ])
    expect(agencyFormProblems({ ...form, reconsiderationOnline: wrong }), wrong).toEqual({
      reconsiderationOnline: { kind: 'onlineAddressShape' },
    })
  expect(changedFields(countyGovernment, { ...agencyForm(countyGovernment), remedyOfGrants: 'leftOut' })).toEqual([
    'remedyOfGrants',
  ])
})
