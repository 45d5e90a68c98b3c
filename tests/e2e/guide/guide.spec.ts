import type { Page } from '@playwright/test'
import { pressUntil } from '../../demo/hands/case'
import { signIn, sitDown } from '../../demo/hands/front-door'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { closeReceipt } from '../../demo/hands/case-pages'
import { administrator, defaultStory, expect, test } from '../support/office-test'
import { registerRequest } from '../../demo/hands/reception'

const guide = (page: Page) => page.getByRole('dialog', { name: '帮助' })
const shownPage = (page: Page, title: string) => guide(page).getByRole('article', { name: title })

test.use({ goesOn: true })

test('F1 opens the page of the screen where one is, and Esc leads back to the very field', async ({ desk, hands }) => {
  const { page } = desk
  const findings = noFindings()
  const look = (screen: string) => lookAt(page, screen, findings)

  await test.step('at sign-in, before anybody is known', async () => {
    await expect(page.getByRole('heading', { name: '谁在窗口' })).toBeVisible()
    expect(await guideFiles(page)).toEqual([])
    const first = page.getByRole('group', { name: '人员' }).getByRole('radio').first()
    await hands.tabTo(first)
    await hands.press('F1')
    await expect(shownPage(page, '开机与登录')).toBeFocused()
    expect(await guideFiles(page)).not.toEqual([])
    await look('guide, sign-in')
    await hands.press('Escape')
    await expect(guide(page)).toBeHidden()
    await expect(first).toBeFocused()
  })

  await test.step('and on the way to the recovery sheet', async () => {
    await hands.tabTo(page.getByRole('button', { name: '忘记密码，用恢复表' }))
    await hands.press('Enter')
    await expect(page.getByRole('heading', { name: '用恢复表重设密码' })).toBeVisible()
    await hands.press('F1')
    await expect(shownPage(page, '恢复：恢复表、密码和副本')).toBeVisible()
    await hands.press('F1', 'Escape')
    await expect(page.getByRole('heading', { name: '谁在窗口' })).toBeVisible()
  })

  await test.step('on Today, with the pictures of the program', async () => {
    await signIn(hands, administrator)
    await hands.press('F1')
    await expect(shownPage(page, '今日')).toBeFocused()
    await expect.poll(() => brokenPictures(page)).toEqual([])
    await expect(guide(page).getByRole('img')).not.toHaveCount(0)
    await look('guide, today')
    await hands.press('Escape')
  })

  await test.step('over a form, whose words and focus stay', async () => {
    await hands.press('F2')
    await hands.fillNext('姓名', '张三')
    await hands.press('F1')
    await expect(shownPage(page, '登记申请')).toBeVisible()
    await hands.press('Escape')
    await expect(guide(page)).toBeHidden()
    await expect(page.getByRole('heading', { name: '登记申请', level: 1 })).toBeVisible()
    await expect(page.getByRole('textbox', { name: '姓名' })).toBeFocused()
    await expect(page.getByRole('textbox', { name: '姓名' })).toHaveValue('张三')
  })

  await test.step('over a dialog, at the page that the dialog is about', async () => {
    await registerRequest(hands, defaultStory.applicant, async () => undefined)
    await closeReceipt(hands)
    await hands.press('F1')
    await expect(shownPage(page, '办件页与期限计算书')).toBeVisible()
    await hands.press('Escape')
    await expect(guide(page)).toBeHidden()
    const examining = page.getByRole('dialog', { name: '审查受理' })
    await pressUntil(hands, 'e', examining)
    const first = examining.getByRole('checkbox', { name: /申请要素齐全/ })
    await hands.tabTo(first)
    await hands.press('F1')
    await expect(shownPage(page, '审查与检索')).toBeVisible()
    await look('guide, over a dialog')
    await hands.press('Escape')
    await expect(guide(page)).toBeHidden()
    await expect(examining).toBeVisible()
    await expect(first).toBeFocused()
    await hands.press('Escape')
    await expect(examining).toBeHidden()
  })
  tellAndExpectNone('the guide where one is', findings)
})

