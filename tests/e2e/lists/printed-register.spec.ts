import fs from 'node:fs'
import { signIn } from '../../demo/hands/front-door'
import { extractText } from '../../support/pdf/pdfium'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { rehearsalAt } from '../support/desk'
import { administrator, expect, reviewer, test } from '../support/office-test'
import { hireWithoutScreen } from '../support/without-screen'
import { morningOfWarnings, oneOfEach, requestNos } from '../warnings/one-of-each'

test.use({ isOn: false })

const head = { name: '方静', password: '负责人自己的口令', posts: ['head' as const] }
/** Who is written down in `oneOfEach`. */
const personal = ['张㛃䶮', '110101190001010014', '13900000182']
const bare = (pages: readonly string[]) => pages.join('').replace(/\s+/gu, '')

test('the list as it is narrowed goes to paper: masked, on its side, with conditions, count, maker and page numbers @at-length', async ({
  desk,
  hands,
}, info) => {
  await hireWithoutScreen(desk.userData, { administrator, colleague: head })
  await oneOfEach(desk.userData, { clerk: administrator, reviewer })
  await desk.start(rehearsalAt(morningOfWarnings))
  const { page } = desk
  const dialog = page.getByRole('dialog', { name: '打印台账' })
  const findings = noFindings()
  const saveTo = async (file: string) => {
    await desk.dialogs.save(file)
    await hands.press('s')
    await expect(dialog.getByText('已保存，已记入账本。')).toBeVisible()
    return bare(await extractText(new Uint8Array(fs.readFileSync(file))))
  }

  await test.step('a clerk: masked, seen before it goes out, recorded when it did', async () => {
    await signIn(hands, administrator)
    await hands.press('Alt+3')
    await expect(page.getByRole('grid').getByText(requestNos.late)).toBeVisible()
    await hands.press('/')
    await hands.type('张㛃䶮')
    await hands.press('Alt+p')
    await expect(
      dialog.getByText(
        '姓名、证件号码和电话已遮盖；申请内容里只遮盖认得出的号码和当事人姓名，交出前请核对。完整打印由负责人办理。',
      ),
    ).toBeVisible()
    await expect(dialog.getByRole('checkbox')).toHaveCount(0)
    await lookAt(page, 'printed register, asked', findings)
    await expect(dialog.getByRole('button', { name: '排版并预览' })).toBeVisible()
    await hands.press('Control+Enter')
    await expect(dialog.getByRole('img', { name: /第 1 页$/ })).toBeVisible({ timeout: 60_000 })
    await lookAt(page, 'printed register, shown', findings)
    const before = await desk.head()
    const text = await saveTo(info.outputPath('masked.pdf'))
    for (const no of Object.values(requestNos)) expect(text).toContain(no)
    for (const one of personal) expect(text).not.toContain(one)
    expect(text).toContain('条件：在办；另按文字查找（不印出）。共5件。')
    expect(text).toContain('制表人：周敏。')
    expect(text).toContain('制表日期：2026年12月11日')
    expect(text).toContain('第1页共1页')
    await hands.press('p')
    await expect(dialog.getByText('已打印，已记入账本。')).toBeVisible({ timeout: 60_000 })
    expect(desk.printed()).toHaveLength(1)
    expect((await desk.head()).seq).toBe(before.seq + 2)
    await hands.press('Escape')
    await expect(dialog).toBeHidden()
  })

  await test.step('the head: in full, after the box that says so', async () => {
    await desk.restart(rehearsalAt(morningOfWarnings))
    await signIn(hands, head)
    await hands.press('Alt+3')
    const again = desk.page.getByRole('dialog', { name: '打印台账' })
    await expect(desk.page.getByRole('grid').getByText(requestNos.late)).toBeVisible()
    await hands.press('Alt+p')
    await hands.tabTo(again.getByRole('checkbox', { name: /印出完整姓名/ }))
    await expect(again.getByRole('button', { name: '排版并预览' })).toBeVisible()
    await hands.press('Space', 'Control+Enter')
    await expect(again.getByRole('img', { name: /第 1 页$/ })).toBeVisible({ timeout: 60_000 })
    await desk.dialogs.save(info.outputPath('full.pdf'))
    await hands.press('s')
    await expect(again.getByText('已保存，已记入账本。')).toBeVisible()
    const text = bare(await extractText(new Uint8Array(fs.readFileSync(info.outputPath('full.pdf')))))
    for (const one of personal) expect(text).toContain(one)
    expect(text).toContain('用完销毁，不得外传')
  })
  tellAndExpectNone('printed register', findings)
})
