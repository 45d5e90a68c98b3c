import type { Office } from '#shared/domain/agencies/office'
import { yearOf, type CivilDate } from '#shared/domain/calendar/civil-date'
import { parseResidentId } from '#shared/domain/identity/resident-id'
import { parseRequestNo } from '#shared/domain/requests/request-number'
import type { FactOf, StoredRequestFact } from '#shared/domain/requests/request-state'
import type { Problem } from '#shared/contracts/problems'

interface Around {
  readonly office: Office | undefined
  readonly today: CivilDate
}

/** What the screens check too, and a window that was taken over would not. */
export function registerProblem(facts: readonly StoredRequestFact[], around: Around): Problem | null {
  for (const fact of facts) {
    if (fact.type === 'request.registered@1') {
      const problem = registrationProblem(fact, around)
      if (problem) return problem
    }
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
  const idNumber = parseResidentId(fact.personal?.applicant.idNumber ?? '', today)
  return idNumber.ok ? null : refused({ kind: 'idNumberInvalid' })
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
