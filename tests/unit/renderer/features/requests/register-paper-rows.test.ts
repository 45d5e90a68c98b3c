import { describe, expect, test } from 'vitest'
import type { RequestRecord } from '#shared/application/ports'
import type { Agency } from '#shared/domain/agencies/office-facts'
import { foldRequest } from '#shared/domain/requests/request'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { conditionWords } from '../../../../../renderer/features/requests/condition-words'
import type { Condition } from '../../../../../renderer/features/requests/list-condition'
import { registerPaperRows, registerPaperTable } from '../../../../../renderer/features/requests/register-paper-rows'
import { translatorFor } from '../../../../../renderer/i18n/translator'
import { day, published } from '../../../shared/domain/published-calendars'
import { actsUpTo, registration } from '../../../shared/domain/requests/acts-of-a-request'

const { t, format } = translatorFor('zh-CN')
const agencies = [
  { agencyId: 'a-1', name: '云溪县自然资源局' },
  { agencyId: 'a-2', name: '云溪县水务局' },
] as unknown as Agency[] // only names are read
const around = {
  ...{ t, format, nameOf: () => '周敏', agencies, calendar: published },
  ...{ today: day('2026-03-16'), warningWorkingDays: 5 },
}
const record: RequestRecord = {
  requestId: 'r-1' as RequestId,
  request: foldRequest(actsUpTo.served)!,
  needsNewerVersion: false,
  actsLeftOut: 0,
}
const { applicant } = registration.personal!
const personal = [applicant.name, applicant.idNumber, applicant.phone]

const tableFor = (isMasked: boolean, condition: Condition = { chip: 'open', text: '' }) => {
  const words = { ...around, isMasked }
  const more = { officeName: '云溪县政府信息公开查阅中心', windowName: '甲号窗口', madeBy: '方静', condition }
  return { ...registerPaperTable(1, { ...words, ...more }), rows: registerPaperRows([record], words)(0, 1) }
}

describe('the register on paper', () => {
  test('names nobody where it is masked, and everybody where the head wants it so', () => {
    const masked = JSON.stringify(tableFor(true))
    for (const text of personal) expect(masked).not.toContain(text)
    expect(masked).toContain('110***********0014')
    const full = JSON.stringify(tableFor(false))
    for (const text of personal) expect(full).toContain(text)
  })

  test('says who made it, when, under which conditions and how many', () => {
    const { subtitle, notes, madeOn } = tableFor(true, { chip: 'served', text: '', decision: 'GRANT_PROVIDE' })
    expect(subtitle).toBe('甲号窗口　共 1 件')
    expect(notes).toEqual([
      '条件：已送达；答复类型 予以公开。共 1 件。',
      '制表人：方静。姓名、证件号码和电话已遮盖；申请内容里只遮盖认得出的号码和当事人姓名，交出前请核对。',
    ])
    expect(madeOn).toBe('2026-03-16')
  })

  test('a name that was looked for is not printed on a masked register', () => {
    const condition = { chip: 'all', text: `  ${applicant.name}` } as const
    expect(JSON.stringify(tableFor(true, condition))).not.toContain(applicant.name)
    expect(tableFor(true, condition).notes[0]).toContain('另按文字查找（不印出）')
    expect(tableFor(false, condition).notes[0]).toContain(`查找“${applicant.name}”`)
  })

  test('has a cell for every column; the agency stands there where the office serves several', () => {
    const { parts, rows } = tableFor(true)
    expect(rows[0]).toHaveLength(parts[0]!.columns.length)
    expect(rows[0]![0]).toBe('YX-A-2026-0187\n云溪县自然资源局')
    expect(rows[0]![1]).toBe('2026-03-02\n2026-03-30')
  })

  test('rows are made for the slice that is asked for', () => {
    const made = registerPaperRows([record, record, record], { ...around, isMasked: true })
    expect(made(0, 2)).toHaveLength(2)
    expect(made(2, 200)).toHaveLength(1)
  })
})

test('every condition has its words', () => {
  const condition: Condition = {
    ...{ chip: 'late', text: '', status: 'submitted', channel: 'email', decision: 'PARTIAL' },
    ...{ agencyId: 'a-2' as never, handler: 'p-1' as never, dueFrom: day('2026-09-01'), dueTo: day('2026-09-30') },
    ...{ receivedFrom: day('2026-08-01'), receivedTo: day('2026-08-31') },
  }
  const said = conditionWords(condition, { ...around, isMasked: true })
  expect(conditionWords({ chip: 'soon', text: '' }, { ...around, isMasked: true })).toBe('五日内到期')
  expect(said).toBe(
    '逾期；机关 云溪县水务局；办到 待审核；答复类型 部分公开；来件渠道 电子邮件；承办 周敏；' +
      '到期日自 2026年9月1日；到期日至 2026年9月30日；收到之日自 2026年8月1日；收到之日至 2026年8月31日',
  )
})
