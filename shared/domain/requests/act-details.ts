import type { AgencyId } from '../agencies/office-facts'
import type { CivilDate } from '../calendar/civil-date'
import { yearOf } from '../calendar/civil-date'
import { missingNeed, type ReplyNeed } from '../decisions/reply-rules'
import { transferProblem, type TransferProblem } from '../decisions/transfer-term'
import { approvalSheets, signedFrom } from './approval-sheets'
import { carriedInProblem, type CarriedInProblem } from './carried-in'
import { correctionProblem, type CorrectionProblem } from './correction-rules'
import { needsConfirmation, receiptRules, type ReceiptRule } from './date-of-receipt'
import { openConflicts } from './open-conflicts'
import { parseLetterNo } from './letter-number'
import { inHandSince } from './passed-on'
import type { DecisionType } from './request-facts'
import { parseRequestNo } from './request-number'
import type { DisclosureRequest, FactOf, RequestFactType, StoredRequestFact } from './request-state'

export type ActDetailProblem =
  | { readonly kind: 'requestNoInvalid'; readonly requestNo: string }
  | { readonly kind: 'receivedInFuture'; readonly receivedOn: CivilDate; readonly today: CivilDate }
  /** Art. 31: the channel decides whether the day is known now or only when both sides have confirmed it. */
  | { readonly kind: 'receiptRuleDiffers'; readonly rule: ReceiptRule['startsOn'] }
  /** The day must lie between `from` and `to`, both included. */
  | { readonly kind: OutsideKind; readonly on: CivilDate; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly kind: 'letterNoInvalid'; readonly letterNo: string }
  | { readonly kind: 'letterYearDiffers'; readonly letterNo: string; readonly issuedOn: CivilDate }
  | { readonly kind: 'letterNoOfOtherAgency'; readonly letterNo: string; readonly agencyCode: string }
  | { readonly kind: 'letterNoTaken'; readonly letterNo: string }
  /** The reply of this type cannot be without it (PARTIAL without items, REPEAT without the earlier number ...). */
  | { readonly kind: 'contentMissing'; readonly decision: DecisionType; readonly need: ReplyNeed }
  | TransferProblem
  /** Only a web form acknowledges by itself. */
  | { readonly kind: 'automaticOnlyOnWeb' }
  | CarriedInProblem
  /** Nothing that is still to be settled stands under this act. */
  | { readonly kind: 'conflictNotThere' }
  | { readonly kind: 'sameAgency'; readonly agencyId: AgencyId }
  | CorrectionProblem
  | { readonly kind: 'serviceDetailMissing'; readonly detail: 'receivedAs' | 'trackingNo' }
  /** S06 is an approval only with the person who signed it and the day. */
  | { readonly kind: 'paperApprovalIncomplete' }
  /** The sheet was in the case before the reviewer sent the draft before back. */
  | { readonly kind: 'paperApprovalOutdated' }

type OutsideKind =
  | 'searchedOutside'
  | 'issuedOutside'
  | 'approvedOutside'
  | 'servedOutside'
  | 'confirmedOutside'
  | 'arrivedOutside'
  | 'passedOnOutside'
  | 'withdrawnOutside'
  | 'deliveredOutside'

/** What an act is held against besides the request itself. */
export interface ActSurroundings {
  /** Civil day in Asia/Shanghai. */
  readonly today: CivilDate
  /** Code of the request's agency; checked where given. */
  readonly agencyCode?: string | undefined
  /** Letter numbers in use or void; checked where given. */
  readonly takenLetterNos?: ReadonlySet<string> | undefined
}

/** Dates, numbers and contents of one fact, against the request as it stands before it and against today. */
export function detailProblem(
  request: DisclosureRequest | undefined,
  fact: StoredRequestFact,
  around: ActSurroundings,
): ActDetailProblem | undefined {
  if (fact.type === 'request.registered@1') return registrationProblem(fact.open, around.today)
  if (fact.type === 'request.carriedIn@1') return carriedInProblem(fact.open, around.today)
  const check = checks[fact.type] as Check<StoredRequestFact> | undefined
  return request && check?.(request, fact, around)
}

type Check<F> = (request: DisclosureRequest, fact: F, around: ActSurroundings) => ActDetailProblem | undefined
type Checks = { readonly [T in RequestFactType]?: Check<FactOf<T>> }

/** From here on something could have happened to it; the day of receipt where that is known. */
const since = ({ receivedOn, arrivedOn }: DisclosureRequest): CivilDate => receivedOn ?? arrivedOn

