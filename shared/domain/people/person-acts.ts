import { err, ok, type Result } from '../../kernel/result'
import type { PersonId } from '../requests/request-facts'
import type { Person, StoredPersonFact } from './person'
import type { Post } from './person-facts'

export type PersonActProblem =
  | { readonly kind: 'actWithoutFacts' }
  | { readonly kind: 'postNotHeld'; readonly role: Post }
  | { readonly kind: 'postNeeded'; readonly posts: readonly Post[] }
  | { readonly kind: 'personNotAdded' }
  | { readonly kind: 'personAlreadyAdded' }
  | { readonly kind: 'postsEmpty' }
  /** The first person of an office adds themselves, and as administrator. */
  | { readonly kind: 'firstPersonMustBeAdministrator' }
  /** An office without an administrator could never add one. */
  | { readonly kind: 'lastAdministrator' }
  | { readonly kind: 'onlyThePersonThemselves' }
  /** Being administrator does not spare anybody the old password of their own. */
  | { readonly kind: 'ownPasswordIsChanged' }
  /** Their keys went with their posts; who comes back is added anew. */
  | { readonly kind: 'personHasLeft' }

/** Who acts on which person. */
export interface ActingOnPerson {
  readonly actor: PersonId
  readonly role: Post
  /** Posts the actor holds today; empty while the office is being established. */
  readonly posts: readonly Post[]
  /** The person that the act is about. */
  readonly personId: PersonId
  /** Nobody has been added to this office yet: whoever sets it up acts as its administrator. */
  readonly isFirstPerson: boolean
  /** People other than this one who are administrators. */
  readonly otherAdministrators: number
}

/** Whether the facts may be appended as one act to this person (undefined: not added yet). */
export function mayDoToPerson(
  person: Pick<Person, 'posts'> | undefined,
  facts: readonly StoredPersonFact[],
  by: ActingOnPerson,
): Result<void, PersonActProblem> {
  if (facts.length === 0) return err({ kind: 'actWithoutFacts' })
  const held: readonly Post[] = by.isFirstPerson ? ['administrator'] : by.posts
  if (!held.includes(by.role)) return err({ kind: 'postNotHeld', role: by.role })
  let current = person
  for (const fact of facts) {
    const problem = factProblem(current, fact, by)
    if (problem) return err(problem)
    if ('posts' in fact.open) current = { posts: fact.open.posts }
  }
  return ok(undefined)
}

type Check = (person: Pick<Person, 'posts'>, fact: StoredPersonFact, by: ActingOnPerson) => PersonActProblem | undefined

function factProblem(
  person: Pick<Person, 'posts'> | undefined,
  fact: StoredPersonFact,
  by: ActingOnPerson,
): PersonActProblem | undefined {
  if (fact.type === 'person.added@1')
    return person ? { kind: 'personAlreadyAdded' } : addingProblem(fact.open.posts, by)
  if (!person) return { kind: 'personNotAdded' }
  return checks[fact.type](person, fact, by)
}

function addingProblem(posts: readonly Post[], by: ActingOnPerson): PersonActProblem | undefined {
  if (posts.length === 0) return { kind: 'postsEmpty' }
  if (!by.isFirstPerson) return administratorNeeded(by)
  if (by.actor !== by.personId) return { kind: 'onlyThePersonThemselves' }
  return posts.includes('administrator') ? undefined : { kind: 'firstPersonMustBeAdministrator' }
}

const administratorNeeded = ({ role }: ActingOnPerson): PersonActProblem | undefined =>
  role === 'administrator' ? undefined : { kind: 'postNeeded', posts: ['administrator'] }

const onlySelf = ({ actor, personId }: ActingOnPerson): PersonActProblem | undefined =>
  actor === personId ? undefined : { kind: 'onlyThePersonThemselves' }

/** A password is a way in, and nobody opens one to who has none left. */
const leftProblem = ({ posts }: Pick<Person, 'posts'>): PersonActProblem | undefined =>
  posts.length === 0 ? { kind: 'personHasLeft' } : undefined

const resetProblem = (by: ActingOnPerson): PersonActProblem | undefined =>
  administratorNeeded(by) ?? (by.actor === by.personId ? { kind: 'ownPasswordIsChanged' } : undefined)

const checks: Record<Exclude<StoredPersonFact['type'], 'person.added@1'>, Check> = {
  'person.postsChanged@1': (person, fact, by) => {
    const next: readonly Post[] = fact.type === 'person.postsChanged@1' ? fact.open.posts : []
    const losesLast = person.posts.includes('administrator') && !next.includes('administrator')
    return (
      administratorNeeded(by) ??
      leftProblem(person) ??
      (losesLast && by.otherAdministrators === 0 ? { kind: 'lastAdministrator' } : undefined)
    )
  },
  'person.passwordSet@1': (person, fact, by) =>
    fact.type === 'person.passwordSet@1' && fact.open.by === 'administrator'
      ? (resetProblem(by) ?? leftProblem(person))
      : onlySelf(by),
  'person.signedIn@1': (_person, _fact, by) => onlySelf(by),
}
