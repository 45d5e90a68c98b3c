import type { Office } from '#shared/domain/agencies/office'
import { yearOf, type CivilDate } from '#shared/domain/calendar/civil-date'
import { isStoredDocument } from '#shared/domain/identity/identity-document'
import type { IdentityDocument } from '#shared/domain/requests/request-facts'
import type { Post } from '#shared/domain/people/person-facts'
import { parseRequestNo } from '#shared/domain/requests/request-number'
import type { FactOf, StoredRequestFact } from '#shared/domain/requests/request-state'
import type { Problem } from '#shared/contracts/problems'

interface Around {
  readonly office: Office | undefined
  readonly today: CivilDate
  /** The posts that a person holds today; none for who has left, or a stranger. */
  readonly postsOf: (personId: string) => readonly Post[]
}

/** What the screens check too, and a window that was taken over would not. */
export function registerProblem(facts: readonly StoredRequestFact[], around: Around): Problem | null {
  for (const fact of facts) {
    if (fact.type === 'request.registered@1') {
      const problem = registrationProblem(fact, around)
      if (problem) return problem
    }
    const problem = handsProblem(fact, around)
    if (problem) return problem
    if (fact.type === 'request.carriedIn@1') {
      const problem = carriedInProblem(fact.open, around.office)
      if (problem) return problem
    }
    // The date on the letter is the day on which it is approved: a letter is never dated back.
    if (fact.type === 'reply.issued@1' && fact.open.issuedOn !== around.today) {
      const { today } = around
      return refused({ kind: 'issuedOutside', on: fact.open.issuedOn, from: today, to: today })
    }
  }
  return null
}

function registrationProblem(fact: FactOf<'request.registered@1'>, { office, today }: Around): Problem | null {
  const { agencyId, requestNo, receivedOn, arrivedOn } = fact.open
  if (!office?.agencies.some(agency => agency.agencyId === agencyId)) return refused({ kind: 'agencyUnknown' })
  if (!isOfOffice(requestNo, office, yearOf(receivedOn ?? arrivedOn ?? today)))
    return refused({ kind: 'requestNoInvalid', requestNo })
  return identityProblem(fact, today)
}

type Registration = FactOf<'request.registered@1'>

/** Everybody on the form by the rules of their own document; at the counter the original was looked at. */
function identityProblem({ open, personal }: Registration, today: CivilDate): Problem | null {
  const isAtCounter = open.channel === 'inPerson'
  if (isAtCounter && !open.originalSeen) return refused({ kind: 'originalNotSeen' })
  const isRight = (document: IdentityDocument): boolean =>
    document.idNumber === '' ? !isAtCounter : isStoredDocument(document, today)
  const main = personal?.applicant
  const isOrganisation = open.applicantType !== 'naturalPerson'
  // Which column of the annual report the request fills is told by whose document it is.
  if (!main || (main.idKind === 'creditCode') !== isOrganisation) return refused({ kind: 'idNumberInvalid' })
  return everybody(personal).every(isRight) ? null : refused({ kind: 'idNumberInvalid' })
}

function everybody({ applicant, otherApplicants, agent }: NonNullable<Registration['personal']>) {
  const applicants = [applicant, ...(otherApplicants ?? [])]
  const acting = applicants.flatMap(each => each.actingPerson ?? [])
  return [...applicants, ...acting, ...(agent ? [agent] : [])] satisfies readonly IdentityDocument[]
}

/** To whom a request goes: a clerk who is still there, an agency of this office; and a card as it is corrected. */
function handsProblem(fact: StoredRequestFact, { office, postsOf, today }: Around): Problem | null {
  switch (fact.type) {
    case 'request.assigned@1':
      return postsOf(fact.open.to).includes('clerk') ? null : refused({ kind: 'assigneeNotClerk' })
    case 'request.passedOn@1': {
      const isOurs = office?.agencies.some(({ agencyId }) => agencyId === fact.open.toAgencyId)
      return isOurs ? null : refused({ kind: 'agencyUnknown' })
    }
    case 'request.corrected@1': {
      const applicant = fact.personal?.applicant
      const isWrong = applicant && applicant.idNumber !== '' && !isStoredDocument(applicant, today)
      return isWrong ? refused({ kind: 'idNumberInvalid' }) : null
    }
    default:
      return null
  }
}

/** Only what a second person has signed is written, and only for an agency of this office. */
function carriedInProblem(open: FactOf<'request.carriedIn@1'>['open'], office: Office | undefined): Problem | null {
  if (!office?.agencies.some(({ agencyId }) => agencyId === open.agencyId)) return refused({ kind: 'agencyUnknown' })
  const isSigned = office.imports.some(
    ({ batchId, preparedBy }) => batchId === open.batchId && preparedBy === open.preparedBy,
  )
  return isSigned ? null : refused({ kind: 'importNotSigned' })
}

function isOfOffice(requestNo: string, office: Office, year: number): boolean {
  const parsed = parseRequestNo(requestNo)
  return (
    parsed.ok &&
    parsed.value.placeCode === office.placeCode &&
    office.workstations.some(workstation => workstation.code === parsed.value.workstationCode) &&
    parsed.value.year === year
  )
}

const refused = (why: { kind: string; [detail: string]: unknown }): Problem => ({ kind: 'refused', why })
