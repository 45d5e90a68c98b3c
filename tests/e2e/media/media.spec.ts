import { execFileSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { scanDesk } from '../../../electron/main/scans/scan-desk'
import { scanSources } from '../../../electron/main/scans/scan-sources'
import { Stick } from '../../demo/exchange/stick'
import { pressUntil } from '../../demo/hands/case'
import { lock, signIn } from '../../demo/hands/front-door'
import { findBrowser } from '../../support/browser/find-browser'
import { extractText } from '../../support/pdf/pdfium'
import { visitActs } from '../../support/workstation/visit-acts'
import { valueOf } from '../../support/workstation/test-workstation'
import { lookAt, lookAtSizes, noFindings, tellAndExpectNone } from '../look/look-at'
import { addPerson, earlyMorning, signInAs, workstationOn } from '../support/without-screen'
import { administrator, expect, test } from '../support/office-test'

test.use({ isOn: false })

const head = { name: '方静', password: '负责人自己的口令', posts: ['clerk' as const, 'head' as const] }
const hostile = '<script>document.title="executed"</script><img src=x onerror="document.title=\'executed\'">'

test('a case goes to a folder that stands for a stick, approved and unmasked; its pages open anywhere and execute nothing', async ({
  desk,
  hands,
}, info) => {
  await caseWithoutScreen(desk.userData)
  await desk.start()
  const { page } = desk
  const findings = noFindings()
  const stick = info.outputPath('stick')
  fs.mkdirSync(path.join(stick, '.part-0badcafe'), { recursive: true })
  const field = (name: string) => page.getByLabel(name, { exact: true })

  await signIn(hands, head)
  await pressUntil(hands, 'Alt+7', page.getByRole('heading', { name: '介质导出', level: 1 }))
  await field('登记编号').fill('YX-A-2026-0001')
  await expect(page.getByText('共 1 件申请。')).toBeVisible()
  await page.getByRole('radio', { name: /^不遮盖/ }).check()
  await field('事由').fill('市档案馆核对原文')
  await page.getByRole('button', { name: '批准不遮盖导出' }).click()
  await expect(page.getByText(/^方静于.*批准：市档案馆核对原文$/)).toBeVisible()
  await desk.dialogs.open([stick])
  await page.getByRole('button', { name: '选文件夹' }).click()
  await expect(page.getByRole('radio', { name: /^文件夹 / })).toBeChecked()
  await page.getByRole('button', { name: '清除' }).click()
  await expect.poll(() => fs.readdirSync(stick)).toEqual([])
  await field('介质编号').fill('JZ-01')
  await field('接收单位').fill('东江市档案馆')
  await field('领取人').fill('赵宁')
  await lookAt(page, 'media, ready', findings)
  await hands.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '已导出' })).toBeVisible({ timeout: 60_000 })
  await pressUntil(hands, 'Alt+1', page.getByRole('heading', { name: '今日', level: 1 }))
  await pressUntil(hands, 'Alt+7', page.getByRole('heading', { name: '已导出' })) // what it led to waits for whoever looked away
  await expect(page.getByRole('list', { name: '介质登记簿' }).getByText('没有回执')).toBeVisible()
  const [folder = ''] = fs.readdirSync(stick)
  expect(folder).toMatch(/^records-desk-20260908-[0-9a-f]{8}$/)
  const data = path.join(stick, folder, 'data')
  expect(fs.readdirSync(data).sort()).toEqual(['case.csv', 'index.html', 'papers', 'scans'])

  await test.step('the slip is seen and saved; the receipt that comes back is matched', async () => {
    const dialog = page.getByRole('dialog')
    await pressUntil(hands, 'Alt+J', dialog)
    await expect(dialog.getByRole('img', { name: '交接单第 1 页' })).toBeVisible({ timeout: 60_000 })
    const file = info.outputPath('slip.pdf')
    await desk.dialogs.save(file)
    await hands.press('s')
    await expect(dialog.getByText('已保存', { exact: false })).toBeVisible()
    const slip = (await extractText(new Uint8Array(fs.readFileSync(file)))).join('').replace(/\s+/gu, '')
    expect(slip).toContain('介质编号：JZ-01')
    expect(slip).toContain('不含国家秘密')
    const groups = /八组）((?:[0-9a-f]{8}){8})/u.exec(slip)?.[1] ?? ''
    await hands.press('Escape')
    await expect(dialog).toBeHidden()
    await pressUntil(hands, 'Alt+R', page.getByRole('dialog', { name: '登记回执' }))
    await field('交接单上的二维码，或校验值前两组').fill(`${groups.slice(0, 8)} ${groups.slice(8, 16)}`)
    await expect(dialog.getByText('对上 JZ-01')).toBeVisible()
    await field('接收人').fill('钱明')
    await hands.press('Control+Enter')
    await expect(page.getByText('已有回执')).toBeVisible()
  })

  await test.step('a bundle goes out under a passphrase; checked on its way back it holds nothing new', async () => {
    const passphrase = '一二三四五六七八九十一二'
    await page.getByRole('button', { name: '再导出一份' }).click()
    await page.getByRole('radio', { name: '交换包' }).check()
    await page.getByRole('radio', { name: /^用口令加密/ }).check()
    await field('口令').fill(passphrase)
    const other = new Stick()
    const choose = async () => {
      await desk.dialogs.open([other.path])
      await page.getByRole('button', { name: '选文件夹' }).click()
      await expect(page.getByRole('radio', { name: `文件夹 ${other.path}` })).toBeChecked()
    }
    await choose()
    await field('介质编号').fill('JZ-02')
    await field('接收单位').fill('乙号窗口')
    await field('领取人').fill('赵宁')
    await lookAt(page, 'bundle, ready', findings)
    // Pulled while it is written: said where the eyes are, and nothing that was typed is gone.
    const pulled = other.pulledWhileWriting()
    await hands.press('Control+Enter')
    await pulled
    const failed = page.getByRole('alert')
    await expect(failed).toBeInViewport({ ratio: 1, timeout: 60_000 })
    await expect(field('口令')).toHaveValue(passphrase)
    await expect(field('接收单位')).toHaveValue('乙号窗口')
    await lookAt(page, 'medium pulled', findings)
    other.putBack()
    expect(other.finished()).toEqual([])
    await choose()
    await expect(page.getByText('没有写完的半成品')).toBeVisible() // looked at anew: the choice of before stood there all the time
    await pressUntil(hands, 'Control+Enter', page.getByRole('heading', { name: /^(?:正在|已)导出$/ }))
    await expect(page.getByRole('heading', { name: '已导出' })).toBeVisible({ timeout: 60_000 })
    await test.step('read from a medium it has a bar, and is stopped by a key or a button; nothing stays', async () => {
      const large = new LargeFile(path.join(other.path, other.finished()[0]!, 'data'))
      await page.getByRole('button', { name: '检查' }).click()
      await expect(page.getByRole('heading', { name: /^正在检查交换包 records-desk-/ })).toBeVisible()
      await expect(page.getByText(/第 1 步，共 4 步。从介质读入：[\d,]+ MB，共 [\d,]+ MB。/)).toBeVisible()
      await expect(page.getByText('请不要拔出介质。')).toBeVisible()
      await lookAt(page, 'bundle, being checked', findings)
      await hands.press('Escape')
      await expect(page.getByText('检查已取消。')).toBeInViewport({ ratio: 1 })
      await expect(page.getByText('1 部分，61,440 MB', { exact: false })).toBeVisible()
      expect(fs.existsSync(path.join(desk.userData, 'office', 'exchange', 'sticks', 'quarantine'))).toBe(false)
      const line = page
        .getByRole('listitem')
        .filter({ hasText: /^records-desk-/ })
        .filter({ hasText: '核对' })
        .last()
      await line.getByRole('button', { name: '核对', exact: true }).click()
      await expect(line.getByRole('progressbar')).toBeVisible()
      await lookAtSizes(page, 'export, being read again', findings)
      await hands.press('Tab')
      await expect(line.getByRole('button', { name: '取消核对' })).toBeFocused()
      await hands.press('Enter')
      await expect(line.getByRole('progressbar')).toBeHidden()
      await expect(line.getByRole('button', { name: '核对', exact: true })).toBeFocused()
      large.end()
    })
    await page.getByRole('button', { name: '检查' }).click()
    const locked = page.getByRole('group', { name: '交换包的口令' })
    await locked.getByLabel('口令', { exact: true }).fill(passphrase, { timeout: 60_000 })
    await locked.getByRole('button', { name: '用口令打开' }).click()
    await expect(page.getByText('这份交换包里的内容这里都已经有了', { exact: false })).toBeVisible({ timeout: 60_000 })
    await lookAt(page, 'bundle, checked', findings)
    await page.getByRole('button', { name: '丢弃' }).click()
    await expect(page.getByRole('list', { name: '从本机导出的' })).toBeVisible()
    await lookAt(page, 'bundles that went out from here', findings)
    other.remove()
  })

  await test.step('a period, the register and the catalogue go out as lists that any program reads', async () => {
    const third = new Stick()
    for (const [mediumNo, what, found, list] of [
      ['JZ-04', '一段时间', '共 1 件申请。', 'register.csv'],
      ['JZ-05', '登记簿', '共 1 件申请。', 'register.csv'],
      ['JZ-06', '公开目录', null, 'catalogue.csv'],
    ] as const) {
      await page.getByRole('button', { name: '再导出一份' }).click()
      await page.getByRole('radio', { name: what }).check()
      if (found) await expect(page.getByText(found)).toBeVisible()
      await desk.dialogs.open([third.path])
      await page.getByRole('button', { name: '选文件夹' }).click()
      await expect(page.getByRole('radio', { name: `文件夹 ${third.path}` })).toBeChecked()
      await field('介质编号').fill(mediumNo)
      await field('接收单位').fill('东江市档案馆')
      await field('领取人').fill('赵宁')
      await pressUntil(hands, 'Control+Enter', page.getByRole('heading', { name: '已导出' }))
      expect(third.finished()).toHaveLength(1)
      const written = path.join(third.path, third.finished()[0]!, 'data')
      expect(fs.readdirSync(written).sort()).toEqual([list, 'index.html'].sort())
      const cells = fs.readFileSync(path.join(written, list), 'utf8')
      if (found) expect(cells).toContain('YX-A-2026-0001')
      fs.rmSync(path.join(third.path, third.finished()[0]!), { recursive: true })
    }
    third.remove()
  })

  await test.step('locked by hand over an export: whoever signs in next reads what became of it', async () => {
    const slow = new Stick()
    await page.getByRole('button', { name: '再导出一份' }).click()
    await page.getByRole('radio', { name: '交换包' }).check()
    await page.getByRole('radio', { name: /^不加密/ }).check()
    await desk.dialogs.open([slow.path])
    await page.getByRole('button', { name: '选文件夹' }).click()
    await expect(page.getByRole('radio', { name: `文件夹 ${slow.path}` })).toBeChecked()
    await field('介质编号').fill('JZ-03')
    await field('接收单位').fill('乙号窗口')
    await field('领取人').fill('赵宁')
    const waiting = new EndlessFile(desk.userData)
    await pressUntil(hands, 'Control+Enter', page.getByText(/正在本机打包，介质上还没有内容。估计最多 \d+ MB/))
    await expect(page.getByText('导出没有完成之前，本机不会自动锁定', { exact: false })).toBeVisible()
    await lookAt(page, 'export, running', findings)
    await lock(hands)
    waiting.end()
    await page.getByRole('radio', { name: new RegExp(head.name) }).check()
    await hands.fillNext('密码', head.password)
    await hands.press('Enter') // whoever locked comes back to the same page
    await expect(page.getByRole('heading', { name: '介质 JZ-03 的导出' })).toBeVisible()
    await expect(page.getByText('本机锁定时导出没有完成，已经停止。', { exact: false })).toBeVisible()
    await lookAt(page, 'export, stopped by the lock', findings)
    expect(fs.readdirSync(slow.path)).toEqual([])
    await page.getByRole('button', { name: '知道了' }).click()
    await expect(page.getByRole('heading', { name: '介质 JZ-03 的导出' })).toBeHidden()
    slow.remove()
  })

  await test.step('the page opens in any browser, with scripts and without, and nothing in it executes', async () => {
    const browser = await chromium.launch(await readerBrowser())
    for (const javaScriptEnabled of [true, false]) {
      const reader = await browser.newPage({ javaScriptEnabled })
      const asked: string[] = []
      reader.on('request', request => asked.push(request.url()))
      await reader.goto(pathToFileURL(path.join(data, 'index.html')).href)
      await expect(reader.getByText(hostile)).toBeVisible()
      await expect(reader).toHaveTitle('YX-A-2026-0001')
      expect(asked).toEqual([reader.url()])
      expect(await reader.locator('script, img, iframe').count()).toBe(0)
      await expect(reader.getByRole('link')).toHaveCount(2 + fs.readdirSync(path.join(data, 'papers')).length)
    }
    await browser.close()
  })
  tellAndExpectNone('media', findings)
})

