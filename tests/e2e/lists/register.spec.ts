import fs from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { signIn } from '../../demo/hands/front-door'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { administrator, expect, reviewer, test } from '../support/office-test'
import { issueWithoutScreen } from '../support/without-screen'

test.use({ isOn: false })

/** Who is written down in `issueWithoutScreen`. */
const ofTheVisit = ['张㛃䶮', '110101190001010014', '13900000182']

test('a clerk narrows the list, keeps the condition for tomorrow, and exports it masked @at-length', async ({
  desk,
  hands,
}, info) => {
  const { requestNo } = await issueWithoutScreen(desk.userData, { clerk: administrator, reviewer, day: '2026-09-08' })
  const findings = noFindings()
  await desk.start()
  const { page } = desk
  await signIn(hands, administrator)
  await hands.press('Alt+3')
  await expect(page.getByRole('grid').getByText(requestNo)).toBeVisible()

  await test.step('more conditions, one of which nothing meets', async () => {
    await hands.tabTo(page.getByRole('button', { name: /^更多条件/ }))
    await hands.press('Enter')
    await hands.tabTo(page.getByRole('combobox', { name: '答复类型' }))
    await hands.press('Space', 'End', 'Enter')
    await expect(page.getByRole('combobox', { name: '答复类型' })).toHaveValue('NOT_EXIST')
    await expect(page.getByRole('grid').getByText(requestNo)).toBeVisible()
    const from = page.getByRole('combobox', { name: '收到之日自' })
    await hands.tabTo(from)
    await hands.type('2026-09-09')
    await expect(page.getByText('没有件符合所设的 2 项条件')).toBeVisible()
    await lookAt(page, 'list, narrowed to nothing', findings)
    await page.keyboard.press('Control+A')
    await hands.type('2026-09-01')
    await expect(page.getByRole('grid').getByText(requestNo)).toBeVisible()
  })

  await test.step('the condition is kept under a name and is there after a restart', async () => {
    await hands.tabTo(page.getByRole('button', { name: '保存这组条件' }))
    await hands.press('Enter')
    await hands.type('九月答复的')
    await lookAt(page, 'list, keep the condition', findings)
    await hands.press('Control+Enter')
    await expect(page.getByRole('button', { name: '九月答复的', exact: true })).toHaveAttribute('aria-pressed', 'true')
    await desk.restart()
    await signIn(hands, administrator)
    await hands.press('Alt+3')
    const saved = desk.page.getByRole('button', { name: '九月答复的', exact: true })
    await hands.tabTo(saved)
    await hands.press('Enter')
    await expect(saved).toHaveAttribute('aria-pressed', 'true')
    await expect(desk.page.getByRole('button', { name: /^更多条件 已设 2 项/ })).toBeVisible()
  })

  await test.step('exported as a workbook in which nobody can be read', async () => {
    const file = info.outputPath('register.xlsx')
    await desk.dialogs.save(file)
    await hands.tabTo(desk.page.getByRole('button', { name: '导出登记簿' }))
    await hands.press('Enter')
    const dialog = desk.page.getByRole('dialog', { name: '导出登记簿' })
    await expect(
      dialog.getByText(
        '姓名、证件号码和电话已遮盖；申请内容里只遮盖认得出的号码和当事人姓名，交出前请核对。完整导出由负责人办理。',
      ),
    ).toBeVisible()
    await expect(dialog.getByRole('radio', { name: /xlsx|Excel/ })).toBeFocused() // its first field, not its cross
    await lookAt(desk.page, 'export', findings)
    await hands.press('Control+Enter')
    await expect(dialog.getByText('已导出 1 件，已记入账本。')).toBeVisible()
    await hands.press('Escape')
    const parts = unzipSync(fs.readFileSync(file))
    const all = Object.values(parts)
      .map(bytes => strFromU8(bytes))
      .join('')
    expect(all).toContain(requestNo)
    for (const personal of ofTheVisit) expect(all).not.toContain(personal)
  })
  tellAndExpectNone('list', findings)
})
