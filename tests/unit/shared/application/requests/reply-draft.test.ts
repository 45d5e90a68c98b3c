import { describe, expect, test } from 'vitest'
import { checkReply, replyInHand, type ReplyGap } from '#shared/application/requests/reply-check'
import {
  openReplyDraft,
  replyDraftName,
  typedReply,
  withDecision,
  withStepPassed,
  withTyped,
  type ReplyDraft,
} from '#shared/application/requests/reply-draft'
import type { TypedReply } from '#shared/application/requests/typed-reply'
import { replyElements } from '#shared/application/requests/reply-elements'
import { nextStep, openStep, pathSteps, stepOf, typesOf } from '#shared/application/requests/reply-path'
import {
  suggestedInspectionTime,
  suggestedPartReasons,
  suggestedReasons,
  unfilled,
} from '#shared/application/requests/suggested-words'
import { factShapes } from '#shared/contracts/facts'
import { missingNeed, ruleOf, type ReplyNeed } from '#shared/domain/decisions/reply-rules'
import { replyTypes, type ReplyType } from '#shared/domain/decisions/reply-types'
import { foldRequest } from '#shared/domain/requests/request'
import type { DecisionType } from '#shared/domain/requests/request-facts'
import type { StoredRequestFact } from '#shared/domain/requests/request-state'
import { day } from '../../domain/published-calendars'
import {
  actsUpTo,
  andThen,
  clerk,
  examined,
  inARow,
  registration,
  requestIn,
  unsearched,
} from '../../domain/requests/acts-of-a-request'

const counter = '云溪县政府信息公开查阅中心甲号窗口'
const types = Object.keys(replyTypes) as DecisionType[]
const offered = types.filter(type => !ruleOf(type).awaits)

const opened = (request = requestIn('examined')): ReplyDraft => openReplyDraft(request, undefined, counter)

/** Everything that any type could ask for. */
const full: TypedReply = {
  reasons: '理由',
  attachments: [{ title: '批准文件', pages: '3' }],
  inspection: null,
  published: [{ title: '通知', where: 'https://www.example.gov.cn/1.html', publishedOn: day('2026-01-05') }],
  withheld: [{ what: '第3页账号栏', ground: 'REFUSE_INTERNAL', reason: '内部事务', law: { title: '', article: '' } }],
  law: { title: '《中华人民共和国统计法》', article: '第九条' },
  secrecyReference: '云密〔2025〕1号',
  elsewhere: { name: '云溪县住房和城乡建设局', contact: '0571-88880001' },
  ...{ isElsewhereUnknown: false, elsewhereUnknown: '' },
  earlier: { letterNo: '云公开〔2026〕1号', on: day('2026-01-05') },
  obtainable: '县图书馆',
}

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
}

const filled = (type: DecisionType): ReplyDraft => withTyped(withDecision(opened(), type), full)

describe(`the path to ${types.length} types of reply`, () => {
  test('every type is reached by one question, in the order 补不补 to 怎么给', () => {
    expect(pathSteps.flatMap(typesOf).toSorted()).toEqual(types.toSorted())
    for (const type of types) expect(typesOf(stepOf(type))).toContain(type)
    expect(nextStep('way')).toBeUndefined()
  })

  test('the record answers the first questions', () => {
    expect(openStep(requestIn('registered'))).toBe('supplement')
    expect(openStep(foldRequest(unsearched)!)).toBe('held')
    expect(openStep(requestIn('examined'))).toBe('withhold')
    const notOurs = { ...examined, open: { elementsComplete: true, withinRemit: false } } as typeof examined
    const request = foldRequest(inARow([clerk, registration], [clerk, notOurs]))!
    expect(request.withinRemit).toBe(false)
    expect(openStep(request)).toBe('remit')
  })

  test('passed on to another agency, the first questions are open again', () => {
    const passedOn: StoredRequestFact = {
      type: 'request.passedOn@1',
      open: { toAgencyId: 'a-2' as never, receivedOn: day('2026-03-05') },
      personal: { reason: '属住建局职责' },
    }
    const passed = andThen(actsUpTo.examined, clerk, passedOn)
    expect(openStep(foldRequest(passed)!)).toBe('supplement')
    const anew = passed.concat(inARow([clerk, examined]).map(act => ({ ...act, seq: 99, hlc: '2026-03-06T09:00' })))
    expect(openStep(foldRequest(anew)!)).toBe('held')
  })

  test('going on takes back what was chosen at that question, and nothing else', () => {
    const refused = withDecision(opened(), 'REFUSE_INTERNAL')
    expect(withStepPassed(refused)).toMatchObject({ step: 'way', decision: null })
    expect(withStepPassed({ ...refused, step: 'kind' })).toMatchObject({ step: 'remit', decision: 'REFUSE_INTERNAL' })
    expect(typedReply(withStepPassed(refused), 'REFUSE_INTERNAL').reasons).toBe(suggestedReasons.REFUSE_INTERNAL)
  })
})

