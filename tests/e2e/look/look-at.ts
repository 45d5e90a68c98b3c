import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The old office screen, and the same screen at 200 %. */
const sizes = [
  { width: 1366, height: 768 },
  { width: 683, height: 384 },
] as const

export interface Findings {
  looks: number
  /** One line a rule and screen, with the places. */
  readonly violations: string[]
  readonly overflows: string[]
}

export const noFindings = (): Findings => ({ looks: 0, violations: [], overflows: [] })

/** Judges what is on screen now: axe once, sideways overflow on both screens. Findings are kept, so that all are told. */
export async function lookAt(page: Page, screen: string, findings: Findings): Promise<void> {
  findings.looks++
  for (const size of [...sizes].reverse()) {
    await page.setViewportSize(size)
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(size.width)
    const over = await page.evaluate(sidewaysOverflow)
    if (over) findings.overflows.push(`${screen} at ${size.width}: ${over}`)
  }
  // Legacy mode: the other one opens a page of its own, which the program's window policy shuts at once.
  const { violations } = await new AxeBuilder({ page })
    .withTags(rules)
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze()
  for (const { id, nodes } of violations) {
    const places = nodes.map(
      ({ target, failureSummary }) => `${target.join(' ')} [${failureSummary?.split('\n')[1]?.trim()}]`,
    )
    findings.violations.push(`${screen}: ${id}: ${places.join(', ')}`)
  }
}

/** Runs in the page: what is wider than its place, be it the document, a dialog or a part that scrolls sideways. */
function sidewaysOverflow(): string | null {
  const sideways = [document.documentElement, ...document.querySelectorAll('body *:not(textarea, input)')].filter(
    each => {
      const scrolls = each === document.documentElement || /auto|scroll/.test(getComputedStyle(each).overflowX)
      return scrolls && each.scrollWidth > each.clientWidth + 1
    },
  )
  const outside = [...document.querySelectorAll('[role=dialog]')].filter(dialog => {
    const { left, right } = dialog.getBoundingClientRect()
    return left < -0.5 || right > innerWidth + 0.5
  })
  if (sideways.length === 0 && outside.length === 0) return null
  const named = (each: Element) => `${each.tagName.toLowerCase()}.${each.getAttribute('class') ?? ''}`
  const wide = sideways.map(each => {
    const edge = each.getBoundingClientRect().left + each.clientWidth
    const culprits = [...each.querySelectorAll('*')].filter(part => part.getBoundingClientRect().right > edge + 0.5)
    return `${named(each)} ${each.scrollWidth}/${each.clientWidth} by ${culprits.slice(0, 3).map(named).join(', ')}`
  })
  return [...wide, ...outside.map(dialog => `outside: ${named(dialog)}`)].join('; ')
}

export function tellAndExpectNone(what: string, { looks, violations, overflows }: Findings): void {
  console.log(
    `${what}: ${looks} screens judged, ${violations.length} axe violations, ${overflows.length} overflows on ${looks * sizes.length} sizes`,
  )
  expect(violations, 'axe').toEqual([])
  expect(overflows, 'sideways overflow').toEqual([])
}
