import { expect, test } from 'vitest'
import { markdownOf, targetLines, type BenchPart } from '../../bench/bench-table'
import { areThere } from '../../bench/peers-installed'
import { atLeast, atMost, told } from '../../bench/table-row'

const parts: readonly BenchPart[] = [
  {
    ...{ name: 'search', load: 1.25 },
    rows: [
      atMost('warm, p95', 24.96, 25, 'ms'),
      atMost('growth', null, 100, 'MB'),
      told('peer: A | B', 'not\nfinished'),
    ],
  },
  { ...{ name: 'hq', load: 3 }, rows: [atLeast('acts a second', 2_499, 2_500), told('offices', 3_000)] },
]
const machine = { cores: 2, node: 'v20.20.2', at: '2026-11-26T16:00:00.000Z', commit: 'c681d86e+' }

test('a target is met at its figure, missed beyond it, and missed where nothing could be read', () => {
  expect([atMost('', 25, 25), atMost('', 25.01, 25), atMost('', NaN, 25)].map(({ verdict }) => verdict)).toEqual([
    'met',
    'missed',
    'missed',
  ])
  expect([atLeast('', 95, 95), atLeast('', 94.9, 95)].map(({ verdict }) => verdict)).toEqual(['met', 'missed'])
  expect(told('', 1).verdict).toBe('')
})

test('every target of a run is told with its verdict, and how many were missed', () => {
  expect(targetLines(parts)).toEqual([
    'met     search: warm, p95: 25.0 ms (at most 25 ms)',
    'MISSED  search: growth: could not be read (at most 100 MB)',
    'MISSED  hq: acts a second: 2,499 (at least 2,500)',
    '3 targets, 1 met, 2 missed',
  ])
  expect(targetLines([{ name: 'kiosk', load: 0, rows: [told('a question', 4, 'ms')] }])).toEqual([])
})

test('the table says where, when and at what load, and a cell stays a cell', () => {
  const table = markdownOf(parts, machine)
  expect(table).toContain('Measured 2026-11-26 in one run at c681d86e+, 2 cores, Node v20.20.2')
  expect(table).toContain('3 targets, 1 met, 2 missed.')
  expect(table).toContain('### search (load 1.3)')
  expect(table).toContain('| growth | could not be read | at most 100 MB | **missed** |')
  expect(table).toContain('| peer: A \\| B | not finished |  |  |')
})

test('peers are there where each one that is wanted is installed in its version', () => {
  const wanted = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '2.0.0', optional: true as const },
    },
  }
  const a = (version: string) => ({ packages: { 'node_modules/a': { version } } })
  expect([a('1.0.0'), a('1.0.1'), { packages: {} }, null].map(installed => areThere(wanted, installed))).toEqual([
    true,
    false,
    false,
    false,
  ])
})
