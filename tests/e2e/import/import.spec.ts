import fs from 'node:fs'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import type { PlainFact } from '#shared/ledger/act'
import { lock, signIn, sitDown } from '../../demo/hands/front-door'
import {
  chooseRegister,
  openWaiting,
  rowOf,
  seePreview,
  sendForSignature,
  toImport,
} from '../../demo/hands/import-pages'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import type { Desk } from '../support/desk'
import { actsWritten } from '../support/facts-written'
import { administrator, expect, reviewer, test } from '../support/office-test'
import { workbookWords } from '../../support/registers/workbook-words'
import { paperCases, writeRegister, type PaperCase } from '../../support/registers/old-register'

const cases = paperCases(60)
const mangled = ['云信公〔2026〕901号', '2026-09-01', '钱旧簿', 110101190001010014, '供水预算', '办理中', '', '否', '']
const closed = ['云信公〔2026〕902号', '2026-09-01', '孙旧簿', '', '供水预算', '已办结', '', '否', '']
const otherDue = ['云信公〔2026〕903号', '2026-09-01', '郑旧簿', '', '供水预算', '办理中', '', '否', '2026-09-30']

test.use({ goesOn: true })

test('what was prepared is discarded until somebody signs, and nothing of it was written', async ({
  desk,
  hands,
}, info) => {
  const { page } = desk
  const file = info.outputPath('旧登记簿.xlsx')
  await writeRegister(file, cases.slice(0, 3))
  await sitDown(hands, administrator)
  await prepare(desk, file)
  await hands.press('Alt+d')
  await expect(page.getByRole('dialog', { name: '撤销这一批' })).toBeVisible()
  await hands.tabTo(page.getByRole('button', { name: '撤销', exact: true }))
  await hands.press('Enter')
  await expect(page.getByRole('heading', { name: '还没有导入过旧登记簿' })).toBeVisible()
  const acts = await actsWritten(desk)
  const types = acts.flatMap(({ facts }) => facts.map(({ type }) => type))
  expect(types.filter(type => type.includes('carried') || type.includes('imported'))).toEqual([])
})

