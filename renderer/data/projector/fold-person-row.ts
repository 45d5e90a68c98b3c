import type { PersonFact } from '#shared/domain/people/person-facts'
import { type Erasable, inLedgerOrder } from '#shared/domain/recorded-act'
import type { PersonId } from '#shared/domain/requests/request-facts'
import type { PersonRow } from '../rows'
import type { LeftOut, PlainRecordedAct, SubjectRows } from './subject-rows'

type Stored = Erasable<PersonFact>
type Person = Omit<PersonRow, 'actsLeftOut'>

/** One person of the staff. Posts: the last writer in ledger order. No row before the person was added. */
export function foldPersonRow(id: string, acts: readonly PlainRecordedAct[], { actsLeftOut }: LeftOut): SubjectRows {
  const nobody: Person = {
    ...{ personId: id as PersonId, name: undefined, posts: [], lastSignedInAt: null },
    needsNewerVersion: false,
  }
  let person = nobody
  let isAdded = false
  for (const { facts, at } of inLedgerOrder(acts)) {
    for (const fact of facts) {
      person = applyFact(person, fact as Stored, at)
      isAdded ||= fact.type === 'person.added@1'
    }
  }
  return { kind: 'person', id, row: isAdded ? { ...person, actsLeftOut } : null }
}

function applyFact(person: Person, fact: Stored, at: number): Person {
  switch (fact.type) {
    case 'person.added@1':
      return { ...person, name: fact.personal?.name, posts: [...fact.open.posts] }
    case 'person.postsChanged@1':
      return { ...person, posts: [...fact.open.posts] }
    case 'person.signedIn@1':
      return { ...person, lastSignedInAt: at }
    case 'person.passwordSet@1':
      return person
    default:
      return { ...person, needsNewerVersion: true }
  }
}