describe('proposed reasons', () => {
  test.each(offered)('%s cites its article in a whole sentence', type => {
    const words = suggestedReasons[type]
    const { basis }: ReplyType = replyTypes[type]
    expect(words).toMatch(/。$/)
    if (type === 'NOT_EXIST' || type === 'GRANT_PROVIDE') return // the letter itself cites it before the reasons
    for (const article of basis) expect(words).toContain(inChinese[article])
  })

  test('each withheld part too', () => {
    for (const [ground, words] of Object.entries(suggestedPartReasons)) {
      const { basis }: ReplyType = replyTypes[ground as DecisionType]
      expect(words).toContain(inChinese[basis[0]!])
    }
  })

  test('a place that only the clerk can fill is never sent', () => {
    const open = offered.filter(type => unfilled.test(suggestedReasons[type]))
    expect(open).toContain('REFUSE_SECURITY')
    for (const type of open) {
      const draft = withTyped(filled(type), { reasons: suggestedReasons[type] })
      expect(checkReply(draft)).toMatchObject({ reply: null, gaps: [{ field: 'reasons', kind: 'unfilled' }] })
    }
    const withheld = [{ ...full.withheld[0]!, reason: suggestedPartReasons.REFUSE_SECURITY }]
    expect(checkReply(withTyped(filled('PARTIAL'), { withheld })).gaps).toEqual([
      { field: 'withheld', kind: 'row', at: 1, part: 'reason', problem: { kind: 'unfilled' } },
    ])
  })
})

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

test('the brackets of a law are put on by the letter', () => {
  expect(replyInHand(filled('REFUSE_LAW'))?.content.law?.title).toBe('中华人民共和国统计法')
})

