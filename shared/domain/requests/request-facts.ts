import type { Brand } from '../../kernel/brand'
import type { AgencyId } from '../agencies/office-facts'
import type { CivilDate } from '../calendar/civil-date'

export type RequestId = Brand<string, 'RequestId'>
export type PersonId = Brand<string, 'PersonId'>

/** 渠道. Only in person so far; art. 31 gives each channel its own date of receipt. */
export type Channel = 'inPerson'
/** 获取信息的方式 and its route (Regulation art. 40). */
export type Medium = 'paper' | 'electronic' | 'inspection'
export type Route = 'collect' | 'post' | 'email'

/** Reply types of reference 5.1 that can be decided so far. */
export type DecisionType = 'GRANT_PROVIDE' | 'NOT_EXIST'

/** 申请人 (natural person) and what identifies them. Sealed under the request's own key. */
export interface ApplicantDetails {
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  /** Needed only where something is posted. */
  readonly postalAddress?: string
  readonly email?: string
}

/** What the reply letter says beyond what is derived from the request. */
export interface ReplyContent {
  readonly reasons: string
  /** GRANT_PROVIDE: what is handed over, with its pages. */
  readonly attachments: readonly { readonly title: string; readonly pages: number }[]
  /** GRANT_PROVIDE where the information is read on the spot (查阅、抄录): where and when. */
  readonly inspection?: { readonly place: string; readonly time: string }
}

/** 检索记录 in words. Free text may name a person or a parcel of land, so it is sealed like the request itself. */
export interface SearchWords {
  readonly places: readonly string[]
  readonly unitsAsked: readonly string[]
  readonly words: readonly string[]
  readonly result: string
}

export type RequestFact =
  | {
      readonly type: 'request.registered@1'
      readonly open: {
        readonly requestNo: string
        readonly agencyId: AgencyId
        readonly channel: Channel
        readonly receivedOn: CivilDate
        readonly applicantType: 'naturalPerson'
        readonly medium: Medium
        readonly route: Route
        readonly originalSeen: true
      }
      readonly personal: {
        readonly applicant: ApplicantDetails
        /** 名称、文号或者便于查询的其他特征性描述 (art. 29). */
        readonly description: string
        /** What the applicant types at the kiosk: at least 50 random bits. */
        readonly queryCode: string
      }
    }
  | {
      readonly type: 'request.examined@1'
      readonly open: { readonly elementsComplete: true; readonly withinRemit: true }
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
      readonly open: { readonly draftNo: number; readonly letterNo: string; readonly issuedOn: CivilDate }
    }
  | {
      readonly type: 'document.produced@1'
      readonly open: {
        readonly document: 'F03' | 'slip' | 'R01' | 'R12' | 'S01'
        readonly how: 'printed' | 'saved'
        /** Hex SHA-256 of the PDF. */
        readonly digest: string
        readonly pages: number
      }
    }
  | {
      readonly type: 'reply.served@1'
      readonly open: {
        /** Day of the applicant's signature: only this meets the clock (国办公开办函〔2016〕235号). */
        readonly servedOn: CivilDate
        readonly way: 'inPerson'
        readonly receivedAs: 'applicant' | 'agent'
      }
      readonly personal: { readonly place: string; readonly receivedBy: string }
    }
  | { readonly type: 'personalData.revealed@1'; readonly open: { readonly what: 'applicant' } }
