/**
 * npm run faults -- kill|power|power-view|flips|view|io|search|import|headquarters|headquarters-big|bundle|stick|bundle-stick|all [--rounds N] [--long]: runs
 * that print figures and exit 1 on any loss. `all` runs those that this machine can; `--long` at the length of the claims. Parts
 * of a run by their names: `io save sync` (save, export, import, sync, medium), `flips other` (own, other), `view 6 10` (1 to 12). `flips other --from N`
 * goes on where an earlier one was ended.
 */
import { parseArgs } from 'node:util'
import { killBundleImports } from './bundle-kill'
import { failBundlesOntoSticks, namesFirst } from './bundle-stick'
import { pullBundles } from './bundle-stick-real'
import { flipEveryByte } from './flips'
import { killImports } from './import-kill'
import { carryBigOffice } from './headquarters/big-office'
import { inWords as killsInWords, killHeadquarters } from './headquarters/kill-headquarters'
import { failEverywhere, ioLives } from './io/io'
import { killOften } from './kill'
import { inWords, killChanges } from './kill-changes'
import { changesOf, killSearch } from './search-kill'
import { cutPower, whyNoPower } from './power'
import { cutTraces } from './power-trace'
import { cutPowerOfView } from './power-view'
import { whyNoStick } from './real-stick'
import { pullSticks } from './stick'
import { ruinViews } from './view-ruin'
import { carryAmongWrongDates, withRealStick } from './wrong-clock'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    long: { type: 'boolean', default: false },
    from: { type: 'string', default: '0' },
  },
})
const [asked = '', ...among] = positionals
const isAmong = (name: string): boolean => among.length === 0 || among.includes(name)
const rounds = values.rounds === undefined ? undefined : Number(values.rounds)
/** So many where nobody says otherwise. */
const roundsOf = (short: number, long: number): number => rounds ?? (values.long ? long : short)
const progress = (line: string) => console.log(line)

