import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { atLengthIn, filesAtLength, markOfLength } from '../../support/docs/at-length'
import { claimRows, livingTests, type Row } from '../../support/docs/living-tests'

vi.setConfig({ testTimeout: 60_000 }) // seconds alone, and the machine may be shared

const root = path.resolve(import.meta.dirname, '../../..')
const endToEnd = path.join(root, 'tests/e2e')
const rowsOf = (page: string) => claimRows(fs.readFileSync(path.join(root, page), 'utf8'))

const marked = filesAtLength(endToEnd)

/** What keeps a row's tests from standing for what is left out: none named, gone, or left out themselves. */
const mistakes = ({ claim, tests }: Row): string[] =>
  tests.flatMap(({ file, title }) => {
    const place = path.join(root, file)
    if (file === '' || !fs.existsSync(place)) return [`${claim}: names no test`]
    if (!livingTests(place).has(title)) return [`${claim}: ${file} has no living test "${title}"`]
    return title.includes(markOfLength) ? [`${claim}: "${title}" is at length itself`] : []
  })

describe('what npm test leaves out', () => {
  const rows = rowsOf('docs/adr/0018-two-lengths-of-the-end-to-end-suite.md')
  const named = rows.flatMap(({ cells }) => [...cells[0]!.matchAll(/`([^`]+)`/g)].map(([, file]) => file!))

  test('every file of it has one row, which names tests that every change runs', () => {
    const count = [...marked.values()].flat().length
    console.log(`at length: ${count} tests of ${marked.size} files, ${rows.length} rows`)
    expect(count).toBeGreaterThan(0)
    expect(named.toSorted()).toEqual([...marked.keys()].toSorted())
    expect(rows.flatMap(mistakes)).toEqual([])
  })

  test.each(['docs/claims.md', 'docs/hardening.md'])('nothing of it is named by %s', page => {
    const tests = rowsOf(page).flatMap(row => row.tests)
    expect(tests.length).toBeGreaterThan(20)
    expect(tests.filter(({ title }) => title.includes(markOfLength))).toEqual([])
  })
})

describe('planted', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'two-lengths-'))
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
  const file = path.join(folder, 'planted.spec.ts')
  fs.writeFileSync(file, `test('a', f)\ntest('b ${markOfLength}', f)\ntest.skip('c ${markOfLength}', f)\n`)

  test('a test at length is seen', () => {
    expect(atLengthIn(file)).toEqual([`b ${markOfLength}`])
  })

  test.each([
    ['that is at length itself', `b ${markOfLength}`, /is at length itself/],
    ['that is not there', 'd', /no living test/],
  ])('a test %s stands for nothing', (_what, title, said) => {
    const row = { claim: 'x', tests: [{ file: path.relative(root, file), title }], cells: [] }
    expect(mistakes(row)).toEqual([expect.stringMatching(said)])
  })
})
