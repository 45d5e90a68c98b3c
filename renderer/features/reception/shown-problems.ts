import type { RegistrationFieldProblem, RegistrationProblems } from '#shared/application/reception/problem-basket'
import {
  isOrganisation,
  valueAt,
  type RegistrationField,
  type RegistrationForm,
} from '#shared/application/reception/registration-form'
import { isMissing } from './field-words'
import { isWholeIdNumber } from './id-number-text'

export interface Progress {
  /** Fields that were left once. */
  readonly left: ReadonlySet<RegistrationField>
  /** Somebody tried to register. */
  readonly tried: boolean
}

/**
 * Whether the problem of this field is told under it. An empty field is not scolded before somebody tries to register;
 * a wrong one is told when it is left, a resident number as soon as it is whole.
 */
export function shownProblem(
  field: RegistrationField,
  { form, problems }: { readonly form: RegistrationForm; readonly problems: RegistrationProblems },
  { left, tried }: Progress,
): RegistrationFieldProblem | undefined {
  const problem = problems[field]
  if (!problem || tried) return problem
  if (isMissing(form, field)) return undefined
  const isResidentNumber = field === 'idNumber' && form.idKind === 'residentId' && !isOrganisation(form)
  if (isResidentNumber && isWholeIdNumber(String(valueAt(form, field)))) return problem
  return left.has(field) ? problem : undefined
}
