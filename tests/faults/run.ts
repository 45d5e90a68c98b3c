/** npm run faults -- kill|power|flips|search|import|stick [--rounds N]: long runs that print figures and exit 1 on any loss. */
import { parseArgs } from 'node:util'
import { flipEveryByte } from './flips'
import { killImports } from './import-kill'
import { killOften } from './kill'
import { inWords, killChanges } from './kill-changes'
import { killSearch } from './search-kill'
import { cutPower, whyNoPower } from './power'
import { pullSticks, whyNoStick } from './stick'

const { positionals, values } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string' } } })
const rounds = values.rounds === undefined ? undefined : Number(values.rounds)

const runs: Record<string, () => Promise<boolean>> = {
  kill: async () => {
    const progress = (line: string) => console.log(line)
    const acts = await killOften(rounds ?? 200, progress)
    const changes = await killChanges({ rounds: rounds ?? 200, progress })
    console.log('over the acts of the counter:', acts)
    console.log(`over changes of vault and ledger:\n${inWords(changes)}`)
    const isSound = acts.lost + acts.halfApplied + acts.refused === 0 && changes.wrong.length === 0
    return isSound && acts.acknowledged > 0 && changes.acknowledged > 0
  },
  flips: async () => {
    const report = flipEveryByte(rounds ?? 40)
    console.log({ ...report, wrong: report.wrong.slice(0, 10) })
    return report.flips > 0 && report.wrong.length === 0
  },
  search: async () => {
    const half = Math.ceil((rounds ?? 200) / 2)
    const progress = (line: string) => console.log(line)
    let isSound = true
    for (const backend of ['leveldb', 'sqlite'] as const) {
      const report = await killSearch({ rounds: half, backend, progress })
      console.log({ ...report, wrong: report.wrong.slice(0, 10) })
      isSound &&= report.kills === half && report.answered > 0 && report.wrong.length === 0
    }
    return isSound
  },
  import: async () => {
    const report = await killImports({ kills: rounds ?? 100, killsOfImport: 5, progress: line => console.log(line) })
    console.log({ ...report, wrong: report.wrong.slice(0, 10) })
    return report.imports > 0 && report.acknowledged > 0 && report.wrong.length === 0
  },
  stick: async () => {
    const why = whyNoStick()
    if (why) {
      console.error(`NOT RUN on a real file system: ${why}. The injected one runs with the unit tests (medium-export).`)
      return false
    }
    const report = await pullSticks(rounds ?? 40, line => console.log(line))
    console.log(report)
    return report.refused > 0 && report.sound > 0 && report.wrong.length === 0
  },
  power: async () => {
    const why = whyNoPower()
    if (why) {
      console.error(`NOT RUN: ${why}`)
      return false
    }
    const report = await cutPower(rounds ?? 20, line => console.log(line))
    console.log(report)
    return report.acknowledged > 0 && report.lost === 0 && report.refused === 0 && report.controlFilesGone > 0
  },
}

const run = runs[positionals[0] ?? '']
if (!run) {
  console.error(`which faults? ${Object.keys(runs).join(' | ')}`)
  process.exit(2)
}
process.exit((await run()) ? 0 : 1)
