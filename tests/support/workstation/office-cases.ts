import { addDays, weekdayOf, type CivilDate } from '#shared/domain/calendar/civil-date'
import { needsConfirmation } from '#shared/domain/requests/date-of-receipt'
import type { ReplyContent } from '#shared/domain/requests/reply-content'
import type { ApplicantType, Channel, DecisionType } from '#shared/domain/requests/request-facts'
import { letterOf } from '#shared/domain/requests/request-transitions'
import { queryCodeFrom } from '#shared/domain/requests/query-code'
import { ruleOf } from '#shared/domain/decisions/reply-rules'
import type { PlainFact } from '#shared/ledger/act'
import { oneOf, syntheticFirm, syntheticPerson } from './synthetic-people'

export const everyChannel: readonly Channel[] = [
  ...(['inPerson', 'signedPost', 'ordinaryPost', 'email', 'web', 'fax', 'phoneNote'] as const),
]
export const everyApplicantType: readonly ApplicantType[] = [
  ...(['naturalPerson', 'commercial', 'research', 'publicBenefit', 'legalService', 'otherOrganisation'] as const),
]
/** Reply types that need no supplement, consultation, statement of reasons or fee. */
export const decidedHere: readonly DecisionType[] = [
  ...(['GRANT_PROVIDE', 'NOT_EXIST', 'GRANT_PUBLISHED', 'PARTIAL', 'REFUSE_LAW', 'NOT_OURS'] as const),
  ...(['REFUSE_INTERNAL', 'NEEDS_PRODUCTION', 'PETITION_LIKE', 'REPEAT', 'REFUSE_STATE_SECRET'] as const),
  ...(['PUBLICATION', 'REFER_SPECIAL_QUERY', 'REFUSE_PROCESS', 'RECONFIRM', 'REFUSE_CASE_FILE'] as const),
]

export interface CaseStep {
  readonly by: 'clerk' | 'reviewer'
  readonly on: CivilDate
  /** The agency whose request it is then. */
  readonly agencyId: string
  /** Numbers are drawn when it is written: `requestNo` and `letterNo` are put in then. */
  readonly fact: PlainFact
}

export interface CaseToBuild {
  /** From 0; channel, applicant type and reply type follow from it, so that none is left out. */
  readonly index: number
  readonly agencyId: string
  /** Where the office serves two: some requests are passed on to it, and received anew there. */
  readonly otherAgencyId?: string
  /** Day it comes in; every step after it is on a working day. */
  readonly comesOn: CivilDate
  readonly random: () => number
}

/** One request from its registration to the end, one fact a step, lawful in this order. */
export function caseSteps({ index, agencyId, otherAgencyId, comesOn, random }: CaseToBuild): CaseStep[] {
  const channel = everyChannel[index % everyChannel.length]!
  const applicantType = everyApplicantType[index % everyApplicantType.length]!
  const decision = decidedHere[index % decidedHere.length]!
  const waits = needsConfirmation(channel)
  const receivedOn = waits ? nextWorkingDay(comesOn) : comesOn
  const steps: CaseStep[] = []
  let day = comesOn
  let withAgency = agencyId
  const write = (by: CaseStep['by'], type: string, [open, personal]: Written) =>
    void steps.push({
      by,
      on: day,
      agencyId: withAgency,
      fact: { type, open, ...(personal ? { personal } : {}) } as PlainFact,
    })
  const later = () => void (day = nextWorkingDay(day))

  const who = partiesOf(applicantType, random)
  const from = { agencyId, channel, applicantType, ...(waits ? { arrivedOn: comesOn } : { receivedOn }) }
  const description = `${oneOf(matters, random)}（${comesOn.slice(0, 4)}年第${index + 1}件）`
  write('clerk', 'request.registered@1', [
    { ...from, medium: 'paper', route: 'post', originalSeen: channel === 'inPerson' },
    {
      applicant: { ...who, postalAddress: '云溪县青石镇白鹭村1号' },
      ...evidence(channel),
      description,
      queryCode: queryCode(random),
    },
  ])
  if (waits) {
    write('clerk', 'receipt.contactTried@1', [
      { triedOn: day, way: 'phone', isReached: false },
      { note: '无人接听，明日再联系' },
    ])
    later()
    write('clerk', 'receipt.confirmed@1', [{ confirmedOn: day, way: 'phone' }, { note: '申请人确认收到之日' }])
  }
  if (index % 17 === 16) {
    write('clerk', 'request.withdrawn@1', [{ withdrawnOn: day }, { note: '申请人来电撤回' }])
    return steps
  }
  later()
  if (otherAgencyId && index % 11 === 10) {
    write('clerk', 'request.passedOn@1', [
      { toAgencyId: otherAgencyId, receivedOn: day },
      { reason: '所申请的信息由该机关制作' },
    ])
    withAgency = otherAgencyId
    later()
  }
  write('clerk', 'request.examined@1', [{ elementsComplete: true, withinRemit: decision !== 'NOT_OURS' }])
  const { search } = ruleOf(decision)
  if (search) {
    later()
    write('clerk', 'search.recorded@1', [{ searchedOn: day, found: search === 'none' ? 0 : 2 }, searchWords])
  }
  later()
  const submit = (draftNo: number) =>
    write('clerk', 'reply.submitted@1', [{ draftNo, decision }, contentOf(decision, comesOn) as never])
  submit(1)
  if (index % 5 === 3) {
    later()
    write('reviewer', 'reply.returned@1', [{ draftNo: 1 }, { remarks: '请写明检索范围和理由' }])
    submit(2)
  }
  later()
  write('reviewer', 'reply.issued@1', [{ draftNo: index % 5 === 3 ? 2 : 1, issuedOn: day }])
  write('clerk', 'document.produced@1', [{ document: letterOf(decision)!, how: 'printed', digest, pages: 2 }])
  later()
  const trackingNo = `EX${String(index).padStart(9, '0')}CN`
  write('clerk', 'reply.served@1', [
    { servedOn: day, way: 'post' },
    { place: '云溪县邮政局', receivedBy: who.name, trackingNo },
  ])
  later()
  write('clerk', 'post.delivered@1', [{ deliveredOn: day }])
  return steps
}

