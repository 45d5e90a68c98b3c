import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { claimRows, livingTests, type Row } from '../../support/docs/living-tests'

vi.setConfig({ testTimeout: 60_000 }) // seconds alone, and the machine may be shared

const root = path.resolve(import.meta.dirname, '../../..')
const pages = ['docs/claims.md', 'docs/hardening.md'] as const

/** What is wrong with a row: no test, a file that is not there, a title that no test of it has. */
function mistakes({ claim, tests }: Row): string[] {
  return tests.flatMap(({ file, title }) => {
    if (file === '') return [`${claim}: names no test as \`file\` › title`]
    const place = path.join(root, file)
    if (!fs.existsSync(place)) return [`${claim}: ${file} is not there`]
    return livingTests(place).has(title) ? [] : [`${claim}: ${file} has no living test "${title}"`]
  })
}

describe.each(pages)('%s', page => {
  const rows = claimRows(fs.readFileSync(path.join(root, page), 'utf8'))

  test('every claim names a living test', () => {
    console.log(`${page}: ${rows.length} rows, ${rows.flatMap(({ tests }) => tests).length} tests`)
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.flatMap(mistakes)).toEqual([])
  })

  test('no row is said twice', () => {
    expect(new Set(rows.map(({ claim }) => claim)).size).toBe(rows.length)
  })
})

test('every claim says its last figure and what it does not cover', () => {
  const rows = claimRows(fs.readFileSync(path.join(root, 'docs/claims.md'), 'utf8'))
  expect(
    rows.filter(({ cells }) => cells.length !== 4 || cells.some(cell => cell === '')).map(({ claim }) => claim),
  ).toEqual([])
})

describe('planted', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'claims-'))
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
  const row = (cell: string): string[] =>
    claimRows(`| claim | test | figure | open |\n| --- | --- | --- | --- |\n| x | ${cell} | 1 | 2 |\n`).flatMap(
      mistakes,
    )

  test.each([
    ['a claim without a test', 'by the eye', /names no test/],
    ['a file that is not there', '`tests/unit/gone.test.ts` › x', /is not there/],
    ['a title that no test has', '`tests/unit/docs/claims.test.ts` › something else', /no living test/],
  ])('%s is found', (_what, cell, said) => {
    expect(row(cell)).toEqual([expect.stringMatching(said)])
  })

  test('a test that is skipped, or under a condition or in a group that is, is not alive', () => {
    const file = path.join(folder, 'skipped.test.ts')
    const lines = [
      ...["test.skip('a', f)", "test.each([1])('b %s', f)", 'it(`c ${1}`, f)', "describe('d', f)"],
      ...[
        "test.skipIf(true)('e', f)",
        "test.runIf(false)('g', f)",
        "if (isLinux) test('h', f)",
        "isLinux && test('i', f)",
      ],
      ...[
        "describe.skip('j', () => { test('k', f) })",
        "describe('l', () => { test('m', f) })",
        "it.concurrent.skip('n', f)",
      ],
    ]
    fs.writeFileSync(file, lines.join('\n'))
    expect([...livingTests(file)]).toEqual(['b %s', 'c ${1}', 'd', 'l', 'm'])
  })
})
