import { expect, test } from 'vitest'
import type { Office } from '#shared/domain/agencies/office'
import type { Post } from '#shared/domain/people/person-facts'
import type { StoredRequestFact } from '#shared/domain/requests/request-state'
import { registerProblem } from '../../../../../electron/main/authority/register-rules'
import { day } from '../../../shared/domain/published-calendars'

const posts: Readonly<Record<string, readonly Post[]>> = { clerk: ['clerk'], reviewer: ['reviewer'], left: [] }
const office = { agencies: [{ agencyId: 'a-1' }, { agencyId: 'a-2' }] } as unknown as Office // only the ids are asked for
const around = { office, today: day('2026-03-20'), postsOf: (id: string) => posts[id] ?? [] }
const kindOf = (fact: StoredRequestFact) => {
  const problem = registerProblem([fact], around)
  return problem?.kind === 'refused' ? problem.why.kind : problem
}

test.each([
  ['clerk', null],
  ['reviewer', 'assigneeNotClerk'],
  ['left', 'assigneeNotClerk'],
  ['stranger', 'assigneeNotClerk'],
])('a request given to a %s: %s', (to, kind) => {
  expect(kindOf({ type: 'request.assigned@1', open: { to: to as never } })).toBe(kind)
})

test.each([
  ['a-2', null],
  ['a-9', 'agencyUnknown'],
])('a request passed on to agency %s: %s', (toAgencyId, kind) => {
  const open = { toAgencyId: toAgencyId as never, receivedOn: day('2026-03-20') }
  expect(kindOf({ type: 'request.passedOn@1', open, personal: { reason: '属其职责' } })).toBe(kind)
})

test.each([
  ['110101190001010014', undefined, null],
  ['110101190001010015', undefined, 'idNumberInvalid'],
  ['E12345678', 'chinesePassport', null],
] as const)('an applicant corrected to number %s (%s): %s', (idNumber, idKind, kind) => {
  const applicant = { name: '张三', phone: '13800001234', idNumber, ...(idKind && { idKind }) }
  const personal = { reason: '录错', applicant }
  expect(kindOf({ type: 'request.corrected@1', open: {}, personal })).toBe(kind)
  expect(kindOf({ type: 'request.corrected@1', open: { medium: 'paper' }, personal: { reason: '录错' } })).toBeNull()
})
