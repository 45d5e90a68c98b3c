import { inLedgerOrder, type Erasable, type RecordedAct } from '../recorded-act'
import type { PersonId } from '../requests/request-facts'
import type { PersonFact, Post } from './person-facts'

export type StoredPersonFact = Erasable<PersonFact>

/** One person of the office as their acts leave them. Someone without posts has left. */
export interface Person {
  readonly posts: readonly Post[]
  /** Undefined after erasure. */
  readonly name: string | undefined
  readonly addedBy: PersonId
  /** Epoch ms. */
  readonly addedAt: number
  readonly password?: { readonly by: 'self' | 'administrator' | 'recoverySheet'; readonly at: number }
  readonly lastSignIn?: { readonly at: number; readonly failuresBefore: number }
  /** Facts that came without, before or besides the one that added the person; they changed nothing. */
  readonly conflicts: readonly StoredPersonFact[]
}

/** The same for every order of arrival. Undefined while nobody added the person. */
export function foldPerson(acts: Iterable<RecordedAct<StoredPersonFact>>): Person | undefined {
  let person: Person | undefined
  const conflicts: StoredPersonFact[] = []
  for (const act of inLedgerOrder(acts)) {
    for (const fact of act.facts) {
      if ((fact.type === 'person.added@1') === (person !== undefined)) conflicts.push(fact)
      else person = applyPersonFact(person, fact, act)
    }
  }
  return person && { ...person, conflicts }
}

type ActHead = Pick<RecordedAct<unknown>, 'actor' | 'at'>

function applyPersonFact(before: Person | undefined, fact: StoredPersonFact, { actor, at }: ActHead): Person {
  switch (fact.type) {
    case 'person.added@1':
      return { posts: fact.open.posts, name: fact.personal?.name, addedBy: actor, addedAt: at, conflicts: [] }
    case 'person.postsChanged@1':
      return { ...before!, posts: fact.open.posts }
    case 'person.passwordSet@1':
      return { ...before!, password: { by: fact.open.by, at } }
    case 'person.signedIn@1':
      return { ...before!, lastSignIn: { at, failuresBefore: fact.open.failuresBefore } }
    default:
      // A fact of a newer version is kept by the ledger and has no effect here.
      return before!
  }
}
