import { signIn } from '../demo/hands/front-door'
import { Desk } from '../e2e/support/desk'
import type { Deck } from './deck'
import { listenForMoves } from './moves'
import { officeOfTexts, reader } from './office-of-texts'
import { askPalette } from './palette'
import { plantedCaught } from './planted'
import { prepareReading } from './read-screen'
import { tellUnseen } from './unseen'
import { walkScreens } from './walk'

export interface DeskWalk {
  readonly deck: Deck
  /** Whether any of them were asked for by name. */
  readonly isAmong: (screen: string) => boolean
  /** All of them: then what none of them shows is said too. */
  readonly isWhole: boolean
}

/** Every page of the desk in one office; false where anything ran, stands otherwise, or a planted failure was missed. */
export async function walkDesk(userData: string, { deck, isAmong, isWhole }: DeskWalk): Promise<boolean> {
  const { records, acts } = await officeOfTexts(userData, deck)
  console.log(`${deck.texts.length} texts in ${deck.fields.size} fields of ${records.length} records, ${acts} acts`)
  const desk = new Desk(userData, {})
  try {
    await desk.start()
    await prepareReading(desk.page)
    await signIn(desk.hands, reader)
    const moves = listenForMoves(desk.page)
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
    if (isWhole) for (const line of tellUnseen([...deck.fields.keys()], shown)) console.log(line)
    const sum = (of: (one: (typeof screens)[number]) => number): number => screens.reduce((n, one) => n + of(one), 0)
    const different = new Set(screens.flatMap(one => [...one.different]))
    const [found, typed, visits] = [sum(one => one.texts), sum(one => one.typed), sum(one => one.visits)]
    console.log(
      `${screens.length} screens, ${visits} visits, ${pressed} buttons pressed, ${sum(one => one.openers)} of which show more: ${found} texts found (${different.size} different, in ${shown.size} of ${deck.fields.size} fields), ${typed} typed; ${all.length} wrong`,
    )
    console.log(
      `planted, what ran, what is foreign, a text that is not there: ${isPlantedCaught ? 'caught' : 'NOT CAUGHT'}`,
    )
    return all.length === 0 && isPlantedCaught && screens.length > 0 && found > 0
  } finally {
    await desk.close()
  }
}
