import type { CitedLaw, RefusalGround } from '../../domain/requests/reply-content'
import { cited, withoutEndMark } from './reply-letter'

/** A ground of refusal in the words of the Regulation. */
export interface GroundWords {
  /** 属于…, after the name of the information. */
  readonly is: string
  /** The article with its paragraph. */
  readonly article: string
  /** 不予公开 (art. 14) and 不得公开 (art. 15) bind; 可以不予公开 (art. 16) leaves a discretion that the letter shows. */
  readonly rule: '不予公开' | '不得公开' | '可以不予公开'
}

/** `law` is the law that forbids; only REFUSE_LAW has one. */
export const groundWords = (ground: RefusalGround, law?: CitedLaw): GroundWords =>
  ground === 'REFUSE_LAW' && law ? { ...GROUNDS.REFUSE_LAW, is: `${cited(law)}禁止公开的政府信息` } : GROUNDS[ground]

const GROUNDS: Readonly<Record<RefusalGround, GroundWords>> = {
  REFUSE_STATE_SECRET: { is: '依法确定为国家秘密的政府信息', article: '第十四条', rule: '不予公开' },
  REFUSE_LAW: { is: '法律、行政法规禁止公开的政府信息', article: '第十四条', rule: '不予公开' },
  REFUSE_SECURITY: {
    is: '公开后可能危及国家安全、公共安全、经济安全、社会稳定的政府信息',
    article: '第十四条',
    rule: '不予公开',
  },
  REFUSE_THIRD_PARTY: {
    is: '涉及商业秘密、个人隐私等公开会对第三方合法权益造成损害的政府信息',
    article: '第十五条',
    rule: '不得公开',
  },
  REFUSE_INTERNAL: {
    is: '行政机关人事管理、后勤管理、内部工作流程等方面的内部事务信息',
    article: '第十六条第一款',
    rule: '可以不予公开',
  },
  REFUSE_PROCESS: {
    is: '行政机关在履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息',
    article: '第十六条第二款',
    rule: '可以不予公开',
  },
  REFUSE_CASE_FILE: {
    is: '行政机关在履行行政管理职能过程中形成的行政执法案卷信息',
    article: '第十六条第二款',
    rule: '可以不予公开',
  },
}

/**
 * The decision on one piece of information: what it is, what the Regulation says of it, what was decided. `basis` is the
 * article on the form of the decision: 36(3) for a refusal of the whole, 37 for a part.
 */
export function groundSentence({ is, article, rule }: GroundWords, basis: string): string {
  const weighed = rule === '可以不予公开' ? '经审查权衡，' : ''
  return (
    `属于${is}。《条例》${article}规定，此类信息${rule}。` +
    `${weighed}本机关根据前述规定和《条例》${basis}的规定，决定不予公开。`
  )
}

/** A state secret: nothing about it but the number under which its level and term are kept (reference 13). */
export const levelSentence = (what: '该信息' | '该部分', secrecyReference: string): string =>
  `${what}的密级和保密期限以编号为${withoutEndMark(secrecyReference)}的定密文书为准。`
