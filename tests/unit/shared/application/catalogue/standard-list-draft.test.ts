import { expect, it } from 'vitest'
import {
  heldAgainst,
  isUntouchedList,
  newStandardList,
  takeUpListDraft,
  untouchedList,
} from '#shared/application/catalogue/standard-list-draft'
import { emptyStandardRow, type StandardList } from '#shared/domain/catalogue/standard-list'

const row = (matter: string) => ({ ...emptyStandardRow, matter })
const then: StandardList = {
  ...newStandardList,
  name: '甲',
  kindOfBody: '乡镇',
  rows: [row('一'), row('二'), row('三')],
}
const shortened = { ...then, rows: then.rows.slice(0, 1) }
const onDisk = (content: unknown): unknown => JSON.parse(JSON.stringify(content))

it('takes up what was typed, and knows a list in which nothing is changed', () => {
  const held = { ...untouchedList(then), list: shortened }
  expect(takeUpListDraft(onDisk(held), then)).toEqual(held)
  expect(isUntouchedList(held)).toBe(false)
  expect(isUntouchedList({ ...held, list: onDisk(then) as StandardList })).toBe(true)
})

it('a list that was saved meanwhile: what the draft never touched is as it is now, what both changed is told', () => {
  const held = { ...untouchedList(then), list: shortened }
  const renamed = { ...then, name: '乙' }
  expect(takeUpListDraft(onDisk(held), renamed)).toEqual({
    ...{ recorded: renamed, list: { ...shortened, name: '乙' }, isMoved: false },
  })
  const added = { ...then, rows: [...then.rows, row('四')] }
  const moved = heldAgainst(held, added)
  expect(moved).toEqual({ recorded: added, list: shortened, isMoved: true })
  expect(takeUpListDraft(onDisk(moved), added)).toEqual(moved) // told until it is saved or dropped
  expect(heldAgainst(held, shortened).isMoved).toBe(false)
  expect(heldAgainst(untouchedList(then), added)).toEqual(untouchedList(added))
})

it('reads a draft of an earlier version, and what can be read of a damaged one', () => {
  expect(takeUpListDraft(onDisk(shortened), then)).toEqual({ recorded: then, list: shortened, isMoved: false })
  const damaged = { recorded: then, list: { name: 3, rows: [null, { matter: '一', content: 4 }] } }
  expect(takeUpListDraft(damaged, then).list).toEqual({ ...then, rows: [emptyStandardRow, row('一')] })
  for (const odd of [null, 'text', 3]) expect(takeUpListDraft(odd, then)).toEqual(untouchedList(then))
})
