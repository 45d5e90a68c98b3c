import { expect, it } from 'vitest'
import { chooseMerge } from '../../../../../renderer/search/index/merge-policy'
import type { SegmentEntry } from '../../../../../renderer/search/store/manifest'

const entry = (id: string, count: number, dead = 0): SegmentEntry => ({
  ...{ id, count, lengths: { head: 1, docs: 1, positions: 1 } },
  deleted: dead > 0 ? { name: `${id}/deleted`, count: dead } : null,
})
const ids = (chosen: readonly SegmentEntry[] | null) => chosen?.map(({ id }) => id) ?? null
const eight = Array.from({ length: 8 }, (_, i) => entry(`small${i}`, 3))

it('merges eight of about one size, and leaves seven alone', () => {
  expect(ids(chooseMerge([entry('large', 9000), ...eight], false))).toEqual(eight.map(({ id }) => id))
  expect(chooseMerge([entry('large', 9000), ...eight.slice(1)], false)).toBeNull()
})

it('writes a segment anew where more than a quarter of it is dead', () => {
  expect(ids(chooseMerge([entry('a', 100, 26), entry('b', 9000, 100)], false))).toEqual(['a'])
  expect(chooseMerge([entry('a', 100, 25)], false)).toBeNull()
})

it('leaves three when nobody waits, the largest among them', () => {
  const five = [entry('a', 5000), entry('b', 40), entry('c', 900), entry('d', 7), entry('e', 70)]
  expect(ids(chooseMerge(five, true))).toEqual(['d', 'b', 'e'])
  expect(chooseMerge(five.slice(0, 3), true)).toBeNull()
})

it('does not write thousands anew for one document that was saved', () => {
  const saved = [entry('large', 22_000), entry('a', 4000), entry('b', 4000), entry('new', 1)]
  expect(chooseMerge(saved, true)).toBeNull()
  expect(ids(chooseMerge([...saved, entry('newer', 1)], true))).toEqual(['new', 'newer'])
})

it('documents saved one by one are copied few times, and lie in few segments', () => {
  let segments = [entry('large', 22_000), entry('a', 4000), entry('b', 4000)]
  let copied = 0
  let most = 0
  for (let i = 0; i < 1000; i++) {
    segments = [...segments, entry(`s${i}`, 1)]
    for (let chosen = chooseMerge(segments, true); chosen; chosen = chooseMerge(segments, true)) {
      const count = chosen.reduce((sum, one) => sum + one.count, 0)
      copied += count
      segments = [...segments.filter(one => !chosen?.includes(one)), entry(`m${i}-${count}`, count)]
    }
    most = Math.max(most, segments.length)
  }
  expect(most).toBeLessThan(10)
  expect(copied / 1000).toBeLessThan(40)
})

it('comes to an end: documents are merged few times', () => {
  let segments: SegmentEntry[] = []
  let copied = 0
  for (let i = 0; i < 1000; i++) {
    segments = [...segments, entry(`s${i}`, 100)]
    for (let chosen = chooseMerge(segments, false); chosen; chosen = chooseMerge(segments, false)) {
      const count = chosen.reduce((sum, one) => sum + one.count, 0)
      copied += count
      segments = [...segments.filter(one => !chosen?.includes(one)), entry(`m${i}-${count}`, count)]
    }
  }
  expect(segments.reduce((sum, { count }) => sum + count, 0)).toBe(100_000)
  expect(segments.length).toBeLessThan(30)
  expect(copied / 100_000).toBeLessThan(4)
})
