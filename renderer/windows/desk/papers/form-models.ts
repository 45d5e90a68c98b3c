import { issuedTitle } from './issued-title'
import type { PaperKind } from '#shared/application/desk'
import type { Agency } from '#shared/domain/agencies/office-facts'
import { civilDateAt } from '#shared/domain/calendar/civil-date'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { replyDueOn } from '#shared/domain/clocks/reply-clock'
import type { DisclosureRequest, RequestPersonalData, ServedReply } from '#shared/domain/requests/request-state'
import { searchInHand } from '#shared/domain/requests/search-in-hand'
import type { ModelOf } from '#shared/letters/letter-model'
import type { FormModel, PostalAddress } from '#shared/letters/model/form-models'
import type { LetterContext } from './letter-models'
import { addressedAs, namesOf } from './reply-models'

/** The model of a form of the request, or null where the request does not have what it needs yet. */
export function formModel(
  kind: PaperKind,
  { request, personal }: { readonly request: DisclosureRequest; readonly personal: RequestPersonalData },
  context: LetterContext,
): FormModel | null {
  switch (kind) {
    case 'F01':
      return requestForm(request, personal, context)
    case 'S02':
      return postingRecord(request, personal, context)
    case 'S04':
      return transferLetter(request, personal, context)
    case 'S06':
      return approvalSheet(request, personal, context)
    case 'envelope':
      return postal(personal, context)
    default:
      return null
  }
}

export const blankForm = (agency: Agency, madeOn: CivilDate): FormModel => ({
  letter: 'F01',
  agency,
  filled: null,
  madeOn,
})

type Maker = (request: DisclosureRequest, personal: RequestPersonalData, context: LetterContext) => FormModel | null

const requestForm: Maker = (request, personal, { agency, nameOf, desk }) => {
  const { requestNo, channel, receivedOn, applicantType, medium, route } = request
  const { applicant, otherApplicants = [], agent, oral, description } = personal
  return {
    letter: 'F01',
    agency,
    filled: {
      ...{ requestNo, channel, applicantType, medium, route, applicant, otherApplicants, description },
      receivedOn: receivedOn ?? null,
      clerkName: nameOf(request.registered.actor),
      ...(agent ? { agent } : {}),
      ...(oral ? { oral } : {}),
    },
    madeOn: desk.today,
  }
}

const postingRecord: Maker = (request, personal, { agency, nameOf, desk }) => {
  const { letter, served, requestNo } = request
  if (!letter) return null
  const { name, postalAddress = '' } = personal.applicant
  return {
    letter: 'S02',
    ...{ agency, requestNo, postalAddress: served?.postalAddress ?? postalAddress },
    documentTitle: issuedTitle(letter.decision),
    documentNo: letter.letterNo,
    addressee: name,
    posted: served?.way === 'post' ? postedAs(served, nameOf) : null,
    madeOn: desk.today,
  }
}

const postedAs = (served: ServedReply, nameOf: LetterContext['nameOf']): ModelOf<'S02'>['posted'] => ({
  postOffice: served.place ?? '',
  ...(served.mailClass ? { mailClass: served.mailClass } : {}),
  trackingNo: served.trackingNo ?? null,
  mailedOn: served.servedOn,
  deliveredOn: served.deliveredOn ?? null,
  postedBy: nameOf(served.by.actor),
})

/** Of several, the last time it was passed on. */
const transferLetter: Maker = (request, personal, { agency, passedFrom, wordingOf }) => {
  const passing = request.passings.at(-1)
  if (!passing || !passedFrom) return null
  const { requestNo, channel } = request
  const wording = wordingOf?.('S04')
  return {
    letter: 'S04',
    agency: passedFrom,
    toAgency: agency,
    ...{ requestNo, channel },
    applicantName: namesOf(personal),
    addressedAs: addressedAs(request),
    receivedOn: passing.firstReceivedOn ?? null,
    description: personal.description,
    reason: passing.reason ?? '',
    attachments: attachedTo(personal),
    passedOn: passing.receivedOn,
    ...(passing.hadSince ? { hadSince: passing.hadSince } : {}),
    ...(wording ? { wording } : {}),
  }
}

/** What lies with the application; who gave no document has none that could go along. */
const attachedTo = ({ applicant, agent }: RequestPersonalData): readonly string[] => [
  '政府信息公开申请表',
  ...(applicant.idNumber ? ['身份证明材料'] : []),
  ...(agent ? ['授权委托书或者关系证明'] : []),
]

const approvalSheet: Maker = (request, personal, { agency, nameOf, desk }) => {
  const { currentDraft: draft, receivedOn, requestNo } = request
  if (!draft?.content || !receivedOn) return null
  const due = replyDueOn(request.clockFacts, desk.calendar, desk.today)
  if (!due.ok) return null
  return {
    letter: 'S06',
    ...{ agency, requestNo, receivedOn },
    draftNo: draft.draftNo,
    applicantName: personal.applicant.name,
    due: due.value,
    description: personal.description,
    searchResult: searchInHand(request)?.personal?.result ?? null,
    decision: draft.decision,
    content: draft.content,
    drafterName: nameOf(draft.drafter),
    submittedOn: civilDateAt(draft.submitted.at),
    madeOn: desk.today,
  }
}

function postal({ applicant }: RequestPersonalData, context: LetterContext): FormModel {
  const { agency, desk, envelope: stock = 'DL', labelPlace: startAt = 1 } = context
  const to = addressOf(applicant.name, applicant.postalAddress ?? '')
  const madeOn = desk.today
  return stock === 'labels'
    ? { letter: 'labels', agency, labels: [to], startAt, madeOn }
    : { letter: 'envelope', size: stock, agency, to, madeOn }
}

/** Six digits at the head or the end of an address are its postcode, whatever words stand before them. */
export function addressOf(name: string, written: string): PostalAddress {
  const found = /^(?:邮编|邮政编码)?[：:\s]*(\d{6})(?!\d)|(?<!\d)(\d{6})$/u.exec(written.trim())
  const postcode = found?.[1] ?? found?.[2]
  if (!found || !postcode) return { name, address: written }
  const address = written
    .trim()
    .replace(found[0], '')
    .replace(/[（(，,；;\s]*(?:邮编|邮政编码)?[：:\s]*[）)]?$/u, '')
    .trim()
  return { name, address: address.replace(/^[，,\s]+/u, ''), postcode }
}