test('contents, links, find and the way back, by keyboard alone', async ({ desk, hands }) => {
  const { page } = desk
  const findings = noFindings()
  await sitDown(hands, administrator)
  await hands.tabTo(page.getByRole('button', { name: '帮助', exact: true }))
  await hands.press('Enter')
  await expect(shownPage(page, '今日')).toBeFocused()

  await hands.tabTo(guide(page).getByRole('article').getByRole('button', { name: '登记申请' }))
  await hands.press('Enter')
  await expect(shownPage(page, '登记申请')).toBeFocused()
  await hands.tabTo(guide(page).getByRole('button', { name: '上一页' }))
  await hands.press('Enter')
  await expect(shownPage(page, '今日')).toBeFocused()

  const contents = guide(page).getByRole('navigation', { name: '目录' })
  await expect(contents.getByRole('button', { name: '今日' })).toHaveAttribute('aria-current', 'page')
  await hands.tabTo(contents.getByRole('button', { name: '送达' }))
  await hands.press('Enter')
  await expect(shownPage(page, '送达')).toBeFocused()

  await hands.press('Control+f')
  await expect(guide(page).getByRole('textbox', { name: '在帮助里找' })).toBeFocused()
  await hands.type('没有这样的词')
  await expect(guide(page).getByRole('status')).toContainText('没有找到「没有这样的词」')
  await lookAt(page, 'guide, nothing found', findings)
  await hands.press('Control+f')
  await hands.type('双方确认')
  await expect(guide(page).getByRole('status')).toHaveText(/找到 \d+ 处/)
  await lookAt(page, 'guide, found', findings)
  await hands.press('Enter')
  await expect(shownPage(page, '登记申请')).toBeFocused()
  await expect(guide(page).getByRole('article').getByText('双方确认').first()).toBeInViewport()

  await test.step('on a narrow window one of the two shows at a time', async () => {
    await page.setViewportSize({ width: 683, height: 384 })
    await hands.tabTo(guide(page).getByRole('button', { name: '目录' }))
    await hands.press('Enter')
    await hands.press('Control+f')
    await hands.press('Delete')
    await expect(contents).toBeVisible()
    await expect(guide(page).getByRole('article')).toBeHidden()
    await hands.tabTo(contents.getByRole('button', { name: '键盘一览' }))
    await hands.press('Enter')
    await expect(shownPage(page, '键盘一览')).toBeFocused()
    await expect(contents).toBeHidden()
    await page.setViewportSize({ width: 1366, height: 768 })
  })
  await lookAt(page, 'guide, tables', findings)
  tellAndExpectNone('the guide by keyboard', findings)
})

test('in English and in large type the guide is there too', async ({ desk, hands }) => {
  const { page } = desk
  const findings = noFindings()
  await sitDown(hands, administrator)
  await hands.tabTo(page.getByRole('button', { name: '大字' }))
  await hands.press('Space')
  await hands.press('F1')
  await expect(shownPage(page, '今日')).toBeVisible()
  await lookAt(page, 'guide, large type', findings)
  await hands.press('Escape')
  await hands.tabTo(page.getByRole('button', { name: '大字' }))
  await hands.press('Space')
  await hands.tabTo(page.getByRole('button', { name: 'EN', exact: true }))
  await hands.press('Enter')
  await hands.press('Alt+9')
  await expect(page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible()
  await hands.press('F1')
  const english = page.getByRole('dialog', { name: 'Help' })
  await expect(english.getByRole('article', { name: 'People' })).toContainText('Everybody may look')
  await lookAt(page, 'guide, English', findings)
  tellAndExpectNone('the guide in large type and in English', findings)
})

test.describe('a machine that was never set up', () => {
  test.use({ machine: 'new', goesOn: false })

  test('F1 explains the first start', async ({ desk, hands }) => {
    await expect(desk.page.getByRole('heading', { name: '查阅中心', level: 1 })).toBeVisible()
    await hands.press('F1')
    await expect(shownPage(desk.page, '第一次启动：设立查阅台')).toBeVisible()
    await hands.press('Escape')
    await expect(desk.page.getByRole('textbox', { name: '查阅中心名称' })).toBeFocused()
  })
})

/** Built files of the guide that the window has asked for. */
const guideFiles = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter(name => /\/(guide|zh-cn-book|en-book)-[^/]+\.js$/.test(name)),
  )

const brokenPictures = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLImageElement>('.guide-page img')]
      .filter(({ complete, naturalWidth }) => !complete || naturalWidth === 0)
      .map(({ src }) => src),
  )
