import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { endToEndCountOf, simulationCountOf, unitCountOf } from '../../support/run-reports'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'run-reports-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

function left(name: string, report: unknown): string {
  const file = path.join(folder, name)
  fs.writeFileSync(file, JSON.stringify(report))
  return file
}

const failed = {
  status: 'failed',
  fullName: 'a day is counted',
  failureMessages: ['\u001b[31mexpected 3\u001b[39m\n  to be 4'],
}
const passed = { status: 'passed', fullName: 'a night is not', failureMessages: [] }
const inProject = (name: string) => path.join(process.cwd(), name)

test('planted: a case that fails and a file that cannot be loaded are counted and named in one line each', () => {
  const report = left('unit.json', {
    ...{ numPassedTests: 1, numFailedTests: 1 },
    testResults: [
      { name: inProject('tests/day.test.ts'), status: 'failed', message: '', assertionResults: [failed, passed] },
      { name: inProject('tests/gone.test.ts'), status: 'failed', message: 'no such\nmodule', assertionResults: [] },
    ],
  })
  expect(unitCountOf(report)).toEqual({
    ...{ passed: 1, failed: 1 },
    failures: [
      `${path.normalize('tests/day.test.ts')}: a day is counted: expected 3 to be 4`,
      `${path.normalize('tests/gone.test.ts')}: no such module`,
    ],
  })
})

test('planted: what failed end to end, and what passed only when it was tried again, is failed and named', () => {
  const spec = (title: string, status: string) => ({ title, file: 'visit.spec.ts', tests: [{ status }] })
  const report = left('e2e.json', {
    stats: { expected: 1, unexpected: 1, flaky: 1 },
    suites: [
      {
        specs: [spec('a visit', 'expected'), spec('a letter', 'unexpected')],
        suites: [{ specs: [spec('a lock', 'flaky')] }],
      },
    ],
  })
  expect(endToEndCountOf(report)).toEqual({
    ...{ passed: 1, failed: 2, unsteady: ['visit.spec.ts: a lock'] },
    failures: ['visit.spec.ts: a letter', 'visit.spec.ts: a lock'],
  })
})

test('a runner that left no report ran nothing; one that is cut off is no such run', () => {
  for (const countOf of [unitCountOf, endToEndCountOf, simulationCountOf])
    expect(countOf(path.join(folder, 'nothing.json'))).toBeNull()
  expect(simulationCountOf(left('simulation.json', { passed: 513, failed: 0 }))).toEqual({ passed: 513, failed: 0 })
  const cut = path.join(folder, 'cut.json')
  fs.writeFileSync(cut, '{"numPassedTests": 1')
  expect(() => unitCountOf(cut)).toThrow(SyntaxError)
})
