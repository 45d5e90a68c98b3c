import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { digitsOfSlip, readSlip } from '#shared/application/kiosk/application-slip'
import { pressUntil } from '../../demo/hands/case'
import { signIn } from '../../demo/hands/front-door'
import { openSettings } from '../../demo/hands/settings-pages'
import { scanFolder } from '../../support/at-rest/scan-folder'
import { traceFinder, type Secret } from '../../support/at-rest/traces'
import {
  applicant,
  closedTitles,
  fillShelves,
  otherCode,
  publicTitles,
  queryCode,
  registerTheirRequest,
} from '../../support/kiosk/shelved-office'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import type { Desk } from '../support/desk'
import { administrator, expect, reviewer, test } from '../support/office-test'
import { earlyMorning, signInAs, workstationOn } from '../support/without-screen'
import { kioskPage, lookUp, readyKiosk, touch, touchKeys } from './kiosk-page'
import { printedCode } from './printed-code'

test.use({ isOn: false })

const visitor = { name: '欧阳䶮', phone: '13800000377', description: '枫林路改造的环评批复' }
const canary = '金丝雀七三〇一'

test('a visitor searches by first letters, reads, looks a request up, applies and is forgotten; nobody gets out', async ({
  desk,
  hands,
}) => {
  const workstation = workstationOn(desk.userData, earlyMorning)
  await signInAs(workstation, administrator)
  const { requestNo } = registerTheirRequest(workstation)
  await signInAs(workstation, reviewer)
  fillShelves(workstation)
  workstation.lock()
  await desk.start()
  await signIn(hands, administrator)
  await openSettings(hands)
  await hands.fillNext('无人操作多少秒后清除', '10')
  await hands.press('Enter')
  await hands.tabTo(desk.page.getByRole('button', { name: '打开自助机' }))
  await hands.press('Enter')
  const page = await kioskPage(desk)
  await expect(page.getByText(`目录中有 ${publicTitles.length} 份公开文件`)).toBeVisible()
  await expect(
    desk.page.getByText(`公布的目录：${publicTitles.length} 份文件，1 条办理进度`, { exact: false }),
  ).toBeVisible()

  let slip = digitsOfSlip({ ...visitor, postalAddress: '', email: '', medium: 'paper', route: 'collect' })

  await test.step('searches by first letters, and reads', async () => {
    await touchKeys(page, 'DBBZ')
    await touch(page, '查找')
    await expect(page.getByText('找到 1 份文件，都可以在这里看和打印')).toBeVisible()
    await touch(page, new RegExp(publicTitles[0]))
    await expect(page.getByRole('heading', { name: publicTitles[0] })).toBeVisible()
    await expect(page.getByText('经县人民政府同意', { exact: false }).first()).toBeVisible()
    await expect(page.getByRole('button', { name: '朗读', exact: true })).toHaveCount(
      (await readsChinese(page)) ? 1 : 0,
    )
    await touch(page, '打印')
    await expect(page.getByText(await printerOf(desk, '已送去打印，共 1 页。请在打印机处取纸。'))).toBeVisible()
  })

  await test.step('what is not public is not there', async () => {
    await touch(page, '返回')
    for (const title of closedTitles) {
      await page.getByRole('textbox', { name: '要查的内容' }).fill(title)
      await page.getByRole('textbox', { name: '要查的内容' }).press('Enter')
      await expect(page.getByText(`没有找到“${title}”。`)).toBeVisible()
    }
  })

  await test.step('looks a request up', async () => {
    await touch(page, '返回')
    await touch(page, /^查我的申请办到哪/)
    await lookUp(page, otherCode)
    await expect(page.getByText('还可以再试 4 次', { exact: false })).toBeVisible()
    await lookUp(page, queryCode)
    await expect(page.getByText('正在办理', { exact: true })).toBeVisible()
    await expect(page.getByText('这一步的日期：2026年9月8日')).toBeVisible()
    await page.getByRole('textbox', { name: '查询码' }).focus()
    await touch(page, '退格')
    await expect(page.getByText('正在办理', { exact: true })).toBeHidden() // not beside another code
  })

  await test.step('five wrong tries, and a new page begins no new count', async () => {
    // The first one was wrong above; a right one in between gave nothing back.
    for (const tries of [3, 2, 1]) {
      await lookUp(page, otherCode)
      await expect(page.getByText(`还可以再试 ${tries} 次`, { exact: false })).toBeVisible()
    }
    await lookUp(page, otherCode)
    await expect(page.getByText('5 分钟后可以再查', { exact: false })).toBeVisible()
    await page.reload()
    await readyKiosk(page)
    await touch(page, /^查我的申请办到哪/)
    await lookUp(page, queryCode)
    await expect(page.getByText('5 分钟后可以再查', { exact: false })).toBeVisible()
  })

  await test.step('writes an application that prints with its code', async () => {
    await touch(page, '返回')
    await touch(page, /^写一份申请/)
    await page.getByRole('textbox', { name: '姓名' }).fill(visitor.name)
    await touch(page, '打印申请表')
    await expect(page.getByText('请先填写：联系电话、需要的信息', { exact: false })).toBeVisible()
    await page.getByRole('textbox', { name: '联系电话' }).fill(visitor.phone)
    await page.getByRole('textbox', { name: /^需要的信息/ }).fill(visitor.description)
    await touch(page, '打印申请表')
    await expect(page.getByText(await printerOf(desk, '申请表已送去打印', { isWhole: false }))).toBeVisible()
    if (desk.program.kind !== 'stand-in') return // its paper is paper
    slip = await printedCode(path.join(desk.userData, 'printed'))
    expect(readSlip(slip)).toMatchObject({ ok: true, value: visitor })
  })

  await test.step('no way out', () => tryToLeave(desk, page))

  await test.step('says how it was, and everything is gone', async () => {
    await touch(page, '结束查阅')
    await page.getByRole('button', { name: '满意', exact: true }).dblclick({ delay: 20 })
    await readyKiosk(page)
    const counted = JSON.parse(fs.readFileSync(path.join(desk.userData, 'kiosk', 'answers.json'), 'utf8')) as object
    expect(counted).toMatchObject({ days: [{ satisfied: 1, fair: 0, dissatisfied: 0 }] })
    await touch(page, /^写一份申请/)
    await expect(page.getByRole('textbox', { name: '姓名' })).toHaveValue('')
  })

  await test.step('left alone, it says so and clears itself', async () => {
    await page.getByRole('textbox', { name: '姓名' }).fill(visitor.name)
    const still = page.getByRole('heading', { name: '还在查阅吗？' })
    await expect(still).toBeVisible({ timeout: 20_000 })
    await expect(still).toHaveCSS('font-size', /^(?:2[2-9]|[3-9]\d)/)
    await readyKiosk(page)
  })

  await plant(page)
  await test.step('the staff leaves by password', async () => {
    await touch(page, '找工作人员')
    await page.getByLabel('工作人员口令').fill('不是这个口令')
    await touch(page, '退出')
    await expect(page.getByText('口令不对。')).toBeVisible()
    await page.getByLabel('工作人员口令').fill(reviewer.password)
    await touch(page, '退出')
    await expect.poll(() => desk.program.pages().length).toBe(1)
    await expect(desk.page.getByText('自助机没有打开')).toBeVisible()
  })
  await test.step('what was not found there is on the list of unmet demand', async () => {
    await pressUntil(hands, 'F6', desk.page.getByRole('heading', { name: '检索', level: 1 }))
    await pressUntil(hands, 'Alt+u', desk.page.getByRole('heading', { name: '未满足的需求', level: 1 }))
    for (const title of closedTitles)
      await expect(desk.page.getByRole('row', { name: new RegExp(title) })).toContainText('1（自助机 1）')
  })
  const findings = noFindings()
  await test.step('the clerk scans the paper; what is no slip is refused', async () => {
    await hands.press('Alt+2')
    await expect(desk.page.getByRole('textbox', { name: /^姓名/ })).toBeVisible()
    await hands.press('Alt+k')
    const line = desk.page.getByRole('textbox', { name: '申请表上的编码' })
    await expect(line).toBeFocused()
    await lookAt(desk.page, 'scan a kiosk form', findings)
    tellAndExpectNone('slip', findings)
    await expect(line).toBeFocused()
    await desk.page.keyboard.insertText('https://example.com/q?1')
    await hands.press('Enter')
    await expect(desk.page.getByText('这不是自助机打印的申请表编码', { exact: false })).toBeVisible()
    await expect(line).toHaveValue('')
    await desk.page.keyboard.insertText(slip)
    await hands.press('Enter')
    await expect(desk.page.getByRole('textbox', { name: /^姓名/ })).toHaveValue(visitor.name)
    await expect(desk.page.getByText(visitor.description)).toBeVisible()
  })
  await desk.close()
  expectNobodyIn(desk.userData, requestNo)
})

