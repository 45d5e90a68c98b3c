import { examine, openRequest, savePaper } from '../../demo/hands/case'
import { lock, signIn, sitDown } from '../../demo/hands/front-door'
import { chooseOption } from '../../demo/hands/choose'
import type { Hands } from '../../demo/hands/hands'
import { registerRequest } from '../../demo/hands/reception'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { closeReceipt, openEnded, printPaper } from '../../demo/hands/case-pages'
import { administrator, defaultStory, expect, reviewer, test } from '../support/office-test'
import { fileOn, textOf } from '../support/paper'

test.use({ goesOn: true })

test('the rarer acts under 更多: a correction with its reason, then the applicant withdraws and the case is closed @at-length', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  const findings = noFindings()
  await sitDown(hands, administrator)
  const requestNo = await registerRequest(hands, defaultStory.applicant, async () => undefined)
  await closeReceipt(hands)
  await examine(hands, async () => undefined)
  await hands.tabTo(page.locator('summary', { hasText: '更多' }))
  await hands.press('Enter')

  await test.step('only what can be done is there: no second agency, no colleague', async () => {
    await expect(page.getByRole('button', { name: '更正登记' })).toBeVisible()
    await expect(page.getByRole('button', { name: '转办' })).toBeHidden()
    await expect(page.getByRole('button', { name: '交给同事' })).toBeHidden()
    await lookAt(page, 'case, more acts', findings)
  })

  await test.step('a correction shows nothing unmasked, wants a change and a reason', async () => {
    await hands.tabTo(page.getByRole('button', { name: '更正登记' }))
    await hands.press('Enter')
    const dialog = page.getByRole('dialog', { name: '更正登记' })
    await expect(dialog.getByRole('textbox', { name: '姓名或者名称' })).toBeFocused()
    expect(await desk.traces([defaultStory.applicant.idNumber])).toEqual([])
    await hands.fillNext('更正理由', '电话录错')
    await hands.press('Control+Enter')
    await expect(dialog.getByText('没有改动任何一项，不必记入更正。')).toBeVisible()
    await lookAt(page, 'correction', findings)
    await hands.fillNext('电话', '13900000199')
    await hands.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(page.getByText('更正：申请人')).toBeVisible()
    await expect(page.getByText(/电话录错/)).toBeVisible()
  })

  await test.step('the withdrawal says what it means, and asks to be sure', async () => {
    await hands.tabTo(page.getByRole('button', { name: '申请人撤回' }))
    await hands.press('Enter')
    const dialog = page.getByRole('dialog', { name: '申请人撤回' })
    await expect(dialog.getByText(/3-3-6-3/)).toBeVisible()
    await expect(dialog.getByRole('textbox', { name: '撤回的方式和经过' })).toBeFocused()
    await hands.type('本人到窗口书面撤回')
    await hands.press('Control+Enter')
    await expect(dialog.getByText('请先核实，再勾选。')).toBeVisible()
    await lookAt(page, 'withdrawal', findings)
    await hands.tabTo(dialog.getByRole('checkbox'))
    await hands.press('Space', 'Control+Enter')
    await expect(dialog).toBeHidden()
  })
  await expect(page.getByText('申请人已撤回，本件已终止，没有要办的事。')).toBeVisible()
  await expect(page.locator('summary', { hasText: '更多' })).toBeHidden()
  await lookAt(page, 'case, closed', findings)
  await hands.press('Alt+1')
  await expect(page.getByText('还没有在办的申请')).toBeVisible()
  await openEnded(hands, requestNo)
  await expect(page.getByText('已终止').first()).toBeVisible()
  tellAndExpectNone('withdrawal', findings)
})

