import { describe, expect, test } from 'vitest'
import { checkReply, replyInHand, type ReplyGap } from '#shared/application/requests/reply-check'
import { openReplyDraft, typedReply, withDecision, withTyped } from '#shared/application/requests/reply-draft'
import { replyElements } from '#shared/application/requests/reply-elements'
import { suggestedInspectionTime } from '#shared/application/requests/suggested-words'
import { emptyPart, type TypedReply } from '#shared/application/requests/typed-reply'
import { factShapes } from '#shared/contracts/facts'
import { missingNeed, ruleOf, type ReplyNeed } from '#shared/domain/decisions/reply-rules'
import type { Agency } from '#shared/domain/agencies/office-facts'
import type { DecisionType, Route } from '#shared/domain/requests/request-facts'
import { day } from '../../domain/published-calendars'
import { requestIn } from '../../domain/requests/acts-of-a-request'
import { counter, filled, full, opened, types } from './reply-samples'

/** `full` with the one thing taken out that a need asks for, and the field in which it is missed. */
const taken: Readonly<Record<ReplyNeed, readonly [Partial<TypedReply>, ReplyGap['field']]>> = {
  attachmentsOrInspection: [{ attachments: [] }, 'attachments'],
  published: [{ published: [] }, 'published'],
  withheld: [{ withheld: [] }, 'withheld'],
  law: [{ law: { title: '', article: '第九条' } }, 'lawTitle'],
  secrecyReference: [{ secrecyReference: ' ' }, 'secrecyReference'],
  elsewhere: [{ elsewhere: { name: ' ', contact: '0571-88880001' } }, 'elsewhereName'],
  responsibleAgency: [{ elsewhere: { name: ' ', contact: '0571-88880001' } }, 'elsewhereName'],
  earlier: [{ earlier: { letterNo: '', on: day('2026-01-05') } }, 'earlierLetterNo'],
  obtainable: [{ obtainable: '' }, 'obtainable'],
  archives: [{ archives: { formedOn: null, movedOn: day('2021-06-01') } }, 'formedOn'],
}
const pairs = types.flatMap(type => ruleOf(type).needs.map(need => [type, need] as const))

describe(`${pairs.length} pairs of type and what its letter cannot be without`, () => {
  test('there are pairs', () => expect(pairs.length).toBeGreaterThan(10))

  test.each(pairs)('%s without %s', (type, need) => {
    const [part, field] = taken[need]
    expect(checkReply(filled(type)).gaps).toEqual([])
    const { gaps, reply } = checkReply(withTyped(filled(type), part))
    expect(reply).toBeNull()
    expect(gaps.map(gap => gap.field)).toEqual([field])
  })
})

test.each(types)('%s sends only what it needs, in the shape of the fact', type => {
  const { reply } = checkReply(filled(type))
  const content = reply!.content
  expect(factShapes['reply.submitted@1'].personal.safeParse(content).error).toBeUndefined()
  expect(missingNeed(type, content)).toBeUndefined()
  const named = (need: ReplyNeed): string => contentNamed[need] ?? need
  expect(Object.keys(content).toSorted()).toEqual(
    [...new Set(['reasons', 'attachments', ...ruleOf(type).needs.map(named)])].toSorted(),
  )
})

const contentNamed: Readonly<Partial<Record<ReplyNeed, string>>> = {
  attachmentsOrInspection: 'attachments',
  responsibleAgency: 'elsewhere',
}

