import type { Page } from '@playwright/test'
import { plantedCaught } from '../planted'
import { prepareReading, quietPage, readScreen, typeEverywhere, typeWithin, type Place } from '../read-screen'

/** What one window was seen to show, beside the desk's own. */
export class WindowCheck {
  /** Texts looked for and found, counted once for each place. */
  found = 0
  /** Texts that were typed and stood in every field that keeps words. */
  typed = 0
  isPlantedCaught = false
  readonly different = new Set<string>()
  readonly wrong: string[] = []

  constructor(
    readonly name: string,
    readonly page: Page,
  ) {}

  /** Each of these stands on the page as it is. */
  async shows(where: string, texts: readonly string[], places: readonly Place[] = ['words']): Promise<void> {
    const { missing, hasRun, foreign } = await readScreen(
      this.page,
      texts.map(text => ({ text, places })),
    )
    const gone = new Set(missing.map(({ at }) => at))
    this.found += texts.length - gone.size
    for (const [at, text] of texts.entries())
      if (gone.has(at)) this.wrong.push(`${this.name}: ${where}: is not there: ${JSON.stringify(text)}`)
      else this.different.add(text)
    this.#harm(where, { hasRun, foreign })
  }

  /** Into every field of `within` at once; `keeps` says which of them keep words as they are. Answers what each was given. */
  async types(where: string, text: string, { within, keeps }: Typing): Promise<readonly string[]> {
    const typed = await typeWithin(this.page, text, within)
    const held = typed.map(one => one.held)
    const altered = held.filter((value, at) => keeps[at] && !isSame(value, typed[at]!.said))
    if (altered.length > 0)
      this.wrong.push(`${this.name}: ${where}: typed ${JSON.stringify(text)} holds ${JSON.stringify(altered)}`)
    else if (keeps.some((_one, at) => keeps[at] && held[at] !== undefined)) this.typed++
    const { hasRun, foreign } = await readScreen(this.page, [], 0)
    this.#harm(where, { hasRun, foreign })
    return typed.map(({ said }) => said)
  }

  /** Which fields keep what is typed; a field for digits does not. */
  async keepers(within: string): Promise<readonly boolean[]> {
    const kept = [await typeEverywhere(this.page, marks[0], within), await typeEverywhere(this.page, marks[1], within)]
    return kept[0]!.map((value, at) => value === marks[0] && kept[1]![at] === marks[1])
  }

  /** Last: what must be seen is put on the page, and is seen. */
  async plant(): Promise<void> {
    this.isPlantedCaught = await plantedCaught(this.page)
  }

  /** What was seen at another start of the same window. */
  take(other: WindowCheck): void {
    this.found += other.found
    this.typed += other.typed
    this.wrong.push(...other.wrong)
    for (const text of other.different) this.different.add(text)
    this.isPlantedCaught &&= other.isPlantedCaught
  }

  /** After the page was loaded anew. */
  async ready(): Promise<void> {
    await prepareReading(this.page)
    await quietPage(this.page)
  }

  #harm(where: string, { hasRun, foreign }: { readonly hasRun: boolean; readonly foreign: readonly string[] }): void {
    if (hasRun) this.wrong.push(`${this.name}: ${where}: something ran`)
    for (const one of foreign) this.wrong.push(`${this.name}: ${where}: not ours: ${one}`)
  }
}

interface Typing {
  /** Selector of what the fields stand in. */
  readonly within: string
  readonly keeps: readonly boolean[]
}

const marks = ['格字', 'a'] as const
/** A field of one line has no line ends, and the window calls every end of a line by one sign. */
const isSame = (left: string, right: string): boolean => left.replace(/\s/gu, '') === right.replace(/\s/gu, '')
