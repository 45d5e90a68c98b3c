import { expect, test } from 'vitest'
import type { RequestRecord } from '#shared/application/ports'
import { replyRules } from '#shared/domain/decisions/reply-rules'
import { foldRequest } from '#shared/domain/requests/request'
import type { ReplyContent } from '#shared/domain/requests/reply-content'
import type { DecisionType } from '#shared/domain/requests/request-facts'
import { letterOf } from '#shared/domain/requests/request-transitions'
import { missingElements } from '#shared/letters/elements'
import { makeLetter } from '#shared/letters/make-letter'
import type { ReplyModel } from '#shared/letters/reply-model'
import { letterModel, proofModel } from '../../../../../../renderer/windows/desk/papers/letter-models'
import { countyGovernment } from '../../../../../support/fake-desk/fake-office'
import { testFonts } from '../../../../../support/pdf/font-files'
import { day, published } from '../../../../shared/domain/published-calendars'
import {
  clerk,
  examined,
  inARow,
  registration,
  requestIn,
  searched,
  type Act,
} from '../../../../shared/domain/requests/acts-of-a-request'
import { publishedLawPacks } from '../../../../shared/law-packs'

const context = {
  desk: { today: day('2026-03-20'), calendar: published },
  agency: countyGovernment,
  lawPacks: publishedLawPacks(),
  nameOf: () => '周敏',
  me: '罗小燕',
  place: '云溪县政府信息公开查阅中心甲号窗口',
}
const recordOf = (request: RequestRecord['request']): RequestRecord => ({
  ...{ requestId: 'r' as never, request, needsNewerVersion: false, actsLeftOut: 0 },
})
const recordAfter = (acts: readonly Act[]): RequestRecord => recordOf(foldRequest(acts)!)

/** All that any type could need. */
const content: ReplyContent = {
  reasons: '经核实，情况属实',
  attachments: [{ title: '《2024年城区供水改造预算》', pages: 3 }],
  published: [{ title: '《2024年城区供水改造预算》', where: '县政府门户网站预决算公开栏目' }],
  withheld: [{ what: '投标人的商业秘密', ground: 'REFUSE_THIRD_PARTY', reason: '投标人不同意公开' }],
  law: { title: '中华人民共和国档案法', article: '第二十八条' },
  secrecyReference: '云国密定〔2024〕7号',
  elsewhere: { name: '云溪县水利局', contact: '0719-6620088' },
  earlier: { letterNo: '云公开〔2026〕3号', on: day('2026-01-20') },
  obtainable: '县图书馆借阅',
  archives: { formedOn: day('2010-03-01'), movedOn: day('2021-06-01') },
}

const search = { ...searched(1), open: { ...(searched(1) as { open: object }).open, periodFrom: '2024-01' } } as never
const decisions = Object.keys(replyRules) as DecisionType[]
const decidable = decisions.filter(decision => !('awaits' in replyRules[decision]))
console.log(`reply types with a letter: ${decidable.length}`)

test.each(decidable)('%s: the proof is the letter of its type, whole, and so is the letter issued', async decision => {
  const acts = inARow([clerk, registration], [clerk, examined, search])
  const proof = proofModel(recordAfter(acts), { decision, content }, context) as ReplyModel
  expect(proof).toMatchObject({ letter: letterOf(decision), purpose: 'proof', letterNo: null, issuedOn: '2026-03-20' })
  expect(proof.lawPack?.id).toBe('2024-01')
  expect((await makeLetter(proof, testFonts())).ok).toBe(true)

  const record = recordOf({ ...requestIn('issued'), ...withLetter(decision) })
  expect(letterModel(letterOf(decision)!, record, context)).toMatchObject({
    ...{ letter: letterOf(decision), purpose: 'final', letterNo: '云公开〔2026〕15号', issuedOn: '2026-03-10' },
  })
  const others = decidable.map(letterOf).filter(kind => kind !== letterOf(decision))
  for (const kind of others) expect(letterModel(kind!, record, context), kind).toBeNull()
})

function withLetter(decision: DecisionType): Partial<RequestRecord['request']> {
  const { letter, currentDraft } = requestIn('issued')
  return { letter: { ...letter!, decision }, currentDraft: { ...currentDraft!, decision, content } }
}

test('types that wait for a step of the procedure have no letter yet', () => {
  const record = recordAfter(inARow([clerk, registration], [clerk, examined, search]))
  const waiting = decisions.filter(decision => !decidable.includes(decision))
  expect(waiting.length).toBeGreaterThan(0)
  for (const decision of waiting) expect(proofModel(record, { decision, content }, context), decision).toBeNull()
})

test('what rests on a search has no letter before it; what does not, has one without a search paragraph', () => {
  const record = recordAfter(inARow([clerk, registration], [clerk, examined]))
  for (const decision of decidable) {
    const model = proofModel(record, { decision, content }, context)
    if ('search' in replyRules[decision]) expect(model, decision).toBeNull()
    else expect(model, decision).toMatchObject({ search: null })
  }
})