describe('非本机关负责公开 (art. 36(5))', () => {
  const why = '原县农机站已撤销，职能去向没有文件规定'
  const unknown = withTyped(filled('NOT_OURS'), { isElsewhereUnknown: true, elsewhereUnknown: ` ${why} ` })

  test('no agency is named only where that was chosen, and then the letter says why', () => {
    const empty = withTyped(filled('NOT_OURS'), { elsewhere: { name: '', contact: '' } })
    expect(checkReply(empty)).toMatchObject({ reply: null, gaps: [{ field: 'elsewhereName' }, {}] })
    expect(checkReply(unknown).reply?.content).toEqual({ reasons: '理由', attachments: [], elsewhereUnknown: why })
    expect(checkReply(withTyped(unknown, { elsewhereUnknown: ' ' }))).toMatchObject({
      reply: null,
      gaps: [{ field: 'elsewhereUnknown', problem: { kind: 'empty' } }],
    })
  })

  test('the choice is kept in the sealed draft, and so is the name typed before it', () => {
    const sealed: unknown = JSON.parse(JSON.stringify(unknown))
    const again = openReplyDraft(requestIn('examined'), sealed, counter)
    expect(again).toEqual(unknown)
    expect(checkReply(withTyped(again, { isElsewhereUnknown: false })).reply?.content).toMatchObject({
      elsewhere: full.elsewhere,
    })
  })

  test('a returned draft opens with the choice that was made', () => {
    const returned = requestIn('returned')
    const content = checkReply(unknown).reply!.content
    const currentDraft = { ...returned.currentDraft!, decision: 'NOT_OURS' as const, content }
    const opened = openReplyDraft({ ...returned, currentDraft }, undefined, counter)
    expect(typedReply(opened, 'NOT_OURS')).toMatchObject({ isElsewhereUnknown: true, elsewhereUnknown: why })
  })

  test('the list of elements leads to the reason', () => {
    const elements = replyElements(withTyped(unknown, { elsewhereUnknown: '' }), {
      request: requestIn('examined'),
      agency: {} as never,
    })
    expect(elements.filter(({ isMet }) => !isMet)).toEqual([
      expect.objectContaining({
        element: 'responsibleAgency',
        gap: expect.objectContaining({ field: 'elsewhereUnknown' }),
      }),
    ])
  })

  test('a petition still needs its channel', () => {
    const draft = withTyped(filled('PETITION_LIKE'), {
      isElsewhereUnknown: true,
      elsewhere: { name: '', contact: '1' },
    })
    expect(checkReply(draft).gaps).toMatchObject([{ field: 'elsewhereName' }])
  })
})

test('of a reply that goes by wire the remedy is whole only with the net address of the body (行政复议法 art. 22(2))', () => {
  const remedyOf = (route: Route, agency: object, type: DecisionType = 'REFUSE_PROCESS') =>
    replyElements(filled(type), { request: { ...requestIn('examined'), route }, agency: agency as Agency }).find(
      ({ element }) => element === 'remedy',
    )?.isMet
  const body = { name: '云溪县人民政府', address: '云溪县人民路1号' }
  const without = { reconsiderationBody: body }
  const told = { reconsiderationBody: { ...body, onlineAddress: 'https://fy.example.gov.cn' } }
  expect([remedyOf('email', without), remedyOf('online', without), remedyOf('post', without)]).toEqual([
    ...[false, false, true],
  ])
  expect(remedyOf('email', told)).toBe(true)
  const leftOut = { ...without, remedyOfGrants: 'leftOut' }
  expect([remedyOf('email', leftOut, 'GRANT_PROVIDE'), remedyOf('email', leftOut)]).toEqual([true, false])
})

test('the brackets of a law are put on by the letter', () => {
  expect(replyInHand(filled('REFUSE_LAW'))?.content.law?.title).toBe('中华人民共和国统计法')
})

