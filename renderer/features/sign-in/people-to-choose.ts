import type { PersonOfStaff } from '#shared/application/front-door'

/** Who may sign in here: whoever holds a post. Someone without one has left. */
export const peopleToChoose = (people: readonly PersonOfStaff[]): readonly PersonOfStaff[] =>
  people.filter(person => person.posts.length > 0)

/** `1` to `9`; the tenth person has no key. */
export const keyOf = (position: number): string | undefined => (position < 9 ? String(position + 1) : undefined)

/** The family name: what stands in the circle. Compound ones (欧阳) show their first character. */
export const faceOf = (name: string): string => [...name][0] ?? ''
