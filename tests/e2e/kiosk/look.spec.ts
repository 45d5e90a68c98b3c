import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { violationsOn } from '../../support/axe/violations-on'
import {
  fillShelves,
  publicTitles,
  publishFor,
  queryCode,
  registerTheirRequest,
} from '../../support/kiosk/shelved-office'
import { clippedText, sidewaysOverflow } from '../look/in-page'
import { administrator, expect, reviewer, test } from '../support/office-test'
import { earlyMorning, signInAs, workstationOn } from '../support/without-screen'
import { lookUp, readyKiosk, touch } from './kiosk-page'

test.use({ isOn: false })

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const sizes = ['标准', '大', '特大'] as const
const sized: readonly Look[] = sizes.map(size => ({ size, isHigh: false }))
const looks: readonly Look[] = [...sized, { size: '大', isHigh: true }]

interface Look {
  readonly size: string
  readonly isHigh: boolean
}

/** The longer words, where they are largest. */
const english: readonly Look[] = [{ size: 'Largest', isHigh: false }]

test('started as a kiosk alone: every screen at three sizes and in high contrast, nothing in the way of anybody @at-length', async ({
  desk,
}) => {
  const workstation = workstationOn(desk.userData, earlyMorning)
  await signInAs(workstation, administrator)
  registerTheirRequest(workstation)
  await signInAs(workstation, reviewer)
  fillShelves(workstation)
  await publishFor(workstation, desk.userData)
  workstation.lock()
  await desk.start({}, ['--kiosk'])
  const { page } = desk
  await readyKiosk(page)
  expect(desk.program.pages()).toHaveLength(1)
  const findings: string[] = []
  let screens = 0
  let axeRuns = 0
  const look = async (
    screen: string,
    shown: readonly Look[] = looks,
    { contrast = '高对比', before = () => Promise.resolve() } = {},
  ) => {
    screens++
    for (const { size, isHigh } of shown) {
      await press(page, size, true)
      await press(page, contrast, isHigh)
      await before()
      const place = `${screen}, ${size}${isHigh ? ', high contrast' : ''}`
      const enhanced = { 'color-contrast-enhanced': { enabled: true } }
      const told = await violationsOn(page, { runOnly: { type: 'tag', values: rules }, rules: enhanced })
      axeRuns++
      const over = await page.evaluate(sidewaysOverflow)
      const cut = await page.evaluate(clippedText)
      const small = await page.evaluate(smallTargets)
      findings.push(...[...told, ...cut, ...small, ...(over ? [over] : [])].map(one => `${place}: ${one}`))
      await picture(page, place)
      await page.mouse.move(5, 5) // a notice that covers the screen goes with any movement
    }
  }
  await look('home')
  await page.getByRole('textbox', { name: '要查的内容' }).fill('云溪县')
  await touch(page, '查找')
  await expect(page.getByText('找到 7 份文件，都可以在这里看和打印')).toBeVisible()
  await look('results')
  await touch(page, new RegExp(publicTitles[1]))
  await expect(page.getByRole('heading', { name: publicTitles[1] })).toBeVisible()
  await look('document')
  await touch(page, '打印')
  await expect(page.getByText(/^(已送去打印|没有可用的打印机)/)).toBeVisible()
  await look('print note', sized)
  for (const [door, heading] of [
    [/^按类别查文件/, '按类别查文件'],
    [/^查我的申请办到哪/, '查我的申请办到哪'],
    [/^写一份申请/, '写一份申请'],
    [/^怎样申请公开/, '怎样申请公开'],
  ] as const) {
    while (!(await page.getByRole('heading', { name: '您想查什么？' }).isVisible())) await touch(page, '返回')
    await touch(page, door)
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
    await look(heading)
    if (heading !== '查我的申请办到哪') continue
    await lookUp(page, queryCode)
    await expect(page.getByText('正在办理', { exact: true })).toBeVisible()
    await look('answered', sized)
  }
  await touch(page, '找工作人员')
  await look('staff')
  await touch(page, '结束查阅')
  await look('farewell')
  await touch(page, 'English')
  await expect(page.getByRole('heading', { name: 'Finished' })).toBeVisible()
  await look('farewell in English', english, { contrast: 'High contrast' })
  for (const [door, heading] of [
    [/^How far is my request/, 'How far is my request'],
    [/^Write a request/, 'Write a request'],
  ] as const) {
    while (!(await page.getByRole('heading', { name: 'What are you looking for?' }).isVisible()))
      await touch(page, 'Back')
    await touch(page, door)
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
    await look(`${heading} in English`, english, { contrast: 'High contrast' })
  }
  await touch(page, 'Back')
  await expect(page.getByRole('heading', { name: 'What are you looking for?' })).toBeVisible()
  await look('home in English', english, { contrast: 'High contrast' })
  await touch(page, '中文')
  await readyKiosk(page)
  await page.clock.install() // from here on its time is ours
  await look('left alone', sized, { before: () => leftAlone(page) })
  console.log(`kiosk: ${screens} screens, ${axeRuns} times axe, ${findings.length} findings`)
  expect(axeRuns).toBe(9 * looks.length + 3 * sized.length + 4 * english.length)
  expect(findings).toEqual([])
})

async function press(page: Page, name: string, on: boolean): Promise<void> {
  const button = page.getByRole('button', { name, exact: true })
  if ((await button.getAttribute('aria-pressed')) !== String(on)) await button.click()
  await expect(button).toHaveAttribute('aria-pressed', String(on))
}

/** Ten seconds before it clears itself: a touch, as of the next size, begins the minute anew. */
async function leftAlone(page: Page): Promise<void> {
  await page.mouse.move(3, 3) // it has been heard once the minute is counted from here
  const notice = page.getByRole('heading', { name: '还在查阅吗？' })
  await expect(notice).toBeHidden()
  await page.clock.fastForward(50_500)
  await expect(notice).toBeVisible()
}

/** Runs in the page: what a finger would miss. */
function smallTargets(): string[] {
  return [...document.querySelectorAll('button, input:not([type=radio]), textarea, .kiosk-option')]
    .map(target => ({ target, box: target.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && (box.width < 48 || box.height < 48))
    .map(({ target, box }) => `target of ${box.width}x${box.height}: ${target.textContent}`)
}

async function picture(page: Page, place: string): Promise<void> {
  const folder = process.env['LOOK_SHOTS']
  if (!folder) return
  fs.mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `kiosk-${place.replaceAll(/[ ,%/]+/g, '-')}.png`) })
}
