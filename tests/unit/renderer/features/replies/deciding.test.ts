import { describe, expect, test } from 'vitest'
import type { SignedIn } from '#shared/application/desk'
import { checkReply } from '#shared/application/requests/reply-check'
import { openReplyDraft, withDecision } from '#shared/application/requests/reply-draft'
import { pathSteps, stepOf } from '#shared/application/requests/reply-path'
import { ruleOf, type ReplyNeed } from '#shared/domain/decisions/reply-rules'
import { replyTypes } from '#shared/domain/decisions/reply-types'
import { foldRequest } from '#shared/domain/requests/request'
import type { ReplyContent, WithheldPart } from '#shared/domain/requests/reply-content'
import type { DecisionType } from '#shared/domain/requests/request-facts'
import { rowWords, whyNotIn } from '../../../../../renderer/features/replies/decision-words'
import { gapSentence } from '../../../../../renderer/features/replies/gap-sentence'
import { stepWords } from '../../../../../renderer/features/replies/path-words'
import { contentItems } from '../../../../../renderer/features/replies/review-contents'
import { translatorFor } from '../../../../../renderer/i18n/translator'
import { day } from '../../../shared/domain/published-calendars'
import { clerk, requestIn, unsearched } from '../../../shared/domain/requests/acts-of-a-request'

const types = Object.keys(replyTypes) as DecisionType[]
const me: SignedIn = { personId: clerk, name: '周敏', posts: ['clerk'] }
const today = day('2026-03-05')
const chinese = translatorFor('zh-CN')
const both = [chinese, translatorFor('en')] as const
const { t } = chinese

const open = (request = requestIn('examined'), on = today): readonly DecisionType[] =>
  types.filter(type => whyNotIn(request, { me, today: on }, t)(type) === undefined)

describe(`${types.length} types, each offered or shown with its reason`, () => {
  test('what was found is given or refused; what waits for a step says which', () => {
    const notNow = types.filter(type => !open().includes(type))
    expect(notNow).toEqual(types.filter(type => ruleOf(type).awaits || type === 'NOT_EXIST'))
    const whyNot = whyNotIn(requestIn('examined'), { me, today }, t)
    expect(whyNot('EXCESSIVE')).toBe('「大量反复申请」要先办说明理由，这一步在后续版本。')
    expect(whyNot('NOT_EXIST')).toMatch(/找到 1 份/)
  })

  test('without a search only what does not rest on one', () => {
    expect(open(foldRequest(unsearched)!)).toEqual(
      types.filter(type => !ruleOf(type).awaits && ruleOf(type).search === undefined),
    )
  })

  test('before the examination only what is public already, on the day it came', () => {
    expect(open(requestIn('registered'), day('2026-03-02'))).toEqual(['GRANT_PUBLISHED'])
    expect(open(requestIn('registered'), day('2026-03-03'))).toEqual([])
  })

  test.each(types)('%s names article and annual row', type => {
    expect(rowWords(type, t)).toContain(replyTypes[type].annualRow)
    expect(rowWords(type, t)).toMatch(/条例|国办函|档案法/)
  })
})

describe('the path in words', () => {
  const seen = { request: requestIn('examined'), nameOf: () => '周敏', today }
  const answers = (decision: DecisionType | null) =>
    stepWords({ ...seen, decision, step: decision ? stepOf(decision) : 'withhold' }, chinese)

  test('what is recorded stands beside its question', () => {
    expect(answers(null).map(({ answer, state }) => [state, answer])).toEqual([
      ['passed', '不用补正（3月2日 周敏审查）'],
      ['passed', '是政府信息公开申请'],
      ['passed', '由本机关负责（3月2日 周敏审查）'],
      ['passed', '找到 1 份，3月4日 检索记录'],
      ['waiting', '还没有问到'],
      ['waiting', '还没有问到'],
    ])
  })

  test.each(types)('%s ends the path at its own question', type => {
    const states = answers(type).map(({ state }) => state)
    expect(states.indexOf('decided')).toBe(pathSteps.indexOf(stepOf(type)))
    expect(states.slice(states.indexOf('decided') + 1).every(state => state === 'waiting')).toBe(true)
  })
})

