import { describe, expect, test } from 'vitest'
import { remedyFor } from '#shared/domain/decisions/remedy'
import { replyTypes, type ReplyTypeId } from '#shared/domain/decisions/reply-types'
import { publishedLawPacks } from '../../law-packs'

const pack = publishedLawPacks()[0]!

const ids = Object.keys(replyTypes) as ReplyTypeId[]

describe('reconsideration first (行政复议法 23(1)(4), 法释〔2025〕8号 1(2))', () => {
  const first = ids.filter(id => remedyFor(id, pack).reconsiderationFirst)

  test('rows 3-3-3-1 to 3-3-3-7 and no other', () => {
    expect(first.map(id => replyTypes[id].annualRow)).toEqual([1, 2, 3, 4, 5, 6, 7].map(n => `3-3-3-${n}`))
  })
  test.each([
    ['PARTIAL', ['14'], true],
    ['PARTIAL', ['16(2)'], true],
    ['PARTIAL', ['36(7)'], false],
    ['PARTIAL', [], false],
    ['GRANT_PROVIDE', ['15'], false],
    ['GRANT_PUBLIC_INTEREST', [], false],
    ['NOT_EXIST', [], false],
    ['REFER_SPECIAL_QUERY', [], false],
    ['CLOSED_UNPAID', [], false],
  ] as const)('%s with %j: %s', (id, refusedUnder, expected) => {
    expect(remedyFor(id, pack, refusedUnder).reconsiderationFirst).toBe(expected)
  })
})

test('suing at once is named only where it is open', () => {
  expect(remedyFor('REFUSE_PROCESS', pack)).toEqual({
    clause: 'reconsiderationFirst',
    reconsiderationFirst: true,
    reconsiderationWithinDays: 60,
    litigationAfterReconsiderationWithinDays: 15,
  })
  expect(remedyFor('NOT_EXIST', pack)).toMatchObject({ reconsiderationFirst: false, litigationWithinMonths: 6 })
  // Of a partial reply the part refused asks for reconsideration first, the rest leaves the choice.
  expect(remedyFor('PARTIAL', pack, ['14'])).toMatchObject({ clause: 'refusedPartFirst', litigationWithinMonths: 6 })
})

test('the two replies of this version', () => {
  expect(replyTypes.GRANT_PROVIDE).toMatchObject({ basis: ['36(2)'], annualRow: '3-3-1', letter: 'R01' })
  expect(replyTypes.NOT_EXIST).toMatchObject({ basis: ['36(4)'], annualRow: '3-3-4-1', letter: 'R12' })
})

test('all 24 types of reference 5.1, and the 21 rows of table three that a result can stand in', () => {
  expect(ids).toHaveLength(24)
  expect(new Set(ids.map(id => replyTypes[id].annualRow)).size).toBe(21)
})
