import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { malformation } from '#shared/contracts/facts'
import { visitBasesOf } from '#shared/domain/visits/seen-parts'
import { foldVisit } from '#shared/domain/visits/visit'
import type { StoredVisitFact, Visit, VisitFactOf } from '#shared/domain/visits/visit-state'
import {
  act,
  answerTo,
  copied,
  corrected,
  given,
  identified,
  returned,
  reviewer,
  signedOut,
  unnamed,
  visitor,
} from './acts-of-a-visit'

type Acts = readonly ReturnType<typeof act>[]
type Corrected = VisitFactOf<'visit.corrected@1'>

const on = (chain: string, minute: number, fact: StoredVisitFact) => ({ ...act(minute, [fact]), chain })
const first = [unnamed, given(1), copied(1)].map((fact, n) => on('a', n + 1, fact))
const fold = (acts: Acts): Visit => foldVisit(acts)!
/** As somebody wrote it who had seen these acts and no others. */
const correct = (chain: string, minute: number, seen: Acts, ...said: Parameters<typeof corrected>) => {
  const fact = corrected(...said) as Corrected
  return on(chain, minute, { ...fact, base: visitBasesOf(fold(seen), fact) })
}
const lostIn = (acts: Acts) =>
  fold(acts).conflicts.map(conflict =>
    conflict.kind === 'overwritten'
      ? [conflict.by.chain, ...conflict.replaced.map(part => [part.name, part.value])]
      : [conflict.by.chain, conflict.why.kind],
  )

describe('two machines correct the same visit', () => {
  const here = correct('a', 10, first, { copies: { copyNo: 1, pages: 5 }, topic: '06' })
  const there = correct('b', 11, first, { copies: { copyNo: 1, pages: 4 } }, { seeks: '征地批复' })

  test('the later holds, and what it replaced unseen is kept, whatever the order of arrival', () => {
    const acts = [...first, here, there]
    fc.assert(
      fc.property(fc.shuffledSubarray(acts, { minLength: acts.length }), some => {
        const visit = fold(some)
        expect([visit.copies[0]?.pages, visit.topic, visit.seeks]).toEqual([4, '06', '征地批复'])
        expect(lostIn(some)).toEqual([['b', ['pages', 5]]])
      }),
    )
    expect(malformation(there.facts[0]!)).toBeNull()
  })

  test('what both wrote alike is none, nor is another thing of the same item, nor an act of a program that did not say', () => {
    const title = correct('a', 10, first, { item: { itemNo: 1 } }, { itemTitle: '年鉴' })
    const others = [
      correct('b', 11, first, { item: { itemNo: 1, kind: 'onRequest' } }),
      correct('b', 11, first, { item: { itemNo: 1 } }, { itemTitle: '年鉴' }),
      correct('b', 11, [...first, title], { item: { itemNo: 1 } }, { itemTitle: '县志' }),
      on('b', 11, corrected({ item: { itemNo: 1 } }, { itemTitle: '县志' })),
      on('b', 11, { ...(corrected({ topic: '07' }) as Corrected), base: ['not', 'ours'] as never }),
    ]
    for (const other of others) expect(lostIn([...first, title, other])).toEqual([])
    const unseen = correct('b', 11, first, { item: { itemNo: 1 } }, { itemTitle: '县志' })
    expect(lostIn([...first, title, unseen])).toEqual([['b', ['itemTitle', '年鉴']]])
  })

  test('a document that was shown, a return and a leaving elsewhere are not undone unnoticed', () => {
    const phone = { ...visitor, phone: '13900000000' }
    const shown = on('a', 10, identified)
    expect(lostIn([...first, shown, correct('b', 11, first, {}, { visitor: phone })])).toEqual([
      ['b', ['visitor', visitor]],
    ])
    const back = on('a', 10, returned(1))
    const cancelled = correct('b', 11, first, { item: { itemNo: 1, isCancelled: true } })
    expect(lostIn([...first, back, cancelled])).toEqual([['b', ['itemState', 'whole']]])
    const left = [...first, back, on('a', 12, signedOut())]
    const again = [correct('a', 13, left, { stillHere: true }), on('a', 14, signedOut({ result: 'partly' }))]
    const late = correct('b', 15, left, { stillHere: true })
    expect(fold([...left, ...again, late]).signedOut).toBeUndefined()
    expect(lostIn([...left, ...again, late])).toEqual([['b', ['stillHere', 'partly']]])
  })

  test('it is settled by an act, or by whoever corrects it once more and has seen what stands', () => {
    const both = [...first, here, there]
    const settling: StoredVisitFact = {
      type: 'visit.conflictSettled@1',
      open: { chain: 'b', seq: 11 },
      personal: { reason: '已与来访者核对' },
    }
    const settled = { ...act(20, [settling], { actor: reviewer, role: 'reviewer' }), chain: 'a' }
    expect(lostIn([settled, ...both])).toEqual([])
    expect(lostIn([...both, correct('a', 20, both, { copies: { copyNo: 1, pages: 5 } })])).toEqual([])
    expect(lostIn([...both, correct('a', 20, both, { topic: '08' })])).toHaveLength(1)
  })
})

test('on one machine a correction is never refused for it: what it replaced is shown', () => {
  const twice = [unnamed, copied(1), corrected({ copies: { copyNo: 1, pages: 5 } })]
  const base = { 'pages/1': 'chain-a/2' }
  expect(answerTo(twice, { ...(corrected({ copies: { copyNo: 1, pages: 4 } }) as Corrected), base })).toBe('allowed')
})
