import { describe, expect, test } from 'vitest'
import type { Post } from '#shared/domain/people/person-facts'
import { foldRequest } from '#shared/domain/requests/request'
import { mayDo, nextActs } from '#shared/domain/requests/request-acts'
import type { DecisionType, PersonId } from '#shared/domain/requests/request-facts'
import type { RequestStatus, StoredRequestFact } from '#shared/domain/requests/request-state'
import { day } from '../published-calendars'
import {
  clerk,
  examined,
  issued,
  produced,
  registration,
  requestIn,
  returned,
  revealed,
  reviewer,
  searched,
  served,
  submitted,
  unsearched,
} from './acts-of-a-request'

const posts: Post[] = ['clerk', 'reviewer', 'head', 'administrator']
const today = day('2026-03-16')
const someone = 'p-someone' as PersonId

const rows: [name: string, status: RequestStatus | undefined, fact: StoredRequestFact, allowed: Post[]][] = [
  ['register', undefined, registration, ['clerk']],
  ['examine', 'registered', examined, ['clerk']],
  ['search', 'examined', searched(0), ['clerk']],
  ['submit', 'examined', submitted(1), ['clerk']],
  ['return', 'submitted', returned(1), ['reviewer', 'head']],
  ['issue', 'submitted', issued(1), ['reviewer', 'head']],
  ['serve', 'issued', served, ['clerk']],
  ['print', 'issued', produced('R01'), ['clerk', 'reviewer', 'head']],
  ['reveal', 'served', revealed, ['clerk', 'reviewer', 'head']],
]

describe('posts', () => {
  test.each(
    rows.flatMap(([name, status, fact, allowed]) => posts.map(role => ({ name, status, fact, allowed, role }))),
  )('$name as $role', ({ status, fact, allowed, role }) => {
    const answer = mayDo(status && requestIn(status), [fact], { actor: someone, role, posts: [role], today })
    if (allowed.includes(role)) expect(answer).toEqual({ ok: true, value: undefined })
    else expect(answer).toEqual({ ok: false, problem: { kind: 'postNeeded', posts: allowed } })
  })

  test('a post that the person does not hold', () => {
    const by = { actor: someone, role: 'head', posts: ['clerk'], today } as const
    expect(mayDo(requestIn('submitted'), [issued(1)], by)).toEqual({
      ok: false,
      problem: { kind: 'postNotHeld', role: 'head' },
    })
  })

  test.each(['reviewer', 'head'] as const)('nobody issues or returns their own draft, not even as %s', role => {
    const by = { actor: clerk, role, posts: ['clerk', role], today } as const
    const problem = { kind: 'fourEyes', drafter: clerk }
    expect(mayDo(requestIn('submitted'), [issued(1)], by)).toEqual({ ok: false, problem })
    expect(mayDo(requestIn('submitted'), [returned(1)], by)).toEqual({ ok: false, problem })
  })
})

const issue = (letterNo: string, issuedOn: string): StoredRequestFact => ({
  type: 'reply.issued@1',
  open: { draftNo: 1, letterNo, issuedOn: day(issuedOn) },
})
const serve = (on: string): StoredRequestFact =>
  ({ ...served, open: { ...served.open, servedOn: day(on) } }) as StoredRequestFact
const register = (open: object): StoredRequestFact =>
  ({ ...registration, open: { ...registration.open, ...open } }) as StoredRequestFact