const checks: Checks = {
  'receipt.contactTried@1': ({ arrivedOn }, { open }, { today }) =>
    outside('confirmedOutside', open.triedOn, [arrivedOn, today]),
  'receipt.confirmed@1': confirmationProblem,
  'request.passedOn@1': (request, { open }, { today }) =>
    open.toAgencyId === request.agencyId
      ? { kind: 'sameAgency', agencyId: open.toAgencyId }
      : outside('passedOnOutside', open.receivedOn, [inHandSince(request), today]),
  'request.withdrawn@1': ({ arrivedOn }, { open }, { today }) =>
    outside('withdrawnOutside', open.withdrawnOn, [arrivedOn, today]),
  'request.corrected@1': (request, fact, { today }) =>
    correctionProblem(request, fact) ??
    correctedDayProblem(request, fact, today) ??
    arrivedProblem(request, fact.open, today),
  'conflict.settled@1': (request, { open: { chain, seq } }) =>
    openConflicts(request).some(({ by }) => by.chain === chain && by.seq === seq)
      ? undefined
      : { kind: 'conflictNotThere' },
  'search.recorded@1': (request, { open }, { today }) =>
    outside('searchedOutside', open.searchedOn, [since(request), today]),
  'reply.submitted@1': contentProblem,
  'reply.issued@1': (request, { open, personal }, around) =>
    issueProblem(open, since(request), around) ?? paperApprovalProblem(request, open, personal?.approverName),
  'reply.served@1': serviceProblem,
  'post.delivered@1': ({ served, arrivedOn }, { open }, { today }) =>
    outside('deliveredOutside', open.deliveredOn, [served?.servedOn ?? arrivedOn, today]),
}

type Registration = FactOf<'request.registered@1'>['open']
type Issue = FactOf<'reply.issued@1'>['open']

function registrationProblem(registration: Registration, today: CivilDate): ActDetailProblem | undefined {
  const { requestNo, channel, receivedOn, arrivedOn } = registration
  if (!parseRequestNo(requestNo).ok) return { kind: 'requestNoInvalid', requestNo }
  const latest = receivedOn ?? arrivedOn
  if (latest && latest > today) return { kind: 'receivedInFuture', receivedOn: latest, today }
  const waits = needsConfirmation(channel)
  if (receivedOn === undefined) {
    return waits && arrivedOn ? undefined : { kind: 'receiptRuleDiffers', rule: receiptRules[channel].startsOn }
  }
  // Where it was confirmed at once, the day is no earlier than the arrival.
  if (arrivedOn && arrivedOn > receivedOn) return outside('confirmedOutside', receivedOn, [arrivedOn, today])
  return undefined
}

/** What the letter cannot be without; and a file that the state archives hold is pointed to only once its term is over. */
function contentProblem(
  _request: DisclosureRequest,
  { open: { decision }, personal }: FactOf<'reply.submitted@1'>,
  { today }: ActSurroundings,
): ActDetailProblem | undefined {
  if (!personal) return undefined
  const need = missingNeed(decision, personal)
  if (need) return { kind: 'contentMissing', decision, need }
  return decision === 'OTHER' && personal.archives ? transferProblem(personal.archives, today) : undefined
}

/** A system that answers by itself answers at once; nobody but the web form has one (reference 13). */
function confirmationProblem(
  { arrivedOn, channel }: DisclosureRequest,
  { open }: FactOf<'receipt.confirmed@1'>,
  { today }: ActSurroundings,
): ActDetailProblem | undefined {
  if (open.way !== 'automatic') return outside('confirmedOutside', open.confirmedOn, [arrivedOn, today])
  if (channel !== 'web') return { kind: 'automaticOnlyOnWeb' }
  return outside('confirmedOutside', open.confirmedOn, [arrivedOn, arrivedOn])
}

const EARLIEST = '1949-10-01' as CivilDate

/** The day as the channel gives it once it is corrected. */
function correctedDayProblem(
  { arrivedOn: stood, channel: before }: DisclosureRequest,
  { open: { receivedOn, channel = before, arrivedOn = stood } }: FactOf<'request.corrected@1'>,
  today: CivilDate,
): ActDetailProblem | undefined {
  if (!receivedOn) return undefined
  // What needs no confirmation may have been received before the day that was typed.
  const from = needsConfirmation(channel) ? arrivedOn : EARLIEST
  return outside('confirmedOutside', receivedOn, [from, today])
}

