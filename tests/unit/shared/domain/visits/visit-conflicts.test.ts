import { expect, test } from 'vitest'
import { foldVisit } from '#shared/domain/visits/visit'
import type { VisitFact } from '#shared/domain/visits/visit-facts'
import { act, acts, answerTo, given, returned, reviewer, unnamed } from './acts-of-a-visit'

const settling = (seq: number): VisitFact => ({
  type: 'visit.conflictSettled@1',
  open: { chain: 'chain-a', seq },
  personal: { reason: '已当面核对' },
})
/** Two windows hand out an item number 1: the second has no effect. */
const crossed = [unnamed, given(1), given(1)]

test('an act that had no effect is a conflict until somebody has looked at it, in whatever order the acts came', () => {
  const before = acts(crossed)
  expect(foldVisit(before)?.conflicts).toMatchObject([{ why: { kind: 'visitNumberDiffers' }, by: { seq: 3 } }])
  const settled = act(4, [settling(3)], { actor: reviewer, role: 'reviewer' })
  for (const list of [
    [...before, settled],
    [settled, ...before.toReversed()],
  ]) {
    const visit = foldVisit(list)!
    expect(visit.conflicts).toEqual([])
    expect(visit.settled).toMatchObject([{ seq: 3, reason: '已当面核对', by: { actor: reviewer } }])
    expect(visit.timeline.at(-1)?.type).toBe('visit.conflictSettled@1')
    expect(visit.items).toHaveLength(1)
  }
})

test('reviewer and head settle what is there, once; whoever serves does not', () => {
  const asReviewer = { actor: reviewer, role: 'reviewer', posts: ['reviewer'] } as const
  expect(answerTo(crossed, settling(3), asReviewer)).toBe('allowed')
  expect(answerTo(crossed, settling(3), { ...asReviewer, role: 'head', posts: ['head'] })).toBe('allowed')
  expect(answerTo(crossed, settling(3))).toBe('postNeeded')
  expect(answerTo(crossed, settling(2), asReviewer)).toBe('conflictNotThere')
  expect(answerTo([unnamed, given(1), returned(1)], settling(3), asReviewer)).toBe('conflictNotThere')
  const list = [...acts(crossed), act(4, [settling(3)], { actor: reviewer, role: 'reviewer' })]
  expect(foldVisit(list)?.conflicts).toEqual([])
})