test.each<[name: string, status: RequestStatus | undefined, fact: StoredRequestFact, problem: unknown]>([
  [
    'received tomorrow',
    undefined,
    register({ receivedOn: '2026-03-17' }),
    { kind: 'receivedInFuture', receivedOn: '2026-03-17', today },
  ],
  ['no request number', undefined, register({ requestNo: '187' }), { kind: 'requestNoInvalid', requestNo: '187' }],
  ['act on nothing', undefined, examined, { kind: 'notRegistered' }],
  ['registered twice', 'registered', registration, { kind: 'alreadyRegistered' }],
  [
    'searched before receipt',
    'examined',
    { ...searched(0), open: { ...searched(0).open, searchedOn: day('2026-03-01') } } as StoredRequestFact,
    { kind: 'searchedOutside', on: '2026-03-01', from: '2026-03-02', to: today },
  ],
  [
    'not exist where something was found',
    'examined',
    submitted(1, 'NOT_EXIST'),
    { kind: 'searchFoundRecords', found: 1 },
  ],
  ['wrong draft submitted', 'examined', submitted(2), { kind: 'draftNumberDiffers', given: 2, expected: 1 }],
  ['draft number used again', 'returned', submitted(1), { kind: 'draftNumberDiffers', given: 1, expected: 2 }],
  ['wrong draft returned', 'submitted', returned(2), { kind: 'draftNumberDiffers', given: 2, expected: 1 }],
  [
    'letter in square brackets',
    'submitted',
    issue('云公开[2026]15号', '2026-03-10'),
    { kind: 'letterNoInvalid', letterNo: '云公开[2026]15号' },
  ],
  [
    'letter of last year',
    'submitted',
    issue('云公开〔2025〕15号', '2026-03-10'),
    { kind: 'letterYearDiffers', letterNo: '云公开〔2025〕15号', issuedOn: '2026-03-10' },
  ],
  [
    'letter of another agency',
    'submitted',
    issue('云农公开〔2026〕15号', '2026-03-10'),
    { kind: 'letterNoOfOtherAgency', letterNo: '云农公开〔2026〕15号', agencyCode: '云公开' },
  ],
  [
    'letter number in use',
    'submitted',
    issue('云公开〔2026〕7号', '2026-03-10'),
    { kind: 'letterNoTaken', letterNo: '云公开〔2026〕7号' },
  ],
  [
    'issued tomorrow',
    'submitted',
    issue('云公开〔2026〕15号', '2026-03-17'),
    { kind: 'issuedOutside', on: '2026-03-17', from: '2026-03-02', to: today },
  ],
  [
    'issued before receipt',
    'submitted',
    issue('云公开〔2026〕15号', '2026-03-01'),
    { kind: 'issuedOutside', on: '2026-03-01', from: '2026-03-02', to: today },
  ],
  [
    'served before issue',
    'issued',
    serve('2026-03-09'),
    { kind: 'servedOutside', on: '2026-03-09', from: '2026-03-10', to: today },
  ],
  [
    'served tomorrow',
    'issued',
    serve('2026-03-17'),
    { kind: 'servedOutside', on: '2026-03-17', from: '2026-03-10', to: today },
  ],
  [
    'reply printed before issue',
    'submitted',
    produced('R01'),
    { kind: 'statusForbids', status: 'submitted', allowedIn: ['issued', 'served'] },
  ],
  [
    'the other letter printed',
    'issued',
    produced('R12'),
    { kind: 'documentNotOfThisDecision', document: 'R12', decision: 'GRANT_PROVIDE' },
  ],
])('%s is refused', (...[_name, status, fact, problem]) => {
  const role = ['reply.returned@1', 'reply.issued@1'].includes(fact.type) ? 'reviewer' : 'clerk'
  const by = {
    actor: someone,
    role,
    posts,
    today,
    agencyCode: '云公开',
    takenLetterNos: new Set(['云公开〔2026〕7号']),
  } as const
  expect(mayDo(status && requestIn(status), [fact], by)).toEqual({ ok: false, problem })
})

test('several facts of one act are held against what the earlier ones made', () => {
  const by = { actor: someone, posts, today, agencyCode: '云公开' } as const
  expect(mayDo(undefined, [registration, produced('F03'), examined], { ...by, role: 'clerk' }).ok).toBe(true)
  expect(
    mayDo(requestIn('submitted'), [issued(1, '云公开B〔2026〕3号'), produced('R01')], { ...by, role: 'head' }).ok,
  ).toBe(true)
  expect(mayDo(requestIn('examined'), [searched(0), submitted(1, 'NOT_EXIST')], { ...by, role: 'clerk' }).ok).toBe(true)
  expect(
    mayDo(requestIn('examined'), [searched(1), submitted(1, 'NOT_EXIST')], { ...by, role: 'clerk' }),
  ).toMatchObject({
    problem: { kind: 'searchFoundRecords', found: 1 },
  })
})

