/**
 * npm run demo [-- --scenario visit|monday|reading-room|exchange] [-- --input FILE.json or FOLDER] [-- --today YYYY-MM-DD]: an office
 * at work, unattended, through the real user interface. Leaves papers, a screenshot of each step and summary.json in
 * demo-output/, or below it in a folder of the scenario's name.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Machine, momentOf } from './machine'
import { scenarioFrom, type Scenario } from './scenario'
import type { Hands } from './hands/hands'
import type { Stage, StageOfMachines } from './stage'

const started = performance.now()
const say = (line: string) => console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}`)

const scenario = chosenScenario()
const output = path.resolve('demo-output', scenario.folder)
emptyFolder(output)
// A fixed day, so that the demo shows the same proof every time; the screen says 演练时钟.
const machine = new Machine(scenario.day)
const others: Machine[] = []
let shots = 0
const shotOf = (hands: Hands) => async (name: string) => {
  shots++
  const file = path.join(output, `${String(shots).padStart(2, '0')}-${name}.png`)
  await hands.page.screenshot({ path: file, animations: 'disabled' }) // not a dialog half faded in
}
const openedAtMs = Date.parse(momentOf(scenario.day, scenario.opensAt)) - Date.now()
const now = () => new Date(Date.now() + openedAtMs)
const stageOn = (one: Machine): Stage => ({
  hands: one.hands,
  say,
  saveTo: file => one.program.dialogs.save(file),
  openFrom: files => one.program.dialogs.open(files),
  fileFor: name => path.join(output, name),
  shot: shotOf(one.hands),
  goOnAt: async time => {
    await one.close()
    await one.startAt(time)
  },
})
const stage: StageOfMachines = {
  ...stageOn(machine),
  secondWindow: async () => {
    const hands = await machine.secondWindow()
    return { hands, shot: shotOf(hands) }
  },
  oneWindow: () => machine.oneWindow(),
  now: () => now().toISOString(),
  anotherMachine: async () => {
    const other = new Machine(scenario.day)
    others.push(other)
    await other.startAt(beijingTime(now()))
    return { ...stageOn(other), close: () => other.close() }
  },
}

say('starting the program')
await machine.startAt(scenario.opensAt)
const { kind } = machine.program
say(`running on ${kind === 'electron' ? 'Electron' : 'Chromium through the stand-in (no Electron binary here)'}`)
try {
  await scenario.play(stage)
} catch (cause) {
  await machine.hands.page.screenshot({ path: path.join(output, 'failed-here.png') }).catch(() => undefined)
  console.error(`\nThe demo stopped: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`)
  if (cause instanceof Error) console.error(cause.stack)
  console.error(`What was on screen: ${path.join(output, 'failed-here.png')}\n${machine.program.log()}`)
  for (const one of [machine, ...others]) await one.close().catch(() => undefined)
  process.exit(1)
}
for (const one of [machine, ...others]) await one.close()
say(`the program has ended; ${shots} screenshots, ${machine.hands.keys()} keys beside typed text`)

const script = path.join(import.meta.dirname, 'summary', scenario.summary)
const folders = others.map(({ userData }) => userData)
const left = [machine.userData, output, ...folders]
const summary = spawnSync(process.execPath, ['--import', 'tsx', script, ...left], { stdio: 'inherit' })
for (const folder of [machine.userData, ...folders]) fs.rmSync(folder, { recursive: true, force: true })
if (summary.status !== 0) process.exit(1)
say(`done: ${output}`)

function chosenScenario(): Scenario {
  try {
    const { values } = parseArgs({
      args: process.argv.slice(2).filter(argument => argument !== '--'),
      options: { scenario: { type: 'string' }, input: { type: 'string' }, today: { type: 'string' } },
    })
    return scenarioFrom(values)
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : String(cause))
    process.exit(2)
  }
}

/** `HH:MM:SS` of the day of the demo. */
function beijingTime(at: Date): string {
  return at.toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai' })
}

/** What another scenario left in a folder below stays. */
function emptyFolder(folder: string): void {
  fs.mkdirSync(folder, { recursive: true })
  for (const entry of fs.readdirSync(folder, { withFileTypes: true }))
    if (entry.isFile()) fs.rmSync(path.join(folder, entry.name))
}
