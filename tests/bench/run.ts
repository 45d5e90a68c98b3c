/**
 * npm run bench -- NAME|all [--json FILE] [--table FILE]: figures of one run, side by side with their peers, and at its end every
 * target with met or missed; `--table` writes all of it as Markdown. With `--profile DIR` the office of `cases`, `register` and the
 * headquarters of `hq` are filled there once, kept, and measured again the next time; `all` gives each a folder of its own in it.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { benchRows } from './bench-rows'
import { markdownOf, targetLines, type BenchPart } from './bench-table'
import { benches, type BenchFigures, type BenchName, type BenchOptions } from './benches'
import { installPeers } from './peers-installed'
import { atLeast, type TableRow } from './table-row'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  args: process.argv.slice(2).filter(argument => argument !== '--'),
  options: {
    json: { type: 'string' },
    table: { type: 'string' },
    acts: { type: 'string', default: '100000' },
    requests: { type: 'string', default: '20000' },
    profile: { type: 'string' },
    docs: { type: 'string', default: '10000' },
    corpus: { type: 'string' },
    'peer-minutes': { type: 'string', default: '10' },
    offices: { type: 'string', default: '3000' },
  },
})
const names = Object.keys(benches) as BenchName[]
const asked = positionals[0] ?? ''
const runners: { readonly [Name in BenchName]: (options: BenchOptions) => Promise<BenchFigures[Name]> } = benches
const isAll = asked === 'all'
const chosen = isAll ? names : names.filter(name => name === asked)
if (chosen.length === 0) {
  console.error(`which bench? ${names.join(' | ')} | all`)
  console.error('search [--docs N] [--peer-minutes M] | search --corpus DIR: in Node beside brute force only')
  process.exit(2)
}
for (const file of [values.json, values.table]) if (file) fs.writeFileSync(file, '') // before an hour of work, not after it
installPeers()

const measuredCommit = commit()
const figures: Record<string, unknown> = {}
const parts: BenchPart[] = []
let hasFailed = false
for (const name of chosen) {
  if (isAll) console.log(`\n=== ${name}`)
  const rows = await rowsOf(name).catch((cause: Error) => {
    if (!isAll) throw cause
    hasFailed = true
    console.log(`FAILED: ${cause.message}`)
    figures[name] = { failed: cause.message }
    return [atLeast(`it ended early: ${cause.message.split('\n')[0]?.slice(0, 200)}`, null, 1)]
  })
  hasFailed ||= process.exitCode === 1 // now: tools that a later one uses set it anew
  parts.push({ name, rows, load: os.loadavg()[0] ?? 0 })
  writeFound() // after each: a run that is ended after an hour leaves what it has measured
}
const { cores, load, node } = machineNow()
console.log(`\nmachine: ${cores} cores, load ${load?.toFixed(1)}, node ${node}`)
for (const line of targetLines(parts)) console.log(line)
process.exit(hasFailed ? 1 : 0)

function writeFound(): void {
  const machine = machineNow()
  const found = isAll ? figures : figures[asked]
  if (values.json) fs.writeFileSync(values.json, `${JSON.stringify({ machine, figures: found }, null, 2)}\n`)
  if (values.table) fs.writeFileSync(values.table, markdownOf(parts, { ...machine, commit: measuredCommit }))
}

function machineNow() {
  return { cores: os.cpus().length, load: os.loadavg()[0], node: process.version, at: new Date().toISOString() }
}

/** What fails in `all` is told and does not keep the others from running. */
async function rowsOf<Name extends BenchName>(name: Name): Promise<readonly TableRow[]> {
  const order: BenchOptions = {
    ...{ acts: Number(values.acts), requests: Number(values.requests), docs: Number(values.docs) },
    ...{ offices: Number(values.offices), peerMinutes: Number(values['peer-minutes']), corpus: values.corpus },
    profile: values.profile && (isAll ? path.join(values.profile, name) : values.profile),
  }
  const measured = await runners[name](order)
  figures[name] = measured
  return benchRows[name](measured)
}

function commit(): string | null {
  const git = (...words: string[]) => spawnSync('git', words, { cwd: import.meta.dirname, encoding: 'utf8' })
  const head = git('rev-parse', '--short=8', 'HEAD')
  return head.status === 0 ? `${head.stdout.trim()}${git('status', '--porcelain').stdout.trim() ? '+' : ''}` : null
}