test('nothing, and what is not known', () => {
  const by = { actor: someone, role: 'clerk', posts, today } as const
  expect(mayDo(undefined, [], by)).toEqual({ ok: false, problem: { kind: 'actWithoutFacts' } })
  const newer = { type: 'reply.issued@2', open: {} } as unknown as StoredRequestFact
  expect(mayDo(requestIn('submitted'), [newer], by)).toMatchObject({ problem: { kind: 'factNotUnderstood' } })
})

/** What can be decided once a search has found something. */
const withFind: readonly DecisionType[] = [
  'GRANT_PROVIDE',
  'GRANT_PUBLISHED',
  'PARTIAL',
  'REFUSE_STATE_SECRET',
  'REFUSE_LAW',
  'REFUSE_SECURITY',
  'REFUSE_INTERNAL',
  'REFUSE_PROCESS',
  'REFUSE_CASE_FILE',
  'REFER_SPECIAL_QUERY',
  'NOT_OURS',
  'NEEDS_PRODUCTION',
  'PETITION_LIKE',
  'REPEAT',
  'PUBLICATION',
  'RECONFIRM',
  'OTHER',
]

describe('next acts', () => {
  const possible = (status: RequestStatus, by?: { actor: PersonId; posts: Post[] }) =>
    nextActs(requestIn(status), by)
      .filter(next => next.isPossible)
      .map(next => next.decision ?? next.act)

  test.each<[RequestStatus, string[]]>([
    ['registered', ['examine']],
    ['unconfirmed', ['confirmReceipt']],
    ['examined', ['recordSearch', ...withFind]],
    ['submitted', ['returnDraft', 'issueReply']],
    ['returned', ['recordSearch', ...withFind]],
    ['issued', ['serveReply']],
    ['served', []],
    ['closed', []],
  ])('%s', (status, acts) => expect(possible(status)).toEqual(acts))

  test('a reason stands with each that is not possible', () => {
    const replies = nextActs(foldRequest(unsearched)!).filter(({ act }) => act === 'submitReply')
    expect(replies).toHaveLength(24)
    const why = (decision: DecisionType) => replies.find(reply => reply.decision === decision)
    expect(why('GRANT_PROVIDE')).toMatchObject({ isPossible: false, problem: { kind: 'replyWithoutSearch' } })
    expect(why('NOT_EXIST')).toMatchObject({ isPossible: false, problem: { kind: 'searchMissing' } })
    expect(why('REFUSE_THIRD_PARTY')).toMatchObject({ problem: { kind: 'stepMissing', step: 'consultation' } })
    expect(why('STILL_UNCLEAR')).toMatchObject({ problem: { kind: 'stepMissing', step: 'supplement' } })
    expect(why('NOT_OURS')).toMatchObject({ isPossible: true })
  })

  test('for a person, also where their posts or four eyes forbid', () => {
    expect(possible('submitted', { actor: reviewer, posts: ['clerk', 'reviewer'] })).toEqual([
      'returnDraft',
      'issueReply',
    ])
    expect(possible('submitted', { actor: reviewer, posts: [] })).toEqual([])
    const own = nextActs(requestIn('submitted'), { actor: clerk, posts: ['clerk', 'head'] })
    expect(own.find(({ act }) => act === 'issueReply')).toMatchObject({ problem: { kind: 'fourEyes' } })
    const notMine = nextActs(requestIn('submitted'), { actor: someone, posts: ['clerk'] })
    expect(notMine.find(({ act }) => act === 'issueReply')).toMatchObject({ problem: { kind: 'postNeeded' } })
  })
})
