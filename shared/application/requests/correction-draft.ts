import type { CivilDate } from '../../domain/calendar/civil-date'
import { needsConfirmation, receiptRules } from '../../domain/requests/date-of-receipt'
import type { AgentDetails } from '../../domain/requests/applicant-details'
import type { ApplicantType, Channel, Medium, Route } from '../../domain/requests/request-facts'
import type { DisclosureRequest } from '../../domain/requests/request-state'
import { emptyPerson, isOrganisation, type PersonForm } from '../reception/registration-form'

/**
 * 更正 as typed. What identifies somebody is typed only where it changes: the form opens with nothing of it, so that
 * correcting a telephone number shows nobody the identity number.
 */
export interface CorrectionDraft extends PersonForm {
  readonly postalAddress: string
  readonly email: string
  readonly applicantType: ApplicantType
  /** Where a person turns out to be an organisation. */
  readonly representative: string
  readonly acting: PersonForm
  readonly agentChange: 'keep' | 'replace' | 'remove'
  readonly agentAs: AgentDetails['as']
  readonly agent: PersonForm
  readonly authority: string
  /** Places in the list of other applicants, from 0, that are taken off it. */
  readonly othersGone: readonly number[]
  /** Who is put on the list. */
  readonly others: readonly PersonForm[]
  readonly description: string
  readonly medium: Medium
  readonly route: Route
  readonly channel: Channel
  readonly trackingNo: string
  readonly signedBy: string
  readonly from: string
  readonly originalSeen: boolean
  /** By the rule of the channel; null where it is not said, and then the receipt is left open if that can be. */
  readonly receivedOn: CivilDate | null
  /** 来件之日; asked for where the channel counts from a confirmation. */
  readonly arrivedOn: CivilDate | null
  readonly reason: string
}

export const emptyCorrection = (request: DisclosureRequest): CorrectionDraft => ({
  ...emptyPerson,
  ...{ postalAddress: '', email: '', representative: '', acting: emptyPerson },
  ...{ agentChange: 'keep', agentAs: 'agent', agent: emptyPerson, authority: '', othersGone: [], others: [] },
  ...{ trackingNo: '', signedBy: '', from: '', originalSeen: false, reason: '' },
  description: request.personal?.description ?? '',
  ...{ applicantType: request.applicantType, medium: request.medium, route: request.route },
  ...{ channel: request.channel, receivedOn: request.receivedOn ?? null, arrivedOn: request.arrivedOn },
})

/** Another rule of receipt (art. 31) means another day: the one that stood there is not carried over. */
export const withChannel = (draft: CorrectionDraft, channel: Channel, request: DisclosureRequest): CorrectionDraft => ({
  ...draft,
  channel,
  receivedOn: isAnotherRule(request.channel, channel) ? null : (request.receivedOn ?? null),
})

export const isAnotherRule = (before: Channel, after: Channel): boolean =>
  receiptRules[before].startsOn !== receiptRules[after].startsOn

/** The receipt may be left open: it has to be confirmed now, and nobody has worked on the request yet. */
export const mayLeaveOpen = (
  { channel }: Pick<CorrectionDraft, 'channel'>,
  { channel: before, status, clockFacts }: DisclosureRequest,
): boolean =>
  needsConfirmation(channel) && !needsConfirmation(before) && status === 'registered' && clockFacts.length === 1

/** A person turns out to be an organisation, or the reverse: another name, another document. */
export const isAnotherKind = (
  { applicantType }: Pick<CorrectionDraft, 'applicantType'>,
  { applicantType: before, personal }: DisclosureRequest,
): boolean =>
  applicantType !== before && isOrganisation({ applicantType }) !== (personal?.applicant.idKind === 'creditCode')
