import type { Agency } from '../domain/agencies/office-facts'
import type { CivilDate } from '../domain/calendar/civil-date'
import type { OfficeWording } from '../domain/wording/office-wording'
import type { LawPack } from '../domain/decisions/law-pack'
import type { CitedLaw, ReplyContent, WithheldPart } from '../domain/requests/reply-content'
import type { Channel, Medium, Route } from '../domain/requests/request-facts'

/** The letters that answer a request, by number of reference 7.2. */
export type ReplyModel =
  | GrantedReply
  | PublishedReply
  | PartialReply
  | SecretRefusal
  | LawRefusal
  | PlainRefusal<'R06'>
  | PlainRefusal<'R08'>
  | PlainRefusal<'R09'>
  | PlainRefusal<'R10'>
  | SpecialQueryNotice
  | NotFoundReply
  | NotOursNotice
  | NeedsProductionNotice
  | PetitionNotice
  | RepeatNotice
  | PublicationNotice
  | ReconfirmNotice
  | ArchivesNotice
export type ReplyLetterKind = ReplyModel['letter']
export type ReplyModelOf<K extends ReplyLetterKind> = Extract<ReplyModel, { letter: K }>

/** What was searched, for the letter (reference 5.1: duty to prove a reasonable search). */
export interface SearchMade {
  readonly searchedOn: CivilDate
  readonly searcherName: string
  /** Systems, archives and rooms searched. */
  readonly places: readonly string[]
  readonly words: readonly string[]
  readonly unitsAsked: readonly string[]
  /** Period of formation searched, as typed (2018年1月 or 2018-01-01); at least one end is mandatory in R12. */
  readonly periodFrom?: string
  readonly periodTo?: string
  /** A sentence: 检索到宗地批准文件1份. */
  readonly result: string
}

/** 你 for a person, 你们 for several, 你单位 for an organisation. */
export type AddressedAs = '你' | '你们' | '你单位'

/** What every reply says (reference 7.1). */
export interface ReplyLetter {
  /** `proof` prints 校样 over every page; `final` refuses a missing number. */
  readonly purpose: 'proof' | 'final'
  /** 云公开〔2026〕15号; null only on a proof, printed as 〔2026〕待编号. */
  readonly letterNo: string | null
  readonly agency: Agency
  /** Exactly as on the request. */
  readonly applicantName: string
  readonly addressedAs: AddressedAs
  readonly requestNo: string
  readonly channel: Channel
  /** How the applicant asked to have the reply. */
  readonly route: Route
  readonly receivedOn: CivilDate
  readonly description: string
  /** The clerk's reasons; line ends start a paragraph. */
  readonly reasons: string
  /** Date on the letter; on a proof the day it was printed. */
  readonly issuedOn: CivilDate
  /** The law pack of `issuedOn`; null where none is in force, and then the letter is refused. */
  readonly lawPack: LawPack | null
  /** The office's own free paragraphs in force at the date of the act; missing: the program's. */
  readonly wording?: OfficeWording
}

/** A reply that rests on a search. */
interface AfterSearch extends ReplyLetter {
  readonly search: SearchMade
}

/** A reply that can do without a search; one that was made is printed. */
interface WithOrWithoutSearch extends ReplyLetter {
  readonly search: SearchMade | null
}

/** What is handed over, and how (Regulation art. 40). */
export interface Supplied {
  readonly medium: Medium
  readonly route: Route
  readonly attachments: ReplyContent['attachments']
  /** Instead of attachments where the information is read on the spot. */
  readonly inspection?: { readonly place: string; readonly time: string }
}

/** R01 予以公开答复书 (Regulation art. 36 item 2). */
export interface GrantedReply extends AfterSearch, Supplied {
  readonly letter: 'R01'
}

/** R02 已主动公开答复书 (art. 36 item 1). */
export interface PublishedReply extends WithOrWithoutSearch {
  readonly letter: 'R02'
  readonly published: NonNullable<ReplyContent['published']>
}

/**
 * R03 部分公开答复书 (art. 37): the open part attached, each withheld part with its own ground. Where one of them is a
 * state secret the search is left out, as in R04.
 */
export interface PartialReply extends WithOrWithoutSearch, Supplied {
  readonly letter: 'R03'
  readonly withheld: readonly WithheldPart[]
}

/**
 * R04 不予公开答复书, state secret (art. 14). The search is left out: places and results would say what the secret is
 * about. Level and term stand in the document that is named by its number.
 */
export interface SecretRefusal extends ReplyLetter {
  readonly letter: 'R04'
  readonly secrecyReference: string
}

/** R05 不予公开答复书, forbidden by law or administrative regulation (art. 14). */
export interface LawRefusal extends AfterSearch {
  readonly letter: 'R05'
  readonly law: CitedLaw
}

/** R06 may endanger security (art. 14); R08 internal matters, R09 process, R10 enforcement file (art. 16). */
export interface PlainRefusal<K extends 'R06' | 'R08' | 'R09' | 'R10'> extends AfterSearch {
  readonly letter: K
}

/** Where the applicant should turn instead. */
export interface Elsewhere {
  readonly name: string
  readonly contact: string
}

export interface ElsewhereUnknown {
  readonly unknownBecause: string
}

/** R11 行政查询事项告知书 (art. 36 item 7). */
export interface SpecialQueryNotice extends WithOrWithoutSearch {
  readonly letter: 'R11'
  readonly law: CitedLaw
  readonly elsewhere: Elsewhere
}

/** R12 信息不存在答复书 (art. 36 item 4). */
export interface NotFoundReply extends AfterSearch {
  readonly letter: 'R12'
}

/** R13 非本机关负责公开告知书 (art. 36 item 5). */
export interface NotOursNotice extends WithOrWithoutSearch {
  readonly letter: 'R13'
  /** Named where it can be determined (art. 36 item 5); else the letter says why it cannot. */
  readonly elsewhere: Elsewhere | ElsewhereUnknown
}

/** R14 需加工制作告知书 (art. 38). */
export interface NeedsProductionNotice extends AfterSearch {
  readonly letter: 'R14'
}

/** R16 不作为政府信息公开申请处理告知书 (art. 39, first paragraph). */
export interface PetitionNotice extends WithOrWithoutSearch {
  readonly letter: 'R16'
  /** The proper channel. */
  readonly elsewhere: Elsewhere
}

export interface EarlierReply {
  readonly letterNo: string
  readonly on: CivilDate
}

/** R17 重复申请不予处理告知书 (art. 36 item 6). */
export interface RepeatNotice extends WithOrWithoutSearch {
  readonly letter: 'R17'
  readonly earlier: EarlierReply
}

/** R18 公开出版物告知书 (art. 39, second paragraph). */
export interface PublicationNotice extends WithOrWithoutSearch {
  readonly letter: 'R18'
  readonly obtainable: string
}

/** R20 确认或重新出具不予处理告知书. */
export interface ReconfirmNotice extends WithOrWithoutSearch {
  readonly letter: 'R20'
  readonly earlier: EarlierReply
}

/** R23 档案已移交国家档案馆告知书 (档案法 art. 15(2)). */
export interface ArchivesNotice extends WithOrWithoutSearch {
  readonly letter: 'R23'
  /** The archives that hold the file. */
  readonly elsewhere: Elsewhere
  readonly archives: NonNullable<ReplyContent['archives']>
}
