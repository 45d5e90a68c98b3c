import type { Desk, EnvelopeStock, PaperKind, ReplyInHand } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import type { Agency } from '#shared/domain/agencies/office-facts'
import type { OfficeSettings } from '#shared/domain/agencies/office-settings'
import { pledgeOf } from '#shared/domain/clocks/pledge'
import { replyDueOn } from '#shared/domain/clocks/reply-clock'
import { letterOf } from '#shared/domain/requests/request-transitions'
import type { DisclosureRequest, RequestPersonalData, ServedReply } from '#shared/domain/requests/request-state'
import type { LetterModel, ModelOf } from '#shared/letters/letter-model'
import { CHANNEL } from '#shared/letters/wording/channel-words'
import { namesOf, replyModel, type ReplyContext } from './reply-models'
import { formModel } from './form-models'
import { issuedTitle } from './issued-title'

export interface LetterContext extends ReplyContext {
  readonly desk: Pick<Desk, 'today' | 'calendar'>
  /** Name of the person signed in: who will hand over what is printed now. */
  readonly me: string
  /** Where the letter is handed over, as on the proof of service. */
  readonly place: string
  /** The agency that passed the request on, where one did. */
  readonly passedFrom?: Agency | null
  /** The office's settings when the request was registered: what it promised then. */
  readonly settings?: OfficeSettings
  /** What an envelope or a label is printed on. */
  readonly envelope?: EnvelopeStock | undefined
  /** First label that is still on the sheet; 1 where it is not given. */
  readonly labelPlace?: number | undefined
}

/** The model of a paper of record, or null where the request does not have what it needs yet. */
export function letterModel(kind: PaperKind, { request }: RequestRecord, context: LetterContext): LetterModel | null {
  const { personal } = request
  if (!personal) return null
  switch (kind) {
    case 'F03':
      return receipt(request, personal, context)
    case 'slip':
      return slip(request, context)
    case 'S01':
      return serviceReceipt(request, personal, context)
    default:
      return issuedReply(kind, request, context) ?? formModel(kind, { request, personal }, context)
  }
}

/** The letter that was issued; null for a paper that is not the letter of its decision. */
function issuedReply(kind: PaperKind, request: DisclosureRequest, context: LetterContext): LetterModel | null {
  const { personal, currentDraft, letter } = request
  const content = currentDraft?.content
  if (!personal || !content || !letter || letterOf(letter.decision) !== kind) return null
  const reply = { decision: letter.decision, content }
  const { letterNo, issuedOn } = letter
  return replyModel({ request, personal, reply }, context, { letterNo, issuedOn })
}

/** The reply as it would read, without a number and marked as a proof. */
export function proofModel({ request }: RequestRecord, reply: ReplyInHand, context: LetterContext): LetterModel | null {
  const { personal } = request
  return personal ? replyModel({ request, personal, reply }, context, null) : null
}

function receipt(
  request: DisclosureRequest,
  personal: RequestPersonalData,
  context: LetterContext,
): LetterModel | null {
  const { desk, agency, nameOf } = context
  const due = replyDueOn(request.clockFacts, desk.calendar, desk.today)
  if (!due.ok) return null
  const { requestNo, channel, receivedOn, medium, route } = request
  if (!receivedOn) return null
  return {
    letter: 'F03',
    agency,
    ...{ requestNo, channel, receivedOn, medium, route },
    applicantName: namesOf(personal),
    due: due.value,
    description: personal.description,
    itemsHandedOver: itemsOf(channel, personal),
    clerkName: nameOf(request.registered.actor),
    queryCode: personal.queryCode,
    ...pledgeOn(request, context),
    ...wordsOf(context),
    madeOn: desk.today,
  }
}

/** 服务承诺, where the office made one on the day of the registration. */
function pledgeOn(request: DisclosureRequest, { desk, settings }: LetterContext): Pick<ModelOf<'F03'>, 'pledge'> {
  const { registered, clockFacts } = request
  const pledge = settings && pledgeOf({ registeredAt: registered.at, clockFacts, settings }, desk.calendar, desk.today)
  if (!pledge) return {}
  const { firstResponseHours, handlingWorkingDays, handledBy, certainty } = pledge
  return { pledge: { firstResponseHours, handlingWorkingDays, handledBy, certainty } }
}

function wordsOf({ wordingOf }: LetterContext): Pick<ModelOf<'F03'>, 'wording'> {
  const wording = wordingOf?.('F03')
  return wording ? { wording } : {}
}

/** 收取的材料 as the registration tells of them; what else was handed over stands among the scans. */
function itemsOf(channel: DisclosureRequest['channel'], { agent, oral }: RequestPersonalData): string[] {
  return [
    oral ? '口头申请记录（政府信息公开申请表）' : `政府信息公开申请（${CHANNEL[channel]}）`,
    ...(agent ? [agent.as === 'guardian' ? '监护关系证明' : '授权委托书'] : []),
  ]
}

function slip(request: DisclosureRequest, { desk, agency, nameOf }: LetterContext): LetterModel | null {
  const due = replyDueOn(request.clockFacts, desk.calendar, desk.today)
  if (!due.ok) return null
  const clerkName = nameOf(request.registered.actor)
  return { letter: 'slip', agency, requestNo: request.requestNo, due: due.value, clerkName, madeOn: desk.today }
}

/** Who signed, in which capacity and when, or when it was sent; where it was refused, why and who saw it; else nothing yet. */
function signature(served: ServedReply | undefined): Pick<ModelOf<'S01'>, 'received' | 'refused' | 'sent'> {
  if (!served) return { received: null }
  const { refused, receivedBy = '', receivedAs, servedOn, way } = served
  if (way === 'email' || way === 'online') return { received: null, sent: { on: servedOn } }
  if (refused) return { received: null, refused: { ...refused, on: servedOn } }
  return { received: receivedAs ? { by: receivedBy, as: receivedAs, on: servedOn } : null }
}

function serviceReceipt(
  request: DisclosureRequest,
  personal: RequestPersonalData,
  context: LetterContext,
): LetterModel | null {
  const { letter, served } = request
  if (!letter) return null
  const { desk, agency, nameOf, me, place } = context
  return {
    letter: 'S01',
    agency,
    requestNo: request.requestNo,
    documentTitle: issuedTitle(letter.decision),
    documentNo: letter.letterNo,
    addressee: personal.applicant.name,
    place: served?.place ?? place,
    way: served && served.way !== 'post' ? served.way : 'inPerson',
    deliveredBy: served ? nameOf(served.by.actor) : me,
    ...signature(served),
    madeOn: desk.today,
  }
}

/** 答复书 or 告知书, as it stands on the letter that is served. */