describe('withheld parts', () => {
  const gapsOf = (withheld: TypedReply['withheld']) => checkReply(withTyped(filled('PARTIAL'), { withheld })).gaps
  const [part] = full.withheld

  test('each needs what, ground and reason; one that another law forbids names the law', () => {
    const empty = { what: '', ground: null, reason: '说明', law: { title: '', article: '' } }
    expect(gapsOf([part!, empty])).toEqual([
      { field: 'withheld', kind: 'row', at: 2, part: 'what', problem: { kind: 'empty' } },
      { field: 'withheld', kind: 'row', at: 2, part: 'ground', problem: { kind: 'notChosen' } },
    ])
    expect(gapsOf([{ ...part!, ground: 'REFUSE_LAW' }])).toMatchObject([
      { part: 'lawTitle', at: 1 },
      { part: 'lawArticle', at: 1 },
    ])
  })

  test('a row with nothing in it is no part, and the others keep their number', () => {
    const blank = { what: '', ground: null, reason: ' ', law: { title: '', article: '' } }
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

describe('drafts', () => {
  test('trying another type loses nothing', () => {
    const partial = withTyped(withDecision(opened(), 'PARTIAL'), { reasons: '部分', withheld: full.withheld })
    const back = withDecision(withTyped(withDecision(partial, 'NOT_OURS'), { elsewhere: full.elsewhere }), 'PARTIAL')
    expect(typedReply(back, 'PARTIAL')).toMatchObject({ reasons: '部分', withheld: full.withheld })
    expect(typedReply(back, 'NOT_OURS').elsewhere).toEqual(full.elsewhere)
    expect(typedReply(back, 'PARTIAL').elsewhere.name).toBe('')
  })

  test.each(types)('a sealed draft of %s comes back whole', type => {
    const sealed: unknown = JSON.parse(JSON.stringify(filled(type)))
    const again = openReplyDraft(requestIn('examined'), sealed, counter)
    expect(again).toEqual(filled(type))
  })

  test('what cannot be read is left as it was at the start, and the rest is kept', () => {
    const sealed = {
      ...{ draftNo: 1, step: 'nowhere', decision: 'PARTIAL' },
      typed: {
        PARTIAL: {
          reasons: '部分',
          attachments: 'broken',
          withheld: [{ what: 7, ground: 'NO' }, 'x'],
          earlier: { on: '?' },
        },
        NO_TYPE: {},
      },
    }
    const again = openReplyDraft(requestIn('examined'), sealed, counter)
    expect(again).toMatchObject({ step: 'withhold', decision: 'PARTIAL' })
    expect(typedReply(again, 'PARTIAL')).toMatchObject({
      ...{ reasons: '部分', attachments: [{ title: '', pages: '' }], earlier: { letterNo: '', on: null } },
      withheld: [{ what: '', ground: null, reason: '' }],
    })
    expect(Object.keys(again.typed)).toEqual(['PARTIAL'])
    expect(openReplyDraft(requestIn('examined'), 'nonsense', counter)).toEqual(opened())
  })

  test('what was returned opens, and the sealed one where it is for the same number', () => {
    const request = requestIn('returned')
    const start = openReplyDraft(request, undefined, counter)
    expect(start).toMatchObject({ draftNo: 2, decision: 'GRANT_PROVIDE', step: 'way' })
    expect(typedReply(start, 'GRANT_PROVIDE').attachments).toEqual([{ title: '批准文件', pages: '3' }])
    const saved = { draftNo: 2, step: 'held', decision: 'NOT_EXIST', typed: { NOT_EXIST: { reasons: '无' } } }
    const sealed = openReplyDraft(request, saved, counter)
    expect(sealed).toMatchObject({ decision: 'NOT_EXIST', typed: { NOT_EXIST: { reasons: '无' } } })
    expect(typedReply(sealed, 'GRANT_PROVIDE').attachments).toEqual([{ title: '批准文件', pages: '3' }])
    expect(openReplyDraft(request, { ...saved, draftNo: 1 }, counter).decision).toBe('GRANT_PROVIDE')
  })

  test('it has a name that main accepts', () => {
    expect(replyDraftName('0b7c2c1e-3d1c-4c53-9a4e-6f1f2f7c9a01' as never)).toMatch(/^[a-z]+(-[a-z0-9-]{1,40})?$/)
  })
})

describe('the list of elements', () => {
  const parts = { request: requestIn('examined'), agency: {} as never }

  test('nothing is listed while nothing is decided', () => expect(replyElements(opened(), parts)).toEqual([]))

  test.each(types)('%s filled in is whole', type => {
    const elements = replyElements(filled(type), parts)
    expect(elements.filter(({ isMet }) => !isMet)).toEqual([])
    for (const need of ruleOf(type).needs) expect(elements.map(({ element }) => element)).toContain(need)
  })

  test('what is missing leads to its field, what is recorded elsewhere does not', () => {
    const draft = withTyped(filled('NOT_OURS'), { elsewhere: { name: '局', contact: '' } })
    const missing = replyElements(draft, { ...parts, agency: null }).filter(({ isMet }) => !isMet)
    expect(missing.map(({ element, gap }) => [element, gap?.field])).toEqual([
      ['responsibleAgency', 'elsewhereContact'],
      ['remedy', undefined],
      ['contact', undefined],
    ])
  })
})

const inChinese: Readonly<Record<string, string>> = {
  '14': '第十四条',
  '15': '第十五条',
  '16(1)': '第十六条第一款',
  '16(2)': '第十六条第二款',
  '36(1)': '第三十六条第一项',
  '36(5)': '第三十六条第五项',
  '36(6)': '第三十六条第六项',
  '36(7)': '第三十六条第七项',
  '37': '第三十七条',
  '38': '第三十八条',
  '39(1)': '第三十九条第一款',
  '39(2)': '第三十九条第二款',
}
