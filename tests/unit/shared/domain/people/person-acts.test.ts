import { describe, expect, test } from 'vitest'
import { foldPerson, type StoredPersonFact } from '#shared/domain/people/person'
import { mayDoToPerson, type ActingOnPerson } from '#shared/domain/people/person-acts'
import type { Post } from '#shared/domain/people/person-facts'
import type { PersonId } from '#shared/domain/requests/request-facts'

const admin = 'p-admin' as PersonId
const anna = 'p-anna' as PersonId

const added = (...posts: Post[]): StoredPersonFact => ({
  type: 'person.added@1',
  open: { posts },
  personal: { name: '李四' },
})
const changed = (...posts: Post[]): StoredPersonFact => ({ type: 'person.postsChanged@1', open: { posts } })
const passwordBy = (by: 'self' | 'administrator' | 'recoverySheet'): StoredPersonFact => ({
  type: 'person.passwordSet@1',
  open: { by },
})
const signedIn: StoredPersonFact = { type: 'person.signedIn@1', open: { failuresBefore: 2 } }

const asAdmin: ActingOnPerson = {
  actor: admin,
  role: 'administrator',
  posts: ['administrator'],
  personId: anna,
  isFirstPerson: false,
  otherAdministrators: 1,
}
const asAnna: ActingOnPerson = { ...asAdmin, actor: anna, role: 'clerk', posts: ['clerk'] }
const founding: ActingOnPerson = { ...asAdmin, actor: anna, posts: [], isFirstPerson: true, otherAdministrators: 0 }
const clerkAnna = { posts: ['clerk'] as Post[] }
const adminAnna = { posts: ['administrator'] as Post[] }

test.each<
  [
    name: string,
    person: { posts: Post[] } | undefined,
    facts: StoredPersonFact[],
    by: ActingOnPerson,
    problem: string | undefined,
  ]
>([
  ['an administrator adds', undefined, [added('clerk')], asAdmin, undefined],
  ['a clerk does not add', undefined, [added('clerk')], asAnna, 'postNeeded'],
  ['an administrator who is none', undefined, [added('clerk')], { ...asAdmin, posts: ['clerk'] }, 'postNotHeld'],
  ['nobody is added twice', clerkAnna, [added('clerk')], asAdmin, 'personAlreadyAdded'],
  ['nobody is added without a post', undefined, [added()], asAdmin, 'postsEmpty'],
  [
    'the first person adds themselves',
    undefined,
    [added('administrator', 'head'), passwordBy('self')],
    founding,
    undefined,
  ],
  ['the first person must be administrator', undefined, [added('clerk')], founding, 'firstPersonMustBeAdministrator'],
  [
    'the first person is not somebody else',
    undefined,
    [added('administrator')],
    { ...founding, actor: admin },
    'onlyThePersonThemselves',
  ],
  ['the exception names the post', undefined, [added('administrator')], { ...founding, role: 'clerk' }, 'postNotHeld'],
  ['an administrator changes posts', clerkAnna, [changed('reviewer')], asAdmin, undefined],
  ['an administrator takes all posts', clerkAnna, [changed()], asAdmin, undefined],
  ['who has left gets no posts again', { posts: [] }, [changed('clerk')], asAdmin, 'personHasLeft'],
  ['a clerk does not promote themselves', clerkAnna, [changed('head')], asAnna, 'postNeeded'],
  [
    'the last administrator stays',
    adminAnna,
    [changed('clerk')],
    { ...asAdmin, otherAdministrators: 0 },
    'lastAdministrator',
  ],
  ['the last but one may go', adminAnna, [changed('clerk')], asAdmin, undefined],
  ['one sets one\u2019s own password', clerkAnna, [passwordBy('self')], asAnna, undefined],
  ['not another\u2019s as self', clerkAnna, [passwordBy('self')], asAdmin, 'onlyThePersonThemselves'],
  ['an administrator sets a password', clerkAnna, [passwordBy('administrator')], asAdmin, undefined],
  ['nobody sets one for who has left', { posts: [] }, [passwordBy('administrator')], asAdmin, 'personHasLeft'],
  ['nor for who leaves by the same act', clerkAnna, [changed(), passwordBy('administrator')], asAdmin, 'personHasLeft'],
  ['a clerk does not, as administrator', clerkAnna, [passwordBy('administrator')], asAnna, 'postNeeded'],
  [
    'an administrator does not reset their own',
    adminAnna,
    [passwordBy('administrator')],
    { ...asAdmin, actor: anna },
    'ownPasswordIsChanged',
  ],
  ['the recovery sheet serves oneself', clerkAnna, [passwordBy('recoverySheet')], asAnna, undefined],
  ['one signs in oneself', clerkAnna, [signedIn], asAnna, undefined],
  ['nobody signs in for another', clerkAnna, [signedIn], asAdmin, 'onlyThePersonThemselves'],
  ['nothing is done to somebody unknown', undefined, [changed('clerk')], asAdmin, 'personNotAdded'],
  ['nothing at all', clerkAnna, [], asAdmin, 'actWithoutFacts'],
])('%s', (...[_name, person, facts, by, problem]) => {
  const answer = mayDoToPerson(person, facts, by)
  expect(answer.ok ? undefined : answer.problem.kind).toBe(problem)
})

describe('the fold', () => {
  const act = (seq: number, ...facts: StoredPersonFact[]) => ({
    seq,
    chain: 'a',
    hlc: `t${seq}`,
    at: seq,
    actor: admin,
    role: 'administrator' as const,
    facts,
  })
  const acts = [
    act(1, added('clerk')),
    act(2, passwordBy('administrator')),
    act(3, changed('reviewer')),
    act(4, signedIn),
  ]

  test('in any order', () => {
    const person = foldPerson(acts)
    expect(person).toMatchObject({
      posts: ['reviewer'],
      name: '李四',
      addedBy: admin,
      password: { at: 2 },
      lastSignIn: { failuresBefore: 2 },
      conflicts: [],
    })
    expect(foldPerson(acts.toReversed())).toEqual(person)
    expect(foldPerson(acts.slice(1))).toBeUndefined()
  })
  test('a second adding changes nothing and is shown', () => {
    expect(foldPerson([...acts, act(5, added('head'))])).toMatchObject({
      posts: ['reviewer'],
      conflicts: [added('head')],
    })
  })
})
