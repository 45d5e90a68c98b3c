import { checkPlainText } from '../../domain/identity/applicant-rules'
import type { Agency, RemedyOfGrants } from '../../domain/agencies/office-facts'
import type { AgencyDetails } from './ports'
import {
  emptyOfficeForm,
  newOfficeFrom,
  officeFormProblems,
  type OfficeFieldProblem,
  type OfficeForm,
} from '../set-up/office-form'

/** The fields of the wizard's second step, what only the settings know, and why an agency is corrected. */
export const agencyFields = [
  ...(['agencyName', 'agencyCode', 'agencyAddress', 'contactName', 'contactPhone'] as const),
  ...(['reconsiderationName', 'reconsiderationAddress', 'reconsiderationOnline', 'courtName', 'courtAddress'] as const),
] as const

export type AgencyField = (typeof agencyFields)[number]
export type AgencyForm = Readonly<Record<AgencyField, string>> & { readonly remedyOfGrants: RemedyOfGrants }
export type AgencyProblems = Readonly<Partial<Record<AgencyField, OfficeFieldProblem | OnlineProblem>>>
export type OnlineProblem = { readonly kind: 'onlineAddressShape' }

export const emptyAgencyForm: AgencyForm = {
  ...(Object.fromEntries(agencyFields.map(field => [field, ''])) as Record<AgencyField, string>),
  remedyOfGrants: 'printed',
}

export const agencyForm = (agency: AgencyDetails): AgencyForm => ({
  agencyName: agency.name,
  agencyCode: agency.code,
  agencyAddress: agency.address,
  contactName: agency.contactName,
  contactPhone: agency.contactPhone,
  reconsiderationName: agency.reconsiderationBody.name,
  reconsiderationAddress: agency.reconsiderationBody.address,
  reconsiderationOnline: agency.reconsiderationBody.onlineAddress ?? '',
  courtName: agency.court.name,
  courtAddress: agency.court.address,
  remedyOfGrants: agency.remedyOfGrants ?? 'printed',
})

/** What stands in the way, by field: the same rules as at the set-up, because the same letters are printed. */
export function agencyFormProblems(form: AgencyForm): AgencyProblems {
  const problems = officeFormProblems(asOfficeForm(form), 'agency')
  return isNetAddress(form.reconsiderationOnline) ? problems : { ...problems, reconsiderationOnline: SHAPE }
}

const SHAPE: OnlineProblem = { kind: 'onlineAddressShape' }
export const longestNetAddress = 200

/** Empty, or an address that a reader can type: http or https, no blanks, half width. */
function isNetAddress(typed: string): boolean {
  const text = typed.trim()
  return (
    text === '' ||
    (text.length <= longestNetAddress &&
      /^https?:\/\/[a-z\d-]+(?:\.[a-z\d-]+)+(?::\d{1,5})?(?:\/[!-~]*)?$/iu.test(text))
  )
}

/** Ask only where there is no problem. */
export function agencyDetailsFrom(form: AgencyForm): AgencyDetails {
  const agency = newOfficeFrom(asOfficeForm(form)).agency
  const onlineAddress = form.reconsiderationOnline.trim()
  return {
    ...agency,
    reconsiderationBody: { ...agency.reconsiderationBody, ...(onlineAddress ? { onlineAddress } : {}) },
    ...(form.remedyOfGrants === 'leftOut' ? { remedyOfGrants: 'leftOut' } : {}),
  }
}

/** Fields whose value a correction replaces, in the order of the form: what a person confirms before it is recorded. */
export function changedFields(before: Agency, form: AgencyForm): readonly (keyof AgencyForm)[] {
  const old = agencyForm(before)
  const next = agencyForm(agencyDetailsFrom(form))
  return ([...agencyFields, 'remedyOfGrants'] as const).filter(field => old[field] !== next[field])
}

export type ReasonProblem = 'reasonMissing' | 'reasonTooLong' | 'reasonUnprintable'
export const longestReason = 200

/** A reason stands in the ledger and on lists that are printed. */
export function reasonProblem(reason: string): ReasonProblem | null {
  const text = reason.trim()
  if (text === '') return 'reasonMissing'
  if (text.length > longestReason) return 'reasonTooLong'
  return checkPlainText(text, longestReason, false).ok ? null : 'reasonUnprintable'
}

const asOfficeForm = (form: AgencyForm): OfficeForm => ({ ...emptyOfficeForm, ...form })