describe('withheld parts', () => {
  const gapsOf = (withheld: TypedReply['withheld']) => checkReply(withTyped(filled('PARTIAL'), { withheld })).gaps
  const [part] = full.withheld

  test('each needs what, ground and reason; one that another law forbids names the law', () => {
    const empty = { ...emptyPart, reason: '说明' }
    expect(gapsOf([part!, empty])).toEqual([
      { field: 'withheld', kind: 'row', at: 2, part: 'what', problem: { kind: 'empty' } },
      { field: 'withheld', kind: 'row', at: 2, part: 'ground', problem: { kind: 'notChosen' } },
    ])
    expect(gapsOf([{ ...part!, ground: 'REFUSE_LAW' }])).toMatchObject([
      { part: 'lawTitle', at: 1 },
      { part: 'lawArticle', at: 1 },
    ])
  })

  test('a secret names the document of its level and term, and keeps it when the draft is returned', () => {
    const secret = { ...part!, ground: 'REFUSE_STATE_SECRET' as const }
    expect(gapsOf([secret])).toMatchObject([{ at: 1, part: 'secrecyReference', problem: { kind: 'empty' } }])
    const draft = withTyped(filled('PARTIAL'), { withheld: [{ ...secret, secrecyReference: ' 云密〔2025〕1号 ' }] })
    const content = checkReply(draft).reply!.content
    expect(content.withheld).toEqual([
      { what: '第3页账号栏', ground: 'REFUSE_STATE_SECRET', reason: '内部事务', secrecyReference: '云密〔2025〕1号' },
    ])
    expect(factShapes['reply.submitted@1'].personal.safeParse(content).error).toBeUndefined()
    const returned = requestIn('returned')
    const currentDraft = { ...returned.currentDraft!, decision: 'PARTIAL' as const, content }
    const opened = openReplyDraft({ ...returned, currentDraft }, undefined, counter)
    expect(typedReply(opened, 'PARTIAL').withheld).toEqual([{ ...secret, secrecyReference: '云密〔2025〕1号' }])
    const sealed: unknown = JSON.parse(JSON.stringify(draft))
    expect(openReplyDraft(requestIn('examined'), sealed, counter)).toEqual(draft)
  })

  test('a row with nothing in it is no part, and the others keep their number', () => {
    const blank = { ...emptyPart, reason: ' ' }
    expect(gapsOf([blank, part!])).toEqual([])
    expect(gapsOf([blank, { ...part!, what: '' }])).toMatchObject([{ at: 2, part: 'what' }])
    expect(gapsOf([blank])).toEqual([{ field: 'withheld', kind: 'noRows' }])
  })
})

test('a grant needs an attachment with pages, full-width digits too', () => {
  const draft = withDecision(opened(), 'GRANT_PROVIDE')
  expect(checkReply(draft).gaps).toEqual([{ field: 'attachments', kind: 'noRows' }])
  const zero = withTyped(draft, { attachments: [{ title: '批复', pages: '0' }] })
  expect(checkReply(zero).gaps).toMatchObject([{ at: 1, part: 'pages', problem: { kind: 'notAPageCount' } }])
  const rows = [
    { title: ' 批复 ', pages: '１2' },
    { title: '', pages: '' },
  ]
  expect(checkReply(withTyped(draft, { attachments: rows })).reply?.content.attachments).toEqual([
    { title: '批复', pages: 12 },
  ])
})

test('information read on the spot needs place and time, proposed and kept, and attachments only if any', () => {
  const onSpot = { ...requestIn('examined'), medium: 'inspection' as const }
  const draft = withDecision(opened(onSpot), 'GRANT_PROVIDE')
  const inspection = { place: counter, time: suggestedInspectionTime }
  expect(typedReply(draft, 'GRANT_PROVIDE').inspection).toEqual(inspection)
  const { gaps, reply } = checkReply(draft)
  expect(gaps).toEqual([])
  expect(reply?.content).toMatchObject({ attachments: [], inspection })
  expect(factShapes['reply.submitted@1'].personal.safeParse(reply?.content).success).toBe(true)

  const unsaid = { inspection: { place: ' ', time: '' }, attachments: [{ title: '目录', pages: '' }] }
  expect(checkReply(withTyped(draft, unsaid)).gaps.map(({ field }) => field)).toEqual([
    'inspectionPlace',
    'inspectionTime',
    'attachments',
  ])
  expect(replyInHand(withDecision(draft, 'NOT_EXIST'))?.content.inspection).toBeUndefined()
  expect(typedReply(withDecision(opened(), 'GRANT_PROVIDE'), 'GRANT_PROVIDE').inspection).toBeNull()
})
