import type { Page } from '@playwright/test'
import { normaliseDocumentNumber } from '#shared/domain/identity/resident-id'
import { hrefOf, type Route } from '../../renderer/windows/desk/routes'
import type { Deck } from './deck'
import type { HostileRecord } from './office-of-texts'
import type { Kind } from './plans'
import {
  open,
  openersOf,
  prepareReading,
  quietPage,
  readScreen,
  typeEverywhere,
  type Place,
  type Wanted,
} from './read-screen'
import { screens } from './screens'

export interface ScreenReport {
  readonly screen: string
  /** Fields of records that it shows, and what opens over it and shows more. */
  fields: number
  openers: number
  visits: number
  /** Texts looked for and found, counted once for each visit. */
  texts: number
  /** Different ones. */
  readonly different: Set<string>
  /** Texts that were typed into its fields and stood in each that keeps words. */
  typed: number
}

export interface Walk {
  readonly screens: readonly ScreenReport[]
  readonly wrong: readonly string[]
  /** Fields that were seen on a screen. */
  readonly shown: ReadonlySet<string>
  /** Every opener that was pressed on a page of marks, by page. */
  readonly pressed: number
}

interface WalkParts {
  readonly page: Page
  readonly deck: Deck
  readonly records: readonly HostileRecord[]
  /** Which pages, by name. */
  readonly isAmong: (screen: string) => boolean
  readonly progress: (line: string) => void
}

/** What one page, or what opens over it, shows of a record. */
type Shown = ReadonlyMap<string, readonly Place[]>

const everyPlace: readonly Place[] = ['words', 'value', 'name']

/** Every route of the desk, first with the records of marks, which say what it shows, then with every other one. */
export async function walkScreens(parts: WalkParts): Promise<Walk> {
  const walk = { screens: [] as ScreenReport[], wrong: [] as string[], shown: new Set<string>(), pressed: 0 }
  for (const [name, screen] of Object.entries(screens))
    if (parts.isAmong(name))
      for (const kind of 'kinds' in screen ? screen.kinds : [null]) {
        const about = 'kinds' in screen ? {} : screen
        const before = walk.wrong.length
        const visit = new Visit(parts, walk.wrong, { name: kind ? `${name}: ${kind}` : name, kind, ...about })
        const to = (id: string): Route => screen.route(id)
        await visit.all(to)
        walk.screens.push(visit.report)
        walk.pressed += visit.pressed
        for (const field of visit.shown) walk.shown.add(field)
        const { fields, openers, visits, texts, different, typed } = visit.report
        parts.progress(
          `${visit.report.screen}: ${fields} fields, ${openers} openers, ${visits} visits, ${texts} texts found (${different.size} different), ${typed} typed, ${walk.wrong.length - before} wrong`,
        )
        for (const one of walk.wrong.slice(before, before + mostTold)) parts.progress(`WRONG ${one.slice(0, 400)}`)
      }
  return walk
}

interface About {
  readonly name: string
  readonly kind: Kind | null
  readonly drawsSomeOf?: readonly Kind[]
  readonly isTyped?: true
}

class Visit {
  readonly report: ScreenReport
  readonly shown = new Set<string>()
  pressed = 0
  readonly #parts: WalkParts
  readonly #wrong: string[]
  readonly #about: About

  constructor(parts: WalkParts, wrong: string[], about: About) {
    this.report = { screen: about.name, fields: 0, openers: 0, visits: 0, texts: 0, different: new Set(), typed: 0 }
    this.#parts = parts
    this.#wrong = wrong
    this.#about = about
  }

  async all(to: (id: string) => Route): Promise<void> {
    const { records } = this.#parts
    const own = this.#about.kind === null ? [] : records.filter(({ kind }) => kind === this.#about.kind)
    const mark = own.find(({ nth }) => nth === 0)?.id ?? ''
    await this.#go(to(mark))
    const whole = await this.#marksShown(1_500)
    const openers = await this.#openersShown(to(mark), whole)
    this.report.fields = new Set([whole, ...openers.values()].flatMap(shown => [...shown.keys()])).size
    this.report.openers = openers.size
    if (this.#about.kind === null) return this.#list(to(mark), whole)
    const isShown = whole.size + openers.size > 0
    const others = own.filter(({ nth }) => nth > 0).slice(0, isShown ? undefined : 3)
    for (const [at, record] of others.entries()) {
      await this.#go(to(record.id))
      await this.#expect(whole, [record])
      const [opener, more] = [...openers][at % Math.max(1, openers.size)] ?? []
      if (opener === undefined || !more) continue
      await open(this.#parts.page, opener)
      await this.#expect(more, [record])
      await this.#close()
    }
  }

  async #list(to: Route, whole: Shown): Promise<void> {
    await this.#go(to)
    await this.#expect(whole, this.#parts.records)
    if (this.#about.isTyped) await this.#type()
  }

  /** Into every field at once; a field that keeps a mark keeps every text, one for the number of a document also in its tidy form. */
  async #type(): Promise<void> {
    const { page, deck } = this.#parts
    await typeEverywhere(page, '')
    const tidied = (await typeEverywhere(page, untidyNumber)).map(value => value === tidyNumber)
    const kept = [await typeEverywhere(page, marks[0]), await typeEverywhere(page, marks[1])] as const
    const keeps = kept[0].map((value, at) => value === marks[0] && kept[1][at] === marks[1])
    for (const text of deck.texts) {
      const held = await typeEverywhere(page, text)
      const isKept = (value: string, at: number): boolean =>
        bare(value) === bare(text) || (tidied[at] === true && bare(value) === normaliseDocumentNumber(text))
      const altered = held.filter((value, at) => keeps[at] && !isKept(value, at))
      if (altered.length > 0)
        this.#wrong.push(`${this.report.screen}: typed ${JSON.stringify(text)} holds ${JSON.stringify(altered)}`)
      else if (keeps.includes(true)) this.report.typed++
      await this.#isUnharmed([])
    }
  }

  async #go(to: Route): Promise<void> {
    const { page } = this.#parts
    // Chromium passes over a change of address that comes within ten seconds of two hundred others.
    const isThere = (hash: string): boolean => {
      location.hash = hash
      return location.hash === hash
    }
    await page.waitForFunction(isThere, hrefOf(to), { polling: 200 })
    this.report.visits++
  }