test('sixty open cases of an old register, prepared by one person and signed by another, stand on the board with the due dates of the paper @at-length', async ({
  desk,
  hands,
}, info) => {
  test.setTimeout(300_000)
  const { page } = desk
  const findings = noFindings()
  const look = async (screen: string) => {
    await lookAt(page, screen, findings)
    await page.screenshot({ path: info.outputPath(`${screen}.png`) })
  }
  const file = info.outputPath('旧登记簿.xlsx')
  await writeRegister(file, cases, [mangled, closed, otherDue])
  await sitDown(hands, administrator)
  const before = await desk.head()

  await test.step('the list leads to the import, which says what it is for', async () => {
    await toImport(hands)
    await expect(page.getByRole('heading', { name: '还没有导入过旧登记簿' })).toBeVisible()
    await look('import, empty')
  })

  await test.step('columns are guessed from the head words below the title', async () => {
    await chooseFile(desk, file)
    await expect(page.getByRole('combobox', { name: '列名在第几行' })).toHaveValue('2')
    for (const [field, column] of [
      ['登记号', '0'],
      ['收到日期', '1'],
      ['已暂停工作日', '6'],
      ['旧登记簿到期日', '8'],
    ] as const)
      await expect(page.getByRole('combobox', { name: new RegExp(`^${field}`) })).toHaveValue(column)
    await look('import, columns')
    await hands.press('Control+Enter')
  })

  await test.step('every row tells what becomes of it', async () => {
    await expect(page.getByText('61 件可以写入，其中 1 件有提示；2 行不写入')).toBeVisible()
    await expect(rowOf({ page }, '云信公〔2026〕901号')).toContainText('证件号码被表格软件改成了“*******E+17”')
    await expect(rowOf({ page }, '云信公〔2026〕902号')).toContainText('办理情况是“已办结”，已经办结的件不导入')
    await expect(rowOf({ page }, '云信公〔2026〕903号')).toContainText(
      '旧登记簿到期日是2026年9月30日，按条例第三十三条算出是2026年9月29日',
    )
    for (const each of cases.slice(0, 12)) await expect(rowOf({ page }, each.requestNo)).toContainText('写入')
    await look('import, preview')
  })

  await test.step('the report of every row is saved', async () => {
    const report = info.outputPath('report.xlsx')
    await desk.dialogs.save(report)
    await hands.press('Alt+s')
    await expect(page.getByText('已保存逐行报告')).toBeVisible()
    const parts = unzipSync(fs.readFileSync(report))
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!)
    expect(sheet.match(/<row /g)).toHaveLength(1 + 63)
    expect(sheet).not.toMatch(/<f[ >]/)
    const text = workbookWords(report)
    expect(text).toContain('*******E+17')
    expect(text).not.toContain('1.10101E')
    expect(text).not.toContain('张旧簿')
  })

  await test.step('and as csv, the same rows', async () => {
    const report = info.outputPath('report.csv')
    await desk.dialogs.save(report)
    await hands.tabTo(page.getByRole('button', { name: '存为 csv' }))
    await hands.press('Enter')
    await expect.poll(() => fs.existsSync(report)).toBe(true)
    const saved = fs.readFileSync(report, 'utf8')
    expect(saved.split('\r\n').filter(Boolean)).toHaveLength(1 + 63)
    expect(saved).not.toContain('张旧簿')
  })

  await test.step('what was carried over from last year goes with it, once its figures stand', async () => {
    await hands.tabTo(page.getByRole('checkbox', { name: /一并记录 2026 年的上年结转数/ }))
    await hands.press('Space')
    await hands.fillNext('自然人', '三')
    await expect(page.getByText('请填写件数')).toBeVisible()
    await expect(page.getByRole('button', { name: /送另一人签字/ })).toHaveAttribute('aria-disabled', 'true')
    await hands.fillNext('自然人', '3')
    await look('import, carried over')
  })

  await test.step('it waits for another person; nothing is written, and its own hand cannot sign it', async () => {
    await hands.press('Control+Enter')
    await expect(page.getByRole('button', { name: /签字并写入/ })).toHaveAttribute('aria-disabled', 'true')
    await expect(page.getByText('由另一人签字，准备的人不能自己签字').first()).toBeVisible()
    await look('import, waiting')
    expect(await desk.head()).toEqual(before)
    const carried = { type: 'request.carriedIn@1', open: {} } as unknown as PlainFact // refused before its shape is read
    const asked = await desk.append({
      subject: `request:${crypto.randomUUID()}`,
      role: 'administrator',
      facts: [carried],
    })
    expect(asked).toMatchObject({ ok: false, problem: { kind: 'refused', why: { kind: 'importNotSigned' } } })
  })

  await test.step('the second person finds it on Today, looks at it and signs', async () => {
    await lock(hands)
    await signIn(hands, reviewer)
    await expect(page.getByText('有一批旧登记簿等待签字：旧登记簿.xlsx，61 件。')).toBeVisible()
    await look('today with an import')
    await openWaiting(hands)
    await expect(rowOf({ page }, cases[0]!.requestNo)).toContainText('暂停 1 个工作日；延期 20 个工作日')
    await expect(page.getByText(/2026 年上年结转：自然人 3；商业企业 0/)).toBeVisible()
    await hands.press('Control+Enter')
    await expect(page.getByRole('heading', { name: '已写入 61 件' })).toBeVisible({ timeout: 60_000 })
    await look('import, done')
  })

  await test.step('the board and the cases have the due dates of the paper', async () => {
    await hands.press('Enter')
    await expect(page.getByRole('heading', { name: '办件', level: 1 })).toBeVisible()
    await look('list after the import')
    await hands.press('Alt+1')
    await expect(page.getByRole('heading', { name: '今日', level: 1 })).toBeVisible()
    await look('today after the import')
    for (const each of [cases[0]!, cases[4]!, cases[9]!, cases[27]!]) await expectDue(page, each)
    await look('case of an old register')
    await expect(page.getByText('从旧登记簿转入')).toBeVisible()
    await expectDue(page, cases[0]!)
    await expect(page.getByText('导入前已暂停 1 个工作日；旧登记簿只记天数，图中列在最前，不影响到期日')).toBeVisible()
    await look('case with an undated pause')
  })

  const acts = await actsWritten(desk)
  const written = acts.flatMap(({ facts }) => facts.filter(({ type }) => type === 'request.carriedIn@1'))
  expect(written).toHaveLength(61)
  const over = acts.flatMap(({ facts }) => facts.filter(({ type }) => type === 'register.carriedOver@1'))
  expect(over).toMatchObject([{ open: { year: 2026, counts: { naturalPerson: 3, commercial: 0 } } }])
  tellAndExpectNone('import of an old register', findings)
})

