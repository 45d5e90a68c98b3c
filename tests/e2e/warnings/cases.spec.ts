import { signIn } from '../../demo/hands/front-door'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { rehearsalAt } from '../support/desk'
import { administrator, defaultStory, expect, reviewer, test } from '../support/office-test'
import { fillRegistration, registrationPage } from '../support/registration-page'
import { morningOfWarnings, oneOfEach, requestNos } from './one-of-each'

test.use({ isOn: false })

/** As they stand on the board, each with what is said of it and the chip that its digit leads to. */
const warned = [
  ['unserved', '已批准未送达 1 件。', '批准、签发都不算送达，期限还在走', '已批准未送达'],
  ['unconfirmed', '待确认收到 1 件。', '期限还没有起算，请与申请人联系确认', '待确认收到'],
  ['undated', '期限暂定 1 件。', '2027 年放假安排尚未公布，公布后自动重算', '暂定'],
] as const

/** What has a lane is told there and not in the strip; the foot of the lane leads to the same chip. */
const inLanes = [
  ['late', /^已逾期 1 件/, '逾期也要答复，以送达为准', '看这 1 件', '逾期 1'],
  ['soon', /^三个工作日内到期 2 件/, '到期日当天送达仍算按期', '看这 2 件', '三日内到期 2'],
] as const

test('each kind of request that presses is told on the board and is one key away in the list, in the same number @at-length', async ({
  desk,
  hands,
}) => {
  await oneOfEach(desk.userData, { clerk: administrator, reviewer })
  await desk.start(rehearsalAt(morningOfWarnings))
  await signIn(hands, administrator)
  const { page } = desk
  const findings = noFindings()
  const strip = page.getByRole('region', { name: '提醒 3 项' })
  await expect(strip.getByRole('listitem')).toHaveCount(warned.length)
  await lookAt(page, 'today with warnings', findings)
  // While the mark of the rehearsal stands, the find box still shows all of its words at the width of the design.
  await expect(page.getByText('演练时钟')).toBeVisible()
  const hidden = (words: Element): number => words.scrollWidth - words.clientWidth
  await expect.poll(() => page.locator('.top-find > span').evaluate(hidden)).toBe(0)

  for (const [kind, name, said, all, chip] of inLanes) {
    const lane = page.getByRole('region', { name })
    await expect(lane).toContainText(said)
    await hands.tabTo(lane.getByRole('button', { name: all }))
    await hands.press('Enter')
    await expect(page.getByRole('button', { name: chip, exact: true })).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByRole('grid').getByText(requestNos[kind])).toBeVisible()
    await hands.press('Alt+1')
    await expect(strip).toBeVisible()
  }
  for (const [index, [kind, what, kept, chip]] of warned.entries()) {
    const line = strip.getByRole('listitem').nth(index)
    await expect(line).toContainText(what)
    await expect(line).toContainText(kept)
    const count = /\d+(?= 件。$)/.exec(what)![0]
    await hands.press(String(index + 1))
    const pressed = page.getByRole('button', { name: `${chip} ${count}`, exact: true })
    await expect(pressed).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByRole('grid').getByRole('row')).toHaveCount(Number(count) + 1)
    await expect(page.getByRole('grid').getByText(requestNos[kind])).toBeVisible()
    await hands.press('Alt+1')
    await expect(strip).toBeVisible()
  }
  tellAndExpectNone('warnings of cases', findings)
})

test('a form that was put aside yesterday is told, and its digit goes on with it @at-length', async ({
  desk,
  hands,
}) => {
  await desk.start()
  await signIn(hands, administrator)
  await fillRegistration(hands, defaultStory.applicant)
  await hands.press('Alt+1')
  await expect(desk.page.getByRole('button', { name: '接着填' })).toBeVisible()
  await expect(desk.page.getByRole('region', { name: /^提醒/ })).toBeHidden() // of today: in hand, not left behind

  await desk.restart(rehearsalAt('2026-09-09T09:00:00+08:00'))
  await signIn(hands, administrator)
  const strip = desk.page.getByRole('region', { name: '提醒 1 项' })
  await expect(strip).toContainText('以前留下的草稿 1 份，最早 9月8日。')
  await expect(strip).toContainText('都密封保存在本机，还没有登记、送审或者退回。')
  await hands.press('1')
  await expect(registrationPage(hands).name).toHaveValue(defaultStory.applicant.name)
})
