import {
  openRequest,
  approve,
  draftReply,
  examine,
  recordSearch,
  recordService,
  savePaper,
} from '../../demo/hands/case'
import { lock, setUpOffice, signIn, sitDown } from '../../demo/hands/front-door'
import { registerRequest } from '../../demo/hands/reception'
import type { Desk } from '../support/desk'
import { administrator, defaultStory, expect, reviewer, test } from '../support/office-test'
import { lookAt, noFindings, tellAndExpectNone, type Findings } from './look-at'

test.use({ goesOn: true })

test.describe('the door', () => {
  test.use({ machine: 'new', goesOn: false })

  test('set-up, sign-in and recovery: nothing in the way of anybody @at-length', async ({ desk, hands }, info) => {
    const findings = noFindings()
    const look = (screen: string) => lookAt(desk.page, screen, findings)
    const saveTo = (file: string) => desk.dialogs.save(file)
    const sheet = info.outputPath('sheet.pdf')
    await lookAtJoining(desk, look)
    expect(await fontsAskedFor(desk)).toEqual(['own-words-sans-400', 'own-words-sans-700', 'own-words-serif-700'])
    await setUpOffice(hands, { saveTo, sheet, shot: look, atReadBack: () => look('read back') })
    await look('today, empty')
    await lock(hands)
    await look('sign-in')
    await hands.tabTo(desk.page.getByRole('button', { name: '忘记密码，用恢复表' }))
    await hands.press('Enter')
    await expect(desk.page.getByRole('heading', { name: '用恢复表重设密码' })).toBeVisible()
    await look('recovery')
    finish(desk, 'the door', findings)
  })
})

/** What the window says by itself is in three files; a slice would be for what somebody typed. */
const fontsAskedFor = async ({ page }: Desk): Promise<string[]> => {
  const addresses = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  const fonts = addresses.filter(address => address.endsWith('.woff2'))
  return fonts.map(address => /\/([a-z0-9-]+)-[^/]{8}\.woff2$/.exec(address)?.[1] ?? address).sort()
}

/** The other way at the first start: to an office that stands already. */
async function lookAtJoining({ page }: Desk, look: (screen: string) => Promise<void>): Promise<void> {
  const join = page.getByRole('button', { name: '加入已有的办公室' })
  await expect(join).toBeVisible({ timeout: 60_000 })
  await join.click()
  await expect(page.getByRole('heading', { name: '加入已有的办公室', level: 1 })).toBeVisible()
  await expect(page.getByRole('textbox', { name: '加入码' })).toBeVisible()
  await look('joining, by the network')
  await page.getByRole('radio', { name: '用 U 盘带文件' }).check()
  await expect(page.getByRole('button', { name: '写加入申请' })).toBeVisible()
  await look('joining, by a stick')
  await page.getByRole('button', { name: '返回设立' }).click()
  await page.mouse.move(0, 0) // left where it is, it would open a hint of what comes to lie under it
  await expect(join).toBeVisible()
}

test('every desk and dialog of the visit: nothing in the way of anybody', async ({ desk, hands }, info) => {
  test.setTimeout(300_000) // 72 looks of axe on a busy machine
  const findings = noFindings()
  const look = (screen: string) => lookAt(desk.page, screen, findings)
  await signIn(hands, administrator)
  await look('today, empty')
  await hands.press('Alt+9')
  await expect(desk.page.getByRole('table')).toBeVisible()
  await look('people')
  await openAndClose(desk, { button: /^添加人员/, look: () => look('add person') })
  const requestNo = await registerRequest(hands, defaultStory.applicant, look)
  await expect(desk.page.getByRole('dialog').getByRole('img').first()).toBeVisible()
  await look('receipt')
  await hands.press('Escape')
  await expect(desk.page.getByRole('dialog')).toBeHidden()
  await look('case, registered')
  await examine(hands, look)
  await recordSearch(hands, defaultStory.search, look)
  await draftReply(hands, defaultStory, look)
  await look('case, submitted')
  await lock(hands)
  await signIn(hands, reviewer)
  await look('today, reviewer')
  await openRequest(hands, requestNo)
  await approve(hands, look)
  await lock(hands)
  await signIn(hands, administrator)
  await openRequest(hands, requestNo)
  const saveTo = (file: string) => desk.dialogs.save(file)
  await openAndClose(desk, { button: /^答复书/, look: () => look('paper') })
  await savePaper(hands, { name: /^答复书/, file: info.outputPath('reply.pdf'), saveTo })
  await recordService(hands, look)
  await hands.press('Alt+3')
  await expect(desk.page.getByRole('heading', { name: '办件', level: 1 })).toBeVisible()
  await look('list')
  finish(desk, 'the desks of the visit', findings)
})

