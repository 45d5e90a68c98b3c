import { describe, expect, test } from 'vitest'
import type { RequestRecord } from '#shared/application/ports'
import type { Agency } from '#shared/domain/agencies/office-facts'
import { foldRequest } from '#shared/domain/requests/request'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { registerSheet } from '../../../../../renderer/case-parts/register-rows'
import { zhCn } from '../../../../../renderer/i18n/zh-cn'
import { fillMessage, type Translate } from '../../../../../renderer/i18n/message'
import { day, published } from '../../../shared/domain/published-calendars'
import { actsUpTo, andThen, registration, reviewer } from '../../../shared/domain/requests/acts-of-a-request'

const t: Translate = (key, ...[params]) => fillMessage(zhCn[key], params)
const agencies = [{ agencyId: 'a-1', name: '云溪县自然资源局' }] as unknown as Agency[] // only the name is read
const words = { t, nameOf: () => '周敏', agencies, calendar: published, today: day('2026-03-16') }

const record = (acts: readonly (typeof actsUpTo.served)[number][]): RequestRecord => ({
  requestId: 'r-1' as RequestId,
  request: foldRequest(acts)!,
  needsNewerVersion: false,
  actsLeftOut: 0,
})

const rowOf = (acts: readonly (typeof actsUpTo.served)[number][], isMasked: boolean) => {
  const sheet = registerSheet([record(acts)], { ...words, isMasked })
  return Object.fromEntries(sheet.columns.map(({ title }, i) => [title, sheet.rows[0]![i]]))
}

describe('the register', () => {
  test('masks who asked unless it is asked not to', () => {
    const { applicant } = registration.personal!
    expect(rowOf(actsUpTo.served, true)).toMatchObject({ 申请人: '张*', 证件号码: '110***********0014' })
    expect(JSON.stringify(rowOf(actsUpTo.served, true))).not.toContain(applicant.idNumber)
    expect(JSON.stringify(rowOf(actsUpTo.served, true))).not.toContain(applicant.phone)
    expect(rowOf(actsUpTo.served, false)).toMatchObject({ 申请人: '张三', 证件号码: applicant.idNumber })
  })

  test('masks who asked in the words of the application too, whoever acts for them, and what stood there before', () => {
    const said = '本人张三（身份证号110101190001010014，电话13800001234）受李四委托，申请公开云政发〔2026〕7号'
    const agent = { name: '李四', idNumber: '110101190001010022', phone: '', as: 'agent' as const, authority: '委托书' }
    const written = { ...registration, personal: { ...registration.personal!, description: said, agent } }
    const acts = [{ ...actsUpTo.registered[0]!, facts: [written] }]
    const masked = '本人张*（身份证号110***********0014，电话138****1234）受李*委托，申请公开云政发〔2026〕7号'
    expect(rowOf(acts, true)).toMatchObject({ 申请内容: masked })
    expect(rowOf(acts, false)).toMatchObject({ 申请内容: said })
    const corrected = { ...registration.personal!.applicant, name: '张三丰' }
    const fact = {
      type: 'request.corrected@1',
      open: {},
      personal: { applicant: corrected, agent: null, reason: '登记有误' },
    } as const
    expect(rowOf(andThen(acts, reviewer, fact), true)).toMatchObject({ 申请内容: masked })
  })

  test('says what became of it, with the row of the annual report', () => {
    expect(rowOf(actsUpTo.served, true)).toMatchObject({
      登记号: 'YX-A-2026-0187',
      机关: '云溪县自然资源局',
      收到之日: '2026-03-02',
      到期日: '2026-03-30',
      答复类型: '予以公开',
      年报行: '3-3-1',
      送达日期: '2026-03-12',
    })
    expect(rowOf(actsUpTo.closed, true)).toMatchObject({ 办到: '已终止', 年报行: '3-3-6-3' })
    expect(rowOf(actsUpTo.unconfirmed, true)).toMatchObject({ 收到之日: null, 到期日: null, 渠道: '平常信函' })
  })

  test('the name and code of an organisation are public', () => {
    const company = {
      ...registration,
      open: { ...registration.open, applicantType: 'commercial' as const },
      personal: {
        ...registration.personal!,
        applicant: {
          name: '云溪供水有限公司',
          idKind: 'creditCode' as const,
          idNumber: '91350100M000100Y43',
          phone: '1',
        },
      },
    }
    const acts = [{ ...actsUpTo.registered[0]!, facts: [company] }]
    expect(rowOf(acts, true)).toMatchObject({ 申请人: '云溪供水有限公司', 证件号码: '91350100M000100Y43' })
  })
})
