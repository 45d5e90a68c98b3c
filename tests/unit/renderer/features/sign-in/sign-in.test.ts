import { expect, test } from 'vitest'
import { noticesOf } from '../../../../../renderer/features/sign-in/notices'
import { keyOf, peopleToChoose } from '../../../../../renderer/features/sign-in/people-to-choose'
import { isWholeKey, typedGroups } from '../../../../../renderer/features/sign-in/recovery-key-groups'
import { secondsLeft } from '../../../../../renderer/features/sign-in/use-waits'
import { fakeRecoveryKey, fakeSession, fakeStatus } from '../../../../support/fake-desk/fake-front-door'

test('whoever has left is not offered, and only nine people have a key', () => {
  const left = { personId: 'left', name: '马远', posts: [] }
  expect(peopleToChoose([...fakeStatus.people, left])).toEqual(fakeStatus.people)
  expect([0, 8, 9].map(keyOf)).toEqual(['1', '9', undefined])
})

test('a key typed any way is laid out in its nine groups', () => {
  const asPrinted = fakeRecoveryKey.split('-')
  const typed = fakeRecoveryKey.toLowerCase().replaceAll('-', ' ').replace('0', 'o').replace('1', 'l')
  expect(typedGroups(typed, null).map(group => group.text)).toEqual(asPrinted)
  expect(typedGroups(typed, null).every(group => group.state === 'full')).toBe(true)
  expect(isWholeKey(typed)).toBe(true)
  expect(isWholeKey(typed.slice(1))).toBe(false)
})

test('empty, short and wrong groups are told apart', () => {
  const states = typedGroups('7K2M-9Q?D-4T', null).map(group => group.state)
  expect(states.slice(0, 4)).toEqual(['full', 'mistyped', 'partial', 'empty'])
  expect(typedGroups(fakeRecoveryKey, 3).flatMap(group => (group.state === 'mistyped' ? group.n : []))).toEqual([3])
})

test('a wait counts down in whole seconds, also from a clock that last ticked before it began', () => {
  const wait = { startedAt: 10_000, until: 42_000 }
  expect([0, 10_000, 10_001, 41_999, 42_000, 99_000].map(now => secondsLeft(wait, now))).toEqual([32, 32, 32, 1, 0, 0])
  expect(secondsLeft(undefined, 5)).toBe(0)
})

test('notices come gravest first, and an ordinary sign-in has none', () => {
  expect(noticesOf(fakeSession)).toEqual([])
  const session = {
    ...fakeSession,
    failuresBefore: 3,
    tornTailBytes: 412,
    foundOnOtherMachineOn: '2026-11-20',
    readOnly: { kind: 'journalBroken' } as const,
  }
  expect(noticesOf(session).map(notice => notice.kind)).toEqual(['readOnly', 'otherMachine', 'tornTail', 'failures'])
})
