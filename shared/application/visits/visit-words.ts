import type {
  ArchivesDecision,
  ArchivesKind,
  ArchivesProof,
  ArchivesRelation,
  CopyWay,
  HelpKind,
  ItemKind,
  ItemState,
  VisitResult,
} from '../../domain/visits/visit-facts'
import { maskIdNumber, maskName } from '../../domain/identity/masking'
import type { Visit } from '../../domain/visits/visit-state'
import type { VisitRecord } from './visits'

/** What papers and printed tables say; they are Chinese whatever the language of the screen. */
export const archivesKindWords: Readonly<Record<ArchivesKind, string>> = {
  ...{ marriage: '婚姻登记档案', employment: '招工、职工档案', land: '土地、房产档案', other: '其他档案' },
}
export const itemKindWords: Readonly<Record<ItemKind, string>> = {
  ...{ public: '主动公开', onRequest: '依申请公开', archives: '档案' },
}
export const itemStateWords: Readonly<Record<ItemState, string>> = {
  ...{ whole: '完好', damaged: '有损坏', incomplete: '有缺页' },
}
export const copyWayWords: Readonly<Record<CopyWay, string>> = {
  ...{ copied: '复印', printed: '打印', electronic: '电子复制' },
}
export const helpWords: Readonly<Record<HelpKind, string>> = {
  ...{ readAloud: '代为朗读', largePrint: '大字打印', wroteFor: '代为填写', signed: '手语、书面交流' },
  ...{ guided: '引导、陪同', other: '其他帮助' },
}
export const resultWords: Readonly<Record<VisitResult, string>> = {
  ...{ found: '查到', partly: '查到一部分', notFound: '没有查到', toldToApply: '告知依申请公开' },
  ...{ referred: '指引到其他机关', waiting: '待审批后领取' },
}
export const relationWords: Readonly<Record<ArchivesRelation, string>> = {
  ...{ self: '本人', kin: '近亲属', agent: '受托人', lawyer: '律师', unit: '单位', judicial: '司法、纪检监察机关' },
}
export const proofWords: Readonly<Record<ArchivesProof, string>> = {
  ...{ kinship: '亲属关系证明', consent: '当事人同意书', authorisation: '授权委托书', principalId: '委托人身份证件' },
  ...{ lawyerLicence: '律师执业证', firmLetter: '律师事务所函', introduction: '单位介绍信', officialId: '工作证件' },
}
export const archivesDecisionWords: Readonly<Record<ArchivesDecision, string>> = {
  ...{ show: '提供利用', showPart: '部分提供利用', refuse: '不予提供', notHeld: '未查到', refer: '指引到其他机关' },
}

/** `20260908-3f2a91c4`: the day and the head of the visit's id. It is no number of a series: nothing is drawn for it. */
export const visitNoOf = ({ visitId, visit }: Pick<VisitRecord, 'visitId' | 'visit'>): string =>
  `${visit.cameOn.replaceAll('-', '')}-${visitId.slice(0, 8)}`

export const unnamed = '未登记姓名'

export const maskedVisitor = ({ visitor }: Pick<Visit, 'visitor'>): string =>
  visitor ? maskName(visitor.name) : unnamed

export const maskedDocument = ({ visitor }: Pick<Visit, 'visitor'>): string =>
  visitor?.document ? maskIdNumber(visitor.document.idNumber) : ''

/** 复印 12 页，打印 3 页 */
export function copiesWords({ copies }: Pick<Visit, 'copies'>): string {
  const counted = (['copied', 'printed', 'electronic'] as const).map(way => {
    const pages = copies.filter(each => each.way === way).reduce((sum, each) => sum + each.pages, 0)
    return pages > 0 ? `${copyWayWords[way]} ${pages} 页` : ''
  })
  return counted.filter(Boolean).join('，') || '没有复制'
}

export const helpsWords = ({ helps }: Pick<Visit, 'helps'>): string =>
  [...new Set(helps.flatMap(each => each.helps))].map(help => helpWords[help]).join('、')

const beijing = 8 * 3_600_000

/** 09:05 by the clock of the office. */
export const clockTime = (at: number): string => new Date(at + beijing).toISOString().slice(11, 16)
