import type { Page } from '@playwright/test'

/** Where a text can stand: as words, as what a field holds, as the name or hint of something. */
export type Place = 'words' | 'value' | 'name'

export interface Wanted {
  readonly text: string
  readonly places: readonly Place[]
}

export interface ScreenRead {
  /** Numbers of what was wanted and is not there, by place. */
  readonly missing: readonly { readonly at: number; readonly place: Place }[]
  readonly hasRun: boolean
  /** Elements and attributes that no page of ours has. */
  readonly foreign: readonly string[]
}

/** Once: what the reading needs in the window. Survives every change of the page, not a reload. */
export async function prepareReading(page: Page): Promise<void> {
  await page.evaluate('globalThis.__name = named => named') // the compiler's marks on nested functions
  await page.evaluate(installReader)
}

/** Looks until all of it is there, at most so long. Half characters cross too: texts travel as escaped JSON. */
export function readScreen(page: Page, wanted: readonly Wanted[], patienceMs = 4_000): Promise<ScreenRead> {
  return page.evaluate(
    ([json, patience]) =>
      (globalThis as unknown as { reader: Reader }).reader.read(JSON.parse(json) as never, patience),
    [JSON.stringify(wanted), patienceMs] as const,
  )
}

/** Until the page has not changed for a moment. */
export const quietPage = (page: Page): Promise<void> =>
  page.evaluate(() => (globalThis as unknown as { reader: Reader }).reader.quiet())

/** Names of everything on the page that opens something, in its order. */
export const openersOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { reader: Reader }).reader.openers())

/** Presses one of them by its number; false where there is none. */
export const open = (page: Page, at: number): Promise<boolean> =>
  page.evaluate(nth => (globalThis as unknown as { reader: Reader }).reader.open(nth), at)

/** Types a text into every text field of the page at once and says what each holds then. */
export const typeEverywhere = (page: Page, text: string, where = '#main'): Promise<string[]> =>
  page
    .evaluate(
      ([json, place]) => (globalThis as unknown as { reader: Reader }).reader.type(JSON.parse(json) as string, place),
      [JSON.stringify(text), where] as const,
    )
    .then(json => (JSON.parse(json) as Typed[]).map(({ held }) => held))

export interface Typed {
  /** As much of the text as a keyboard brings in. */
  readonly said: string
  readonly held: string
}

/** The same within the length that each field has, which no keyboard and no paste goes beyond. */
export const typeWithin = (page: Page, text: string, where: string): Promise<Typed[]> =>
  page
    .evaluate(
      ([json, place]) =>
        (globalThis as unknown as { reader: Reader }).reader.type(JSON.parse(json) as string, place, true),
      [JSON.stringify(text), where] as const,
    )
    .then(json => JSON.parse(json) as Typed[])

interface Reader {
  type(text: string, where: string, isWithin?: boolean): Promise<string>
  openers(): string[]
  open(at: number): boolean
  read(wanted: readonly Wanted[], patienceMs: number): Promise<ScreenRead>
  quiet(): Promise<void>
}

/** Runs in the page. */
function installReader(): void {
  const bare = (text: string): string => text.replace(/\s/gu, '')
  const attributes = ['aria-label', 'title', 'alt', 'placeholder', 'aria-description']
  const held = (): Record<Place, string> => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')]
    const named = [...document.querySelectorAll(attributes.map(name => `[${name}]`).join())]
    return {
      words: bare(document.body.textContent),
      value: bare(fields.map(field => field.value).join('\n')),
      name: bare(named.flatMap(one => attributes.map(name => one.getAttribute(name) ?? '')).join('\n')),
    }
  }
  const foreignOf = (): string[] => {
    const found = document.querySelectorAll(
      'body script, iframe, object, embed, base, math, marquee, meta[http-equiv="refresh"], form[action], [srcdoc]',
    )
    const handlers = [...document.querySelectorAll('*')].filter(one =>
      one.getAttributeNames().some(name => name.startsWith('on')),
    )
    const links = [...document.querySelectorAll('[href], [src]')].filter(one =>
      /^\s*(?:javascript|vbscript|data:text)/iu.test(one.getAttribute('href') ?? one.getAttribute('src') ?? ''),
    )
    return [...found, ...handlers, ...links].map(one => one.outerHTML.slice(0, 120))
  }
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
  /** Lists draw only the rows in sight, so they are read from top to end. */
  const scrolled = (): Element[] =>
    [document.scrollingElement!, ...document.querySelectorAll('#main, #main *, [role=dialog] *')].filter(
      one => one.scrollHeight > one.clientHeight + 4 && /auto|scroll/u.test(getComputedStyle(one).overflowY),
    )
  const missingOf = (wanted: readonly Wanted[]): { at: number; place: Place }[] => {
    const whole = held()
    return wanted.flatMap(({ text, places }, at) =>
      places.filter(place => !whole[place].includes(bare(text))).map(place => ({ at, place })),
    )
  }
  const stillMissing = (wanted: readonly Wanted[], left: { at: number; place: Place }[]) => {
    const whole = held()
    return left.filter(({ at, place }) => !whole[place].includes(bare(wanted[at]!.text)))
  }
  const openers = () => [
    ...document.querySelectorAll<HTMLElement>(
      '#main button:not([disabled], [aria-disabled=true]), #main summary, #main [role=tab][aria-selected=false]',
    ),
  ]
  const reader: Reader = {
    async type(text, where, isWithin = false) {
      const kinds = ['[type=text]', '[type=search]', '[type=tel]', '[type=email]', ':not([type])']
      const free = ':not([readonly], :disabled)'
      const places = [...kinds.map(kind => `${where} input${kind}${free}`), `${where} textarea${free}`].join()
      const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(places)]
      const said = fields.map(({ maxLength }) => (isWithin && maxLength >= 0 ? text.slice(0, maxLength) : text))
      for (const [at, field] of fields.entries()) {
        const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
        Object.getOwnPropertyDescriptor(prototype, 'value')!.set!.call(field, said[at])
        field.dispatchEvent(new Event('input', { bubbles: true }))
      }
      await frame()
      await frame()
      return JSON.stringify(fields.map(({ value: held }, at) => ({ said: said[at], held })))
    },
    openers: () => openers().map(one => one.textContent.trim()),
    open(at) {
      const found = openers()[at]
      found?.click()
      return found !== undefined
    },
    async quiet() {
      let changedAt = performance.now()
      const began = changedAt
      const watch = new MutationObserver(() => (changedAt = performance.now()))
      watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
      while (performance.now() - changedAt < 90 && performance.now() - began < 3_000) await frame()
      watch.disconnect()
    },
    async read(wanted, patienceMs) {
      const begun = performance.now()
      const end = begun + patienceMs
      // Of a page with hundreds of parts that scroll not all are gone through: what was not come to counts as not there.
      const isOver = (): boolean => performance.now() > begun + Math.max(8_000, 15 * patienceMs)
      let missing = missingOf(wanted)
      while (missing.length > 0 && performance.now() < end) {
        await frame()
        missing = stillMissing(wanted, missing)
        if (missing.length === 0) break
        for (const one of scrolled()) {
          if (isOver()) break
          const from = one.scrollTop
          for (
            let top = 0;
            missing.length > 0 && top < one.scrollHeight && !isOver();
            top += Math.max(200, one.clientHeight * 0.7)
          ) {
            one.scrollTop = top
            await frame()
            await frame()
            missing = stillMissing(wanted, missing)
          }
          one.scrollTop = from
        }
      }
      return { missing, hasRun: 'hit' in globalThis, foreign: foreignOf() }
    },
  }
  Object.assign(globalThis, { reader })
}