/** Whether the machine has a voice of its own for it: the runners have none. */
const readsChinese = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    speechSynthesis.getVoices().some(({ lang, localService }) => /^(zh|cmn)\b/i.test(lang) && localService),
  )

/** A machine without a printer says so. The stand-in has one. */
async function printerOf(desk: Desk, printed: string, { isWhole = true } = {}): Promise<string | RegExp> {
  const printers = await desk.program.evaluate(
    async ({ BrowserWindow }) => (await BrowserWindow.getAllWindows()[0]!.webContents.getPrintersAsync()).length,
  )
  if (printers === 0) return '没有可用的打印机。请告诉工作人员。'
  return isWhole ? printed : new RegExp(`^${printed}`)
}

/** What the kiosk's preload gives its page. */
interface KioskPage {
  readonly recordsKiosk: { invoke(name: string, input: unknown): Promise<unknown> }
}

async function tryToLeave(desk: Desk, page: Page): Promise<void> {
  const address = page.url()
  // Electron makes no window that is denied. The stand-in shuts one that Chromium has made, and the test runner, which is
  // attached to it too, may wake it first: until the test lets go, its first request is failed here and not on its way.
  const ofDenied = 'http://window.example/**'
  await page.context().route(ofDenied, route => route.abort())
  const refusals = await page.evaluate(async () => {
    window.open('http://window.example/')
    location.href = 'http://page.example/'
    const asked = (name: string) =>
      (window as unknown as KioskPage).recordsKiosk.invoke(name, undefined).then(
        () => 'answered',
        (error: Error) => error.message,
      )
    return { current: await asked('session:current'), lock: await asked('vault:lock'), desk: 'recordsDesk' in window }
  })
  expect(refusals).toEqual({ current: 'no such call', lock: 'no such call', desk: false })
  await desk.program.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter(window => window.isKiosk())
      .forEach(window => window.close()),
  )
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: '打印申请表' })).toBeVisible()
  expect(page.url()).toBe(address)
  expect(desk.program.pages()).toHaveLength(2)
  expect(await desk.reachedFor()).toEqual([])
  await page.context().unroute(ofDenied)
}

