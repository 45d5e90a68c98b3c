import { describe, expect, test } from 'vitest'
import { checkReply } from '#shared/application/requests/reply-check'
import {
  openReplyDraft,
  replyDraftName,
  typedReply,
  withDecision,
  withStepPassed,
  withTyped,
} from '#shared/application/requests/reply-draft'
import { replyElements } from '#shared/application/requests/reply-elements'
import { nextStep, openStep, pathSteps, stepOf, typesOf } from '#shared/application/requests/reply-path'
import { suggestedPartReasons, suggestedReasons, unfilled } from '#shared/application/requests/suggested-words'
import { ruleOf } from '#shared/domain/decisions/reply-rules'
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
import { counter, filled, full, offered, opened, types } from './reply-samples'

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
  'ARCHIVES 15(2)': '《中华人民共和国档案法》第十五条第二款',
}
