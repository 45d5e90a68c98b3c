import { expect, test } from 'vitest'
import type { PersonId } from '#shared/domain/requests/request-facts'
import { foldRequest } from '#shared/domain/requests/request'
import { wasProduced } from '#shared/domain/requests/reprints'
import type { StoredRequestFact } from '#shared/domain/requests/request-state'
import { day } from '../published-calendars'
import {
  clerk,
  examined,
  inARow,
  issued,
  produced,
  registration,
  reviewer,
  searched,
  submitted,
} from './acts-of-a-request'

const corrected: StoredRequestFact = {
  type: 'request.corrected@1',
  open: { route: 'post' },
  personal: { reason: '申请人改为邮寄' },
}
const delivered: StoredRequestFact = { type: 'post.delivered@1', open: { deliveredOn: day('2026-03-16') } }
const posted: StoredRequestFact = {
  type: 'reply.served@1',
  open: { servedOn: day('2026-03-12'), way: 'post' },
  personal: { place: '人民路邮政支局', receivedBy: '张三', trackingNo: 'EM123456789CN' },
}
const before = [[clerk, registration]] as const
const replied = [...before, [clerk, examined, searched(1)], [clerk, submitted(1)], [reviewer, issued(1)]] as const
const after = (...steps: readonly (readonly [PersonId, ...StoredRequestFact[]])[]) => foldRequest(inARow(...steps))!

test('the first output is no reprint, whatever else went out; the second is', () => {
  expect(wasProduced(after(...before), 'F03')).toBe(false)
  expect(wasProduced(after(...before, [clerk, produced('slip')]), 'F03')).toBe(false)
  expect(wasProduced(after(...before, [clerk, produced('slip')], [clerk, produced('F03')]), 'F03')).toBe(true)
})

test('a receipt that goes out again after a correction is a reprint: the applicant holds an earlier one', () => {
  const mended = [...before, [clerk, produced('F03')], [clerk, corrected]] as const
  expect(wasProduced(after(...mended), 'F03')).toBe(true)
  expect(wasProduced(after(...before, [clerk, corrected]), 'F03')).toBe(false)
})

test('an issued reply never changes; its proof of service does by service, the record of posting by delivery', () => {
  const out = [...replied, [clerk, produced('R01')], [clerk, produced('S01')], [clerk, produced('S02')]] as const
  const done = [...out, [clerk, posted], [clerk, produced('S02')], [clerk, delivered]] as const
  expect(['R01', 'S01', 'S02'].map(kind => wasProduced(after(...out), kind as 'R01'))).toEqual([true, true, true])
  expect(wasProduced(after(...done), 'R01')).toBe(true)
  expect(wasProduced(after(...done), 'S01')).toBe(false)
  expect(wasProduced(after(...done), 'S02')).toBe(false)
})
