/** What the runners of `npm test` report, read from the files that they leave. Null where a runner left none: it ran nothing. */
import fs from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'

export interface Count {
  readonly passed: number
  readonly failed: number
  /** What failed, each with its first words: said again at the very end, where whoever sees only a tail finds it. */
  readonly failures?: readonly string[]
  /** Failed, and passed when they were tried again: told apart, because such a fault is looked for elsewhere. By title. */
  readonly unsteady?: readonly string[]
}

/** Of a report of vitest. A file that could not be loaded has no cases and only a message. */
export function unitCountOf(report: string): Count | null {
  const told = read<VitestReport>(report)
  if (told === null) return null
  const failures = told.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter(each => each.status === 'failed')
    const file = path.relative(process.cwd(), name)
    if (failed.length === 0 && status === 'failed') return [`${file}: ${shortly(message)}`]
    return failed.map(each => `${file}: ${each.fullName}: ${shortly(each.failureMessages.join(' '))}`)
  })
  return { passed: told.numPassedTests, failed: told.numFailedTests, failures }
}

/** Of a report of Playwright. */
export function endToEndCountOf(report: string): Count | null {
  const told = read<PlaywrightReport>(report)
  if (told === null) return null
  const { stats, suites } = told
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    unsteady: suites.flatMap(suite => titlesOf(suite, 'flaky')),
    failures: suites.flatMap(suite => titlesOf(suite, 'unexpected', 'flaky')),
  }
}

/** Of our own simulation. */
export const simulationCountOf = (report: string): Count | null => read<Count>(report)

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }
  readonly suites: readonly Suite[]
}

interface Suite {
  readonly suites?: readonly Suite[]
  readonly specs: readonly {
    readonly title: string
    readonly file: string
    readonly tests: readonly { readonly status: string }[]
  }[]
}

function titlesOf({ suites = [], specs }: Suite, ...wanted: readonly string[]): string[] {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => wanted.includes(status)))
  return [...own.map(({ file, title }) => `${file}: ${title}`), ...suites.flatMap(suite => titlesOf(suite, ...wanted))]
}

/** Without the colours of a terminal. */
const shortly = (words: string): string => stripVTControlCharacters(words).replaceAll(/\s+/gu, ' ').slice(0, 400)

/** A report that is there and cannot be read is thrown: it is no run without tests. */
const read = <Report>(file: string): Report | null =>
  fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Report) : null