/** The one scan of the office is a pipe for a while, which gives nothing until it is ended: whoever reads it waits. */
class EndlessFile {
  readonly #file: string
  readonly #aside: string

  constructor(userData: string) {
    const folder = path.join(userData, 'office', 'blobs')
    const [name = ''] = fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(one => one.endsWith('.blob'))
    this.#file = path.join(folder, name)
    this.#aside = path.join(userData, 'aside')
    fs.renameSync(this.#file, this.#aside)
    execFileSync('mkfifo', [this.#file])
  }

  end(): void {
    fs.closeSync(fs.openSync(this.#file, fs.constants.O_WRONLY | fs.constants.O_NONBLOCK))
    fs.renameSync(this.#aside, this.#file)
  }
}

/** The one part of a bundle on a medium has grown so large that nobody reads it to its end; on the disk it takes no room. */
class LargeFile {
  readonly #file: string
  readonly #bytes: number

  constructor(folder: string) {
    const [name = ''] = fs.readdirSync(folder).filter(one => one.endsWith('.rdbundle'))
    this.#file = path.join(folder, name)
    this.#bytes = fs.statSync(this.#file).size
    fs.truncateSync(this.#file, 60 * 1024 ** 3)
  }

  end(): void {
    fs.truncateSync(this.#file, this.#bytes)
  }
}

/** A request whose description would like to execute, and a head who works at the counter. */
async function caseWithoutScreen(userData: string): Promise<void> {
  const workstation = workstationOn(userData, earlyMorning)
  await signInAs(workstation, administrator)
  await addPerson(workstation, head)
  const [founding] = workstation.ledger!.actsOf('office')
  const { agencyId } = founding!.facts.find(({ type }) => type === 'agency.added@1')!.open as { agencyId: string }
  const [registered] = visitActs({ agencyId, today: '2026-09-08', requestSerial: 1, letterSerial: 1 })
  const { subject, role, facts } = registered!
  const [fact] = facts
  const personal = { ...(fact!.personal as object), description: hostile }
  valueOf(workstation.append({ subject, role, facts: [{ ...fact!, personal }] }))
  const sources = scanSources({ scanFolder: userData, newId: randomUUID, now: () => 0 })
  const scans = scanDesk({ workstation, sources, newId: randomUUID, askFiles: async () => [] })
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(5_000)])
  const order = { subject, bytes: bytes.length, kind: 'signedForm' as const, title: '申请表', isSent: true }
  const { uploadId } = valueOf(scans.begin(order))
  valueOf(scans.part(uploadId, bytes))
  valueOf(await scans.finish(uploadId))
  workstation.lock()
}

/** Whatever browser there is: the receiver has one, and not this program. */
async function readerBrowser() {
  const { executable, args, env } = await findBrowser()
  return { executablePath: executable, args: [...args], env: { ...process.env, ...env } as Record<string, string> }
}
