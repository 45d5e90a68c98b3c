import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstRuns, runsOnlyHere } from '../../../../../renderer/features/catalogue/runs-only-here'

const marked = (text: string, other: string): readonly string[] =>
  runsOnlyHere(text, other)
    .filter(({ isOnlyHere }) => isOnlyHere)
    .map(each => each.text)

test('what only one of two texts says is marked, clause by clause, and nothing else', () => {
  const here = '第一条 本办法自公布之日起施行。\n第二条 由办公室负责解释；\n第三条 期限为十日。\n'
  const there = '第一条 本办法自公布之日起施行。\n\n第二条　由办公室负责解释；第三条 期限为二十日。'
  expect(marked(here, there)).toEqual(['第三条 期限为十日。\n'])
  expect(marked(there, here)).toEqual(['第三条 期限为二十日。'])
  expect(marked(here, here)).toEqual([])
  expect(marked(here, '')).toEqual([here])
  expect(runsOnlyHere('', there)).toEqual([])
})

test('a clause that stands once there and twice here is marked the second time', () => {
  expect(marked('同上。甲。同上。', '同上。甲。')).toEqual(['同上。'])
})

test('the stretches put together are the text, whatever the texts', () => {
  const text = fc.stringMatching(/^[甲乙。；\n a𡋾]{0,30}$/u)
  fc.assert(
    fc.property(text, text, (one, other) => {
      const runs = runsOnlyHere(one, other)
      expect(runs.map(run => run.text).join('')).toBe(one)
      expect(runs.every(run => run.text !== '')).toBe(true)
    }),
  )
})

test('the first characters of a long text are cut between characters', () => {
  const runs = runsOnlyHere('甲乙。丙𡋾丁。', '甲乙。')
  expect(firstRuns(runs, 3)).toEqual([{ text: '甲乙。', isOnlyHere: false }])
  expect(firstRuns(runs, 5).map(({ text }) => text)).toEqual(['甲乙。', '丙'])
  expect(firstRuns(runs, 99)).toEqual(runs)
})