type Written = readonly [open: Readonly<Record<string, unknown>>, personal?: Readonly<Record<string, unknown>>]

const queryCode = (random: () => number) =>
  queryCodeFrom(Uint8Array.from({ length: 8 }, () => Math.floor(random() * 256)))
const digest = 'ab'.repeat(32)
const searchWords = {
  places: ['档案管理系统', '综合档案室'],
  unitsAsked: ['用途管制科'],
  words: ['白鹭村', '批准文件'],
  result: '见检索清单',
}
const matters = [
  '青石镇白鹭村宗地征地补偿安置方案',
  '柳河大桥竣工验收备案材料',
  '城东小学扩建项目环境影响评价批复',
  '云溪县农村危房改造补助资金分配情况',
  '县道X014改造工程中标通知书',
]

export function nextWorkingDay(day: CivilDate): CivilDate {
  let next = addDays(day, 1)
  while (weekdayOf(next) > 5) next = addDays(next, 1)
  return next
}

const kinds = {
  commercial: '有限公司',
  research: '研究所',
  publicBenefit: '公益服务中心',
  legalService: '法律服务所',
  otherOrganisation: '商会',
} as const

function partiesOf(type: ApplicantType, random: () => number) {
  const person = syntheticPerson(random)
  if (type === 'naturalPerson') return person
  const { name, idNumber } = person
  return {
    ...syntheticFirm(random, kinds[type]),
    idKind: 'creditCode' as const,
    representative: syntheticPerson(random).name,
    actingPerson: { name, idNumber },
  }
}

function evidence(channel: Channel): { arrival?: Readonly<Record<string, string>> } {
  if (channel === 'signedPost') return { arrival: { trackingNo: '1234567890123', signedBy: '收发室' } }
  return channel === 'email' ? { arrival: { from: 'someone@example.invalid' } } : {}
}

/** What each type cannot be without (reply-rules.ts). */
function contentOf(decision: DecisionType, comesOn: CivilDate): ReplyContent {
  const attachments = [{ title: '所申请的文件', pages: 3 }]
  const law = { title: '中华人民共和国统计法', article: '第二十五条' }
  const earlier = { letterNo: '云自然资公开〔2025〕7号', on: addDays(comesOn, -200) }
  const parts: Partial<Record<DecisionType, Partial<ReplyContent>>> = {
    GRANT_PROVIDE: { attachments },
    GRANT_PUBLISHED: { published: [{ title: '所申请的文件', where: '云溪县人民政府网站“政府信息公开”栏' }] },
    PARTIAL: {
      attachments,
      withheld: [{ what: '附件中的住址和电话', ground: 'REFUSE_THIRD_PARTY', reason: '涉及他人个人隐私' }],
    },
    REFUSE_LAW: { law },
    REFUSE_STATE_SECRET: { secrecyReference: '定密〔2024〕3号' },
    REFER_SPECIAL_QUERY: { law, elsewhere: { name: '云溪县不动产登记中心', contact: '0571-88880009' } },
    NOT_OURS: { elsewhere: { name: '云溪县水务局', contact: '0571-88880001' } },
    PETITION_LIKE: { elsewhere: { name: '云溪县信访局', contact: '0571-88880002' } },
    REPEAT: { earlier },
    RECONFIRM: { earlier },
    PUBLICATION: { obtainable: '可向云溪县新华书店购买' },
  }
  return { reasons: '经审查，依照有关规定作出本答复。', attachments: [], ...parts[decision] }
}
