import type { KnownPerson } from '../identity/mask-words'
import type { CorrectedValues, DisclosureRequest } from './request-state'

type Form = Pick<CorrectedValues, 'applicant' | 'otherApplicants' | 'agent' | 'applicantType'>

/** Everybody on the form of a request, and whoever stood there before a correction. None once it is erased. */
export function peopleOf({
  applicantType,
  personal,
  corrections,
}: Pick<DisclosureRequest, 'applicantType' | 'personal' | 'corrections'>): readonly KnownPerson[] {
  if (!personal) return []
  return [personal, ...corrections.map(({ before }) => before)].flatMap((form: Form) => peopleOn(form, applicantType))
}

function peopleOn(form: Form, typeNow: DisclosureRequest['applicantType']): readonly KnownPerson[] {
  const { applicant, otherApplicants = [], agent, applicantType = typeNow } = form
  const others = [...(otherApplicants ?? []), ...(agent ? [agent] : [])]
  if (!applicant) return others
  const { representative, actingPerson } = applicant
  return [
    { ...applicant, applicantType },
    ...others,
    ...(representative ? [{ name: representative }] : []),
    ...(actingPerson ? [actingPerson] : []),
  ]
}
