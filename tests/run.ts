/**
 * npm test, and npm run check (--fast: no build, no browser). Runs the steps one after another, prints how many cases
 * ran, and fails where a step fails or a runner ran nothing.
 */
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { filesAtLength, markOfLength } from './support/docs/at-length'
import { endToEndCountOf, simulationCountOf, unitCountOf, type Count } from './support/run-reports'

const root = path.resolve(import.meta.dirname, '..')
const results = path.join(root, '.cache/test-results')
const bin = (name: string) =>
  path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)

interface Step {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  /** Reads how many cases ran from the runner's own report; a step without one only has to succeed. */
  readonly count?: () => Count | null
  readonly env?: Readonly<Record<string, string>>
  /** What --fast leaves out of it. */
  readonly fast?: readonly string[]
  /** Said beside its count: what only a longer run has. */
  readonly leavesOut?: () => string
  /** Begins beside that earlier step and is told at its own place: one core would be idle meanwhile. */
  readonly beside?: 'types' | 'build'
}

const endToEndAtLength = (): number => [...filesAtLength(path.join(root, 'tests/e2e')).values()].flat().length

const unitReport = path.join(results, 'unit.json')
const e2eReport = path.join(results, 'e2e.json')

const packReport = path.join(results, 'pack.json')

const simulationReport = path.join(results, 'simulation.json')

const steps: readonly Step[] = [
  // One thread: the rules have the other core meanwhile, and threads of its own would each read the same types again.
  { name: 'types', command: [process.execPath, 'node_modules/typescript-7/bin/tsc', '-b', '--singleThreaded'] },
  { name: 'format', command: [bin('oxfmt'), '--check'] },
  {
    name: 'walls between folders',
    command: [bin('eslint'), '.', '--no-warn-ignored', '--max-warnings', '0'],
    beside: 'types',
  },
  { name: 'lint', command: [bin('oxlint'), '--type-aware'] },
  {
    name: 'unit, contract, architecture, faults',
    fast: ['--exclude', 'tests/{contract,faults}/**'],
    command: [bin('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    count: () => unitCountOf(unitReport),
  },
  { name: 'build', command: [bin('tsx'), 'build/build.ts'] },
  {
    name: 'package',
    command: [
      ...([bin('vitest'), 'run', '--config', 'tests/pack/vitest.config.ts'] as const),
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${packReport}`],
    ],
    count: () => unitCountOf(packReport),
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
    count: () => simulationCountOf(simulationReport),
  },
  {
    name: 'end to end',
    command: [bin('playwright'), 'test', '--grep-invert', markOfLength, '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport },
    count: () => endToEndCountOf(e2eReport),
    leavesOut: () => `${endToEndAtLength()} more at length by npm run e2e`,
  },
]

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
  const count = step.count?.() ?? null
  if (count) {
    total.passed += count.passed
    total.failed += count.failed
    failures.push(...(count.failures ?? []))
  }
  for (const title of count?.unsteady ?? []) console.log(`UNSTEADY, failed and passed at the second try: ${title}`)
  const ranNothing = step.count !== undefined && (count === null || count.passed + count.failed === 0)
  if (!isDone || ranNothing) isGreen = false
  console.log(
    `=== ${step.name}: ${isDone ? 'ok' : 'FAILED'}${ranNothing ? ', RAN NO TEST' : ''}${count ? `, ${count.passed} passed` : ''}${step.leavesOut ? `, ${step.leavesOut()}` : ''}, ${seconds} s`,
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
