import type {
  RegistrationField,
  RegistrationFieldProblem,
  RegistrationForm,
  RegistrationProblems,
} from '#shared/application/reception/registration'
import { isWholeIdNumber } from './id-number-text'

/** Order of the screen, which is the Tab order: what is missing is named in it, and focus goes to the first. */
export const fieldOrder = [
  'name',
  'idNumber',
  'phone',
  'originalSeen',
  'description',
  'agencyId',
  'medium',
  'route',
  'postalAddress',
  'email',
  'receivedOn',
] as const satisfies readonly RegistrationField[]

export const fieldsInOrder = (problems: RegistrationProblems): readonly RegistrationField[] =>
  fieldOrder.filter(field => problems[field] !== undefined)

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
  if (field === 'idNumber' && isWholeIdNumber(form.idNumber)) return problem
  return left.has(field) ? problem : undefined
}

function isMissing(form: RegistrationForm, field: RegistrationField): boolean {
  const value = form[field]
  return typeof value === 'string' ? value.trim() === '' : !value
}
