import type { Agency } from '../domain/agencies/office-facts'
import type { CivilDate } from '../domain/calendar/civil-date'
import type { DueDate } from '../domain/clocks/due-date'
import type { Channel, Medium, ReceivedAs, Route } from '../domain/requests/request-facts'
import type { FormModel } from './model/form-models'

export type LetterModel =
  RegistrationReceipt | DueDateSlip | GrantedReply | NotFoundReply | ServiceReceipt | RecoverySheet | FormModel
export type LetterKind = LetterModel['letter']
export type ModelOf<K extends LetterKind> = Extract<LetterModel, { letter: K }>

/** F03 登记（接收）回执. Procedural: no remedy clause. */
export interface RegistrationReceipt {
  readonly letter: 'F03'
  readonly agency: Agency
  readonly requestNo: string
  readonly channel: Channel
  readonly applicantName: string
  readonly receivedOn: CivilDate
  /** From the proof; `provisional` prints 暂定 and the reservation. */
  readonly due: Pick<DueDate, 'dueOn' | 'certainty' | 'workingDays'>
  /** What was asked, in the applicant's words. */
  readonly description: string
  readonly medium: Medium
  readonly route: Route
  /** What the applicant handed over: 申请表, 身份证复印件 ... */
  readonly itemsHandedOver: readonly string[]
  readonly clerkName: string
  /** Printed as it stands and as QR. */
  readonly queryCode: string
  readonly madeOn: CivilDate
}

/** 期限计算书: the proof of the due date, day by day. */
export interface DueDateSlip {
  readonly letter: 'slip'
  readonly agency: Agency
  readonly requestNo: string
  readonly due: DueDate
  readonly clerkName: string
  readonly madeOn: CivilDate
}

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

interface ReplyLetter {
  /** `proof` prints 校样 over every page; `final` refuses a missing number. */
  readonly purpose: 'proof' | 'final'
  /** 云公开〔2026〕15号; null only on a proof, printed as 〔2026〕待编号. */
  readonly letterNo: string | null
  readonly agency: Agency
  /** Exactly as on the request. */
  readonly applicantName: string
  readonly requestNo: string
  readonly channel: Channel
  readonly receivedOn: CivilDate
  readonly description: string
  readonly search: SearchMade
  /** The clerk's reasons; line ends start a paragraph. */
  readonly reasons: string
  /** Date on the letter; on a proof the day it was printed. */
  readonly issuedOn: CivilDate
}

/** R01 予以公开答复书 (Regulation art. 36 item 2). */
export interface GrantedReply extends ReplyLetter {
  readonly letter: 'R01'
  readonly medium: Medium
  readonly route: Route
  readonly attachments: readonly { readonly title: string; readonly pages: number }[]
  /** Instead of attachments where the information is read on the spot. */
  readonly inspection?: { readonly place: string; readonly time: string }
}

/** R12 信息不存在答复书 (Regulation art. 36 item 4). */
export interface NotFoundReply extends ReplyLetter {
  readonly letter: 'R12'
}

/** S01 送达回证. With `received` null the boxes stay empty for the pen. */
export interface ServiceReceipt {
  readonly letter: 'S01'
  readonly agency: Agency
  readonly requestNo: string
  /** 政府信息公开申请答复书 */
  readonly documentTitle: string
  readonly documentNo: string
  readonly addressee: string
  readonly place: string
  readonly way: 'inPerson'
  readonly deliveredBy: string
  readonly received: {
    readonly by: string
    readonly as: ReceivedAs
    readonly on: CivilDate
  } | null
  readonly madeOn: CivilDate
}

/** 恢复表: the recovery key on paper. Shown once, printed once, never stored as a file. */
export interface RecoverySheet {
  readonly letter: 'recovery'
  readonly officeName: string
  readonly workstation: string
  readonly madeOn: CivilDate
  /** Groups of the key in order; printed in cells and joined by `-` in the QR. */
  readonly keyGroups: readonly string[]
}
