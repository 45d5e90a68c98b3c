import fs from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { violationsOn } from '../../support/axe/violations-on'
import { clippedText, press, sidewaysOverflow, standing } from './in-page'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface Look {
  readonly name: string
  readonly isLarge?: boolean
  readonly isHigh?: boolean
  /** Of the old office screen; 683 is the same at 200 %. */
  readonly width: 1366 | 683
  /** False: looked at for what is too wide or cut only. */
  readonly axe: boolean
}

/** One open screen as five people see it. The last one is how it was found. */
const looks: readonly Look[] = [
  { name: '200 %', width: 683, axe: true },
  { name: '200 %, large', width: 683, isLarge: true, axe: false },
  { name: 'large', width: 1366, isLarge: true, axe: true },
  { name: 'high contrast', width: 1366, isHigh: true, axe: true },
  { name: 'standard', width: 1366, axe: true },
]

/** For what stands on screens that are looked at in every look: three sizes of its text. */
const threeSizes = looks.filter(({ name }) => ['200 %', 'large', 'standard'].includes(name))

export interface Findings {
  readonly screens: Set<string>
  axeRuns: number
  /** So many times it was to be asked. */
  axeWanted: number
  /** One line a rule, screen and look, with the places. */
  readonly violations: string[]
  readonly overflows: string[]
  readonly clipped: string[]
}

export const noFindings = (): Findings => ({
  screens: new Set(),
  axeRuns: 0,
  axeWanted: 0,
  violations: [],
  overflows: [],
  clipped: [],
})

/**
 * Judges what is on screen now at three text sizes and in high contrast: axe, sideways overflow, text that is cut.
 * The screen stays open; only the looks change. Findings are kept, so that all are told. `LOOK_SHOTS` names a folder
 * for pictures of it all.
 */
export async function lookAt(page: Page, screen: string, findings: Findings): Promise<void> {
  await lookIn(looks, { page, screen, findings })
}

/** The same without high contrast and the largest of all. */
export async function lookAtSizes(page: Page, screen: string, findings: Findings): Promise<void> {
  await lookIn(threeSizes, { page, screen, findings })
}

interface Looked {
  readonly page: Page
  readonly screen: string
  readonly findings: Findings
}

async function lookIn(shown: readonly Look[], { page, screen, findings }: Looked): Promise<void> {
  expect(findings.screens, 'a screen has a name of its own').not.toContain(screen)
  findings.screens.add(screen)
  findings.axeWanted += shown.filter(({ axe }) => axe).length
  for (const look of shown) {
    await putOn(page, look)
    const place = `${screen}, ${look.name}`
    const over = await page.evaluate(sidewaysOverflow)
    if (over) findings.overflows.push(`${place}: ${over}`)
    findings.clipped.push(...(await page.evaluate(clippedText)).map(text => `${place}: ${text}`))
    if (look.axe) await judge(page, { place, isHigh: look.isHigh ?? false }, findings)
    await picture(page, place)
  }
}

/** Milliseconds. A look stands after a few frames; asked at the runner's own pace, the waiting was most of it. */
const intervals = [20, 20, 40, 80, 160]

async function putOn(page: Page, { width, isLarge = false, isHigh = false }: Look): Promise<void> {
  const size = { width, height: width === 683 ? 384 : 768 }
  const shown = page.viewportSize()
  if (shown?.width !== size.width || shown.height !== size.height) await page.setViewportSize(size)
  const switches = [
    { names: ['大字', 'Large type'], on: isLarge },
    { names: ['高对比', 'High contrast'], on: isHigh },
  ]
  await page.evaluate(press, switches)
  const stands = { width, wrong: [], moving: 0 }
  await expect.poll(() => page.evaluate(standing, switches), { intervals }).toEqual(stands)
}

/** 7:1 is what high contrast is for. */
async function judge(page: Page, { place, isHigh }: { place: string; isHigh: boolean }, findings: Findings) {
  findings.axeRuns++
  const runOnly = { type: 'tag', values: rules } as const
  const violations = await violationsOn(page, { runOnly, rules: { 'color-contrast-enhanced': { enabled: isHigh } } })
  findings.violations.push(...violations.map(violation => `${place}: ${violation}`))
}

async function picture(page: Page, place: string): Promise<void> {
  const folder = process.env['LOOK_SHOTS']
  if (!folder) return
  fs.mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${place.replaceAll(/[ ,%/]+/g, '-')}.png`) })
}

/** Fails where nothing was looked at as well as where something was found. */
export function tellAndExpectNone(what: string, findings: Findings): void {
  const { screens, axeRuns, axeWanted, violations, overflows, clipped } = findings
  console.log(
    `${what}: ${screens.size} screens, ${axeRuns} times axe: ${violations.length} violations; ` +
      `${overflows.length} too wide, ${clipped.length} cut`,
  )
  expect(screens.size, 'screens looked at').toBeGreaterThan(0)
  expect(axeRuns, 'times axe was asked').toBe(axeWanted)
  expect(violations, 'axe').toEqual([])
  expect(overflows, 'sideways overflow').toEqual([])
  expect(clipped, 'cut text').toEqual([])
}
