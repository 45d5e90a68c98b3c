/**
 * npm run demo [-- --input FILE.json] [-- --today YYYY-MM-DD]: the main job, unattended, through the real user interface.
 * Leaves the papers, a screenshot of each step and summary.json in demo-output/.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { launch } from '../support/launch/launch'
import { storyFrom } from './story-file'
import { handsOn } from './visit/hands'
import { defaultStory, type Story } from './visit/people-of-the-story'
import { visit } from './visit/visit'

const { values } = parseArgs({
  args: process.argv.slice(2).filter(argument => argument !== '--'),
  options: { input: { type: 'string' }, today: { type: 'string' } },
})
const output = path.resolve('demo-output')
const started = performance.now()
const say = (line: string) => console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}`)

const story = readStory(values.input)
fs.rmSync(output, { recursive: true, force: true })
fs.mkdirSync(output, { recursive: true })
const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'records-desk-demo-'))
// A fixed day, so that the demo shows the same proof every time; the screen says 演练时钟.
const today = values.today ?? '2026-09-08'

say('starting the program')
const program = await launch({ userData, env: { RECORDS_DESK_REHEARSAL_TIME: `${today}T09:10:00+08:00` } })
say(
  `running on ${program.kind === 'electron' ? 'Electron' : 'Chromium through the stand-in (no Electron binary here)'}`,
)
await program.page.setViewportSize({ width: 1366, height: 768 })
const hands = handsOn(program.page)
let shots = 0

try {
  await visit(hands, {
    story,
    say,
    saveTo: file => program.dialogs.save(file),
    fileFor: paper => path.join(output, `${paper}.pdf`),
    shot: async name => {
      shots++
      const file = path.join(output, `${String(shots).padStart(2, '0')}-${name}.png`)
      await program.page.screenshot({ path: file, animations: 'disabled' }) // not a dialog half faded in
    },
  })
} catch (cause) {
  await program.page.screenshot({ path: path.join(output, 'failed-here.png') }).catch(() => undefined)
  console.error(`\nThe demo stopped: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`)
  console.error(`What was on screen: ${path.join(output, 'failed-here.png')}\n${program.log()}`)
  await program.close().catch(() => undefined)
  process.exit(1)
}
await program.close()
say(`the program has ended; ${shots} screenshots, ${hands.keys()} keys beside typed text`)

const summary = spawnSync(
  process.execPath,
  ['--import', 'tsx', path.join(import.meta.dirname, 'summary.ts'), userData, output],
  { stdio: 'inherit' },
)
fs.rmSync(userData, { recursive: true, force: true })
if (summary.status !== 0) process.exit(1)
say(`done: ${output}`)

function readStory(file: string | undefined): Story {
  if (file === undefined) return defaultStory
  try {
    return storyFrom(fs.readFileSync(file, 'utf8'))
  } catch (cause) {
    console.error(`--input ${file}:\n${cause instanceof Error ? cause.message : String(cause)}`)
    process.exit(2)
  }
}
