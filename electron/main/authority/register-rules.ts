import type { Office } from '#shared/domain/agencies/office'
import { yearOf, type CivilDate } from '#shared/domain/calendar/civil-date'
import type { Post } from '#shared/domain/people/person-facts'
import { parseRequestNo } from '#shared/domain/requests/request-number'
import { correctedBy } from '#shared/domain/requests/corrected-request'
import type { DisclosureRequest, FactOf, StoredRequestFact } from '#shared/domain/requests/request-state'
import type { Problem } from '#shared/contracts/problems'
import { correctedIdentityProblem, registeredIdentityProblem } from './identity-rules'

interface Around {
  readonly office: Office | undefined
  readonly today: CivilDate
  /** Before these facts; undefined where they make it. */
  readonly request: DisclosureRequest | undefined
  /** The posts that a person holds today; none for who has left, or a stranger. */
  readonly postsOf: (personId: string) => readonly Post[]
}

/** What the screens check too, and a window that was taken over would not. */
export function registerProblem(facts: readonly StoredRequestFact[], around: Around): Problem | null {
  let { request } = around
  for (const fact of facts) {
    const problem = problemOf(fact, { ...around, request })
    if (problem) return problem
    if (request && fact.type === 'request.corrected@1') request = { ...request, ...correctedBy(request, fact) }
  }
  return null
}

function problemOf(fact: StoredRequestFact, around: Around): Problem | null {
  switch (fact.type) {
    case 'request.registered@1':
      return registrationProblem(fact, around)
    case 'request.carriedIn@1':
      return carriedInProblem(fact.open, around.office)
    case 'reply.issued@1': {
      // The date on the letter is the day on which it is approved: a letter is never dated back.
      const { today } = around
      const { issuedOn } = fact.open
      return issuedOn === today ? null : refused({ kind: 'issuedOutside', on: issuedOn, from: today, to: today })
    }
    default:
      return handsProblem(fact, around)
  }
}

function registrationProblem(fact: FactOf<'request.registered@1'>, { office, today }: Around): Problem | null {
  const { agencyId, requestNo, receivedOn, arrivedOn } = fact.open
  if (!office?.agencies.some(agency => agency.agencyId === agencyId)) return refused({ kind: 'agencyUnknown' })
  if (!isOfOffice(requestNo, office, yearOf(receivedOn ?? arrivedOn ?? today)))
    return refused({ kind: 'requestNoInvalid', requestNo })
  return registeredIdentityProblem(fact, today)
}

/** To whom a request goes: a clerk who is still there, an agency of this office; and a card as it is corrected. */
function handsProblem(fact: StoredRequestFact, { office, postsOf, today, request }: Around): Problem | null {
  switch (fact.type) {
    case 'request.assigned@1':
      return postsOf(fact.open.to).includes('clerk') ? null : refused({ kind: 'assigneeNotClerk' })
    case 'request.passedOn@1': {
      const isOurs = office?.agencies.some(({ agencyId }) => agencyId === fact.open.toAgencyId)
      return isOurs ? null : refused({ kind: 'agencyUnknown' })
    }
    case 'request.corrected@1':
      // Nothing is registered and mended in one act.
      return request ? correctedIdentityProblem(request, fact, today) : refused({ kind: 'notRegistered' })
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
