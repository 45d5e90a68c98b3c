/**
 * npm run hostile-screens -- [PAGE …] [--texts N]: an office whose every record holds hostile texts, seen on every page of the desk,
 * and every other window with texts of its own; exits 1 where anything ran or stands otherwise than it was written. The pages by
 * their names in renderer/windows/desk/routes.ts, `palette`, and the windows by their names in windows/windows.ts.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Deck } from './deck'
import { walkDesk } from './desk-walk'
import { screens } from './screens'
import { windows } from './windows/windows'

const { positionals, values } = parseArgs({ allowPositionals: true, options: { texts: { type: 'string' } } })
const howMany = values.texts === undefined ? Number.POSITIVE_INFINITY : Number(values.texts)
const pages: readonly string[] = [...Object.keys(screens), 'palette']
const unknown = positionals.filter(name => !pages.includes(name) && !(name in windows))
if (unknown.length > 0) throw new Error(`no page ${unknown.join()}: ${[...pages, ...Object.keys(windows)].join(' ')}`)

const isAmong = (name: string): boolean => positionals.length === 0 || positionals.includes(name)
let isRight = true
if (pages.some(isAmong))
  isRight = await inFolder(userData =>
    walkDesk(userData, { deck: new Deck(howMany), isAmong, isWhole: pages.every(isAmong) }),
  )
for (const [name, walk] of Object.entries(windows).filter(([each]) => isAmong(each))) {
  const check = await inFolder(userData => walk(userData, new Deck(howMany)))
  for (const one of check.wrong.slice(0, 50)) console.log(`WRONG ${one.slice(0, 400)}`)
  console.log(
    `${name}: ${check.found} texts found (${check.different.size} different), ${check.typed} typed; ${check.wrong.length} wrong; planted ${check.isPlantedCaught ? 'caught' : 'NOT CAUGHT'}`,
  )
  isRight &&= check.wrong.length === 0 && check.isPlantedCaught && check.found > 0
}
console.log('not typed or looked for: passwords; what is on paper (tests/unit/hostile reads that as PDF)')
process.exitCode = isRight ? 0 : 1

async function inFolder<Result>(work: (userData: string) => Promise<Result>): Promise<Result> {
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'records-desk-hostile-screens-'))
  try {
    return await work(userData)
  } finally {
    fs.rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
  }
}
