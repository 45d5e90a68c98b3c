import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { isStoredDocument } from '#shared/domain/identity/identity-document'
import { correctedBy } from '#shared/domain/requests/corrected-request'
import type { IdentityDocument } from '#shared/domain/requests/applicant-details'
import type { DisclosureRequest, FactOf, RequestPersonalData } from '#shared/domain/requests/request-state'
import type { Problem } from '#shared/contracts/problems'

/** Everybody on the form by the rules of their own document; at the counter the original was looked at. */
export function registeredIdentityProblem(
  { open, personal }: FactOf<'request.registered@1'>,
  today: CivilDate,
): Problem | null {
  const isAtCounter = open.channel === 'inPerson'
  if (isAtCounter && !open.originalSeen) return refused('originalNotSeen')
  if (!personal || !isOfType(personal.applicant, open.applicantType)) return refused('idNumberInvalid')
  return documentsProblem(everybody(personal), { isAtCounter, today })
}

/**
 * A correction, judged as the registration was: who is new by their own document, everybody where the channel becomes
 * the counter, and the document of the applicant against the kind of applicant. What an old register left empty and
 * the correction does not touch stays empty.
 */
export function correctedIdentityProblem(
  request: DisclosureRequest,
  fact: FactOf<'request.corrected@1'>,
  today: CivilDate,
): Problem | null {
  const { open } = fact
  const after: DisclosureRequest = { ...request, ...correctedBy(request, fact) }
  const { personal: before } = request
  if (!before || !after.personal) return null
  const becomesCounter = open.channel === 'inPerson'
  if (becomesCounter && !open.originalSeen) return refused('originalNotSeen')
  const { applicant } = after.personal
  const isTypeJudged = open.applicantType !== undefined || applicant.idKind !== before.applicant.idKind
  if (isTypeJudged && !isOfType(applicant, after.applicantType)) return refused('idNumberInvalid')
  const known = everybody(before).map(numberOf)
  const judged = everybody(after.personal).filter(person => becomesCounter || !known.includes(numberOf(person)))
  return documentsProblem(judged, { isAtCounter: after.channel === 'inPerson', today })
}

/** Which column of the annual report the request fills is told by whose document it is. */
const isOfType = ({ idKind }: IdentityDocument, type: DisclosureRequest['applicantType']): boolean =>
  (idKind === 'creditCode') === (type !== 'naturalPerson')

function documentsProblem(
  documents: readonly IdentityDocument[],
  { isAtCounter, today }: { readonly isAtCounter: boolean; readonly today: CivilDate },
): Problem | null {
  const isRight = (document: IdentityDocument): boolean =>
    document.idNumber === '' ? !isAtCounter : isStoredDocument(document, today)
  return documents.every(isRight) ? null : refused('idNumberInvalid')
}

/** A document that stood there before is not judged again; it was by the rules of its day. */
const numberOf = ({ idKind = 'residentId', idNumber, country = '' }: IdentityDocument): string =>
  `${idKind}/${country}/${idNumber}`

function everybody({ applicant, otherApplicants, agent }: RequestPersonalData) {
  const applicants = [applicant, ...(otherApplicants ?? [])]
  const acting = applicants.flatMap(each => each.actingPerson ?? [])
  return [...applicants, ...acting, ...(agent ? [agent] : [])] satisfies readonly IdentityDocument[]
}

const refused = (kind: 'originalNotSeen' | 'idNumberInvalid'): Problem => ({ kind: 'refused', why: { kind } })
