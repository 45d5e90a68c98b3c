import { lock, signIn, sitDown } from '../../demo/hands/front-door'
import type { Hands } from '../../demo/hands/hands'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { registerRequest } from '../../demo/hands/reception'
import { closeReceipt } from '../../demo/hands/case-pages'
import { administrator, defaultStory, expect, reviewer, test } from '../support/office-test'

const palette = ({ page }: Hands) => page.getByRole('dialog', { name: '查找与操作' })
const box = (hands: Hands) => palette(hands).getByRole('combobox')
const chosen = (hands: Hands) => palette(hands).getByRole('option', { selected: true })

async function find(hands: Hands, text: string) {
  await hands.press('Control+k')
  await expect(box(hands)).toBeFocused()
  await hands.type(text)
}

test.use({ goesOn: true })

test('a request by number, masked name and words; an act, a desk, a setting; all by the keyboard', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  const { applicant } = defaultStory
  await sitDown(hands, administrator)
  const requestNo = await registerRequest(hands, applicant, async () => undefined)
  await closeReceipt(hands)
  await hands.press('Alt+1')
  for (const words of [requestNo.slice(-4), '张**', '白鹭 宗地', applicant.name]) {
    await find(hands, words)
    await expect(chosen(hands)).toContainText('白鹭村')
    await expect(chosen(hands)).toContainText(requestNo)
    await expect(palette(hands)).toContainText('张**')
    await expect(palette(hands).getByText(/\d月\d+日到期/)).toBeVisible()
    expect(await palette(hands).innerText()).not.toContain(applicant.name)
    await hands.press('Escape')
    await expect(palette(hands)).toBeHidden()
  }
  for (const secret of [applicant.idNumber, applicant.phone]) {
    await find(hands, secret)
    await expect(palette(hands).getByText(/^没有找到/)).toBeVisible()
    await hands.press('Escape')
  }
  const findings = noFindings()
  await hands.press('Control+k')
  await expect(box(hands)).toBeFocused()
  await lookAt(page, 'palette, nothing typed', findings)
  await hands.type('白鹭')
  await expect(chosen(hands)).toContainText('白鹭村')
  await lookAt(page, 'palette, a hit', findings)
  await page.keyboard.press('Control+A')
  await hands.type('没有这样的')
  await expect(palette(hands).getByText(/^没有找到/)).toBeVisible()
  await lookAt(page, 'palette, no hit', findings)
  tellAndExpectNone('palette', findings)
  await hands.press('Escape')
  await find(hands, requestNo)
  await hands.press('Enter')
  await expect(page.getByText('办理经过')).toBeVisible()
  await expect(palette(hands)).toBeHidden()
  // The acts of the page that is open, with their keys.
  await find(hands, '审查受理')
  await hands.press('Enter')
  await expect(page.getByRole('dialog', { name: /审查受理/ })).toBeVisible()
  await hands.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await find(hands, '作废号码清单')
  await hands.press('Enter')
  await expect(page.getByRole('heading', { name: '作废号码清单' })).toBeFocused()
  await find(hands, 'add person')
  await hands.press('Enter')
  await expect(page.getByRole('button', { name: /^添加人员/ })).toBeFocused()
  await find(hands, '受理')
  await hands.press('ArrowDown', 'ArrowUp', 'Escape')
  await find(hands, '登记申请')
  await hands.press('Enter')
  await expect(page.getByRole('heading', { name: '登记申请', level: 1 })).toBeVisible()
})

test('the focus goes back to where it was, the box in the top bar opens it too, and nothing is there when locked', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  await sitDown(hands, administrator)
  await registerRequest(hands, defaultStory.applicant, async () => undefined)
  await closeReceipt(hands)
  await hands.press('Alt+3')
  const filter = page.getByRole('searchbox')
  await expect(filter).toBeVisible()
  await hands.press('/')
  await expect(filter).toBeFocused()
  await find(hands, '白鹭')
  await expect(chosen(hands)).toContainText('白鹭村')
  await hands.press('Escape')
  await expect(filter).toBeFocused()
  await hands.tabTo(page.getByRole('button', { name: '找办件、文件、操作' }))
  await hands.press('Enter')
  await expect(box(hands)).toBeFocused()
  await hands.type('白鹭')
  await expect(chosen(hands)).toContainText('白鹭村')
  await lock(hands) // over the palette too: who leaves the seat presses one key
  await hands.press('Control+k')
  await expect(page.getByRole('combobox')).toHaveCount(0)
  expect(await desk.traces(['白鹭村', '2019-G-014', '张**'])).toEqual([])
})

test('only what the post may do is offered', async ({ desk, hands }) => {
  const offered = async (text: string) => {
    await find(hands, text)
    await expect(palette(hands).getByRole('status')).toHaveText(/找到|^$/)
    const names = await palette(hands).getByRole('option').allInnerTexts()
    await hands.press('Escape')
    await expect(palette(hands)).toBeHidden()
    return names.map(name => name.split('\n')[0])
  }
  await sitDown(hands, administrator)
  expect(await offered('登记申请')).toContain('登记申请')
  expect(await offered('添加人员')).toEqual(['添加人员'])
  await lock(hands)
  await signIn(hands, reviewer)
  expect(await offered('登记申请')).toEqual([]) // 受理员 registers
  expect(await offered('添加人员')).toEqual([])
  expect((await offered('锁定'))[0]).toBe('锁定') // called exactly so: before 提醒、承诺和锁定
  expect(await offered('作废号码')).toEqual(['作废号码清单'])
  // Larger, stronger, without single letters: kept for the next start.
  await find(hands, '用大字')
  await hands.press('Enter')
  await find(hands, '用高对比')
  await hands.press('Enter')
  await find(hands, '关闭单字母快捷键')
  await hands.press('Enter')
  await hands.press('Alt+3')
  await expect(desk.page.getByRole('heading', { name: '办件', level: 1 })).toBeVisible()
  await hands.press('/') // a single letter: switched off
  await desk.restart()
  await expect(desk.page.getByRole('heading', { name: '谁在窗口' })).toBeVisible()
  const looks = await desk.page.evaluate(() => ({ ...document.documentElement.dataset }))
  expect(looks).toMatchObject({ typeSize: 'large', contrast: 'high' })
})