/** Null: it cannot be run on this machine, which was said. */
const runs: Record<string, () => Promise<boolean | null>> = {
  flips: async () => {
    let isSound = true
    for (const owner of (['own', 'other'] as const).filter(isAmong)) {
      const order = { owner, cutsEverywhere: values.long, from: Number(values.from), progress }
      const report = flipEveryByte(roundsOf(40, 200), order)
      console.log({ owner, ...report, wrong: report.wrong.slice(0, 10) })
      isSound &&= report.flips > 0 && report.wrong.length === 0
    }
    const planted = flipEveryByte(3, { planted: true }).wrong.length
    console.log(`planted, a reader that overlooks the damage: ${planted > 0 ? 'caught' : 'NOT CAUGHT'}`)
    return isSound && planted > 0
  },
  io: async () => {
    const { lives, points, wrong, planted } = await failEverywhere(
      { every: roundsOf(10, 1), progress },
      ioLives.filter(isAmong),
    )
    console.table(lives.map(({ wrong: own, ...life }) => ({ ...life, wrong: own.length })))
    for (const { name, isCaught } of planted) console.log(`${name}: ${isCaught ? 'caught' : 'NOT CAUGHT'}`)
    for (const one of wrong.slice(0, 20)) console.log(`WRONG ${one}`)
    console.log(`${points} points, ${wrong.length} wrong`)
    const isMet = points > 0 && lives.every(life => life.points > 0 && life.met > life.points / 4)
    return isMet && wrong.length === 0 && planted.every(({ isCaught }) => isCaught)
  },
  view: async () => {
    const report = await ruinViews(400, progress, isAmong)
    console.log(report)
    console.log(`planted, a row taken out of a view that was sound: ${report.plantedCaught ? 'caught' : 'NOT CAUGHT'}`)
    const isSound = report.lost + report.wrong.length === 0
    return report.ways > 0 && report.builtAgain > 0 && report.plantedCaught && isSound
  },
  kill: async () => {
    const acts = await killOften(roundsOf(200, 200), progress)
    const changes = await killChanges({ rounds: roundsOf(200, 200), progress })
    console.log('over the acts of the counter:', acts)
    console.log(`over changes of vault and ledger:\n${inWords(changes)}`)
    const isSound = acts.lost + acts.halfApplied + acts.refused === 0 && changes.wrong.length === 0
    return isSound && acts.acknowledged > 0 && changes.acknowledged > 0
  },
  search: async () => {
    const rounds = roundsOf(200, 200)
    const each = Math.ceil(rounds / 3)
    const done = { kills: 0, changes: 0, merges: 0 }
    let isSound = true
    for (const [place, backend] of [
      ['database', 'leveldb'],
      ['database', 'sqlite'],
      ['files', 'leveldb'],
    ] as const) {
      const report = await killSearch({ rounds: each, backend, place, progress })
      console.log({ ...report, wrong: report.wrong.slice(0, 10) })
      isSound &&= report.kills === each && report.answered > 0 && report.wrong.length === 0
      isSound &&= report.layout.join() === backend && report.fileBytes > 0 === (place === 'files')
      done.kills += report.kills
      done.changes += changesOf(report)
      done.merges += report.tally.merged
    }
    const least = values.long || rounds >= 200 ? { kills: 200, changes: 5_000 } : { kills: rounds, changes: 1 }
    console.log(`${done.kills} kills among ${done.changes} changes and ${done.merges} merges, at least`, least)
    return isSound && done.kills >= least.kills && done.changes >= least.changes && done.merges > 0
  },
  import: async () => {
    const report = await killImports({ kills: roundsOf(100, 100), killsOfImport: 5, progress })
    console.log({ ...report, wrong: report.wrong.slice(0, 10) })
    const areSound = report.imports > 0 && report.acknowledged > 0 && report.wrong.length === 0
    return (await bundles()) && areSound
  },
  headquarters: async () => {
    const report = await killHeadquarters({ rounds: roundsOf(10, 100), progress })
    console.log({ ...report, kills: killsInWords(report.kills) })
    const forgets = await killHeadquarters({ rounds: 1, kinds: ['desk'], plant: 'forgetfulDesk' })
    console.log(`planted, a desk that forgets the last acts of its journal: ${caught(forgets.wrong)}`)
    const hasty = await killHeadquarters({ rounds: 6, kinds: ['postgres'], plant: 'hastyServer' })
    console.log(`planted, a headquarters that signs before it is stored: ${caught(hasty.wrong)}`)
    const areCaught = forgets.wrong.length > 0 && hasty.wrong.length > 0
    return report.receipts > 0 && report.wrong.length === 0 && areCaught
  },
  'headquarters-big': async () => {
    const mebibytes = values.long ? [24, 48, 36, 50, 30, 42] : [24, 12] // 50 is the largest that a desk takes
    const scans = mebibytes.map(size => size * 1024 * 1024)
    const report = await carryBigOffice({ acts: values.long ? 65_001 : 6_500, scans, isAtLength: true, progress })
    const { planted, ...figures } = report
    console.log(figures)
    for (const { name, isCaught } of planted) console.log(`planted, ${name}: ${isCaught ? 'caught' : 'NOT CAUGHT'}`)
    const isMet = report.kills.amongActs === 1 && report.kills.amongScans === 1
    return isMet && report.wrong.length + report.lost + report.doubled === 0 && planted.every(one => one.isCaught)
  },
  stick: async () => {
    const why = whyNoStick()
    const dates = await wrongDates()
    if (why) return (await bundlesOnSticks()) && dates // in memory; the injected file system of exports runs with `io`
    const report = await pullSticks(roundsOf(40, 40), progress)
    console.log(report)
    const areSound = report.refused > 0 && report.sound > 0 && report.wrong.length === 0
    return (await bundlesOnSticks()) && areSound && dates
  },
  power: async () => {
    const traced = cutTraces({ lives: values.long ? 200 : 20, progress })
    console.log({ ...traced, wrong: traced.wrong.slice(0, 10) })
    const forgets = cutTraces({ lives: 1, planted: true })
    console.log(`planted, a journal that forgets to flush, traced: ${forgets.lost} lost, ${caught(forgets.wrong)}`)
    const areSound = traced.cuts > 0 && traced.wrong.length === 0 && forgets.lost > 0
    const why = whyNoPower()
    if (why) return areSound ? notRun(why) : false
    const planted = await cutPower({ rounds: 2, planted: true })
    console.log(
      `planted, a journal that forgets to flush: ${planted.lost} lost, ${planted.lost > 0 ? 'caught' : 'NOT CAUGHT'}`,
    )
    const report = await cutPower({ rounds: roundsOf(20, 900), progress })
    console.log(report)
    const isSound = report.lost === 0 && report.refused === 0 && areSound
    return report.acknowledged > 0 && isSound && report.controlFilesGone > 0 && planted.lost > 0
  },
  'power-view': async () => {
    const why = whyNoPower()
    if (why) return notRun(why)
    const report = await cutPowerOfView(roundsOf(5, 100), progress)
    console.log(report)
    const isSound = report.lost + report.refused === 0 && report.wrong.length === 0
    return report.acknowledged > 0 && isSound && report.controlFilesGone > 0 && report.plantedCaught
  },
}

