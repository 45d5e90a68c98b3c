import type { CivilDate } from '../../domain/calendar/civil-date'
import { checkDescription, checkPlainText } from '../../domain/identity/applicant-rules'
import { needsConfirmation } from '../../domain/requests/date-of-receipt'
import type { CorrectedData, CorrectedOpen } from '../../domain/requests/request-facts'
import type { DisclosureRequest } from '../../domain/requests/request-state'
import { checkEvidence } from '../reception/check-arrival'
import { problemBasket, type RegistrationFieldProblem, type Taken } from '../reception/problem-basket'
import type { RegistrationField } from '../reception/registration-form'
import { isAnotherRule, mayLeaveOpen, type CorrectionDraft } from './correction-draft'
import { correctedPeople } from './correction-people'

/** Places of the form, named as at registration; `others.0` is the first that is put on the list. */
export type CorrectionField = RegistrationField | 'reason'
export type CorrectionFieldProblem = RegistrationFieldProblem | { readonly kind: 'nothingChanged' }
export type CorrectionProblems = Partial<Record<CorrectionField, CorrectionFieldProblem>>

export interface CorrectionForm {
  readonly open: CorrectedOpen
  readonly personal: CorrectedData & { readonly reason: string }
}

const longestReason = 300

/** Only what differs is part of the act. A route needs its address, a document the rules of its kind, a channel its day. */
export function checkCorrection(
  draft: CorrectionDraft,
  request: DisclosureRequest,
  today: CivilDate,
): { readonly problems: CorrectionProblems; readonly form: CorrectionForm | null } {
  const taken = problemBasket()
  const people = correctedPeople(draft, request, { taken, today })
  const { arrival, ...came } = correctedChannel(draft, request, { taken, today })
  const description = correctedDescription(draft, request, taken)
  needAddress(draft, people.personal.applicant ?? request.personal?.applicant, taken)
  const open: CorrectedOpen = { ...changedForm(draft, request), ...came, ...people.open }
  const personal: CorrectedData = { ...people.personal, ...description, ...(arrival && { arrival }) }
  const problems: CorrectionProblems = { ...taken.problems, ...reasonProblem(draft, { ...open, ...personal }) }
  if (Object.keys(problems).length > 0) return { problems, form: null }
  return { problems, form: { open, personal: { ...personal, reason: draft.reason.trim() } } }
}

function reasonProblem({ reason }: CorrectionDraft, changed: CorrectedOpen & CorrectedData): CorrectionProblems {
  const checked = checkPlainText(reason, longestReason, false)
  if (!checked.ok) return { reason: checked.problem }
  return Object.keys(changed).length === 0 ? { reason: { kind: 'nothingChanged' } } : {}
}

/** Nothing of an erased request can be corrected. */
function correctedDescription(
  { description: typed }: CorrectionDraft,
  { personal }: DisclosureRequest,
  taken: Taken,
): Pick<CorrectedData, 'description'> {
  if (!personal) return {}
  const description = taken.take('description', checkDescription(typed), personal.description)
  return description === personal.description ? {} : { description }
}

const changedForm = ({ medium, route }: CorrectionDraft, request: DisclosureRequest): CorrectedOpen => ({
  ...(medium !== request.medium && { medium }),
  ...(route !== request.route && { route }),
})

interface Around {
  readonly taken: Taken
  readonly today: CivilDate
}

/** Art. 31 judged again: the channel with what proves it, and the day that its rule gives. */
function correctedChannel(
  draft: CorrectionDraft,
  request: DisclosureRequest,
  { taken, today }: Around,
): Pick<CorrectedOpen, 'channel' | 'receivedOn' | 'arrivedOn' | 'originalSeen'> & Pick<CorrectedData, 'arrival'> {
  const { channel } = draft
  const receivedOn = correctedDay(draft, request, { taken, today })
  const arrivedOn = correctedArrival(draft, request, { taken, today })
  const day = { ...(receivedOn && { receivedOn }), ...(arrivedOn && { arrivedOn }) }
  if (channel === request.channel) return day
  const arrival = checkEvidence(draft, taken)
  const isSeen = channel === 'inPerson'
  if (isSeen && !draft.originalSeen) taken.refuse('originalSeen', { kind: 'originalNotSeen' })
  return {
    channel,
    ...day,
    ...(isSeen && { originalSeen: true }),
    ...(Object.keys(arrival).length > 0 && { arrival }),
  }
}

/** Nothing where the channel has no day of arrival of its own, or it stays what it was. */
function correctedArrival(
  { channel, arrivedOn }: CorrectionDraft,
  request: DisclosureRequest,
  { taken, today }: Around,
): CivilDate | undefined {
  if (!needsConfirmation(channel) || arrivedOn === request.arrivedOn) return undefined
  if (!arrivedOn) {
    taken.refuse('arrivedOn', { kind: 'dateMissing' })
    return undefined
  }
  if (arrivedOn > today) taken.refuse('arrivedOn', { kind: 'receivedInFuture', today })
  return arrivedOn
}

function correctedDay(
  draft: CorrectionDraft,
  request: DisclosureRequest,
  { taken, today }: Around,
): CivilDate | undefined {
  const { channel, receivedOn } = draft
  const isAsked = isAnotherRule(request.channel, channel)
  if (!receivedOn) {
    if (isAsked && !mayLeaveOpen(draft, request)) taken.refuse('receivedOn', { kind: 'dateMissing' })
    return undefined
  }
  const { arrivedOn } = draft
  if (needsConfirmation(channel) && arrivedOn && receivedOn < arrivedOn)
    taken.refuse('receivedOn', { kind: 'confirmedBeforeArrival', arrivedOn })
  if (!isAsked && receivedOn === request.receivedOn) return undefined
  if (receivedOn > today) taken.refuse('receivedOn', { kind: 'receivedInFuture', today })
  return receivedOn
}

/** Art. 40: what is posted or sent needs somewhere to go. */
function needAddress({ route }: CorrectionDraft, applicant: CorrectedData['applicant'], taken: Taken): void {
  if (!applicant) return
  if (route === 'post' && !applicant.postalAddress) taken.refuse('postalAddress', { kind: 'empty' })
  if (route === 'email' && !applicant.email) taken.refuse('email', { kind: 'empty' })
}
