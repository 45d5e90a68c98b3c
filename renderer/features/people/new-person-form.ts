import { newPasswordProblem, type NewPasswordProblem } from '#shared/application/new-password'
import { checkPlainText } from '#shared/domain/identity/applicant-rules'
import type { Post } from '#shared/domain/people/person-facts'

export interface NewPersonForm {
  readonly name: string
  readonly posts: readonly Post[]
  readonly password: string
  readonly again: string
}

export const emptyPersonForm: NewPersonForm = { name: '', posts: [], password: '', again: '' }

export type NameProblem = 'noName' | 'nameTooLong' | 'nameUnprintable' | 'nameKnown'

export interface NewPersonProblems {
  readonly name: NameProblem | null
  readonly noPost: boolean
  readonly password: NewPasswordProblem | null
}

/** As the channel takes it. */
export const longestName = 50

/** What stands in the way of adding this person; null where nothing does. Two of one name cannot be told apart (C). */
export function newPersonProblems(form: NewPersonForm, knownNames: readonly string[]): NewPersonProblems | null {
  const problems = {
    name: nameProblem(form.name.trim(), knownNames),
    noPost: form.posts.length === 0,
    password: newPasswordProblem(form.password, form.again),
  }
  return problems.name || problems.noPost || problems.password ? problems : null
}

function nameProblem(name: string, knownNames: readonly string[]): NameProblem | null {
  if (name === '') return 'noName'
  if (name.length > longestName) return 'nameTooLong'
  if (!checkPlainText(name, longestName, false).ok) return 'nameUnprintable' // it stands on receipts and letters
  return knownNames.includes(name) ? 'nameKnown' : null
}