test.describe('a large register', () => {
  test.use({ goesOn: false })

  test('the power goes in the middle of the writing: it goes on where it stopped, and no case is there twice @at-length', async ({
    desk,
    hands,
  }, info) => {
    test.setTimeout(300_000)
    const many = paperCases(400)
    const file = info.outputPath('旧登记簿.xlsx')
    await writeRegister(file, many)
    await signIn(hands, administrator)
    await prepare(desk, file)
    await lock(hands)
    await signIn(hands, reviewer)
    await openWaiting(hands)
    await hands.press('Control+Enter')
    await expect(desk.page.getByText(/正在写入，\d+ \/ 400 件/)).toBeVisible()
    await desk.kill()
    await desk.start()
    await signIn(hands, reviewer)
    const notice = desk.page.getByText(/旧登记簿还没有写完：旧登记簿.xlsx，已写 \d+ \/ 400 件/)
    await expect(notice).toBeVisible()
    const before = Number(/已写 (\d+)/.exec(await notice.innerText())?.[1])
    expect(before).toBeLessThan(400)
    await openWaiting(hands)
    await hands.press('Control+Enter')
    await expect(desk.page.getByRole('heading', { name: '已写入 400 件' })).toBeVisible({ timeout: 120_000 })
    const acts = await actsWritten(desk)
    const carried = acts.filter(({ facts }) => facts.some(({ type }) => type === 'request.carriedIn@1'))
    const numbers = carried.map(({ facts }) => (facts[0]!.open as { requestNo: string }).requestNo)
    expect(numbers).toHaveLength(400)
    expect(new Set(numbers).size).toBe(400)
    expect(new Set(carried.map(({ subject }) => subject)).size).toBe(400)
    console.log(`killed after ${before} of 400 cases, then finished without doubling`)
  })
})

async function chooseFile({ hands, dialogs }: Desk, file: string): Promise<void> {
  await chooseRegister(hands, { file, openFrom: files => dialogs.open(files) })
}

async function prepare(desk: Desk, file: string): Promise<void> {
  await toImport(desk.hands)
  await chooseFile(desk, file)
  await seePreview(desk.hands)
  await sendForSignature(desk.hands)
}

/** By its old number in the list, then the date on its page. */
async function expectDue(page: Page, { requestNo, dueOn }: PaperCase): Promise<void> {
  await page.keyboard.press('Alt+3')
  await expect(page.getByRole('searchbox')).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(requestNo)
  await expect(page.getByRole('row').filter({ hasText: requestNo })).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(2) // the head line and the one that was found
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  const [, month, day] = dueOn.split('-').map(Number)
  await expect(page.locator('.strip-date')).toContainText(`${month}月${day}日`)
  await expect(page.getByText(requestNo).first()).toBeVisible()
}
