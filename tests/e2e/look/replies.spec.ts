import { pathSteps, typesOf } from '#shared/application/requests/reply-path'
import { zhCn } from '../../../renderer/i18n/zh-cn'
import { chooseReply, examine, pressUntil } from '../../demo/hands/case'
import type { Hands } from '../../demo/hands/hands'
import type { Desk } from '../support/desk'
import { administrator, defaultStory, expect, reviewer, test } from '../support/office-test'
import { fillPartial, openNewCase, openReplyDesk, pressForReply, seeWholeLetter } from '../../demo/hands/reply-pages'
import { serveWithoutScreen } from '../support/without-screen'
import { lookAt, noFindings, tellAndExpectNone, type Findings } from './look-at'

/** One type of each kind of field: as proposed they lack something. What lacks nothing would be sent. */
const isIncomplete = new Set([
  '重复申请',
  '公开出版物',
  '行政查询事项',
  '不予公开（国家秘密）',
  '不予公开（三安全一稳定）',
  '已主动公开',
  '档案已移交国家档案馆',
])

test.use({ goesOn: true })

test('the path, the fields of each kind, review and approval on paper: nothing in the way of anybody @at-length', async ({
  desk,
  hands,
}) => {
  test.setTimeout(400_000) // a hundred looks of axe on a busy machine
  const findings = noFindings()
  const look = (screen: string) => lookAt(desk.page, screen, findings)
  await openNewCase(hands)
  await openReplyDesk(hands, 1)
  let types = 0
  for (const [index, step] of pathSteps.entries()) {
    const names = typesOf(step).map(type => zhCn[`refusal.decision.${type}`])
    await pressUntil(hands, `Control+${index + 1}`, desk.page.getByRole('radio', { name: names[0]! }))
    await look(`question ${step}`)
    for (const name of names) {
      if (!(await desk.page.getByRole('radio', { name }).isEnabled())) continue
      types++
      await chooseReply(hands, index + 1, name)
      if (isIncomplete.has(name)) {
        await hands.press('Control+Enter') // what is missing is told
        await expect(desk.page.getByRole('alert').first()).toBeVisible()
      }
      await look(name)
    }
  }
  console.log(`${types} types of reply looked at`)
  expect(types).toBe(17) // with 信息不存在, which needs a search that found nothing, the eighteen that can be made
  await chooseReply(hands, 3, '非本机关负责公开')
  await hands.tabTo(desk.page.getByRole('checkbox', { name: /无法确定负责公开的机关/ }))
  await hands.press('Space', 'Control+Enter')
  await expect(desk.page.getByRole('textbox', { name: '无法确定的原因' })).toBeFocused()
  await look('非本机关负责公开, no agency determined')
  await fillPartial(hands)
  await seeWholeLetter(hands)
  await look('部分公开, filled in')
  await hands.press('Control+Enter')
  await expect(desk.page.getByText('等审核第 1 稿')).toBeVisible({ timeout: 60_000 })
  await look('case, submitted')
  await hands.press('b')
  await expect(desk.page.getByRole('img', { name: /第 1 页/ })).toBeVisible({ timeout: 60_000 })
  await look('review of 部分公开')
  await hands.press('Alt+g')
  await expect(desk.page.getByRole('tabpanel')).toBeVisible()
  await look('approval on paper')
  finish(desk, 'deciding', findings)
})

test('on the spot, and in English', async ({ desk, hands }) => {
  const findings = noFindings()
  await openNewCase(hands)
  await lookAt(desk.page, 'case, registered', findings)
  await pressForReply(hands, 'a')
  await fillPublished(hands)
  await lookAt(desk.page, 'on the spot', findings)
  await hands.press('Alt+g')
  await expect(desk.page.getByRole('dialog')).toBeVisible()
  await lookAt(desk.page, 'on the spot, to confirm', findings)
  await hands.press('Escape')
  await expect(desk.page.getByRole('dialog')).toBeHidden()
  await hands.tabTo(desk.page.getByRole('button', { name: 'EN', exact: true }))
  await hands.press('Enter')
  await expect(desk.page.getByRole('heading', { name: /Draft the reply/, level: 1 })).toBeVisible()
  await lookAt(desk.page, 'on the spot, English', findings)
  finish(desk, 'on the spot', findings)
})

test.describe('with an earlier reply', () => {
  test.use({ isOn: false, goesOn: false })

  test('the offered earlier replies @at-length', async ({ desk, hands }) => {
    const findings = noFindings()
    await serveWithoutScreen(desk.userData, { clerk: administrator, reviewer, day: '2026-09-08' })
    await desk.start()
    await openNewCase(hands, { ...defaultStory.applicant, idNumber: '110101190001010014' })
    await examine(hands, async () => undefined)
    await pressForReply(hands, 'd')
    await chooseReply(hands, 2, '重复申请')
    await expect(desk.page.getByRole('button', { name: /用这一件/ })).toBeVisible()
    await lookAt(desk.page, 'earlier replies', findings)
    finish(desk, 'earlier replies', findings)
  })
})

async function fillPublished(hands: Hands) {
  await chooseReply(hands, 6, '已主动公开')
  await hands.fillNext('信息 1 名称', '青石镇土地利用总体规划')
  await hands.fillNext('信息 1 网址、公报期号或者查阅场所', 'https://www.yunxi.example.cn/plan/2019-014.html')
  await seeWholeLetter(hands)
}

function finish(desk: Desk, what: string, findings: Findings): void {
  expect(desk.complaints.filter(one => /content (security )?policy/i.test(one))).toEqual([])
  tellAndExpectNone(what, findings)
}