test('in English too: chosen in the top bar, kept for the next start, nothing in the way of anybody @at-length', async ({
  desk,
  hands,
}) => {
  const findings = noFindings()
  await sitDown(hands, administrator)
  await hands.tabTo(desk.page.getByRole('button', { name: 'EN', exact: true }))
  await hands.press('Enter')
  const shows = (title: string) => expect(desk.page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
  for (const [keys, title] of [
    ['Alt+1', 'Today'],
    ['F2', 'Register a request'],
    ['Alt+3', 'Requests'],
    ['Alt+h', 'Hand-over'],
    ['Alt+9', 'People'],
  ] as const) {
    await hands.press(keys)
    await shows(title)
    await lookAt(desk.page, title, findings)
  }
  expect(await desk.page.evaluate(() => document.documentElement.lang)).toBe('en')
  await desk.restart()
  await expect(desk.page.getByRole('heading', { name: 'Who is at the window' })).toBeVisible()
  await lookAt(desk.page, 'sign-in', findings)
  finish(desk, 'English', findings)
})

test.describe('the judging itself', () => {
  test.use({ machine: 'new', goesOn: false })

  test('a nameless button, pale words, a wide sheet and a style attribute are found', async ({ desk }) => {
    const findings = noFindings()
    await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible()
    await desk.page.evaluate(() => {
      const pale = Object.assign(document.createElement('p'), { textContent: '看不清的字' })
      const sheet = document.createElement('div')
      sheet.style.width = '2000px'
      const half = Object.assign(document.createElement('p'), { textContent: '切掉一半的字' })
      Object.assign(half.style, { height: '8px', overflow: 'hidden' })
      const grey = Object.assign(document.createElement('p'), { textContent: '灰色的字' })
      grey.style.color = '#666' // 5.7:1: enough for most, too little in high contrast
      sheet.append(document.createElement('button'), pale, half, grey)
      document.querySelector('main')!.append(sheet)
      pale.setAttribute('style', 'color: #ddd') // refused, and told
      pale.style.color = '#ddd'
    })
    await lookAt(desk.page, 'planted', findings)
    expect(findings.violations.join()).toMatch(/button-name/)
    expect(findings.violations.join()).toMatch(/color-contrast/)
    expect(findings.overflows).toHaveLength(5)
    expect(findings.clipped.join()).toContain('切掉一半的字')
    expect(findings.violations.filter(one => /high contrast: color-contrast-enhanced/.test(one))).toHaveLength(1)
    expect(() => tellAndExpectNone('planted', findings)).toThrow()
    expect(() => tellAndExpectNone('nothing looked at', noFindings())).toThrow(/screens looked at/)
    await expect.poll(() => refusalsOn(desk)).not.toHaveLength(0)
    desk.complaints.length = 0 // planted here, not said by the program
  })
})

async function openAndClose({ page, hands }: Desk, { button, look }: { button: RegExp; look: () => Promise<void> }) {
  await hands.tabTo(page.getByRole('button', { name: button }))
  await hands.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await look()
  await hands.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
}

function finish(desk: Desk, what: string, findings: Findings): void {
  console.log(`${what}: ${refusalsOn(desk).length} refusals of the content security policy`)
  expect(refusalsOn(desk)).toEqual([])
  tellAndExpectNone(what, findings)
}

const refusalsOn = ({ complaints }: Desk): string[] => complaints.filter(one => /content (security )?policy/i.test(one))
