import type { Desk, EnvelopeStock, PaperKind, ReplyInHand } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import type { Agency } from '#shared/domain/agencies/office-facts'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { replyDueOn } from '#shared/domain/clocks/reply-clock'
import type { ReplyContent, SearchWords } from '#shared/domain/requests/request-facts'
import type { DisclosureRequest, RequestPersonalData, SearchRecord } from '#shared/domain/requests/request-state'
import type { LetterModel, SearchMade } from '#shared/letters/letter-model'
import { formModel } from './form-models'

export interface LetterContext {
  readonly desk: Pick<Desk, 'today' | 'calendar'>
  readonly agency: Agency
  readonly nameOf: (personId: string) => string
  /** Name of the person signed in: who will hand over what is printed now. */
  readonly me: string
  /** Where the letter is handed over, as on the proof of service. */
  readonly place: string
  /** The agency that passed the request on, where one did. */
  readonly passedFrom?: Agency | null
  /** What an envelope or a label is printed on. */
  readonly envelope?: EnvelopeStock | undefined
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
    case 'R01':
    case 'R12': {
      const content = request.currentDraft?.content
      const { letter } = request
      if (!letter || !content) return null
      const reply = { decision: letter.decision, content }
      return replyLetter({ request, personal, reply }, context, {
        letterNo: letter.letterNo,
        issuedOn: letter.issuedOn,
      })
    }
    default:
      return formModel(kind, { request, personal }, context)
  }
}

/** The reply as it would read, without a number and marked as a proof. */
export function proofModel({ request }: RequestRecord, reply: ReplyInHand, context: LetterContext): LetterModel | null {
  const { personal } = request
  return personal ? replyLetter({ request, personal, reply }, context, null) : null
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
    applicantName: personal.applicant.name,
    due: due.value,
    description: personal.description,
    itemsHandedOver: ['政府信息公开申请（当面提交）'],
    clerkName: nameOf(request.registered.actor),
    queryCode: personal.queryCode,
    madeOn: desk.today,
  }
}

function slip(request: DisclosureRequest, { desk, agency, nameOf }: LetterContext): LetterModel | null {
  const due = replyDueOn(request.clockFacts, desk.calendar, desk.today)
  if (!due.ok) return null
  const clerkName = nameOf(request.registered.actor)
  return { letter: 'slip', agency, requestNo: request.requestNo, due: due.value, clerkName, madeOn: desk.today }
}

interface ReplyParts {
  readonly request: DisclosureRequest
  readonly personal: RequestPersonalData
  readonly reply: ReplyInHand
}

type Number = { readonly letterNo: string; readonly issuedOn: CivilDate }

function replyLetter(
  { request, personal, reply }: ReplyParts,
  context: LetterContext,
  number: Number | null,
): LetterModel | null {
  const search = request.searches.at(-1)
  const { requestNo, channel, receivedOn, medium, route } = request
  if (!search?.personal || !receivedOn) return null // The latest search is the one that counts.
  const shared = {
    purpose: number ? 'final' : 'proof',
    letterNo: number?.letterNo ?? null,
    agency: context.agency,
    applicantName: personal.applicant.name,
    ...{ requestNo, channel, receivedOn },
    description: personal.description,
    search: searchMade(search, search.personal, context.nameOf),
    reasons: reply.content.reasons,
    issuedOn: number?.issuedOn ?? context.desk.today,
  } as const
  return reply.decision === 'NOT_EXIST'
    ? { letter: 'R12', ...shared }
    : { letter: 'R01', ...shared, medium, route, ...supplied(reply.content) }
}

const supplied = ({ attachments, inspection }: ReplyContent) => ({ attachments, ...(inspection ? { inspection } : {}) })

const searchMade = (search: SearchRecord, words: SearchWords, nameOf: LetterContext['nameOf']): SearchMade => ({
  searchedOn: search.searchedOn,
  searcherName: nameOf(search.by.actor),
  ...words,
  ...(search.periodFrom ? { periodFrom: search.periodFrom } : {}),
  ...(search.periodTo ? { periodTo: search.periodTo } : {}),
})

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
    documentTitle: '政府信息公开申请答复书',
    documentNo: letter.letterNo,
    addressee: personal.applicant.name,
    place: served?.place ?? place,
    way: 'inPerson',
    deliveredBy: served ? nameOf(served.by.actor) : me,
    received: served
      ? { by: served.receivedBy ?? '', as: served.receivedAs ?? 'applicant', on: served.servedOn }
      : null,
    madeOn: desk.today,
  }
}
