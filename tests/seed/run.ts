/** `npm run seed -- --requests N [--profile DIR] [--seed S] [--today YYYY-MM-DD]`: fills the training store with synthetic cases. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { civilDateAt, parseCivilDate } from '#shared/domain/calendar/civil-date'
import { seedOffice } from '../support/workstation/seed-office'

process.exitCode = await run()

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      requests: { type: 'string' },
      profile: { type: 'string' },
      seed: { type: 'string' },
      today: { type: 'string' },
    },
  })
  const today = parseCivilDate(values.today ?? civilDateAt(Date.now()))
  const requests = Number(values.requests ?? '60')
  const seed = Number(values.seed ?? '1')
  if (!Number.isInteger(requests) || requests < 1 || requests > 20_000) return explain('--requests: 1 to 20000')
  if (!Number.isInteger(seed)) return explain('--seed: a whole number')
  if (!today.ok) return explain('--today: a day, such as 2026-09-08')
  const training = path.join(values.profile ?? usualProfile(), 'training')
  if (fs.existsSync(path.join(training, 'office'))) {
    return explain(
      `There is a training store already: ${path.join(training, 'office')}`,
      'Nothing was changed. Remove the folder "training" to begin anew, or name another --profile.',
    )
  }
  const started = performance.now()
  const made = await seedOffice(training, { requests, seed, today: today.value })
  console.log(`${made.requests} requests, ${made.acts} acts in ${seconds(started)} s (seed ${seed})`)
  console.log(`in ${path.join(training, 'office')}`)
  for (const [name, tally] of Object.entries({ ...made.counts, agency: made.agencies })) {
    const words = Object.entries(tally).map(([value, n]) => `${value} ${n}`)
    console.log(`${name}: ${words.join(', ')}`)
  }
  for (const { name, posts, password } of made.people) console.log(`${name} (${posts.join(', ')}): ${password}`)
  const where = values.profile === undefined ? '' : ` --user-data-dir=${path.resolve(values.profile)}`
  console.log(
    `Open it with \`npm start -- --training${where}\`${where ? '' : ', or by the choice on the sign-in screen'}.`,
  )
  return 0
}

function seconds(started: number): string {
  return ((performance.now() - started) / 1_000).toFixed(1)
}

/** Where the program keeps its data, as Electron names it. */
function usualProfile(): string {
  const home = os.homedir()
  const manifest = path.resolve(import.meta.dirname, '../../package.json')
  const { productName } = JSON.parse(fs.readFileSync(manifest, 'utf8')) as { productName: string }
  if (process.platform === 'win32')
    return path.join(process.env.APPDATA ?? path.join(home, 'AppData/Roaming'), productName)
  if (process.platform === 'darwin') return path.join(home, 'Library/Application Support', productName)
  return path.join(process.env.XDG_CONFIG_HOME ?? path.join(home, '.config'), productName)
}

function explain(...lines: readonly string[]): number {
  console.error(lines.join('\n'))
  return 1
}
