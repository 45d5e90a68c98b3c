import { expect } from '@playwright/test'
import type { Hands, SaveTo } from './hands'
import { administrator, office } from './people-of-the-story'

/** First start: the wizard from its first field to the recovery sheet in the hand. */
export async function setUpOffice(
  hands: Hands,
  parts: {
    saveTo: SaveTo
    sheet: string
    shot: (name: string) => Promise<void>
    /** Two groups are asked for and nothing is typed yet. */
    atReadBack?: (groups: readonly string[]) => Promise<void>
  },
) {
  const { page } = hands
  await expect(page.getByRole('heading', { name: '查阅中心', level: 1 })).toBeVisible()
  await hands.fillNext('查阅中心名称', office.officeName)
  await hands.fillNext('窗口名称', office.windowName)
  await hands.fillNext('地名代码', office.placeCode)
  await hands.fillNext('工作站代码', office.workstation)
  await parts.shot('set-up-office')
  await hands.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '行政机关', level: 1 })).toBeVisible()
  await hands.fillNext('机关全称', office.agencyName)
  await hands.fillNext('机关代字', office.agencyCode)
  await hands.fillNext('机关地址', office.agencyAddress)
  await hands.fillNext('政府信息公开工作机构', office.contactName)
  await hands.fillNext('联系电话', office.contactPhone)
  await hands.fillNext('行政复议机关', office.reconsiderationName)
  await hands.fillNext('复议机关收件地址', office.reconsiderationAddress)
  await hands.fillNext('管辖法院', office.courtName)
  await hands.fillNext('法院地址', office.courtAddress)
  await parts.shot('set-up-agency')
  await hands.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '第一位管理员', level: 1 })).toBeVisible()
  await hands.fillNext('管理员姓名', administrator.name)
  await hands.fillNext('密码', administrator.password)
  await hands.fillNext('再输一次密码', administrator.password)
  await parts.shot('set-up-administrator')
  await hands.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '核对', level: 1 })).toBeVisible()
  await parts.shot('set-up-check')
  await hands.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '保管好恢复表', level: 1 })).toBeVisible({ timeout: 60_000 })
  await parts.shot('set-up-recovery-sheet')
  const recoveryKey = await shownGroups(hands)
  await parts.saveTo(parts.sheet)
  await hands.tabTo(page.getByRole('button', { name: /另存为文件/ }))
  await hands.press('Enter')
  const goOn = page.getByRole('button', { name: '已拿到手，核对两组' })
  await expect(goOn).not.toHaveAttribute('aria-disabled', 'true', { timeout: 60_000 })
  await hands.tabTo(goOn)
  await hands.press('Enter')
  await parts.atReadBack?.(recoveryKey)
  await readBack(hands, recoveryKey)
  await hands.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '今日', level: 1 })).toBeVisible({ timeout: 60_000 })
}

/** The groups of the recovery key as they stand on the screen. */
export async function shownGroups({ page }: Hands): Promise<readonly string[]> {
  const groups = await page.getByRole('list', { name: '恢复码' }).getByRole('listitem').allInnerTexts()
  return groups.map(text => /第 \d+ 组 ((?:\S ?){4})/.exec(text.replace(/\s+/g, ' '))?.[1]?.replaceAll(' ', '') ?? '')
}

/** Types the two groups that are asked for, as they stand on the sheet. */
export async function readBack(hands: Hands, groups: readonly string[]) {
  const { page } = hands
  await expect(page.getByRole('heading', { name: '核对恢复表' })).toBeVisible()
  const fields = page.getByRole('textbox', { name: /^第 \d 组$/ })
  await expect(fields).toHaveCount(2)
  for (const [index, group] of groups.entries()) {
    const label = `第 ${index + 1} 组`
    if ((await page.getByRole('textbox', { name: label, exact: true }).count()) > 0) await hands.fillNext(label, group)
  }
}

interface Person {
  readonly name: string
  readonly password: string
}

export async function signIn(hands: Hands, person: Person) {
  await sayWhoItIs(hands, person)
  await expect(hands.page.getByRole('heading', { name: '今日', level: 1 })).toBeVisible({ timeout: 60_000 })
}

async function sayWhoItIs(hands: Hands, person: Person) {
  const { page } = hands
  await expect(page.getByRole('heading', { name: '谁在窗口' })).toBeVisible({ timeout: 60_000 })
  const people = page.getByRole('group', { name: '人员' }).getByRole('radio')
  await hands.tabTo(people.first())
  await hands.press('Space')
  const card = page.getByRole('radio', { name: new RegExp(person.name) })
  for (let others = 0; !(await card.isChecked()) && others < 20; others++) await hands.press('ArrowDown')
  await hands.fillNext('密码', person.password)
  await hands.press('Enter')
}

/** Takes the seat as it was left, at any page, locked or by somebody else, and begins at 今日. */
export async function sitDown(hands: Hands, person: Person) {
  const { page } = hands
  const door = page.getByRole('heading', { name: '谁在窗口' })
  const seat = page.getByRole('button', { name: '找办件、文件、操作' })
  await expect(door.or(seat)).toBeVisible({ timeout: 60_000 })
  const isSeated = async () => (await page.getByRole('banner').innerText()).includes(person.name)
  if (!(await door.isVisible()) && !(await isSeated())) await lock(hands)
  if (await door.isVisible()) {
    await sayWhoItIs(hands, person)
    await expect(seat).toBeVisible({ timeout: 60_000 })
  }
  await putAwayWhatIsOpen(hands)
  await hands.press('Alt+1')
  await expect(page.getByRole('heading', { name: '今日', level: 1 })).toBeVisible()
}

async function putAwayWhatIsOpen(hands: Hands) {
  const dialogs = hands.page.getByRole('dialog')
  for (let open = await dialogs.count(); open > 0; open--) {
    await hands.press('Escape')
    await expect(dialogs).toHaveCount(open - 1)
  }
}

export async function lock(hands: Hands) {
  await hands.press('Control+l')
  await expect(hands.page.getByRole('heading', { name: '谁在窗口' })).toBeVisible({ timeout: 60_000 })
}
