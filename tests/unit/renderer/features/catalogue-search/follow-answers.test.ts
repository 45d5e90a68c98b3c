import { expect, test } from 'vitest'
import {
  nothingTicked,
  type FoundPage,
  type SearchQuestion,
  type SearchRefusal,
} from '#shared/application/catalogue-search'
import { err, ok, type Result } from '#shared/kernel/result'
import { followAnswers, type Answer } from '../../../../../renderer/features/catalogue-search/follow-answers'

const asked: SearchQuestion = {
  ...{ lane: 'desk', among: 'public', line: '', isTyping: false, ticked: nothingTicked, limit: 30, order: 'newest' },
}

/** A search that answers when it is told to. */
function searchByHand() {
  const waiting: ((answer: Result<FoundPage, SearchRefusal>) => void)[] = []
  let tell = (_count: number): void => undefined
  let asks = 0
  const heard: Answer[] = []
  const stop = followAnswers(
    {
      ask: () => new Promise(resolve => (asks++, waiting.push(resolve))),
      watchAnswers: listener => {
        tell = listener
        listener(0)
        return () => (tell = () => undefined)
      },
    },
    asked,
    answer => heard.push(answer),
  )
  return {
    ...{ heard, stop },
    asks: () => asks,
    changed: (count: number) => tell(count),
    answer: async (total: number | SearchRefusal) => {
      waiting.shift()!(typeof total === 'number' ? ok({ total } as FoundPage) : err(total))
      await Promise.resolve().then(() => undefined)
    },
    totals: () => heard.map(answer => (answer.ok ? answer.value.total : answer.problem.kind)),
  }
}

test('asks once, and again when there may be another answer', async () => {
  const search = searchByHand()
  await search.answer(0)
  expect([search.asks(), search.totals()]).toEqual([1, [0]])
  search.changed(0) // the same as at first: nothing has happened
  expect(search.asks()).toBe(1)
  search.changed(1)
  await search.answer(40)
  expect([search.asks(), search.totals()]).toEqual([2, [0, 40]])
})

test('an answer on its way is waited for, however often it is told; then one more question is asked', async () => {
  const search = searchByHand()
  for (const count of [1, 2, 3, 4, 5]) search.changed(count)
  expect(search.asks()).toBe(1)
  await search.answer(10)
  expect([search.asks(), search.totals()]).toEqual([2, [10]])
  await search.answer(50)
  expect([search.asks(), search.totals()]).toEqual([2, [10, 50]])
})

test('what is superseded is not heard of, a failure is; after the stop nothing is', async () => {
  const search = searchByHand()
  await search.answer({ kind: 'superseded' })
  search.changed(1)
  await search.answer({ kind: 'searchFailed', reference: 'search/x' })
  expect(search.totals()).toEqual(['searchFailed'])
  search.changed(2)
  search.stop()
  await search.answer(7)
  search.changed(3)
  expect([search.asks(), search.totals()]).toEqual([3, ['searchFailed']])
})
