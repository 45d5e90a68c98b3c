import type { Brand } from '../../kernel/brand'
import type { AgencyId } from '../agencies/office-facts'
import type { CivilDate } from '../calendar/civil-date'
import type { replyTypes, ReplyTypeId } from '../decisions/reply-types'
import type { AgentDetails, ApplicantDetails } from './applicant-details'
import type { CarriedInRequest, CarriedInWords } from './carried-in-facts'
import type { ReplyContent } from './reply-content'

export type RequestId = Brand<string, 'RequestId'>
export type PersonId = Brand<string, 'PersonId'>

/** 渠道: how the request came in; art. 31 gives each its own date of receipt (date-of-receipt.ts). */
export type Channel = 'inPerson' | 'signedPost' | 'ordinaryPost' | 'email' | 'web' | 'fax' | 'phoneNote'
/** How applicant and office spoke to each other about the receipt. */
export type ContactWay = 'phone' | 'message' | 'email' | 'inPerson'
/** `automatic`: the web system's own message of success (Supreme Court guiding case 26; reference 13). */
export type ConfirmationWay = ContactWay | 'automatic'

/** 获取信息的方式 and its route (Regulation art. 40). */
export type Medium = 'paper' | 'electronic' | 'inspection'
export type Route = 'collect' | 'post' | 'email' | 'fax' | 'online'

/** Columns of table three of the annual report (国办公开办函〔2021〕30号): fixed at registration. */
export type ApplicantType =
  | 'naturalPerson'
  | 'commercial'
  | 'research'
  | 'publicBenefit'
  | 'legalService'
  | 'otherOrganisation'

/** Reply types of reference 5.1; reply-rules.ts says which can be decided and what each needs. */
export type DecisionType = ReplyTypeId

/** 口头申请 (art. 29): why writing was difficult, who wrote it down, and that it was read back. */
export interface OralRequest {
  readonly reason: string
  readonly scribe: string
  readonly confirmedBy: 'signature' | 'fingerprint'
  readonly witness?: string
}

/** What shows how and when it came: tracking number and signer of the post, message ids, fax number. */
export interface ArrivalEvidence {
  readonly trackingNo?: string
  readonly signedBy?: string
  readonly from?: string
}

/** 检索记录 in words. Free text may name a person or a parcel of land, so it is sealed like the request itself. */
export interface SearchWords {
  readonly places: readonly string[]
  readonly unitsAsked: readonly string[]
  readonly words: readonly string[]
  readonly result: string
}

export type ScanKind =
  | 'signedForm'
  | 'identityExtract'
  | 'powerOfAttorney'
  | 'envelope'
  | 'releasedFile'
  | 'signedReceipt'
  | 'paperApproval'
  | 'other'

/** Papers of a request that the program makes; letters of reference 7.2. */
export type DocumentKind = 'F01' | 'F03' | 'slip' | LetterOfReply | 'S01' | 'S02' | 'S04' | 'S06' | 'envelope'

export type LetterOfReply = Extract<(typeof replyTypes)[ReplyTypeId], { letter: string }>['letter']

/**
 * What a correction replaces. Receipt, decision and letter number are statutory: only the days of
 * arrival and receipt may be mended at all, and the channel together with the day that its rule gives (correction-rules.ts).
 */
export interface CorrectedData {
  readonly applicant?: ApplicantDetails
  /** All of them as they stand now; none where the list is empty. */
  readonly otherApplicants?: readonly ApplicantDetails[]
  /** Null: nobody acts for the applicant. */
  readonly agent?: AgentDetails | null
  readonly description?: string
  /** With another channel: what its date rests on. */
  readonly arrival?: ArrivalEvidence
}

/** By the name of the value. Ids only: it lies in clear. */
export type CorrectedBase = Readonly<Record<string, string>>

