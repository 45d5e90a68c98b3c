import type { AgencyId } from '../agencies/office-facts'
import type { CivilDate } from '../calendar/civil-date'
import type { ClockFact } from '../clocks/due-date'
import type { Post } from '../people/person-facts'
import type { Erasable } from '../recorded-act'
import type { ReplyContent } from './reply-content'
import type {
  ApplicantType,
  Channel,
  ConfirmationWay,
  CorrectedData,
  CorrectedOpen,
  DecisionType,
  Medium,
  PersonId,
  RequestFact,
  Route,
  SearchWords,
} from './request-facts'
import type { RequestActProblem } from './request-transitions'

/** `unconfirmed`: it came by a channel whose receipt both sides must confirm. `closed`: withdrawn. */
export type RequestStatus =
  | 'unconfirmed'
  | 'registered'
  | 'examined'
  | 'submitted'
  | 'returned'
  | 'issued'
  | 'served'
  | 'closed'

export type StoredRequestFact = Erasable<RequestFact>
export type RequestFactType = RequestFact['type']
export type FactOf<T extends RequestFactType> = Extract<StoredRequestFact, { readonly type: T }>

/** Who did it, under which post, when (epoch ms), and where the ledger keeps it. */
export interface Stamp {
  readonly actor: PersonId
  readonly role: Post
  readonly at: number
  readonly hlc: string
  readonly chain: string
  readonly seq: number
}

/** `undefined` personal parts everywhere mean: the subject key was destroyed after retention. */
export type RequestPersonalData = Extract<RequestFact, { type: 'request.registered@1' }>['personal']

export interface SearchRecord {
  readonly searchedOn: CivilDate
  readonly periodFrom?: string
  readonly periodTo?: string
  /** Records found. Of several searches the latest counts: more than 0 rules out "does not exist", 0 a grant. */
  readonly found: number
  readonly personal: SearchWords | undefined
  readonly by: Stamp
}

export interface Draft {
  readonly draftNo: number
  readonly decision: DecisionType
  readonly content: ReplyContent | undefined
  readonly drafter: PersonId
  readonly submitted: Stamp
  readonly returned?: { readonly remarks: string | undefined; readonly by: Stamp }
}

/** By a second person in the program, by one person at the counter (R02), or signed on the sheet S06. */
export type Approval = 'inProgram' | 'onTheSpot' | 'onPaper'

export interface IssuedLetter {
  readonly letterNo: string
  readonly issuedOn: CivilDate
  readonly draftNo: number
  readonly decision: DecisionType
  /** Who wrote the act: approver, or the clerk on whose paper approval or spot answer it rests. */
  readonly approver: PersonId
  readonly approval: Approval
  readonly approvedOn?: CivilDate
  /** Who signed S06. */
  readonly approverName?: string | undefined
  readonly approvalScan?: string
  readonly by: Stamp
}

export type ServedReply = FactOf<'reply.served@1'>['open'] & {
  readonly place: string | undefined
  readonly receivedBy: string | undefined
  readonly postalAddress?: string | undefined
  readonly trackingNo?: string | undefined
  readonly refused?: { readonly reason: string; readonly witness: string } | undefined
  /** What the postal enterprise reported later. */
  readonly deliveredOn?: CivilDate
  readonly by: Stamp
}

export interface ContactAttempt {
  readonly triedOn: CivilDate
  readonly way: ConfirmationWay
  readonly isReached: boolean
  readonly note: string | undefined
  readonly by: Stamp
}

/** 转送: what it left behind, for the letter that goes along (S04). */
export interface PassingOn {
  readonly fromAgencyId: AgencyId
  readonly toAgencyId: AgencyId
  /** Date of receipt of the agency that passed it on; undefined where that was never confirmed. */
  readonly firstReceivedOn: CivilDate | undefined
  /** The day on which it came to the agency that took it over: its date of receipt, unless it had been there before. */
  readonly receivedOn: CivilDate
  /** Date of receipt of the agency that took it over, where it had the request before: its clock goes on from there. */
  readonly hadSince?: CivilDate
  /** The clock of the agency that passed it on, as it stood then. */
  readonly clockThen: readonly ClockFact[]
  readonly reason: string | undefined
  /** Searches that were recorded up to then: they were the first agency's. */
  readonly searchesThen: number
  readonly by: Stamp
}

