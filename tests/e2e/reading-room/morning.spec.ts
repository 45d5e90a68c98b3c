import type { Locator } from '@playwright/test'
import { pressUntil } from '../../demo/hands/case'
import { tickBox } from '../../demo/hands/choose'
import { signIn } from '../../demo/hands/front-door'
import type { Hands } from '../../demo/hands/hands'
import { type Findings, lookAtSizes, noFindings, tellAndExpectNone } from '../look/look-at'
import { administrator, defaultStory, expect, test } from '../support/office-test'
import { fileOn, readPrinted, textOf } from '../support/paper'
import { swipeCard } from '../support/swipe-card'

const { name, idNumber } = defaultStory.applicant
const titles = ['云溪县人民政府公报2019年第4期', '白鹭村征地补偿安置方案'] as const

test('a morning in the reading room: a reader takes two papers, a visitor is certified what an archive says @at-length', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  const findings = noFindings()
  const look = (screen: string) => ({ screen, findings })
  await signIn(hands, administrator)

  await test.step('somebody reads public documents, unnamed, and leaves when both are back', async () => {
    await pressUntil(hands, 'F4', page.getByRole('heading', { name: '登记来访', level: 1 }))
    await hands.tabTo(page.getByRole('textbox', { name: /想查什么/ }))
    await hands.type('白鹭村征地补偿')
    await hands.press('Control+Enter')
    await expect(page.getByRole('heading', { name: '未登记姓名 的来访' })).toBeVisible()
    await peek(hands, { key: 'h', title: '记帮助', look: look('help') })
    await peek(hands, { key: 'i', title: '登记证件', look: look('identify') })
    await handOut(hands, { title: titles[0], look: look('give') })
    await handOut(hands, { title: titles[1] })
    const blocked = page.getByRole('dialog', { name: '办离开' })
    await pressUntil(hands, 'o', blocked)
    await expect(blocked.getByText('还有 2 件没有归还')).toBeVisible()
    await lookAtSizes(page, 'leaving, blocked', findings)
    for (const title of titles) await expect(blocked.getByText(title)).toBeVisible()
    await expect(blocked.getByRole('button', { name: /办离开/ })).toBeHidden()
    await hands.press('Escape')
    await expect(blocked).toBeHidden()
    await takeBack(hands, { itemNo: 1, look: look('return') })
    await takeBack(hands, { itemNo: 2 })
    await inDialog(hands, { key: 'c', title: '记复制', look: look('copies') }, async () => hands.fillNext('页数', '12'))
    await expect(page.getByText('复印 12 页（主动公开）')).toBeVisible()
    await inDialog(hands, { key: 'o', title: '办离开', look: look('leaving') })
    await expect(page.getByText(/^\d\d:\d\d离开$/)).toBeVisible()
    await peek(hands, { key: 'b', title: '撤销离开', look: look('still here') })
    await peek(hands, { key: 'e', title: '更正来访登记', look: look('correct') })
  })

  await test.step('somebody uses archives, and gets a certified copy', async () => {
    await pressUntil(hands, 'F4', page.getByRole('heading', { name: '登记来访', level: 1 }))
    await hands.press('Alt+d')
    await expect(page.getByRole('radio', { name: '婚姻登记档案' })).toBeChecked()
    await hands.fillNext('利用目的', '办理不动产转移登记')
    await swipeCard(page, idNumber) // while the cursor stands in the purpose
    await expect(page.getByRole('textbox', { name: '证件号码' })).toHaveValue(idNumber)
    await expect(page.getByRole('textbox', { name: '利用目的' })).toHaveValue('办理不动产转移登记')
    await hands.fillNext('姓名', name)
    await tickBox(hands, '已看到原件，人证一致')
    await hands.press('Control+Enter')
    await expect(page.getByRole('heading', { name: '张** 的来访' })).toBeVisible()
    await inDialog(hands, { key: 'a', title: '查档申请', look: look('ask') }, async () =>
      hands.fillNext('查什么', '1987年结婚登记'),
    )
    const deciding = page.getByRole('dialog', { name: /查档决定/ })
    await pressUntil(hands, 'd', deciding)
    await hands.fillNext('提供的档案', 'J123-1987-004-0216 结婚登记申请书')
    await hands.press('Escape')
    await expect(deciding).toBeHidden()
    await inDialog(hands, { key: 'd', title: /查档决定/, look: look('decide') }, async dialog =>
      expect(dialog.getByRole('textbox', { name: '提供的档案' })).toHaveValue('J123-1987-004-0216 结婚登记申请书'),
    )
    await inDialog(hands, { key: 'z', title: '出具档案证明', look: look('certify') }, async dialog => {
      await expect(dialog.getByText('编号将为 云自然资公开档〔2026〕1号')).toBeVisible()
      await hands.fillNext('档号', 'J123-1987-004-0216')
      await hands.fillNext('档案记载的内容', `1987年10月1日，${name}在青石镇人民政府登记结婚。`)
      await hands.fillNext('用途', '办理不动产转移登记')
    })
    expect(await desk.traces([name, idNumber])).toEqual([])
    await hands.tabTo(page.getByRole('button', { name: '打印 云自然资公开档〔2026〕1号' }))
    await hands.press('Enter')
    const paper = page.getByRole('dialog', { name: /档案证明/ })
    await expect(paper.getByRole('img', { name: '档案证明第 1 页' })).toBeVisible({ timeout: 60_000 })
    await lookAtSizes(page, 'certificate on screen', findings)
    const file = fileOn(desk, 'certificate')
    await desk.dialogs.save(file)
    await pressUntil(hands, 's', paper.getByText(/已保存/))
    const text = await textOf(file)
    for (const words of [name, '云自然资公开档〔2026〕1号', 'J123-1987-004-0216', '330***********008X', '加盖印章处'])
      expect(text).toContain(words)
    expect(text).not.toContain(idNumber)
    await hands.press('Escape')
    await expect(paper).toBeHidden()
    await pressUntil(hands, 'Escape', page.getByRole('heading', { name: '查阅室', level: 1 }))
  })

  await test.step('the day is counted and printed with masked names', async () => {
    await expect(page.getByText('在室 1 人')).toBeVisible()
    await hands.tabTo(page.getByRole('tab', { name: '在室' }))
    await hands.press('ArrowRight')
    await expect(page.getByRole('row')).toHaveCount(3)
    await lookAtSizes(page, 'the day', findings)
    const sheet = page.getByRole('dialog', { name: '查阅室日清单' })
    await pressUntil(hands, 'Alt+p', sheet)
    await expect(sheet.getByRole('img', { name: '查阅室日清单第 1 页' })).toBeVisible({ timeout: 60_000 })
    const before = desk.printed().length
    await hands.press('p')
    await expect(sheet.getByText('已打印')).toBeVisible({ timeout: 60_000 })
    const [printed] = await readPrinted(desk.printed()[before]!)
    expect(printed!.ink).toBeGreaterThan(0.005)
    const file = fileOn(desk, 'room-day')
    await desk.dialogs.save(file)
    await hands.press('s')
    await expect(sheet.getByText('已保存')).toBeVisible({ timeout: 60_000 })
    const text = await textOf(file)
    expect(text).toContain('当日来访2人次，其中查档1人次；借阅2件，复制12页')
    expect(text).not.toContain(name)
  })
  tellAndExpectNone('dialogs of the reading room', findings)
})

