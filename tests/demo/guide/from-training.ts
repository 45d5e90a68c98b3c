import path from 'node:path'
import { expect } from '@playwright/test'
import writeXlsx from 'write-excel-file/node'
import { openRequest, pressUntil } from '../hands/case'
import { lock } from '../hands/front-door'
import type { Hands } from '../hands/hands'
import type { PictureStory } from './picture-story'

/** As `npm run seed` makes them. */
const clerk = { card: /^周敏 受理员$/, password: '练习用的受理员密码' }
const administrator = { card: /^祁工 管理员/, password: '长一点的管理员口令' }

/** Desks that need many cases, from the synthetic ones of the training store. */
export async function fromTraining(story: PictureStory): Promise<void> {
  const { hands, take } = story
  const { page } = hands
  const title = (name: string) => expect(page.getByRole('heading', { name, level: 1 })).toBeVisible({ timeout: 60_000 })
  await enter(hands, clerk)
  await take('today', page.getByRole('main'), { width: 1240, most: 560 })
  await take('training', page.getByRole('complementary', { name: '练习' }))
  await hands.press('Alt+3')
  await title('办件')
  await expect(page.getByText(/共 \d+ 件/).first()).toBeVisible()
  await take('list', page.getByRole('main'), { most: 520 })
  await exporting(story)
  await arrival(story)
  await importing(story)
  await hands.press('Alt+h')
  await title('交班')
  await take('hands', page.getByRole('main'))
  await scans(story)
  await lock(hands)
  await enter(hands, administrator)
  await hands.press('Alt+0')
  await title('设置')
  await take('settings', page.getByRole('region', { name: '本机' }))
}

async function enter(hands: Hands, { card, password }: typeof clerk): Promise<void> {
  const { page } = hands
  await expect(page.getByRole('heading', { name: '谁在窗口' })).toBeVisible({ timeout: 60_000 })
  const radio = page.getByRole('radio', { name: card })
  await hands.tabTo(page.getByRole('group', { name: '人员' }).getByRole('radio').first())
  await hands.press('Space')
  for (let others = 0; !(await radio.isChecked()) && others < 9; others++) await hands.press('ArrowDown')
  await hands.fillNext('密码', password)
  await hands.press('Enter')
  await expect(page.getByRole('heading', { name: '今日', level: 1 })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('heading', { name: /已逾期/ })).toBeVisible({ timeout: 60_000 })
}

async function exporting({ hands, take }: PictureStory): Promise<void> {
  const { page } = hands
  await hands.tabTo(page.getByRole('button', { name: '导出登记簿' }))
  await hands.press('Enter')
  const dialog = page.getByRole('dialog', { name: '导出登记簿' })
  await expect(dialog).toBeVisible()
  await take('export', dialog)
  await hands.press('Escape')
  await expect(dialog).toBeHidden()
}

/** Step 4 of a request that came as an ordinary letter and waits for its confirmation. */
async function arrival({ hands, take }: PictureStory): Promise<void> {
  const { page } = hands
  await hands.press('F2')
  await expect(page.getByRole('heading', { name: '登记申请', level: 1 })).toBeVisible()
  await hands.press('Alt+w')
  await hands.press('ArrowDown', 'ArrowDown')
  await expect(page.getByRole('radio', { name: '平常信函' })).toBeChecked()
  await take('arrival', page.getByRole('region', { name: '怎么来的' }))
}

async function importing({ hands, take, dialogs, aside }: PictureStory): Promise<void> {
  const { page } = hands
  const file = path.join(aside, '旧登记簿.xlsx')
  await writeXlsx(
    oldRegister.map(row => row.map(value => ({ value, type: String }))),
    { sheet: '登记簿' },
  ).toFile(file)
  await hands.press('Alt+3')
  await expect(page.getByRole('heading', { name: '办件', level: 1 })).toBeVisible()
  await pressUntil(hands, 'Alt+i', page.getByRole('heading', { name: '导入旧登记簿', level: 1 }))
  await dialogs.open([file])
  await hands.press('Alt+n')
  await expect(page.getByRole('heading', { name: '核对列' })).toBeVisible()
  await hands.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '预览', exact: true })).toBeVisible()
  await take('importing', page.getByRole('main'), { most: 480 })
}

const oldRegister = [
  ['登记号', '收到日期', '申请人', '申请内容', '办理情况', '旧登记簿到期日'],
  ['云信公〔2026〕31号', '2026-08-24', '张旧簿', '白鹭村2019-G-031号宗地批准文件', '办理中', '2026-09-21'],
  ['云信公〔2026〕32号', '2026-08-28', '李旧簿', '青石镇供水工程预算', '办理中', '2026-09-29'],
  ['云信公〔2026〕33号', '2026-09-01', '王旧簿', '县道改造项目环评批复', '已办结', ''],
  ['云信公〔2026〕34号', '2026-09-02', '赵旧簿', '养老服务补贴发放标准', '待审查', ''],
] as const

async function scans({ hands, take, dialogs, aside }: PictureStory): Promise<void> {
  const { page } = hands
  await hands.press('Alt+3')
  await expect(page.getByRole('heading', { name: '办件', level: 1 })).toBeVisible()
  const first = await page.getByRole('row').nth(1).innerText()
  const requestNo = /[A-Z]{2,6}-[A-Z\d]{1,3}-\d{4}-\d{4}/.exec(first)?.[0]
  if (!requestNo) throw new Error('the list shows no request number')
  await openRequest(hands, requestNo)
  const dialog = page.getByRole('dialog', { name: '存入扫描件' })
  await pressUntil(hands, 'i', dialog)
  await dialogs.open([path.join(aside, 'receipt.pdf')])
  await hands.tabTo(dialog.getByRole('button', { name: '选择文件' }))
  await hands.press('Enter')
  await expect(dialog.getByRole('combobox', { name: '是什么材料' })).toBeVisible()
  await take('scans', dialog)
  await hands.press('Escape')
  await expect(dialog).toBeHidden()
}
