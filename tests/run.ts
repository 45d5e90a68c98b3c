/**
 * npm test, and npm run check (--fast: no build, no browser). Runs the steps one after another, prints how many cases
 * ran, and fails where a step fails or a runner ran nothing.
 */
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const root = path.resolve(import.meta.dirname, '..')
const results = path.join(root, '.cache/test-results')
const bin = (name: string) =>
  path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)

interface Step {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  /** Reads how many cases ran from the runner's own report; a step without one only has to succeed. */
  readonly count?: () => Count
  readonly env?: Readonly<Record<string, string>>
  /** What --fast leaves out of it. */
  readonly fast?: readonly string[]
  /** Begins beside that earlier step and is told at its own place: one core would be idle meanwhile. */
  readonly beside?: 'types' | 'build'
}

interface Count {
  readonly passed: number
  readonly failed: number
  /** What failed, each with its first words: said again at the very end, where whoever sees only a tail finds it. */
  readonly failures?: readonly string[]
  /** Failed, and passed when they were tried again: told apart, because such a fault is looked for elsewhere. By title. */
  readonly unsteady?: readonly string[]
}

const unitReport = path.join(results, 'unit.json')
const e2eReport = path.join(results, 'e2e.json')

const packReport = path.join(results, 'pack.json')

const simulationReport = path.join(results, 'simulation.json')

const steps: readonly Step[] = [
  { name: 'types', command: [bin('tsc'), '-b'] },
  { name: 'format', command: [bin('prettier'), '--check', '--log-level', 'warn', '.'], beside: 'types' },
  { name: 'lint', command: [bin('eslint'), '.', '--no-warn-ignored', '--max-warnings', '0'], beside: 'types' },
  { name: 'lint that asks for types', command: [bin('oxlint'), '--type-aware'] },
  {
    name: 'unit, contract, architecture, faults',
    fast: ['--exclude', 'tests/{contract,faults}/**'],
    command: [bin('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    count: () => countOf(unitReport),
  },
  { name: 'build', command: [bin('tsx'), 'build/build.ts'] },
  {
    name: 'package',
    command: [
      ...([bin('vitest'), 'run', '--config', 'tests/pack/vitest.config.ts'] as const),
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${packReport}`],
    ],
    count: () => countOf(packReport),
  },
  {
    name: 'simulation of the exchange',
    command: [
      process.execPath,
      '--max-semi-space-size=64',
      '--import',
      'tsx',
      'tests/simulation/run.ts',
      '--seeds',
      '500',
      '--report',
      simulationReport,
    ],
    beside: 'build',
    count: () => readJson(simulationReport) as Count,
  },
  {
    name: 'end to end',
    command: [bin('playwright'), 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport },
    count: () => {
      const { stats, suites } = readJson(e2eReport) as {
        stats: { expected: number; unexpected: number; flaky: number }
        suites: readonly Suite[]
      }
      return {
        passed: stats.expected,
        failed: stats.unexpected + stats.flaky,
        unsteady: suites.flatMap(suite => titlesOf(suite, 'flaky')),
        failures: suites.flatMap(suite => titlesOf(suite, 'unexpected', 'flaky')),
      }
    },
  },
]

interface Suite {
  readonly suites?: readonly Suite[]
  readonly specs: readonly {
    readonly title: string
    readonly file: string
    readonly tests: readonly { status: string }[]
  }[]
}

const isFast = process.argv.includes('--fast')
const chosen = isFast ? steps.filter(step => !['build', 'package', 'end to end'].includes(step.name)) : steps
const total = { passed: 0, failed: 0 }
const failures: string[] = []
const begun = performance.now()
let isGreen = true
fs.rmSync(results, { recursive: true, force: true })
fs.mkdirSync(results, { recursive: true })

const begunBeside = new Map<Step, ReturnType<typeof begin>>()

for (const step of chosen) {
  for (const other of chosen.filter(({ beside }) => beside === step.name)) begunBeside.set(other, begin(other))
  const started = performance.now()
  console.log(`\n=== ${step.name}`)
  const [program, ...args] = step.command
  const fast = (isFast && step.fast) || []
  const done =
    (await begunBeside.get(step)) ??
    spawnSync(program, [...args, ...fast], { cwd: root, stdio: 'inherit', env: { ...process.env, ...step.env } })
  const isDone = done.status === 0
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  const count = step.count && fs.existsSync(results) ? safely(step.count) : null
  if (count) {
    total.passed += count.passed
    total.failed += count.failed
    failures.push(...(count.failures ?? []))
  }
  for (const title of count?.unsteady ?? []) console.log(`UNSTEADY, failed and passed at the second try: ${title}`)
  const ranNothing = step.count !== undefined && (count === null || count.passed + count.failed === 0)
  if (!isDone || ranNothing) isGreen = false
  console.log(
    `=== ${step.name}: ${isDone ? 'ok' : 'FAILED'}${ranNothing ? ', RAN NO TEST' : ''}${count ? `, ${count.passed} passed` : ''}, ${seconds} s`,
  )
  if (!isDone && !step.count) break // types and lint first: later steps would only repeat the same news
}

if (failures.length > 0) console.log(`\n${failures.map(failure => `FAILED: ${failure}`).join('\n')}`)
const minutes = ((performance.now() - begun) / 60_000).toFixed(1)
console.log(`\n${total.passed} passed, ${total.failed} failed, ${minutes} min`)
process.exit(isGreen && total.passed > 0 && total.failed === 0 ? 0 : 1)

/** Its words are kept until its turn. */
function begin({ command: [program, ...args] }: Step): Promise<{ readonly status: number | null }> {
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(part))
  return new Promise(resolve => {
    child.once('error', error => (console.error(error.message), resolve({ status: 1 })))
    child.once('close', status => (process.stdout.write(Buffer.concat(said)), resolve({ status })))
  })
}

function titlesOf({ suites = [], specs }: Suite, ...wanted: readonly string[]): string[] {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => wanted.includes(status)))
  return [...own.map(({ file, title }) => `${file}: ${title}`), ...suites.flatMap(suite => titlesOf(suite, ...wanted))]
}

/** Of a report of vitest. A file that could not be loaded has no cases and only a message. */
function countOf(report: string): Count {
  const { numPassedTests, numFailedTests, testResults } = readJson(report) as VitestReport
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter(each => each.status === 'failed')
    const file = path.relative(root, name)
    if (failed.length === 0 && status === 'failed') return [`${file}: ${shortly(message)}`]
    return failed.map(each => `${file}: ${each.fullName}: ${shortly(each.failureMessages.join(' '))}`)
  })
  return { passed: numPassedTests, failed: numFailedTests, failures }
}

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

/** Without the colours of a terminal. */
const shortly = (words: string): string => stripVTControlCharacters(words).replaceAll(/\s+/gu, ' ').slice(0, 400)

function readJson(file: string): unknown {
  return JSON.parse(fs.readFileSync(file, 'utf8'))
}

function safely(count: () => Count): Count | null {
  try {
    return count()
  } catch {
    return null // the runner wrote no report, so it ran nothing that can be counted
  }
}
