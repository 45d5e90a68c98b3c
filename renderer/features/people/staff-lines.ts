import { civilDateAt, type CivilDate } from '#shared/domain/calendar/civil-date'
import type { Post } from '#shared/domain/people/person-facts'
import type { PersonRecord } from '#shared/application/ports'

/** One line of the list of people, ready to be worded. */
export interface StaffLine {
  readonly personId: string
  /** Undefined after erasure. */
  readonly name: string | undefined
  readonly posts: readonly Post[]
  readonly isMe: boolean
  readonly lastSignIn: { readonly on: CivilDate; readonly at: number; readonly failuresBefore: number } | null
  readonly password: { readonly by: 'self' | 'administrator' | 'recoverySheet'; readonly on: CivilDate } | null
  readonly needsNewerVersion: boolean
}

/** Who works here first, in order of joining; who has left stands at the end. */
export function staffLines(records: readonly PersonRecord[], me: string): readonly StaffLine[] {
  return records
    .toSorted((a, b) => Number(hasLeft(a)) - Number(hasLeft(b)) || a.person.addedAt - b.person.addedAt)
    .map(({ personId, person, needsNewerVersion }) => ({
      personId,
      name: person.name,
      posts: person.posts,
      isMe: personId === me,
      lastSignIn: person.lastSignIn ? { ...person.lastSignIn, on: civilDateAt(person.lastSignIn.at) } : null,
      password: person.password ? { by: person.password.by, on: civilDateAt(person.password.at) } : null,
      needsNewerVersion,
    }))
}

export const administratorsOf = (lines: readonly StaffLine[]): readonly string[] =>
  lines.flatMap(({ name, posts }) => (name !== undefined && posts.includes('administrator') ? [name] : []))

/** Nobody else could add or correct anything any more. */
export const isLastAdministrator = (lines: readonly StaffLine[], personId: string): boolean =>
  lines.every(line => line.personId === personId || !line.posts.includes('administrator'))

const hasLeft = ({ person }: PersonRecord): boolean => person.posts.length === 0
