import type { ApplicantType, Channel, Medium, Route } from '../../domain/requests/request-facts'

/** How far the old register says that a case has come. */
export type PaperStatus =
  | 'registered'
  | 'examined'
  | 'closed'
  | 'replyIssued'
  | 'waitsForOpinion'
  | 'waitsForSupplement'

/** The first pattern that fits; null where none does. */
const reader =
  <T>(patterns: readonly (readonly [RegExp, T])[]) =>
  (text: string): T | null =>
    patterns.find(([pattern]) => pattern.test(text.normalize('NFKC').replace(/\s/gu, '')))?.[1] ?? null

export const readChannel = reader<Channel>([
  [/当面|现场|窗口|上门|来访|口头/u, 'inPerson'],
  [/电子邮|邮箱|e-?mail/iu, 'email'],
  [/(?<![非未])挂号|EMS|快递|特快/iu, 'signedPost'], // 挂号信函 is signed for
  [/平信|平邮|普通信|平常信|信函/u, 'ordinaryPost'],
  [/邮寄|邮政|签收/u, 'signedPost'],
  [/网|在线|平台|系统/u, 'web'],
  [/传真/u, 'fax'],
  [/电话/u, 'phoneNote'],
])

export const readApplicantType = reader<ApplicantType>([
  [/个体|个人独资/u, 'commercial'], // as the annual report counts them (reference 5.4)
  [/非企业|社会服务机构/u, 'publicBenefit'], // one of the 社会组织, and no 企业
  [/自然人|个人|公民|居民/u, 'naturalPerson'],
  [/法律服务|律师/u, 'legalService'],
  [/科研|研究|高校|大学/u, 'research'],
  [/公益|社会组织|基金会|慈善/u, 'publicBenefit'],
  [/企业|公司|商业/u, 'commercial'],
  [/其他|其它|组织|单位|法人/u, 'otherOrganisation'],
])

/** What a name gives away where the register has no type: never sure, always said. */
export const typeOfName = reader<ApplicantType>([
  [/律师事务所|法律服务所|公证处/u, 'legalService'],
  [/研究院|研究所|大学|学院$/u, 'research'],
  [/基金会|慈善/u, 'publicBenefit'],
  [/公司|集团|工厂|合作社|商行|商店|酒店/u, 'commercial'],
  [/委员会|协会|学会|中心|村民小组|学校|医院|工会/u, 'otherOrganisation'],
])

export const readStatus = reader<PaperStatus>([
  [/(?:未|没有?|待)(?:办理?|处理)?(?:结|毕|完结|完毕|答复|回复)/u, 'examined'],
  [/待送达|未送达|已签发|已审批/u, 'replyIssued'],
  [/办结|已答复|已回复|送达|办毕|完结|(?<!未|没|没有)(?:撤回|撤销|终止|归档)/u, 'closed'],
  [/补正/u, 'waitsForSupplement'],
  [/征求|暂停|中止/u, 'waitsForOpinion'],
  [/待审查|未审|新收|未办|待办/u, 'registered'],
  [/在办|办理中|正在|检索|审查|审核|拟稿|处理中|(?:未|没有?)(?:撤|终止|归档)/u, 'examined'],
  [/登记|受理|收到/u, 'registered'],
])

export const readMedium = reader<Medium>([
  [/电子|邮件|光盘|网/u, 'electronic'],
  [/查阅|抄录|阅览/u, 'inspection'],
  [/纸|复印|书面|打印|邮寄|自取|领取/u, 'paper'],
])

/** Registers write form and route in one cell (纸质邮寄); null where no route is named. */
export const readRoute = reader<Route>([
  [/电子邮|邮箱|e-?mail/iu, 'email'],
  [/邮寄|邮递|寄送|挂号|EMS|特快/iu, 'post'],
  [/传真/u, 'fax'],
  [/网|在线|平台/u, 'online'],
  [/自取|自行领取|当面|领取|窗口/u, 'collect'],
])

/** 是, √, 1 -> true; 否, 空 -> false; null for anything else. */
export function readYesNo(text: string): boolean | null {
  const plain = text.normalize('NFKC').trim()
  if (/^(?:否|无|不是|0|×|x|n|no|false|-|)$/iu.test(plain)) return false
  return /^(?:是|有|√|✓|✔|1|y|yes|true|上年结转|结转)$/iu.test(plain) ? true : null
}

/** `4`, `4天`, `延长20个工作日` -> the number; 0 where it says none; null for anything else, dates among them. */
export function readDays(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s/gu, '')
  if (/^(?:否|无|没有|未延期|未暂停|-|)$/u.test(plain)) return 0
  const match = /^(?:已?(?:暂停|延期|延长|扣除)(?:答复)?)?(\d{1,3})(?:\.0+)?(?:个?工作日|天|日)?$/u.exec(plain)
  return match ? Number(match[1]) : null
}
