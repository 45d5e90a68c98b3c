import { describe, expect, test } from 'vitest'
import { missingNeed, replyRules, ruleOf, type ReplyNeed } from '#shared/domain/decisions/reply-rules'
import { replyTypes, type ReplyTypeId } from '#shared/domain/decisions/reply-types'
import { transferTermEndsOn } from '#shared/domain/decisions/transfer-term'
import { foldRequest } from '#shared/domain/requests/request'
import { mayDo } from '#shared/domain/requests/request-acts'
import type { ReplyContent } from '#shared/domain/requests/reply-content'
import type { StoredRequestFact } from '#shared/domain/requests/request-state'
import { day } from '../published-calendars'
import {
  actsUpTo,
  andThen,
  clerk,
  examined,
  inARow,
  issued,
  registration,
  requestIn,
  returned,
  reviewer,
  searched,
} from '../requests/acts-of-a-request'

const full: ReplyContent = {
  reasons: '理由',
  attachments: [{ title: '批准文件', pages: 3 }],
  published: [{ title: '通知', where: 'https://www.example.gov.cn/1.html' }],
  withheld: [{ what: '第三页身份证号码', ground: 'REFUSE_INTERNAL', reason: '内部事务' }],
  law: { title: '中华人民共和国档案法', article: '第二十七条' },
  secrecyReference: '云密〔2025〕1号',
  elsewhere: { name: '云溪县住房和城乡建设局', contact: '0000-12345678' },
  earlier: { letterNo: '云公开〔2026〕1号', on: day('2026-01-05') },
  obtainable: '县图书馆',
  archives: { formedOn: day('2010-03-01'), movedOn: day('2021-06-01') },
}

const fieldOf: Readonly<Record<ReplyNeed, keyof ReplyContent>> = {
  attachmentsOrInspection: 'attachments',
  published: 'published',
  withheld: 'withheld',
  law: 'law',
  secrecyReference: 'secrecyReference',
  elsewhere: 'elsewhere',
  responsibleAgency: 'elsewhere',
  earlier: 'earlier',
  obtainable: 'obtainable',
  archives: 'archives',
}

/** `full` with this one thing taken out; the attachments are a list and become an empty one. */
const without = (need: ReplyNeed): ReplyContent => ({
  ...(Object.fromEntries(Object.entries(full).filter(([name]) => name !== fieldOf[need])) as Partial<ReplyContent>),
  reasons: full.reasons,
  attachments: need === 'attachmentsOrInspection' ? [] : full.attachments,
})

const types = Object.keys(replyTypes) as ReplyTypeId[]
const pairs = types.flatMap(type => ruleOf(type).needs.map(need => [type, need] as const))
const today = day('2026-03-16')
const by = { actor: clerk, role: 'clerk', posts: ['clerk'], today } as const
const submit = (decision: ReplyTypeId, content: ReplyContent): StoredRequestFact => ({
  type: 'reply.submitted@1',
  open: { draftNo: 1, decision },
  personal: content,
})
/** Searched as the type asks, so that only the content is in question. */
const readyFor = (decision: ReplyTypeId) => {
  const { search } = ruleOf(decision)
  const steps = [[clerk, registration] as const, [clerk, examined] as const]
  return foldRequest(inARow(...steps, ...(search ? [[clerk, searched(search === 'some' ? 1 : 0)] as const] : [])))!
}

describe(`${pairs.length} pairs of reply type and what it cannot be without`, () => {
  test('there are pairs', () => expect(pairs.length).toBeGreaterThan(10))

  test.each(pairs)('%s without %s', (type, need) => {
    expect(missingNeed(type, full)).toBeUndefined()
    expect(missingNeed(type, without(need))).toBe(need)
    if (ruleOf(type).awaits) return
    expect(mayDo(readyFor(type), [submit(type, full)], by)).toEqual({ ok: true, value: undefined })
    const problem = { kind: 'contentMissing', decision: type, need }
    expect(mayDo(readyFor(type), [submit(type, without(need))], by)).toEqual({ ok: false, problem })
  })
})

test('a part that another law forbids names that law', () => {
  const withheld = [{ what: '附表', ground: 'REFUSE_LAW', reason: '法律禁止' }] as const
  expect(missingNeed('PARTIAL', { ...full, withheld })).toBe('withheld')
  const cited = [{ ...withheld[0], law: { title: '统计法', article: '第九条' } }]
  expect(missingNeed('PARTIAL', { ...full, withheld: cited })).toBeUndefined()
})

test('a part that is a state secret names the document of its level and term (reference 13)', () => {
  const secret = { what: '附件三', ground: 'REFUSE_STATE_SECRET', reason: '已依法定密' } as const
  const withReference = (secrecyReference: string) => [{ ...secret, secrecyReference }]
  expect(missingNeed('PARTIAL', { ...full, withheld: [secret] })).toBe('withheld')
  expect(missingNeed('PARTIAL', { ...full, withheld: withReference(' ') })).toBe('withheld')
  expect(missingNeed('PARTIAL', { ...full, withheld: withReference('云密〔2025〕1号') })).toBeUndefined()
})

