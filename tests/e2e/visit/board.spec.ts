import { openRequest } from '../../demo/hands/case'
import { lock, signIn } from '../../demo/hands/front-door'
import { rehearsalAt } from '../support/desk'
import { administrator, expect, reviewer, test } from '../support/office-test'
import { issueWithoutScreen } from '../support/without-screen'

const receivedOn = '2026-09-08'

/** By the calendar of 2026: 1 to 7 October are free, Saturday the 10th is worked instead. */
const [threeDaysBefore, twoDaysBefore, dayAfter] = ['2026-10-08', '2026-10-09', '2026-10-13']

test.use({ isOn: false })

test('an approved letter that nobody has signed for comes back to the board, and is late after its day @at-length', async ({
  desk,
  hands,
}) => {
  const { requestNo } = await issueWithoutScreen(desk.userData, { clerk: administrator, reviewer, day: receivedOn })
  const lane = (name: RegExp) => desk.page.getByRole('region', { name })
  const comeIn = async (day: string) => {
    await desk.restart(rehearsalAt(`${day}T09:00:00+08:00`))
    await signIn(hands, administrator)
    await expect(desk.page.getByText(requestNo)).toBeVisible()
    await expect(desk.page.getByRole('link', { name: /10月12日/ })).toBeVisible()
  }
  await comeIn(threeDaysBefore)
  await expect(lane(/^三个工作日内到期 1 件/).getByRole('link')).toContainText('还有 3 个工作日')
  await expect(lane(/^三个工作日内到期 1 件/).getByRole('link')).not.toContainText('已批准未送达')

  await comeIn(twoDaysBefore)
  await expect(lane(/^三个工作日内到期 1 件/).getByRole('link')).toContainText('还有 2 个工作日')
  await expect(lane(/^三个工作日内到期 1 件/).getByRole('link')).toContainText('已批准未送达')
  await lock(hands)
  await signIn(hands, reviewer) // whoever looks at the board sees it
  await expect(lane(/^三个工作日内到期 1 件/).getByRole('link')).toContainText('已批准未送达')

  await comeIn(dayAfter)
  await expect(lane(/^已逾期 1 件/).getByRole('link')).toContainText('已逾 1 个工作日')
  await expect(lane(/^已逾期 1 件/).getByRole('link')).toContainText('已批准未送达')

  await openRequest(hands, requestNo)
  await hands.press('v')
  await expect(desk.page.getByRole('dialog', { name: /登记送达/ })).toBeVisible()
  await hands.press('Control+Enter')
  await expect(desk.page.getByText(/签收，晚于期限 1 个工作日。/)).toBeVisible()
  await hands.press('Alt+1')
  await expect(desk.page.getByText('还没有在办的申请')).toBeVisible()
})