export interface CorrectedOpen {
  readonly medium?: Medium
  readonly route?: Route
  readonly receivedOn?: CivilDate
  /** 来件之日, where the channel counts from a confirmation (art. 31(2), (3)); elsewhere it is the day of receipt. */
  readonly arrivedOn?: CivilDate
  readonly channel?: Channel
  /** With the channel 当面提交: the documents of everybody were looked at. */
  readonly originalSeen?: true
  readonly applicantType?: ApplicantType
  /** People and organisations on the form, with the other applicants. */
  readonly applicants?: number
}

export type RequestFact =
  | {
      readonly type: 'request.registered@1'
      readonly open: {
        readonly requestNo: string
        readonly agencyId: AgencyId
        readonly channel: Channel
        /** Missing where both sides still have to confirm it (art. 31(2), (3)): then no clock runs yet. */
        readonly receivedOn?: CivilDate
        /** Day it lay before the office; missing where that is the day of receipt. */
        readonly arrivedOn?: CivilDate
        readonly applicantType: ApplicantType
        readonly medium: Medium
        readonly route: Route
        /** False where only copies came, by post or over the wire. */
        readonly originalSeen: boolean
        /** People and organisations on one form; missing where it is one. */
        readonly applicants?: number
      }
      readonly personal: {
        /** The one who is written to. */
        readonly applicant: ApplicantDetails
        readonly otherApplicants?: readonly ApplicantDetails[]
        readonly agent?: AgentDetails
        readonly oral?: OralRequest
        readonly arrival?: ArrivalEvidence
        /** 名称、文号或者便于查询的其他特征性描述 (art. 29). */
        readonly description: string
        /** What the applicant types at the kiosk: at least 50 random bits. */
        readonly queryCode: string
      }
    }
  /** 导入旧登记簿: an open case of the paper register, written when a second person has signed the batch. */
  | { readonly type: 'request.carriedIn@1'; readonly open: CarriedInRequest; readonly personal: CarriedInWords }
  /** 联系记录: every attempt to confirm the receipt is kept. */
  | {
      readonly type: 'receipt.contactTried@1'
      readonly open: {
        readonly triedOn: CivilDate
        readonly way: ContactWay
        readonly isReached: boolean
      }
      readonly personal: { readonly note: string }
    }
  /** Both sides confirmed: this day is the date of receipt (art. 31). */
  | {
      readonly type: 'receipt.confirmed@1'
      readonly open: { readonly confirmedOn: CivilDate; readonly way: ConfirmationWay }
      readonly personal: { readonly note: string }
    }
  /** Passed on to another agency of the office, which has its own date of receipt. */
  | {
      readonly type: 'request.passedOn@1'
      readonly open: { readonly toAgencyId: AgencyId; readonly receivedOn: CivilDate }
      readonly personal: { readonly reason: string }
    }
  | {
      readonly type: 'request.assigned@1'
      readonly open: {
        readonly to: PersonId
        /** For an absence (午间交班): whoever gave it takes it back. */
        readonly isTemporary?: true
      }
    }
  | {
      readonly type: 'request.corrected@1'
      readonly open: CorrectedOpen
      readonly personal: CorrectedData & { readonly reason: string }
      /** Which act (`chain/seq`) had set each value that is replaced, as the writer saw it; missing in older acts. */
      readonly base?: CorrectedBase
    }
  /** The applicant takes it back: row 3-3-6-3. */
  | {
      readonly type: 'request.withdrawn@1'
      readonly open: { readonly withdrawnOn: CivilDate }
      readonly personal: { readonly note: string }
    }
  | {
      readonly type: 'request.examined@1'
      readonly open: { readonly elementsComplete: true; readonly withinRemit: boolean }
    }
  | {
      readonly type: 'search.recorded@1'
      readonly open: {
        readonly searchedOn: CivilDate
        readonly periodFrom?: string
        readonly periodTo?: string
        readonly found: number
      }
      readonly personal: SearchWords
    }
  | {
      readonly type: 'reply.submitted@1'
      readonly open: { readonly draftNo: number; readonly decision: DecisionType }
      readonly personal: ReplyContent
    }
  | {
      readonly type: 'reply.returned@1'
      readonly open: { readonly draftNo: number }
      readonly personal: { readonly remarks: string }
    }
  /** Approval, number and date of issue are one fact: an approved letter without a number cannot exist. */
  | {
      readonly type: 'reply.issued@1'
      readonly open: {
        readonly draftNo: number
        readonly letterNo: string
        readonly issuedOn: CivilDate
        /**
         * Missing: approved in the program by a second person. `onTheSpot`: art. 33(1), one person. `onPaper`: the
         * signed S06 lies among the scans; counted apart for the auditor.
         */
        readonly approval?: 'onTheSpot' | 'onPaper'
        readonly approvedOn?: CivilDate
        /** Digest of the scanned S06. */
        readonly approvalScan?: string
      }
      /** Who signed S06. */
      readonly personal?: { readonly approverName: string }
    }
  | {
      readonly type: 'document.produced@1'
      readonly open: {
        readonly document: DocumentKind
        readonly how: 'printed' | 'saved'
        /** Hex SHA-256 of the PDF. */
        readonly digest: string
        readonly pages: number
        /** Code points (`U+212E4`) for which a cell was left to be written in by hand; missing where there is none. */
        readonly gaps?: readonly string[]
      }
    }
  | {
      readonly type: 'reply.served@1'
      readonly open: {
        /**
         * The day that meets the clock (国办公开办函〔2016〕235号, reference 3.2(4)): signature; through the post the day
         * of hand-over to it; electronic the day of dispatch.
         */
        readonly servedOn: CivilDate
        readonly way: ServiceWay
        /** Who signed, where somebody signs. */
        readonly receivedAs?: ReceivedAs
        /** Of what went through the postal enterprise; S02 names it. */
        readonly mailClass?: MailClass
      }
      readonly personal: {
        readonly place: string
        readonly receivedBy: string
        /** Where the post was to bring it. */
        readonly postalAddress?: string
        readonly trackingNo?: string
        /** 拒收 (left on the premises): why, and who saw it. */
        readonly refused?: { readonly reason: string; readonly witness: string }
      }
    }
  /** What the postal enterprise says later; it does not move the clock. */
  | { readonly type: 'post.delivered@1'; readonly open: { readonly deliveredOn: CivilDate } }
  | {
      readonly type: 'scan.added@1'
      readonly open: {
        readonly kind: ScanKind
        /** Hex SHA-256 of the bytes, which lie sealed beside the journal. */
        readonly digest: string
        readonly bytes: number
        readonly mime: 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/tiff' | 'text/plain'
        /** Hex SHA-256 of the sealed file: by this it is carried to where the act is known. */
        readonly sealed?: string
      }
      readonly personal: { readonly title: string }
    }
  /** 撤下扫描件: put into the wrong case, or unreadable. Its bytes stay for the audit; the case opens them no more. */
  | {
      readonly type: 'scan.withdrawn@1'
      readonly open: { readonly digest: string }
      readonly personal: { readonly reason: string }
    }
  /** What two machines did without knowing of each other was looked at: what stands, stands. Names the act that is settled. */
  | {
      readonly type: 'conflict.settled@1'
      readonly open: { readonly chain: string; readonly seq: number }
      readonly personal: { readonly reason: string }
    }
  | { readonly type: 'personalData.revealed@1'; readonly open: { readonly what: 'applicant' } }

export type ServiceWay = 'inPerson' | 'post' | 'email' | 'online' | 'throughAgency'
/** 特快专递 (EMS) or 挂号信; both by the postal enterprise, as 邮政法 art. 55 asks. */
export type MailClass = 'ems' | 'registered'
export type ReceivedAs = 'applicant' | 'agent' | 'legalRepresentative' | 'adultRelative' | 'mailRoom' | 'guard'