describe('非本机关负责公开: the responsible agency, or why it cannot be determined (art. 36(5))', () => {
  const { elsewhere: _named, ...unnamed } = full
  const unknown = { ...unnamed, elsewhereUnknown: '原县农机站已撤销，职能去向没有文件规定' }
  const missing = { kind: 'contentMissing', decision: 'NOT_OURS', need: 'responsibleAgency' }

  test('main takes the reason instead of a name', () => {
    expect(mayDo(readyFor('NOT_OURS'), [submit('NOT_OURS', unknown)], by)).toEqual({ ok: true, value: undefined })
  })

  test.each([
    ['a blank reason', { ...unnamed, elsewhereUnknown: ' ' }],
    ['a blank name', { ...unnamed, elsewhere: { name: ' ', contact: '1' } }],
    ['both at once', { ...full, elsewhereUnknown: unknown.elsewhereUnknown }],
  ])('%s is refused', (_what, content) => {
    expect(mayDo(readyFor('NOT_OURS'), [submit('NOT_OURS', content)], by)).toEqual({ ok: false, problem: missing })
  })

  test.each(['PETITION_LIKE', 'REFER_SPECIAL_QUERY'] as const)('%s always says where to turn', type => {
    expect(missingNeed(type, unknown)).toBe('elsewhere')
  })
})

describe('档案已移交国家档案馆: only once the regular term of transfer is over (档案法 art. 15(2), 实施条例 art. 20)', () => {
  const moved = (formedOn: string, movedOn: string): ReplyContent => ({
    ...full,
    archives: { formedOn: day(formedOn), movedOn: day(movedOn) },
  })
  const answered = (content: ReplyContent) => mayDo(readyFor('OTHER'), [submit('OTHER', content)], by)
  const allowed = { ok: true, value: undefined }

  test('from the day after the tenth anniversary, which is the last day of the term (民法典 art. 202), early deposit or not', () => {
    expect(answered(moved('2016-03-15', '2026-03-16'))).toEqual(allowed)
    expect(answered(moved('2016-03-15', '2020-01-01'))).toEqual(allowed)
    const problem = { kind: 'transferTermRuns', formedOn: '2016-03-16', endsOn: '2026-03-16' }
    expect(answered(moved('2016-03-16', '2020-01-01'))).toEqual({ ok: false, problem })
  })

  test('moved after it was formed, and by today', () => {
    const problem = (on: string) => ({
      ok: false,
      problem: { kind: 'movedOutside', on, from: '2010-03-01', to: today },
    })
    expect(answered(moved('2010-03-01', '2010-02-28'))).toEqual(problem('2010-02-28'))
    expect(answered(moved('2010-03-01', '2026-03-17'))).toEqual(problem('2026-03-17'))
  })

  test('a term that began on a leap day ends on the last of February', () => {
    expect(transferTermEndsOn(day('2012-02-29'))).toBe('2022-02-28')
    expect(transferTermEndsOn(day('2016-02-28'))).toBe('2026-02-28')
  })
})

test('only what was found can be refused', () => {
  const refusals = types.filter(type => replyTypes[type].outcome === 'refused' && type !== 'REFER_SPECIAL_QUERY')
  expect(refusals).toHaveLength(7)
  for (const type of refusals) expect(ruleOf(type).search).toBe('some')
})

test('six types wait for a step that this version does not have', () => {
  const waiting = types.filter(type => 'awaits' in replyRules[type])
  expect(waiting).toEqual([
    'GRANT_PUBLIC_INTEREST',
    'REFUSE_THIRD_PARTY',
    'STILL_UNCLEAR',
    'EXCESSIVE',
    'CLOSED_NO_SUPPLEMENT',
    'CLOSED_UNPAID',
  ])
})

describe('one person', () => {
  const answer = (open: object = {}): StoredRequestFact[] => [
    examined,
    submit('GRANT_PUBLISHED', full),
    {
      type: 'reply.issued@1',
      open: { draftNo: 1, letterNo: '云公开〔2026〕1号', issuedOn: day('2026-03-02'), approval: 'onTheSpot', ...open },
    },
  ]
  const onTheDay = { ...by, today: day('2026-03-02') }

  test('answers on the spot what is public already (art. 33(1)), in one act', () => {
    expect(mayDo(requestIn('registered'), answer(), onTheDay)).toEqual({ ok: true, value: undefined })
    const after = foldRequest(andThen(actsUpTo.registered, clerk, ...answer()))!
    expect(after).toMatchObject({ status: 'issued', letter: { approval: 'onTheSpot', approver: clerk } })
  })

  test('not on a later day, and nothing else', () => {
    const later = answer({ issuedOn: '2026-03-03' })
    expect(mayDo(requestIn('registered'), later, { ...by, today: day('2026-03-03') })).toMatchObject({
      problem: { kind: 'notOnTheSpot' },
    })
    // Nor round a reviewer who has sent it back.
    const sentBack = foldRequest(
      inARow(
        [clerk, registration],
        [clerk, examined],
        [clerk, submit('GRANT_PUBLISHED', full)],
        [reviewer, returned(1)],
      ),
    )!
    const again = answer({ draftNo: 2 }).slice(1)
    const second = { ...again[0]!, open: { draftNo: 2, decision: 'GRANT_PUBLISHED' } } as StoredRequestFact
    expect(mayDo(sentBack, [second, again[1]!], onTheDay)).toMatchObject({ problem: { kind: 'notOnTheSpot' } })
    const grant = { ...issued(1), open: { ...issued(1).open, approval: 'onTheSpot' } } as StoredRequestFact
    expect(mayDo(requestIn('submitted'), [grant], by)).toMatchObject({ problem: { kind: 'notOnTheSpot' } })
  })
})
