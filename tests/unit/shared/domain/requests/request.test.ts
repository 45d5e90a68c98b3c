import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldRequest } from '#shared/domain/requests/request'
import type { RequestStatus, StoredRequestFact } from '#shared/domain/requests/request-state'
import {
  actsUpTo,
  andThen,
  clerk,
  examined,
  inARow,
  issued,
  otherClerk,
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

const statuses: RequestStatus[] = ['registered', 'examined', 'submitted', 'returned', 'issued', 'served']

/** For each act: the statuses it leads to, by status it meets; everything else is a conflict. */
const table: [
  name: string,
  fact: (drafts: number) => StoredRequestFact,
  by: typeof clerk,
  leads: Partial<Record<RequestStatus, RequestStatus>>,
][] = [
  ['register again', () => registration, clerk, {}],
  ['examine', () => examined, clerk, { registered: 'examined' }],
  ['search', () => searched(0), clerk, { examined: 'examined', returned: 'returned' }],
  ['submit', drafts => submitted(drafts + 1), clerk, { examined: 'submitted', returned: 'submitted' }],
  ['return', drafts => returned(drafts), reviewer, { submitted: 'returned' }],
  ['issue', drafts => issued(drafts), reviewer, { submitted: 'issued' }],
  ['serve', () => served, clerk, { issued: 'served' }],
  ['print the receipt', () => produced('F03'), clerk, Object.fromEntries(statuses.map(s => [s, s]))],
  ['print the slip', () => produced('slip'), clerk, Object.fromEntries(statuses.map(s => [s, s]))],
  ['print the reply', () => produced('R01'), clerk, { issued: 'issued', served: 'served' }],
  ['print the other reply', () => produced('R12'), clerk, {}],
  ['print the proof of service', () => produced('S01'), clerk, { issued: 'issued', served: 'served' }],
  ['reveal the applicant', () => revealed, clerk, Object.fromEntries(statuses.map(s => [s, s]))],
]

const cells = table.flatMap(([name, fact, by, leads]) =>
  statuses.map(status => ({ name, fact, by, status, next: leads[status] })),
)

test.each(cells)('$name when $status: $next', ({ fact, by, status, next }) => {
  const before = requestIn(status)
  const after = foldRequest(andThen(actsUpTo[status], by, fact(before.drafts.length)))!
  if (next) {
    expect(after).toMatchObject({ status: next, conflicts: [] })
    expect(after.timeline).toHaveLength(before.timeline.length + 1)
  } else {
    expect(after).toEqual({ ...before, conflicts: [expect.objectContaining({ statusThen: status })] })
  }
})

test('a request from registration to service', () => {
  const request = foldRequest(
    inARow(
      [clerk, registration, produced('F03')],
      [clerk, examined],
      [clerk, searched(0)],
      [clerk, submitted(1, 'NOT_EXIST')],
      [reviewer, returned(1)],
      [otherClerk, submitted(2, 'NOT_EXIST')],
      [reviewer, issued(2), produced('R12')],
      [clerk, served],
    ),
  )
  expect(request).toMatchObject({
    status: 'served',
    requestNo: 'YX-A-2026-0187',
    searches: [{ found: 0, personal: { words: ['供水'] }, by: { actor: clerk } }],
    drafts: [
      { draftNo: 1, drafter: clerk, returned: { remarks: '请补充理由', by: { actor: reviewer } } },
      { draftNo: 2, drafter: otherClerk, decision: 'NOT_EXIST' },
    ],
    currentDraft: { draftNo: 2 },
    letter: { letterNo: '云公开〔2026〕15号', decision: 'NOT_EXIST', approver: reviewer, draftNo: 2 },
    served: { servedOn: '2026-03-12', receivedBy: '张三' },
    documents: [{ document: 'F03' }, { document: 'R12' }],
    clockFacts: [{ kind: 'received', on: '2026-03-02' }],
    conflicts: [],
  })
  expect(request?.timeline.map(entry => entry.status)).toEqual([
    'registered',
    'registered',
    'examined',
    'examined',
    'submitted',
    'returned',
    'submitted',
    'issued',
    'issued',
    'served',
  ])
})

describe('conflicts', () => {
  test('two machines issue the same draft: the first in ledger order stands, the second is shown', () => {
    const onB = {
      ...inARow([reviewer, issued(1, '云公开B〔2026〕1号')])[0]!,
      chain: 'chain-b',
      hlc: '2026-03-02T09:30',
    }
    const request = foldRequest([onB, ...actsUpTo.issued])
    expect(request?.letter?.letterNo).toBe('云公开〔2026〕15号')
    expect(request?.conflicts).toMatchObject([
      { problem: { kind: 'statusForbids', status: 'issued' }, facts: [{ open: { letterNo: '云公开B〔2026〕1号' } }] },
    ])
  })

  test('an act is taken whole or not at all', () => {
    const request = foldRequest(andThen(actsUpTo.submitted, reviewer, issued(1), produced('R12')))
    expect(request).toMatchObject({ status: 'submitted', documents: [], conflicts: [{ facts: [{}, {}] }] })
    expect(request?.letter).toBeUndefined()
  })

  test.each([
    ['a drafter issues their own draft', clerk, 'reviewer', issued(1), 'fourEyes'],
    ['a clerk issues', otherClerk, 'clerk', issued(1), 'postNeeded'],
    ['another draft is issued', reviewer, 'reviewer', issued(2), 'draftNumberDiffers'],
  ] as const)('%s', (...[_name, actor, role, fact, kind]) => {
    const last = andThen(actsUpTo.submitted, actor, fact).at(-1)!
    const request = foldRequest([...actsUpTo.submitted, { ...last, role }])
    expect(request).toMatchObject({ status: 'submitted', conflicts: [{ problem: { kind } }] })
  })

  test('"does not exist" without a search that found nothing', () => {
    const early = foldRequest(andThen(unsearched, clerk, submitted(1, 'NOT_EXIST')))
    expect(early).toMatchObject({ status: 'examined', conflicts: [{ problem: { kind: 'searchMissing' } }] })
    const found = foldRequest(andThen(unsearched, clerk, searched(2), submitted(1, 'NOT_EXIST')))
    expect(found).toMatchObject({ searches: [], conflicts: [{ problem: { kind: 'searchFoundRecords', found: 2 } }] })
  })

  test('a grant without a search that found something', () => {
    const early = foldRequest(andThen(unsearched, clerk, submitted(1)))
    expect(early).toMatchObject({ status: 'examined', conflicts: [{ problem: { kind: 'replyWithoutSearch' } }] })
    const none = foldRequest(andThen(unsearched, clerk, searched(0), submitted(1)))
    expect(none).toMatchObject({ searches: [], conflicts: [{ problem: { kind: 'searchFoundNothing' } }] })
  })

  test.each([
    ['NOT_EXIST', [2, 0], 'submitted'],
    ['NOT_EXIST', [0, 2], 'examined'],
    ['GRANT_PROVIDE', [0, 2], 'submitted'],
    ['GRANT_PROVIDE', [2, 0], 'examined'],
  ] as const)('%s after searches that found %j: the latest counts, so a wrong count can be corrected', (...row) => {
    const [decision, counts, status] = row
    const acts = inARow(
      ...[[clerk, registration] as const, [clerk, examined] as const],
      ...counts.map(found => [clerk, searched(found)] as const),
      [clerk, submitted(1, decision)],
    )
    expect(foldRequest(acts)).toMatchObject({ status, searches: counts.map(found => ({ found })) })
  })

  test('acts before the registration are kept', () => {
    const [first, second] = actsUpTo.examined
    const request = foldRequest([{ ...second!, hlc: '2026-03-01' }, first!])
    expect(request).toMatchObject({ status: 'registered', conflicts: [{ statusThen: 'notRegistered' }] })
    expect(foldRequest([second!])).toBeUndefined()
  })
})

test('without the subject key the request is still there, without its person', () => {
  const erased = actsUpTo.served.map(act => ({
    ...act,
    facts: act.facts.map(fact => ({ type: fact.type, open: fact.open }) as StoredRequestFact),
  }))
  const request = foldRequest(erased)
  expect(request).toMatchObject({
    status: 'served',
    personal: undefined,
    conflicts: [],
    letter: { decision: 'GRANT_PROVIDE' },
  })
  expect(request?.currentDraft?.content).toBeUndefined()
  expect(request?.served?.receivedBy).toBeUndefined()
  expect(request?.served?.place).toBeUndefined()
  expect(JSON.stringify(request)).not.toMatch(/档案室|办公室|查阅大厅/)
})

test('a fact of a newer version is named and does no harm', () => {
  const newer = { type: 'reply.issued@2', open: {} } as unknown as StoredRequestFact
  expect(foldRequest(andThen(actsUpTo.submitted, reviewer, newer))).toMatchObject({
    status: 'submitted',
    notUnderstood: ['reply.issued@2'],
    conflicts: [],
  })
})

test('the order of arrival and acts that come twice make no difference', () => {
  const onB = inARow([reviewer, issued(1, '云公开B〔2026〕1号')], [otherClerk, submitted(1)], [clerk, revealed]).map(
    act => ({
      ...act,
      chain: 'chain-b',
      hlc: act.hlc.replace('09:0', '09:02-'),
    }),
  )
  const all = [...actsUpTo.served, ...onB]
  const expected = foldRequest(all)
  const arrival = fc
    .shuffledSubarray(all, { minLength: all.length })
    .chain(once => fc.shuffledSubarray(all).map(again => [...once, ...again]))
  fc.assert(
    fc.property(arrival, acts => {
      expect(foldRequest(acts)).toEqual(expected)
    }),
  )
})
