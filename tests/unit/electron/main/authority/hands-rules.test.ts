import { expect, test } from 'vitest'
import type { Office } from '#shared/domain/agencies/office'
import type { Post } from '#shared/domain/people/person-facts'
import { foldRequest } from '#shared/domain/requests/request'
import type { DisclosureRequest, StoredRequestFact } from '#shared/domain/requests/request-state'
import { registerProblem } from '../../../../../electron/main/authority/register-rules'
import { day } from '../../../shared/domain/published-calendars'
import { clerk, inARow, lettered, requestIn } from '../../../shared/domain/requests/acts-of-a-request'

const posts: Readonly<Record<string, readonly Post[]>> = { clerk: ['clerk'], reviewer: ['reviewer'], left: [] }
const office = { agencies: [{ agencyId: 'a-1' }, { agencyId: 'a-2' }] } as unknown as Office // only the ids are asked for
const today = day('2026-03-20')
const around = { office, today, postsOf: (id: string) => posts[id] ?? [], request: requestIn('registered') }
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

const correctionOf = (open: object, personal: object) =>
  ({ type: 'request.corrected@1', open, personal: { reason: '录错', ...personal } }) as unknown as StoredRequestFact // shapes are checked before
const kindIn = (request: DisclosureRequest, ...facts: readonly StoredRequestFact[]) => {
  const problem = registerProblem(facts, { ...around, request })
  return problem?.kind === 'refused' ? problem.why.kind : problem
}
const firm = { name: '云溪县某某有限公司', phone: '13800001234', idNumber: '91420102YYYY00071W', idKind: 'creditCode' }
const right = { name: '李四', phone: '13800001235', idNumber: '110101190001010022' }
const wrong = { ...right, idNumber: '110101190001010023' }
const without = { ...right, idNumber: '' }
const agent = { as: 'agent', authority: '委托书' }

test.each([
  ['another kind, and the card of a person', { applicantType: 'research' }, {}, 'idNumberInvalid'],
  ['another kind, with its certificate', { applicantType: 'research' }, { applicant: firm }, null],
  ['a certificate, and still a person', {}, { applicant: firm }, 'idNumberInvalid'],
  ['an agent with a wrong number', {}, { agent: { ...agent, ...wrong } }, 'idNumberInvalid'],
  ['an agent without a document at the counter', {}, { agent: { ...agent, ...without } }, 'idNumberInvalid'],
  ['an agent with their card', {}, { agent: { ...agent, ...right } }, null],
  ['no agent any more', {}, { agent: null }, null],
  ['another applicant with a wrong number', { applicants: 2 }, { otherApplicants: [wrong] }, 'idNumberInvalid'],
  ['another applicant with their card', { applicants: 2 }, { otherApplicants: [right] }, null],
  ['the counter, and nobody looked', { channel: 'inPerson', receivedOn: '2026-03-02' }, {}, 'originalNotSeen'],
])('%s: %s', (_what, open, personal, kind) => {
  expect(kindIn(requestIn('registered'), correctionOf(open, personal))).toBe(kind)
})

test('where the channel becomes the counter, everybody on the form has a document', () => {
  const posted = foldRequest(inARow([clerk, lettered]))!
  const bare = { ...posted, personal: { ...posted.personal!, agent: { ...agent, ...without } as never } }
  const handedIn = correctionOf({ channel: 'inPerson', receivedOn: '2026-03-02', originalSeen: true }, {})
  expect(kindIn(posted, handedIn)).toBeNull()
  expect(kindIn(bare, handedIn)).toBe('idNumberInvalid')
  expect(kindIn(bare, correctionOf({}, { description: '另一句' }))).toBeNull() // what was lawful by post is not judged again
})

test('two corrections in one act are judged one upon the other, and none together with the registration', () => {
  const posted = foldRequest(inARow([clerk, lettered]))!
  const handedIn = correctionOf({ channel: 'inPerson', receivedOn: '2026-03-02', originalSeen: true }, {})
  const bareAgent = correctionOf({}, { agent: { ...agent, ...without } })
  expect(kindIn(posted, bareAgent)).toBeNull()
  expect(kindIn(posted, handedIn, bareAgent)).toBe('idNumberInvalid')
  expect(registerProblem([bareAgent], { ...around, request: undefined })).toMatchObject({
    why: { kind: 'notRegistered' },
  })
})