test('every gap of every untouched type has a sentence in both languages', () => {
  const start = openReplyDraft({ ...requestIn('examined'), medium: 'inspection' }, null, '')
  let said = 0
  for (const decision of types)
    for (const gap of checkReply(withDecision(start, decision)).gaps)
      for (const translator of both) {
        expect(gapSentence(gap, decision, translator)).toMatch(/^[^{}]+[。.]$/)
        said++
      }
  expect(said).toBeGreaterThan(30)
})

describe('the reviewer reads', () => {
  const content: ReplyContent = {
    reasons: '理由一段',
    attachments: [{ title: '批准文件', pages: 3 }],
    published: [{ title: '规划', where: 'https://www.example.gov.cn/1', publishedOn: '2026-01-05' }],
    withheld: [
      { what: '账号栏', ground: 'REFUSE_INTERNAL', reason: '内部事务' },
      { what: '附表', ground: 'REFUSE_LAW', reason: '禁止公开', law: { title: '统计法', article: '第九条' } },
    ],
    law: { title: '统计法', article: '第二十五条' },
    secrecyReference: '云密〔2025〕1号',
    elsewhere: { name: '住建局', contact: '0571-88880003' },
    earlier: { letterNo: '云公开〔2026〕1号', on: day('2026-01-06') },
    obtainable: '县图书馆',
    archives: { formedOn: day('2010-03-01'), movedOn: day('2021-06-01') },
  }
  const draft = { draftNo: 1, drafter: clerk, submitted: requestIn('examined').registered, content }
  const said: Readonly<Record<ReplyNeed, string>> = {
    attachmentsOrInspection: '批准文件（3 页）',
    published: '规划：https://www.example.gov.cn/1（2026年1月5日 公开）',
    withheld: '账号栏。不予公开（内部事务信息），条例第十六条第一款。内部事务',
    law: '《统计法》第二十五条',
    secrecyReference: '云密〔2025〕1号',
    elsewhere: '住建局，0571-88880003',
    responsibleAgency: '住建局，0571-88880003',
    earlier: '云公开〔2026〕1号，2026年1月6日',
    obtainable: '县图书馆',
    archives: '2010年3月1日形成，2021年6月1日移交国家档案馆',
  }

  test.each(types)('all that %s says', decision => {
    const values = contentItems({ ...draft, decision }, chinese).map(({ value }) => value)
    for (const need of ruleOf(decision).needs) expect(values).toContain(said[need])
    expect(values).toContain('理由一段')
    expect(values).toContain(replyTypes[decision].annualRow)
  })

  test('why no agency is named', () => {
    const { elsewhere: _named, ...rest } = content
    const unnamed = { ...rest, elsewhereUnknown: '职能去向没有文件规定' }
    const values = contentItems({ ...draft, decision: 'NOT_OURS', content: unnamed }, chinese).map(({ value }) => value)
    expect(values).toContain('无法确定：职能去向没有文件规定')
  })

  test('a part that is a secret with the number of its document', () => {
    const secret = {
      what: '附件三',
      ground: 'REFUSE_STATE_SECRET',
      reason: '已定密',
      secrecyReference: '云密〔2025〕1号',
    }
    const withSecret = { ...content, withheld: [secret as WithheldPart] }
    const drafted = { ...draft, decision: 'PARTIAL', content: withSecret } as const
    const values = contentItems(drafted, chinese).map(({ value }) => value)
    expect(values).toContain('附件三。不予公开（国家秘密），条例第十四条，定密文件编号：云密〔2025〕1号。已定密')
  })

  test('a part that another law forbids with that law', () => {
    const values = contentItems({ ...draft, decision: 'PARTIAL' }, chinese).map(({ value }) => value)
    expect(values).toContain('附表。不予公开（法律、行政法规禁止），条例第十四条，《统计法》第九条。禁止公开')
  })
})
