import type { PaperProblem } from '#shared/application/desk'
import type { RegistrationFieldProblem } from '#shared/application/reception/problem-basket'

/** Whatever a checked field can answer; a new form adds its union here. */
export type FieldProblem = RegistrationFieldProblem
export type FieldProblemKind = FieldProblem['kind']
export type PaperProblemKind = PaperProblem['kind']
