import { openRequest } from '../../demo/hands/case'
import { signIn } from '../../demo/hands/front-door'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { readOffice } from '../../support/journal/read-office'
import { rehearsalAt } from '../support/desk'
import { administrator, expect, reviewer, test } from '../support/office-test'
import { openEnded } from '../../demo/hands/case-pages'
import { issueWithoutScreen } from '../support/without-screen'

test.use({ isOn: false })

test('a reply goes by the post: the day of posting meets the clock, and the day of delivery is written down later @at-length', async ({
  desk,
  hands,
}) => {
  const { requestNo } = await issueWithoutScreen(desk.userData, { clerk: administrator, reviewer, day: '2026-09-08' })
  const findings = noFindings()
  await desk.start(rehearsalAt('2026-09-10T09:00:00+08:00'))
  await signIn(hands, administrator)
  await openRequest(hands, requestNo)
  await hands.press('v')
  const { page } = desk
  const dialog = page.getByRole('dialog', { name: '登记送达' })
  await expect(dialog.getByRole('combobox', { name: '签收日期' })).toBeFocused()

  await test.step('each way says which day meets the clock', async () => {
    const ways = dialog.getByRole('radio', { name: /送达$/ })
    await expect(ways).toHaveCount(5)
    await hands.tabTo(dialog.getByRole('radio', { name: '当面送达' }))
    await hands.press('ArrowDown')
    await expect(dialog.getByText('邮寄送达，以交邮之日为准')).toBeVisible()
    await expect(dialog.getByText(/快递企业不得寄递国家机关公文/)).toBeVisible()
    await lookAt(page, 'service by post', findings)
  })

  await test.step('by wire the net address that the letter does not say is told with it', async () => {
    const besides = dialog.getByText(/要同时告知（行政复议法第二十二条第二款）/)
    await expect(besides).toBeHidden()
    await hands.press('ArrowDown')
    await expect(besides).toBeVisible()
    await lookAt(page, 'service by e-mail', findings)
    await hands.press('ArrowUp')
    await expect(besides).toBeHidden()
  })

  await test.step('a courier number is refused, a postal one is taken', async () => {
    await hands.fillNext('交寄的邮政网点', '云溪县人民路邮政支局')
    await hands.fillNext('收件地址', '云溪县青石镇白鹭村12号')
    await hands.fillNext('邮件号', 'SF1234567890123')
    await hands.press('Control+Enter')
    await expect(dialog.getByText(/SF 开头的是快递单号/)).toBeVisible()
    await expect(dialog.getByRole('textbox', { name: '邮件号' })).toBeFocused()
    await hands.fillNext('邮件号', 'EM123456789CN')
    await hands.press('Control+Enter')
    await expect(dialog).toBeHidden()
  })
  await expect(page.getByText('9月10日交邮，期限已满足。')).toBeVisible()
  await expect(page.getByText('特快专递（EMS） EM123456789CN')).toBeVisible()
  await lookAt(page, 'case, posted', findings)

  await test.step('two days later the post has delivered', async () => {
    await desk.restart(rehearsalAt('2026-09-12T09:00:00+08:00'))
    await signIn(hands, administrator)
    await openEnded(hands, requestNo)
    await hands.press('t')
    const delivery = desk.page.getByRole('dialog', { name: '登记投递' })
    await expect(delivery.getByRole('combobox', { name: '投递日期' })).toBeFocused()
    await lookAt(desk.page, 'delivery', findings)
    await hands.press('Control+Enter')
    await expect(delivery).toBeHidden()
    await expect(desk.page.getByText('邮政已投递（2026年9月12日）')).toBeVisible()
    await expect(desk.page.getByText('9月10日交邮，期限已满足。')).toBeVisible()
    await expect(desk.page.getByText('已经送达，没有要办的事。')).toBeVisible()
  })
  await desk.close()
  const { acts } = await readOffice(`${desk.userData}/office`, administrator)
  const facts = acts.flatMap(act => act.facts)
  expect(facts.find(({ type }) => type === 'reply.served@1')?.open).toEqual({
    ...{ servedOn: '2026-09-10', way: 'post', mailClass: 'ems' },
  })
  expect(facts.at(-1)).toMatchObject({ type: 'post.delivered@1', open: { deliveredOn: '2026-09-12' } })
  tellAndExpectNone('service by post', findings)
})