/** In the kiosk's own database, as if it had kept a visitor. */
const plant = (page: Page): Promise<void> =>
  page.evaluate(async text => {
    const asked = indexedDB.open('planted', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore('rows')
    await new Promise(resolve => (asked.onsuccess = resolve))
    const change = asked.result.transaction('rows', 'readwrite', { durability: 'strict' })
    change.objectStore('rows').put(text, 1)
    await new Promise(resolve => (change.oncomplete = resolve))
    asked.result.close()
  }, canary)

/** The whole profile and the whole edition, byte for byte and opened. */
function expectNobodyIn(userData: string, requestNo: string): void {
  const people = { ...applicant, requestNo, queryCode }
  const secrets: Secret[] = [
    ...Object.entries(people).map(([what, text]) => ({ what: `${what} of the applicant`, text })),
    ...Object.entries(visitor).map(([what, text]) => ({ what: `${what} of the visitor`, text })),
    ...[administrator, reviewer].map(({ name }) => ({ what: 'name of the staff', text: name })),
    ...closedTitles.map(text => ({ what: 'title of a document that is not public', text })),
    { what: 'canary', text: canary },
    { what: 'public', text: publicTitles[1] },
  ]
  const finder = traceFinder(secrets)
  const folders = [path.join(userData, 'Partitions', 'kiosk'), path.join(userData, 'kiosk')]
  const scans = folders.map(folder => scanFolder(folder, finder, []))
  const files = scans.reduce((sum, scan) => sum + scan.files, 0)
  const found = scans.flatMap(({ traces }) => traces)
  console.log(`kiosk's profile: ${files} files, ${secrets.length} secrets, ${found.length} traces`)
  expect(files, 'files looked at').toBeGreaterThan(20)
  expect(fs.readdirSync(folders[1]!)).toContain('edition')
  expect(new Set(found.map(({ what }) => what))).toEqual(new Set(['canary', 'public']))
}
