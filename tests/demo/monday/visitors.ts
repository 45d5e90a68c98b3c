import { identityNumber } from '../../support/at-rest/people'

/** Monday, 14 September 2026: the mail room signed for one letter on the Saturday before. */
export const monday = '2026-09-14'
export const saturday = '2026-09-12'

export interface Visitor {
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly asked: string
}

/** Eight visitors, one of each kind. Synthetic: birth years 1900 to 1904, numbers of no living person. */
export const visitors = {
  oral: {
    ...{ name: '罗桂香', idNumber: identityNumber(100), phone: '13900000301' },
    asked: '石桥村7组12号宅基地2018年用地审批表。',
  },
  agent: {
    ...{ name: '王德福', idNumber: identityNumber(101), phone: '13900000302' },
    asked: '云溪县国土空间总体规划（2021—2035年）文本和图集。',
  },
  organisation: {
    ...{ name: '云溪青石茶业有限公司', idNumber: '91330182MA0000Y11K', phone: '0571-88880303' },
    asked: '2015年青石镇茶园土地整治项目竣工验收图。',
  },
  post: {
    ...{ name: '陈长顺', idNumber: identityNumber(103), phone: '13900000304' },
    asked: '南塘村16号房屋的不动产登记簿查询结果。',
  },
  partial: {
    ...{ name: '沈玉珍', idNumber: identityNumber(104), phone: '13900000305' },
    asked: '青石镇白鹭村2019-G-014号宗地征地补偿安置方案及其会审材料。',
  },
  refusal: {
    ...{ name: '韩志强', idNumber: identityNumber(105), phone: '13900000306' },
    asked: '2026年8月27日局长办公会关于青石镇旧矿复垦方案的讨论记录。',
  },
  notOurs: {
    ...{ name: '冯淑贞', idNumber: identityNumber(106), phone: '13900000307' },
    asked: '青石镇2025年农村公路养护工程合同。',
  },
  repeat: {
    ...{ name: '韩志强', idNumber: identityNumber(105), phone: '13900000306' },
    asked: '局长办公会2026年8月27日关于青石镇旧矿复垦方案的讨论记录。',
  },
} as const satisfies Record<string, Visitor>

export type VisitorKind = keyof typeof visitors

export const agent = { name: '王晓梅', idNumber: identityNumber(111), phone: '13900000308' } as const
export const actingPerson = { name: '赵春梅', idNumber: identityNumber(110) } as const
export const representative = '沈有财'
export const email = 'chaye@example.cn'
export const addresses = {
  post: '云溪县南塘村16号',
  notOurs: '云溪县青石镇下渚村7号',
} as const
/** 邮件号 of China Post with their check digits (UPU S10). */
export const mail = { in: 'EX202609126CN', post: 'EM202609143CN', notOurs: 'RA300914015CN' } as const

export const colleague = { name: '苏晴', password: '窗前的石榴树又开花了' } as const

/** Numbers of this year's letters that went out on paper before the program came; the next is the first that is free. */
export const lettersOnPaper = 41

/** Everybody whose identity number was typed on this day or stood in the register: none may lie on the disk in clear. */
export const typedIdNumbers: readonly string[] = [
  ...Object.values(visitors).map(({ idNumber }) => idNumber),
  ...[agent.idNumber, actingPerson.idNumber],
]
