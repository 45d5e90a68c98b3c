/**
 * npm run hostile-screens -- [PAGE …] [--texts N]: an office whose every record holds hostile texts, seen on every page of the desk;
 * exits 1 where anything ran or stands otherwise than it was written. The pages by their names in renderer/windows/desk/routes.ts.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { signIn } from '../demo/hands/front-door'
import { Desk } from '../e2e/support/desk'
import { Deck } from './deck'
import { officeOfTexts, reader } from './office-of-texts'
import { askPalette } from './palette'
import { plantedCaught } from './planted'
import { prepareReading } from './read-screen'
import { listenForMoves } from './moves'
import { walkScreens } from './walk'

const { positionals, values } = parseArgs({ allowPositionals: true, options: { texts: { type: 'string' } } })
const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'records-desk-hostile-screens-'))
const desk = new Desk(userData, {})
try {
  process.exitCode = (await run(desk)) ? 0 : 1
} finally {
  await desk.close()
  fs.rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
}

async function run(desk: Desk): Promise<boolean> {
  const deck = new Deck(values.texts === undefined ? Number.POSITIVE_INFINITY : Number(values.texts))
  const { records, acts } = await officeOfTexts(userData, deck)
  console.log(`${deck.texts.length} texts in ${deck.fields.size} fields of ${records.length} records, ${acts} acts`)
  await desk.start()
  await prepareReading(desk.page)
  await signIn(desk.hands, reader)
  const moves = listenForMoves(desk.page)
  const isAmong = (screen: string): boolean => positionals.length === 0 || positionals.includes(screen)
  const { screens, wrong, shown, pressed } = await walkScreens({
    ...{ page: desk.page, deck, records, isAmong },
    progress: line => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`),
  })
  const palette = isAmong('palette') ? await askPalette(desk.page, deck) : { typed: 0, listed: 0, wrong: [] }
  for (const one of palette.wrong.slice(0, 20)) console.log(`WRONG ${one}`)
  if (isAmong('palette'))
    console.log(`palette: ${palette.typed} texts typed, ${palette.listed} of them found something`)
  const isPlantedCaught = await plantedCaught(desk.page)
  await desk.close()
  const all = [...wrong, ...palette.wrong, ...moves, ...desk.complaints]
  for (const one of [...moves, ...desk.complaints].slice(0, 50)) console.log(`WRONG ${one.slice(0, 400)}`)
  const unseen = [...deck.fields.keys()].filter(field => !shown.has(field))
  if (positionals.length === 0) for (const field of unseen) console.log(`on no page that was walked: ${field}`)
  const sum = (of: (one: (typeof screens)[number]) => number): number => screens.reduce((n, one) => n + of(one), 0)
  const different = new Set(screens.flatMap(one => [...one.different]))
  const [found, typed, visits] = [sum(one => one.texts), sum(one => one.typed), sum(one => one.visits)]
  console.log(
    `${screens.length} screens, ${visits} visits, ${pressed} buttons pressed, ${sum(one => one.openers)} of which show more: ${found} texts found (${different.size} different, in ${shown.size} of ${deck.fields.size} fields), ${typed} typed; ${all.length} wrong`,
  )
  console.log(
    `planted, what ran, what is foreign, a text that is not there: ${isPlantedCaught ? 'caught' : 'NOT CAUGHT'}`,
  )
  console.log('not walked: the kiosk, the console of headquarters, the door and set-up, conflicts of two machines')
  return all.length === 0 && isPlantedCaught && screens.length > 0 && found > 0
}
