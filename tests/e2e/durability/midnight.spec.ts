import { examine, pressUntil, recordSearch } from '../../demo/hands/case'
import { signIn } from '../../demo/hands/front-door'
import { registerRequest } from '../../demo/hands/reception'
import { closeReceipt } from '../../demo/hands/case-pages'
import { chooseChannel } from '../../demo/hands/intake-pages'
import { rehearsalAt, type Desk } from '../support/desk'
import { administrator, defaultStory, expect, test } from '../support/office-test'
import { passingTime } from '../support/passing-time'

test.use({ environment: rehearsalAt('2026-09-08T23:55:00+08:00') })

const places = '局档案室2019年征地卷'

test('midnight passes under an open dialog: the day is another, the dialog and what is typed in it are not', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  const minutesPass = await passingTime(desk)
  await signIn(hands, administrator)
  await registerRequest(hands, defaultStory.applicant, noShot)
  await closeReceipt(hands)
  await examine(hands, noShot)
  const dialog = page.getByRole('dialog', { name: /检索记录/ })
  await pressUntil(hands, 's', dialog)
  await hands.fillNext('检索范围', places)
  await expect(page.getByText('今天不计，已过 0 日')).toBeVisible()

  await minutesPass(6)
  await comeBackToTheWindow(desk)
  await expect(page.getByText('今天是第 1 日')).toBeVisible()
  await expect(dialog).toBeVisible()
  await expect(page.getByRole('textbox', { name: '检索范围' })).toHaveValue(places)
  await expect(page.getByRole('combobox', { name: '检索日期' })).toHaveValue(/2026年9月8日/)

  await test.step('and it can be finished', () => recordSearch(hands, defaultStory.search, noShot))
})

test('a form begun before midnight keeps what is typed and asks to compare the day; its page proposes each new one', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  const minutesPass = await passingTime(desk)
  await signIn(hands, administrator)
  await hands.press('F2')
  await hands.fillNext('姓名', defaultStory.applicant.name)
  await minutesPass(6)
  await comeBackToTheWindow(desk)
  await expect(page.getByText(/早于今天，请与申请表核对。/)).toBeVisible()
  await expect(page.getByRole('textbox', { name: '姓名', exact: true })).toHaveValue(defaultStory.applicant.name)
  await expect(page.getByRole('combobox', { name: '收到之日' })).toHaveValue(/2026年9月8日/)

  await chooseChannel(hands, '平常信函')
  await hands.tabTo(page.getByRole('textbox', { name: /^信封上的寄件人地址/ }))
  await hands.type('云溪县青石镇白鹭村')
  await hands.tabTo(page.getByRole('textbox', { name: '名称、文号或其他特征描述' }))
  await hands.type(defaultStory.applicant.description)
  await expect(page.getByText('可以登记')).toBeVisible()
  await hands.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '确认收到', level: 2 })).toBeVisible({ timeout: 60_000 })
  await minutesPass(24 * 60)
  await comeBackToTheWindow(desk)
  await expect(page.getByText(/应在 .+前联系上申请人/)).toBeVisible()
  for (const [keys, name, day] of [
    ['t', '记一次联系', '联系之日'],
    ['c', '确认收到', '确认之日'],
  ] as const) {
    const dialog = page.getByRole('dialog', { name })
    await pressUntil(hands, keys, dialog)
    await expect(dialog.getByRole('combobox', { name: day })).toHaveValue(/2026年9月10日/)
    await hands.press('Escape')
    await expect(dialog).toBeHidden()
  }
})

test('a form with nothing in it goes on to the new day', async ({ desk, hands }) => {
  const { page } = desk
  const minutesPass = await passingTime(desk)
  const receivedOn = page.getByRole('combobox', { name: '收到之日' })
  await signIn(hands, administrator)
  await hands.press('F2')
  await expect(receivedOn).toHaveValue(/2026年9月8日/)
  await minutesPass(6)
  await comeBackToTheWindow(desk)
  await expect(receivedOn).toHaveValue(/2026年9月9日/)
  await chooseChannel(hands, '网上提交')
  await expect(page.getByRole('combobox', { name: '来件之日' })).toHaveValue(/2026年9月9日/)
})

/** The day is looked up every minute, and at once when the window gets the focus again. */
const comeBackToTheWindow = ({ page }: Desk): Promise<void> =>
  page.evaluate(() => void window.dispatchEvent(new Event('focus')))

async function noShot(): Promise<void> {}
