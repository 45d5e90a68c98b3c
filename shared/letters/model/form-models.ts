import type { OfficeWording } from '../../domain/wording/office-wording'
import type { Agency } from '../../domain/agencies/office-facts'
import type { CivilDate } from '../../domain/calendar/civil-date'
import type { DueDate } from '../../domain/clocks/due-date'
import type { AgentDetails, ApplicantDetails } from '../../domain/requests/applicant-details'
import type { ReplyContent } from '../../domain/requests/reply-content'
import type {
  ApplicantType,
  Channel,
  DecisionType,
  MailClass,
  Medium,
  OralRequest,
  Route,
} from '../../domain/requests/request-facts'
import type { AddressedAs } from '../reply-model'
import type { ArchivesCertificate, ReadingVisitForm } from './visit-models'

/** Papers that are filled in, signed or stuck on: everything but receipts and reply letters. */
export type FormModel =
  | RequestForm
  | PostingRecord
  | TransferLetter
  | ApprovalSheet
  | Envelope
  | AddressLabels
  | ReadingVisitForm
  | ArchivesCertificate

/** F01 政府信息公开申请表 (Regulation art. 29). */
export interface RequestForm {
  readonly letter: 'F01'
  readonly agency: Agency
  /** What the register knows; null for the blank form at the counter. */
  readonly filled: FilledRequest | null
  readonly madeOn: CivilDate
}

export interface FilledRequest {
  readonly requestNo: string
  readonly channel: Channel
  /** Null while the receipt is not confirmed (art. 31). */
  readonly receivedOn: CivilDate | null
  readonly clerkName: string
  readonly applicantType: ApplicantType
  /** The one who is written to. */
  readonly applicant: ApplicantDetails
  readonly otherApplicants: readonly ApplicantDetails[]
  readonly agent?: AgentDetails
  /** Written down for somebody who could not write: the box is then filled, and read back before it is signed. */
  readonly oral?: OralRequest
  readonly description: string
  readonly medium: Medium
  readonly route: Route
}

/** S02 邮寄凭证登记. With `posted` null the boxes stay empty for the pen. */
export interface PostingRecord {
  readonly letter: 'S02'
  readonly agency: Agency
  readonly requestNo: string
  readonly documentTitle: string
  readonly documentNo: string
  readonly addressee: string
  readonly postalAddress: string
  readonly posted: {
    /** Postal enterprise and the counter where it was handed over. */
    readonly postOffice: string
    /** Missing where it was not recorded: ticked by hand. */
    readonly mailClass?: MailClass
    /** Null where none was recorded: written in by hand from the postal receipt. */
    readonly trackingNo: string | null
    /** The day that meets the clock (国办公开办函〔2016〕235号). */
    readonly mailedOn: CivilDate
    readonly deliveredOn: CivilDate | null
    readonly postedBy: string
  } | null
  readonly madeOn: CivilDate
}

/** S04 转送函, and behind it 告知函 to the applicant: passed on to another agency of the office. */
export interface TransferLetter {
  readonly letter: 'S04'
  /** Who passes it on. */
  readonly agency: Agency
  readonly toAgency: Agency
  readonly requestNo: string
  /** Everybody on the form, the contact first. */
  readonly applicantName: string
  readonly addressedAs: AddressedAs
  readonly channel: Channel
  /** Day on which the first agency had it; null where its receipt was never confirmed. */
  readonly receivedOn: CivilDate | null
  readonly description: string
  readonly reason: string
  /** What goes along. */
  readonly attachments: readonly string[]
  /** Day on which the other agency received it: its own date of receipt. */
  readonly passedOn: CivilDate
  /** Its date of receipt where it had the request before; `passedOn` is the day on which it came back. */
  readonly hadSince?: CivilDate
  /** The office's own reason, end of the notice and contact; missing: the program's. */
  readonly wording?: OfficeWording
}

/** S06 审查呈批单: the draft for approval on paper. Its opinions and signatures are always for the pen. */
export interface ApprovalSheet {
  readonly letter: 'S06'
  readonly agency: Agency
  readonly requestNo: string
  readonly draftNo: number
  readonly applicantName: string
  readonly receivedOn: CivilDate
  readonly due: Pick<DueDate, 'dueOn' | 'certainty'>
  readonly description: string
  /** What the last search showed; null where the reply rests on none. */
  readonly searchResult: string | null
  readonly decision: DecisionType
  readonly content: ReplyContent
  readonly drafterName: string
  readonly submittedOn: CivilDate
  readonly madeOn: CivilDate
}

export type EnvelopeSize = 'DL' | 'C5' | 'C4'

export interface PostalAddress {
  readonly name: string
  readonly address: string
  /** Six digits; missing where the address has none: the boxes stay empty for the pen. */
  readonly postcode?: string
}

/** 信封 (GB/T 1416-2003), one page of the envelope's own size. */
export interface Envelope {
  readonly letter: 'envelope'
  readonly size: EnvelopeSize
  readonly agency: Agency
  readonly to: PostalAddress
  readonly madeOn: CivilDate
}

/** 地址签: sheets of 3 by 8 on A4, filled row by row. */
export interface AddressLabels {
  readonly letter: 'labels'
  readonly agency: Agency
  readonly labels: readonly PostalAddress[]
  /** First label that is still on the sheet, 1 to 24. */
  readonly startAt: number
  readonly madeOn: CivilDate
}
