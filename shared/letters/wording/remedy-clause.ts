import type { Agency, ReconsiderationBody } from '../../domain/agencies/office-facts'
import type { LawPack } from '../../domain/decisions/law-pack'
import { mayLeaveOutRemedy, remedyFor, type Remedy } from '../../domain/decisions/remedy'
import { replyTypes, type Article, type ReplyTypeId } from '../../domain/decisions/reply-types'
import type { ReplyLetterKind, ReplyModel } from '../reply-model'
import { ownName, paragraph, type Section } from './reply-letter'

/** The last section of every reply: what the law of its day gives for this type is what is printed (reference 3.3). */
export const remedySection = (model: ReplyModel): Section => [
  '救济途径',
  isRemedyLeftOut(model) ? [] : remedyClause(model).map(text => paragraph(text, 'remedy')),
]

/** By the choice of the agency, where the law pack lets this type of reply do without; never where anything is refused. */
export const isRemedyLeftOut = ({ letter, agency, lawPack }: ReplyModel): boolean =>
  agency.remedyOfGrants === 'leftOut' && mayLeaveOutRemedy(TYPE[letter], lawPack)

/** Paragraphs of the clause. Throws without a law pack: make-letter.ts refuses such a letter before it is laid out. */
export function remedyClause(model: ReplyModel): string[] {
  const { lawPack, agency } = model
  if (!lawPack) throw new Error(`no law pack for ${model.letter} of ${model.issuedOn}`)
  const remedy = remedyFor(TYPE[model.letter], lawPack, refusedUnder(model))
  return clauseText({ lawPack, agency, remedy, letter: `本${ownName(model)}` })
}

export interface ClauseParts {
  readonly lawPack: LawPack
  readonly agency: Pick<Agency, 'reconsiderationBody' | 'court'>
  readonly remedy: Remedy
  /** What it is that somebody may be unhappy with. */
  readonly letter: string
}

/** The clause of the law pack with its terms, bodies and addresses. */
export const clauseText = ({ lawPack, agency, remedy, letter }: ClauseParts): string[] =>
  filled(lawPack.clauses[remedy.clause], { ...termsOf(remedy), letter, ...bodiesOf(agency) })

/** What somebody can do who gets no reply in time; empty where the law pack does not say. */
export function noReplyText({ lawPack, agency }: Pick<ClauseParts, 'lawPack' | 'agency'>): string[] {
  const { reconsiderationDays, litigationAfterReconsiderationDays } = lawPack.terms
  return filled(lawPack.noReply ?? [], {
    reconsiderationTerm: `${chineseNumber(reconsiderationDays)}日`,
    afterReconsiderationTerm: `${chineseNumber(litigationAfterReconsiderationDays)}日`,
    ...bodiesOf(agency),
  })
}

const filled = (paragraphs: readonly string[], words: Readonly<Record<string, string>>): string[] =>
  paragraphs.map(text => text.replace(/\{(\w+)\}/g, (placeholder, name: string) => words[name] ?? placeholder))

const bodiesOf = ({ reconsiderationBody, court }: ClauseParts['agency']) => ({
  reconsiderationBody: reconsiderationBody.name,
  reconsiderationAddress: addressesOf(reconsiderationBody),
  court: court.name,
  courtAddress: court.address,
})

/** 行政复议法 art. 22(2): the net address stands beside the street, where the body has one. */
const addressesOf = ({ address, onlineAddress }: ReconsiderationBody): string =>
  onlineAddress ? `${address}；网上提交：${onlineAddress}` : address

const TYPE: Readonly<Record<ReplyLetterKind, ReplyTypeId>> = {
  R01: 'GRANT_PROVIDE',
  R02: 'GRANT_PUBLISHED',
  R03: 'PARTIAL',
  R04: 'REFUSE_STATE_SECRET',
  R05: 'REFUSE_LAW',
  R06: 'REFUSE_SECURITY',
  R08: 'REFUSE_INTERNAL',
  R09: 'REFUSE_PROCESS',
  R10: 'REFUSE_CASE_FILE',
  R11: 'REFER_SPECIAL_QUERY',
  R12: 'NOT_EXIST',
  R13: 'NOT_OURS',
  R14: 'NEEDS_PRODUCTION',
  R16: 'PETITION_LIKE',
  R17: 'REPEAT',
  R18: 'PUBLICATION',
  R20: 'RECONFIRM',
  R23: 'OTHER',
}

const refusedUnder = (model: ReplyModel): readonly Article[] =>
  model.letter === 'R03' ? model.withheld.flatMap(({ ground }) => replyTypes[ground].basis) : []

const termsOf = (remedy: Remedy) => ({
  reconsiderationTerm: `${chineseNumber(remedy.reconsiderationWithinDays)}日`,
  afterReconsiderationTerm: `${chineseNumber(remedy.litigationAfterReconsiderationWithinDays)}日`,
  ...(remedy.litigationWithinMonths ? { litigationTerm: `${chineseNumber(remedy.litigationWithinMonths)}个月` } : {}),
})

/** 1 to 99, as terms are written in letters: 六, 十五, 六十. */
export function chineseNumber(count: number): string {
  const digit = (value: number) => [...'零一二三四五六七八九'][value] as string
  const [tens, units] = [Math.floor(count / 10), count % 10]
  return `${tens > 1 ? digit(tens) : ''}${tens > 0 ? '十' : ''}${units > 0 ? digit(units) : ''}`
}