test('what the content leaves open is named, not invented', () => {
  const record = recordAfter(inARow([clerk, registration], [clerk, examined, search]))
  const bare = { reasons: '理由', attachments: [] }
  const missing = (decision: DecisionType) =>
    missingElements(proofModel(record, { decision, content: bare }, context) as ReplyModel)
  expect(missing('GRANT_PROVIDE')).toEqual(['attachments'])
  expect(missing('GRANT_PUBLISHED')).toEqual(['publishedTitle', 'publishedWhere'])
  expect(missing('PARTIAL')).toEqual(['attachments', 'withheldWhat', 'withheldGround', 'withheldReason'])
  expect(missing('REFUSE_STATE_SECRET')).toEqual(['secrecyReference'])
  expect(missing('REFUSE_LAW')).toEqual(['lawTitle', 'lawArticle'])
  expect(missing('REFER_SPECIAL_QUERY')).toEqual(['lawTitle', 'lawArticle', 'elsewhereName', 'elsewhereContact'])
  expect(missing('NOT_OURS')).toEqual(['elsewhereName', 'elsewhereContact'])
  expect(missing('REPEAT')).toEqual(['earlierLetterNo', 'earlierOn'])
  expect(missing('PUBLICATION')).toEqual(['obtainable'])
})

test('where no agency can be named, the letter says why and sends nobody anywhere', async () => {
  const record = recordAfter(inARow([clerk, registration], [clerk, examined]))
  const { elsewhere: _named, ...rest } = content
  const made = async (elsewhereUnknown: string) =>
    makeLetter(
      proofModel(record, { decision: 'NOT_OURS', content: { ...rest, elsewhereUnknown } }, context) as ReplyModel,
      testFonts(),
    )
  const letter = await made('原县农机站已撤销，职能去向没有文件规定。')
  expect(letter.ok && letter.value.text.replaceAll(/\s/g, '')).toContain(
    '现告知你：本机关无法确定负责公开该信息的行政机关，原因是：原县农机站已撤销，职能去向没有文件规定。',
  )
  expect(letter.ok && letter.value.text).not.toContain('可以向该机关提出申请')
  expect(await made(' ')).toMatchObject({ ok: false, problem: { kind: 'elementMissing', letter: 'R13' } })
})

test('of a secret the model carries no search', () => {
  const record = recordAfter(inARow([clerk, registration], [clerk, examined, search]))
  const model = proofModel(record, { decision: 'REFUSE_STATE_SECRET', content }, context)
  expect(model).not.toHaveProperty('search')
  const [part] = content.withheld!
  const secret = { ...part!, ground: 'REFUSE_STATE_SECRET' as const, secrecyReference: '云国密定〔2024〕7号' }
  const partly = { ...content, withheld: [part!, secret] }
  expect(proofModel(record, { decision: 'PARTIAL', content: partly }, context)).toMatchObject({ search: null })
})

test('a letter dated outside every law pack is refused with its day', async () => {
  const record = recordAfter(inARow([clerk, registration], [clerk, examined, search]))
  const early = { ...context, desk: { ...context.desk, today: day('2023-12-31') } }
  const model = proofModel(record, { decision: 'REFUSE_PROCESS', content }, early) as ReplyModel
  expect(await makeLetter(model, testFonts())).toEqual({
    ok: false,
    problem: { kind: 'lawPackMissing', letter: 'R09', on: '2023-12-31' },
  })
})

test('everybody on the form is written to, and an organisation is addressed as one', () => {
  const { open, personal } = registration
  const otherApplicants = [{ name: '李四', idNumber: '110101190001010022', phone: '13800001235' }]
  const several = { ...registration, open: { ...open, applicants: 2 }, personal: { ...personal!, otherApplicants } }
  const proofOf = (form: typeof registration) =>
    proofModel(recordAfter(inARow([clerk, form], [clerk, examined])), { decision: 'REPEAT', content }, context)
  expect(proofOf(several)).toMatchObject({ applicantName: '张三、李四', addressedAs: '你们' })
  const office = { ...registration, open: { ...open, applicantType: 'research' } } as const
  expect(proofOf(office)).toMatchObject({ addressedAs: '你单位' })
  expect(proofOf(registration)).toMatchObject({ applicantName: '张三', addressedAs: '你' })
})

test('the proof of service names the letter by its own title', () => {
  const record = recordOf({ ...requestIn('issued'), ...withLetter('REPEAT') })
  expect(letterModel('S01', record, context)).toMatchObject({ documentTitle: '政府信息公开申请告知书' })
  expect(letterModel('S01', recordOf(requestIn('issued')), context)).toMatchObject({
    documentTitle: '政府信息公开申请答复书',
  })
})