/** No later than anything that shows the request to have been in the house. */
function arrivedProblem(
  request: DisclosureRequest,
  { arrivedOn, receivedOn, channel = request.channel }: FactOf<'request.corrected@1'>['open'],
  today: CivilDate,
): ActDetailProblem | undefined {
  if (!arrivedOn || !needsConfirmation(channel)) return undefined
  const received = receivedOn ?? request.receivedOn
  const shown = [...knownByThen(request, receivedOn !== undefined), ...(received ? [received] : [])]
  const latest = [today, ...shown].toSorted()[0]!
  // A system that answers by itself confirms on the day on which it came.
  const isAutomatic = request.contacts.at(-1)?.way === 'automatic'
  return (
    outside('arrivedOutside', arrivedOn, [EARLIEST, latest]) ??
    (isAutomatic && received ? outside('confirmedOutside', received, [arrivedOn, arrivedOn]) : undefined)
  )
}

/** Attempts to reach the applicant, and passings-on. The last contact is the confirmation; its day may be mended too. */
const knownByThen = ({ contacts, passings }: DisclosureRequest, isConfirmedAnew: boolean): readonly CivilDate[] => [
  ...contacts.slice(0, isConfirmedAnew ? -1 : undefined).map(({ triedOn }) => triedOn),
  ...passings.flatMap(({ firstReceivedOn, receivedOn }) => [...(firstReceivedOn ? [firstReceivedOn] : []), receivedOn]),
]

function issueProblem(issue: Issue, receivedOn: CivilDate, around: ActSurroundings): ActDetailProblem | undefined {
  const { letterNo, issuedOn } = issue
  const parsed = parseLetterNo(letterNo)
  if (!parsed.ok) return { kind: 'letterNoInvalid', letterNo }
  if (parsed.value.year !== yearOf(issuedOn)) return { kind: 'letterYearDiffers', letterNo, issuedOn }
  const { agencyCode, takenLetterNos, today } = around
  if (agencyCode !== undefined && !isOfAgency(parsed.value.code, agencyCode))
    return { kind: 'letterNoOfOtherAgency', letterNo, agencyCode }
  if (takenLetterNos?.has(letterNo)) return { kind: 'letterNoTaken', letterNo }
  return outside('issuedOutside', issuedOn, [receivedOn, today])
}

/** Signed on paper: for this draft, by whom, and on a day between the receipt, or the return of the draft before, and the issue. */
function paperApprovalProblem(
  request: DisclosureRequest,
  { approval, approvedOn, issuedOn, approvalScan }: Issue,
  approverName: string | undefined,
): ActDetailProblem | undefined {
  if (approval !== 'onPaper') return undefined
  // Here and not in the state machine: a letter that went out on such a sheet stays the letter that went out.
  if (!approvalSheets(request).some(({ digest }) => digest === approvalScan)) return { kind: 'paperApprovalOutdated' }
  if (!approvedOn || !approverName?.trim()) return { kind: 'paperApprovalIncomplete' }
  return outside('approvedOutside', approvedOn, [signedFrom(request, issuedOn), issuedOn])
}

/** A drawing machine may add its letter: 云公开B〔2026〕3号 belongs to 云公开. */
const isOfAgency = (code: string, agencyCode: string): boolean =>
  code === agencyCode || (code.startsWith(agencyCode) && /^[A-Z]$/.test(code.slice(agencyCode.length)))

/** Who signed, in which capacity, decides disputes; a letter that was posted is traced by its number (reference 13). */
function serviceProblem(
  request: DisclosureRequest,
  { open, personal }: FactOf<'reply.served@1'>,
  { today }: ActSurroundings,
): ActDetailProblem | undefined {
  const detail = personal && missingOfService(open, personal)
  if (detail) return { kind: 'serviceDetailMissing', detail }
  return outside('servedOutside', open.servedOn, [request.letter?.issuedOn ?? since(request), today])
}

type Service = FactOf<'reply.served@1'>

function missingOfService(
  { way, receivedAs }: Service['open'],
  { trackingNo, refused }: NonNullable<Service['personal']>,
): 'receivedAs' | 'trackingNo' | undefined {
  if (way === 'post') return trackingNo ? undefined : 'trackingNo'
  const isSigned = way === 'inPerson' || way === 'throughAgency'
  return isSigned && !receivedAs && !refused ? 'receivedAs' : undefined
}

function outside(
  kind: OutsideKind,
  on: CivilDate,
  [from, to]: readonly [CivilDate, CivilDate],
): ActDetailProblem | undefined {
  return on < from || on > to ? { kind, on, from, to } : undefined
}