  async #marksShown(patienceMs: number): Promise<Shown> {
    const { page, deck } = this.#parts
    await quietPage(page)
    const fields = [...deck.fields.values()]
    const wanted = fields.map(({ mark }) => ({ text: mark, places: everyPlace }))
    const { missing } = await readScreen(page, wanted, patienceMs)
    const gone = new Set(missing.map(({ at, place }) => `${at} ${place}`))
    const shown = new Map<string, readonly Place[]>()
    for (const [at, field] of fields.entries()) {
      const places = everyPlace.filter(place => !gone.has(`${at} ${place}`))
      if (places.length > 0) shown.set(field.at, places)
    }
    for (const field of shown.keys()) this.shown.add(field)
    await this.#isUnharmed([])
    return shown
  }

  /** By number: what each button shows that the page did not. */
  async #openersShown(to: Route, whole: Shown): Promise<ReadonlyMap<number, Shown>> {
    const { page } = this.#parts
    const found = new Map<number, Shown>()
    const names = (await openersOf(page)).slice(0, mostOpeners)
    for (const [at, name] of names.entries()) {
      if (leaving.test(name)) continue
      await this.#go({ page: 'hands' })
      await this.#go(to)
      await quietPage(page)
      if (!(await open(page, at))) continue
      this.pressed++
      const shown = await this.#marksShown(0)
      const isHere = (await page.evaluate(() => location.hash)) === hrefOf(to)
      const more = new Map([...shown].filter(([field]) => !whole.has(field)))
      if (more.size > 0 && isHere) found.set(at, more)
      await this.#close()
    }
    return found
  }

  async #close(): Promise<void> {
    const { page } = this.#parts
    for (let times = 0; times < 4 && (await page.locator('[role=dialog], dialog[open]').count()) > 0; times++) {
      await page.keyboard.press('Escape')
      await quietPage(page)
    }
  }

  /** Of each record what the page showed of the one of marks. */
  async #expect(shown: Shown, records: readonly HostileRecord[]): Promise<void> {
    const wanted: (Wanted & { readonly from: string; readonly kind: Kind })[] = []
    for (const { texts, kind, nth } of records)
      for (const [field, places] of shown) {
        const text = texts.get(field)
        if (text !== undefined && nth > 0) wanted.push({ text, places, from: `${field} of ${kind} ${nth}`, kind })
      }
    const missing = await this.#isUnharmed(wanted)
    this.report.texts += wanted.length - missing.size
    for (const [at, { text }] of wanted.entries()) if (!missing.has(at)) this.report.different.add(text)
    const some: ReadonlySet<string> = new Set(this.#about.drawsSomeOf)
    for (const at of missing)
      if (!some.has(wanted[at]!.kind))
        this.#wrong.push(`${this.report.screen}: ${wanted[at]!.from} is not there: ${JSON.stringify(wanted[at]!.text)}`)
  }

  async #isUnharmed(wanted: readonly Wanted[]): Promise<ReadonlySet<number>> {
    const { page } = this.#parts
    const { missing, hasRun, foreign } = await readScreen(page, wanted)
    const { screen } = this.report
    if (hasRun) this.#wrong.push(`${screen}: something ran`)
    for (const one of foreign) this.#wrong.push(`${screen}: not ours: ${one}`)
    if ((await page.locator('#main').count()) === 0) {
      this.#wrong.push(`${screen}: the window is broken`)
      await page.reload()
      await page.locator('#main').waitFor()
      await prepareReading(page)
    }
    return new Set(missing.map(({ at }) => at))
  }
}

/** Of one page; the figure says how many there are. */
const mostTold = 20
/** Of one page; a list has one for each row. */
const mostOpeners = 40
/** What ends the sign-in or opens another window. */
const leaving = /锁定|自助机|退出|更新/
/** The second one is written in capitals where a number of a card is meant. */
const marks = ['格字', 'a'] as const
/** As somebody types it, and as a field for the number of a document writes it at once. */
const [untidyNumber, tidyNumber] = [' a', 'A']
/** A field of one line has no line ends, and the window calls every end of a line by one sign. */
const bare = (text: string): string => text.replace(/\s/gu, '')
