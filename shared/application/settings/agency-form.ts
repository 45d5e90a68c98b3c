import { checkPlainText } from '../../domain/identity/applicant-rules'
import type { Agency } from '../../domain/agencies/office-facts'
import type { AgencyDetails } from './ports'
import {
  emptyOfficeForm,
  newOfficeFrom,
  officeFormProblems,
  type OfficeFieldProblem,
  type OfficeForm,
} from '../set-up/office-form'

/** The fields of the wizard's second step, and why an agency is corrected. */
export const agencyFields = [
  ...(['agencyName', 'agencyCode', 'agencyAddress', 'contactName', 'contactPhone'] as const),
  ...(['reconsiderationName', 'reconsiderationAddress', 'courtName', 'courtAddress'] as const),
] as const

export type AgencyField = (typeof agencyFields)[number]
export type AgencyForm = Readonly<Record<AgencyField, string>>
export type AgencyProblems = Readonly<Partial<Record<AgencyField, OfficeFieldProblem>>>

export const emptyAgencyForm = Object.fromEntries(agencyFields.map(field => [field, ''])) as AgencyForm

export const agencyForm = (agency: AgencyDetails): AgencyForm => ({
  agencyName: agency.name,
  agencyCode: agency.code,
  agencyAddress: agency.address,
  contactName: agency.contactName,
  contactPhone: agency.contactPhone,
  reconsiderationName: agency.reconsiderationBody.name,
  reconsiderationAddress: agency.reconsiderationBody.address,
  courtName: agency.court.name,
  courtAddress: agency.court.address,
})

/** What stands in the way, by field: the same rules as at the set-up, because the same letters are printed. */
export const agencyFormProblems = (form: AgencyForm): AgencyProblems => officeFormProblems(asOfficeForm(form), 'agency')

/** Ask only where there is no problem. */
export const agencyDetailsFrom = (form: AgencyForm): AgencyDetails => newOfficeFrom(asOfficeForm(form)).agency

/** Fields whose value a correction replaces, in the order of the form: what a person confirms before it is recorded. */
export function changedFields(before: Agency, form: AgencyForm): readonly AgencyField[] {
  const old = agencyForm(before)
  const next = agencyForm(agencyDetailsFrom(form))
  return agencyFields.filter(field => old[field] !== next[field])
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