/** kill -9 while a bundle is imported. */
async function bundles(): Promise<boolean> {
  const report = await killBundleImports({ every: roundsOf(5, 1), kills: roundsOf(20, 100), progress })
  console.log({ ...report, wrong: report.wrong.slice(0, 10) })
  const planted = await killBundleImports({ every: 20, hasty: true })
  console.log(`planted, a machine that says it is done before it is: ${caught(planted.wrong)}`)
  return report.points > 0 && report.kills > 0 && report.wrong.length === 0 && planted.wrong.length > 0
}

/** The sync bundle on sticks, in memory everywhere and real ones where they can be had. */
async function bundlesOnSticks(): Promise<boolean> {
  const report = await failBundlesOntoSticks({ every: roundsOf(4, 1), progress })
  console.log({ ...report, wrong: report.wrong.slice(0, 10) })
  const planted = await failBundlesOntoSticks({ every: 4, kinds: ['gone'], plant: namesFirst })
  console.log(`planted, a build that names it first and fills it after: ${caught(planted.wrong)}`)
  const why = whyNoStick()
  if (why) console.error(`NOT RUN on real file systems: ${why}`)
  const real = why ? null : await pullBundles(roundsOf(40, 60), progress)
  if (real) console.log({ ...real, wrong: real.wrong.slice(0, 10) })
  const isMet = report.met > report.points / 2 && report.taken > 0 && (!real || (real.refused > 0 && real.taken > 0))
  return isMet && report.wrong.length + (real?.wrong.length ?? 0) === 0 && planted.wrong.length > 0
}

/** In a folder everywhere, and on exFAT, which knows no day before 1980 and none after 2107, where it can be had. */
async function wrongDates(): Promise<boolean> {
  const inFolder = await carryAmongWrongDates({ progress })
  const onExfat = whyNoStick() ? null : await carryAmongWrongDates({ progress, withStick: withRealStick })
  console.log('bundles among wrong dates:', { inFolder, onExfat })
  return [inFolder, onExfat].every(report => !report || (report.taken > 0 && report.wrong.length === 0))
}

/** Also within `import` and `stick`. */
const parts: typeof runs = { bundle: bundles, 'bundle-stick': bundlesOnSticks }

const caught = (wrong: readonly string[]): string => (wrong.length > 0 ? 'caught' : 'NOT CAUGHT')

function notRun(why: string): null {
  console.error(`NOT RUN: ${why}`)
  return null
}

async function all(): Promise<boolean> {
  const told: string[] = []
  let isSound = true
  for (const [name, run] of Object.entries(runs)) {
    console.log(`\n=== ${name}`)
    const done = await run()
    isSound &&= done !== false
    told.push(`${name}: ${done === null ? 'not run here' : done ? 'sound' : 'FAILED'}`)
  }
  console.log(`\n${told.join('\n')}`)
  return isSound && told.some(line => line.endsWith('sound'))
}

const run = asked === 'all' ? all : (runs[asked] ?? parts[asked])
if (!run) {
  console.error(`which faults? ${Object.keys(runs).join(' | ')} | all`)
  process.exit(2)
}
// What was asked for by its name and cannot be run is no success.
process.exit((await run()) === true ? 0 : 1)
