/**
 * npm run simulate -- --seeds N [--seed S] [--bug NAME]: the exchange of five offices over schedules that only their number
 * makes. Prints the seeds that fail, each of which one command plays again, and how often each fault was met.
 */
import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { emptyHistogram, failureRows, type Histogram } from './failure-rows'
import { plantedBugs, type PlantedBug } from './planted-bugs'
import { runSeed } from './run-seed'

const { values } = parseArgs({
  options: { seeds: { type: 'string' }, seed: { type: 'string' }, bug: { type: 'string' }, report: { type: 'string' } },
})
const first = Number(values.seed ?? 1)
const seeds = Number(values.seeds ?? (values.seed === undefined ? 500 : 1))
const shownFailures = 5
/** In so many seeds every row is met, and in so many a hundred times. */
const [seedsForEach, seedsForHundred] = [500, 50_000]

process.exit(values.bug === undefined ? await runAll() : exitCodeOf(await runBug(values.bug as PlantedBug)))

/** 0 where every seed held, every row was met and every planted fault was caught. */
async function runAll(): Promise<number> {
  const hits = emptyHistogram()
  const failed: number[] = []
  let [ran, acts] = [0, 0]
  const started = performance.now()
  for (let seed = first; seed < first + seeds; seed++) {
    const result = await runSeed(seed)
    ran++
    acts += result.acts
    for (const row of failureRows) hits[row] += result.hits[row]
    if (result.violation !== null) failed.push(seed)
    if (result.violation !== null && failed.length <= shownFailures)
      console.log(`seed ${seed} FAILED at ${result.step}: ${result.violation}\n  npm run simulate -- --seed ${seed}`)
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const unmet = printHits(hits)
  const bugs = values.seed === undefined ? (Object.keys(plantedBugs) as PlantedBug[]) : []
  let caught = 0
  for (const bug of bugs) if (await runBug(bug)) caught++
  console.log(`${ran} cases ran, ${failed.length} failed; ${acts} acknowledged acts in ${seconds} s`)
  console.log(
    `${caught} of ${bugs.length} planted faults caught, ${unmet} rows of the failure table not met often enough`,
  )
  writeReport({ passed: ran - failed.length + caught, failed: failed.length + bugs.length - caught + unmet })
  return ran > 0 && failed.length === 0 && unmet === 0 && caught === bugs.length ? 0 : 1
}

/** How many rows were not met often enough for that many seeds. */
function printHits(hits: Histogram): number {
  const least = seeds >= seedsForHundred ? 100 : seeds >= seedsForEach ? 1 : 0
  for (const row of failureRows)
    console.log(`${String(hits[row]).padStart(9)}  ${row}${hits[row] < least ? '  NOT MET OFTEN ENOUGH' : ''}`)
  return failureRows.filter(row => hits[row] < least).length
}

/** The seed that is known to catch it, and if need be a few others; whether one did. */
async function runBug(bug: PlantedBug): Promise<boolean> {
  const { caughtBy, what } = plantedBugs[bug]
  for (const seed of [caughtBy, ...Array.from({ length: 60 }, (_, n) => n + 1)]) {
    const { violation } = await runSeed(seed, new Set([bug]))
    if (violation === null) continue
    console.log(`planted: ${what}\n  caught by seed ${seed}: ${violation.split('\n')[0]}`)
    return true
  }
  console.log(`planted: ${what}\n  NOT CAUGHT`)
  return false
}

function exitCodeOf(isCaught: boolean): number {
  return isCaught ? 0 : 1
}

/** Read by tests/run.ts. */
function writeReport(counts: { readonly passed: number; readonly failed: number }): void {
  if (values.report !== undefined) fs.writeFileSync(values.report, JSON.stringify(counts))
}