test('a registration that was wrong in who and how: agent, others and kind by the clerk, the channel by the reviewer, both values kept @at-length', async ({
  desk,
  hands,
}) => {
  test.setTimeout(240_000)
  const findings = noFindings()
  await sitDown(hands, administrator)
  const requestNo = await registerRequest(hands, defaultStory.applicant, async () => undefined)
  await closeReceipt(hands)
  await printPaper(hands, /^登记回执/)

  await test.step('the clerk: an organisation, somebody who acts for it, and one more applicant', async () => {
    await openCorrection(hands)
    const dialog = desk.page.getByRole('dialog', { name: '更正登记' })
    await expect(dialog.getByText('渠道、来件之日和收到之日关系期限，由审核员或者负责人更正。')).toBeVisible()
    await expect(dialog.getByRole('combobox', { name: '来件渠道' })).toBeHidden()
    await chooseOption(hands, dialog.getByRole('combobox', { name: '申请人类型' }), '科研机构')
    await expect(dialog.getByText(/名称和证件要重新填写/)).toBeVisible()
    await hands.tabTo(dialog.getByRole('radio', { name: '不变' }))
    await hands.press('ArrowRight')
    await expect(dialog.getByRole('radio', { name: '添加' })).toBeChecked()
    await hands.tabTo(dialog.getByRole('button', { name: '添加一名共同申请人' }))
    await hands.press('Enter')
    await hands.press('Control+Enter') // what is missing is told
    await expect(dialog.getByText('请填写代理人姓名。')).toBeVisible()
    await lookAt(desk.page, 'correction, all parts open', findings)
    await hands.fillNext('姓名或者名称', '云溪县水利研究所')
    await hands.fillNext('证件号码', '91420102YYYY00071W')
    await hands.fillNext('法定代表人或者负责人', '王五')
    await hands.fillNext('经办人姓名', '张珊')
    await hands.fillNext('经办人证件号码', '110101190001010014')
    await hands.fillNext('代理人姓名', '赵六')
    await hands.fillNext('代理人证件号码', '110101190001010022')
    await hands.fillNext('代理人联系电话', '13900000177')
    await hands.fillNext('授权委托书', '9月7日委托书，代为申请和领取')
    await hands.fillNext('申请人 2姓名', '李四')
    await hands.fillNext('申请人 2证件号码', '110101190001010022')
    await hands.fillNext('更正理由', '申请人是单位，登记时选错')
    await hands.press('Control+Enter')
    await expect(dialog).toBeHidden({ timeout: 60_000 })
    await expect(desk.page.getByText('更正：申请人类型、申请人、共同申请人、代理人')).toBeVisible()
    await expect(desk.page.getByText('申请人类型：自然人，更正为科研机构')).toBeVisible()
    await expect(desk.page.getByText(/代理人：没有，更正为赵/)).toBeVisible()
    await expect(desk.page.getByText(/姓名或者名称：张.*，更正为云溪县水利研究所/)).toBeVisible()
  })

  await lock(hands)
  await signIn(hands, reviewer)
  await openRequest(hands, requestNo)

  await test.step('the reviewer: it came by registered post, signed for on the day before', async () => {
    await openCorrection(hands)
    const dialog = desk.page.getByRole('dialog', { name: '更正登记' })
    await chooseOption(hands, dialog.getByRole('combobox', { name: '来件渠道' }), '邮寄（签收）')
    await hands.fillNext('更正理由', '窗口转来的是挂号信')
    await hands.press('Control+Enter')
    await expect(dialog.getByText('请填写签收之日。')).toBeVisible()
    await expect(dialog.getByText('请填写邮件号。')).toBeVisible()
    await hands.tabTo(dialog.getByRole('combobox', { name: '签收之日' }))
    await hands.type('2026-09-07')
    await hands.fillNext('邮件号', 'XA12345678944')
    await hands.fillNext('签收人', '收发室')
    await lookAt(desk.page, 'correction of the channel', findings)
    await hands.press('Control+Enter')
    await expect(dialog).toBeHidden({ timeout: 60_000 })
    await expect(desk.page.getByText(/来件渠道：当面提交，更正为/)).toBeVisible()
    await expect(desk.page.getByText('收到之日：2026年9月8日，更正为2026年9月7日')).toBeVisible()
    await expect(desk.page.getByText(/10月10日/).first()).toBeVisible() // the twentieth working day from 7 September, a Saturday on duty
    await lookAt(desk.page, 'case with both values', findings)
  })

  await test.step('the receipt that goes out again says what is right now, and that it is not the first', async () => {
    const file = fileOn(desk, 'receipt')
    await savePaper(hands, { name: /^登记回执/, file, saveTo: to => desk.dialogs.save(to) })
    const receipt = await textOf(file)
    expect(receipt).toContain('补打')
    expect(receipt).toContain('云溪县水利研究所')
    expect(receipt).toContain('2026年9月7日')
    expect(receipt).not.toContain('当面提交')
    expect(receipt).not.toContain(defaultStory.applicant.name)
  })
  tellAndExpectNone('corrections', findings)
})

async function openCorrection(hands: Hands) {
  const { page } = hands
  const correct = page.getByRole('button', { name: '更正登记' })
  await hands.tabTo(page.locator('summary', { hasText: '更多' }))
  if (!(await correct.isVisible())) await hands.press('Enter')
  await hands.tabTo(correct)
  await hands.press('Enter')
  await expect(page.getByRole('dialog', { name: '更正登记' })).toBeVisible()
}