export type Scan = FactOf<'scan.added@1'>['open'] & {
  readonly title: string | undefined
  readonly by: Stamp
  /** Taken away: it stays on the list for 办理经过, and nowhere else. */
  readonly withdrawn?: { readonly reason: string | undefined; readonly by: Stamp }
  /** The same file as one that stands: it was sealed anew. For 办理经过 alone. */
  readonly isAgain?: true
}

/** 交由: to whom, for an absence or for good. */
export interface Assignment {
  readonly to: PersonId
  readonly isTemporary?: true
  readonly by: Stamp
}

/** Of each thing that was corrected, as it stood; missing where it had not been there, or is erased. */
export type CorrectedValues = Pick<
  CorrectedOpen,
  'medium' | 'route' | 'receivedOn' | 'arrivedOn' | 'channel' | 'applicantType'
> &
  Omit<CorrectedData, 'arrival'>
export type CorrectedField = keyof CorrectedValues

export interface Correction {
  readonly changed: readonly CorrectedField[]
  readonly before: CorrectedValues
  readonly after: CorrectedValues
  readonly reason: string | undefined
  readonly by: Stamp
  /** Of the changed ones, those whose last change the writer had not seen. */
  readonly unseen?: readonly CorrectedField[]
}

export type ProducedDocument = FactOf<'document.produced@1'>['open'] & { readonly by: Stamp }

export interface TimelineEntry {
  readonly type: RequestFactType
  readonly by: Stamp
  /** Status after this fact. */
  readonly status: RequestStatus
}

/** An act that the state machine does not allow, kept whole for a person to settle. It changed nothing. */
export interface Conflict {
  readonly by: Stamp
  readonly facts: readonly StoredRequestFact[]
  readonly problem: RequestActProblem
  readonly statusThen: RequestStatus | 'notRegistered'
  /** Of a correction whose statutory values had been corrected meanwhile: what stood, and what it wanted. */
  readonly wanted?: Correction
}

/** A conflict that a person has looked at and closed. */
export type Settlement = FactOf<'conflict.settled@1'>['open'] & {
  readonly reason: string | undefined
  readonly by: Stamp
}

/** 政府信息公开申请 as its acts leave it. Derived, never stored as the truth. */
export interface DisclosureRequest {
  readonly status: RequestStatus
  readonly requestNo: string
  readonly agencyId: AgencyId
  readonly channel: Channel
  /** 收到申请之日. Undefined while the receipt is unconfirmed: no clock runs, and no letter can name it. */
  readonly receivedOn: CivilDate | undefined
  readonly arrivedOn: CivilDate
  readonly applicantType: ApplicantType
  /** People and organisations on the form. */
  readonly applicants: number
  readonly medium: Medium
  readonly route: Route
  readonly personal: RequestPersonalData | undefined
  readonly registered: Stamp
  /** What an old register told of it; missing where it was registered here. */
  readonly carriedIn?: FactOf<'request.carriedIn@1'>['open'] & { readonly note?: string | undefined }
  /** The clerk who looks after it: whoever registered, examined or was last given it. */
  readonly handler: PersonId
  readonly examined?: Stamp
  /** As examined; false: it is for another agency to answer (art. 36(5)). Undefined before. */
  readonly withinRemit?: boolean
  readonly contacts: readonly ContactAttempt[]
  readonly passings: readonly PassingOn[]
  readonly scans: readonly Scan[]
  readonly corrections: readonly Correction[]
  readonly assignments: readonly Assignment[]
  readonly withdrawn?: { readonly withdrawnOn: CivilDate; readonly note: string | undefined; readonly by: Stamp }
  readonly searches: readonly SearchRecord[]
  readonly drafts: readonly Draft[]
  /** The last draft submitted, whatever became of it. */
  readonly currentDraft?: Draft
  readonly letter?: IssuedLetter
  readonly served?: ServedReply
  readonly documents: readonly ProducedDocument[]
  /** Every time somebody asked for the unmasked applicant. */
  readonly reveals: readonly Stamp[]
  readonly clockFacts: readonly ClockFact[]
  readonly timeline: readonly TimelineEntry[]
  readonly conflicts: readonly Conflict[]
  /** Missing until one was settled. */
  readonly settled?: readonly Settlement[]
  /** Fact types of a newer version of the program: kept in the ledger, without effect here. */
  readonly notUnderstood: readonly string[]
}
