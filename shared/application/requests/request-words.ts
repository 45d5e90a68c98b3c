import { maskName } from '../../domain/identity/masking'
import type { DisclosureRequest } from '../../domain/requests/request-state'

/** As it is looked for: width and case do not matter. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** What is asked, on one line. Null where the personal part was erased. */
export const askedFor = (description: string | undefined): string | null =>
  description === undefined ? null : description.trim().replaceAll(/\s+/gu, ' ')

/** Everybody named on the form can be found. */
export function peopleOf({ personal }: DisclosureRequest) {
  if (!personal) return []
  const { applicant, otherApplicants = [], agent } = personal
  return [applicant, ...otherApplicants, ...(agent ? [agent] : [])]
}

/** Printed numbers, masked and plain names, description, query code: what a request is found by. Never shown. */
export function wordsOf(request: DisclosureRequest): readonly string[] {
  const { requestNo, letter, personal } = request
  const names = peopleOf(request).flatMap(({ name }) => [name, maskName(name)])
  const { applicant, description, queryCode } = personal ?? {}
  const behind = [applicant?.representative, applicant?.actingPerson?.name]
  return [requestNo, letter?.letterNo, askedFor(description), queryCode, ...names, ...behind].filter(
    word => word !== undefined && word !== null,
  )
}
