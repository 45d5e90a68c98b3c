import { expect, test } from 'vitest'
import type { PersonRecord } from '#shared/application/ports'
import type { Post } from '#shared/domain/people/person-facts'
import type { PersonId } from '#shared/domain/requests/request-facts'
import { emptyPersonForm, newPersonProblems } from '../../../../../renderer/features/people/new-person-form'
import { administratorsOf, staffLines } from '../../../../../renderer/features/people/staff-lines'

const record = (name: string | undefined, posts: readonly Post[], addedAt: number): PersonRecord => ({
  personId: `id-${addedAt}` as PersonId,
  person: { name, posts, addedAt, addedBy: 'id-1' as PersonId, conflicts: [] },
  needsNewerVersion: false,
  actsLeftOut: 0,
})

test('who works here stands in order of joining, who has left at the end', () => {
  const records = [record('马远', [], 1), record('周敏', ['clerk'], 3), record('祁工', ['administrator', 'clerk'], 2)]
  const lines = staffLines(records, 'id-3')
  expect(lines.map(line => line.name)).toEqual(['祁工', '周敏', '马远'])
  expect(lines.map(line => line.isMe)).toEqual([false, true, false])
  expect(administratorsOf(lines)).toEqual(['祁工'])
})

test('an instant just before midnight in Beijing belongs to that day', () => {
  const { person, ...rest } = record('周敏', ['clerk'], 1)
  const lastSignIn = { at: Date.UTC(2026, 9, 12, 15, 59), failuresBefore: 0 }
  const [line] = staffLines([{ ...rest, person: { ...person, lastSignIn } }], 'id-9')
  expect(line?.lastSignIn?.on).toBe('2026-10-12')
})

test('a new person needs a name of their own, a post and a password typed twice', () => {
  expect(newPersonProblems(emptyPersonForm, [])).toMatchObject({ name: 'noName', noPost: true })
  const whole = { name: ' 罗小燕 ', posts: ['clerk' as const], password: 'correct horse', again: 'correct horse' }
  expect(newPersonProblems(whole, ['周敏'])).toBeNull()
  expect(newPersonProblems(whole, ['罗小燕'])?.name).toBe('nameKnown')
  for (const name of ['罗小燕😀', '罗\u202e小燕'])
    expect(newPersonProblems({ ...whole, name }, [])?.name).toBe('nameUnprintable')
  expect(newPersonProblems({ ...whole, again: 'x' }, [])?.password?.kind).toBe('passwordsDiffer')
})