async function handOut(hands: Hands, { title, look }: { title: string } & Looked) {
  await inDialog(hands, { key: 'g', title: '交出文件', look }, async () => hands.fillNext('文件', title))
  await expect(hands.page.getByRole('rowheader', { name: title })).toBeVisible()
}

async function takeBack(hands: Hands, { itemNo, look }: { itemNo: number } & Looked) {
  await inDialog(hands, { key: 'r', title: new RegExp(`归还第 ${itemNo} 件`), look })
  await expect(hands.page.getByRole('button', { name: `归还第 ${itemNo} 件` })).toBeHidden()
}

interface Looked {
  /** Looked at once it is filled in. */
  readonly look?: { readonly screen: string; readonly findings: Findings } | undefined
}

interface Opening extends Looked {
  readonly key: string
  readonly title: string | RegExp
}

/** Opens a dialog by its letter, fills it in, and sends it; it is gone when the act is written. */
async function inDialog(hands: Hands, { key, title, look }: Opening, fill?: (dialog: Locator) => Promise<void>) {
  const dialog = hands.page.getByRole('dialog', { name: title })
  await pressUntil(hands, key, dialog)
  await expect(dialog.getByRole('button').last()).toBeVisible()
  await fill?.(dialog)
  if (look) await lookAtSizes(hands.page, look.screen, look.findings)
  await hands.press('Control+Enter')
  await expect(dialog).toBeHidden()
}

/** Opened, looked at and closed again. */
async function peek(hands: Hands, { key, title, look }: Opening) {
  const dialog = hands.page.getByRole('dialog', { name: title })
  await pressUntil(hands, key, dialog)
  await expect(dialog.getByRole('button').last()).toBeVisible()
  if (look) await lookAtSizes(hands.page, look.screen, look.findings)
  await hands.press('Escape')
  await expect(dialog).toBeHidden()
}
