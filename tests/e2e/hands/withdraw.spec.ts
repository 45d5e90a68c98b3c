import { examine } from '../../demo/hands/case'
import { signIn } from '../../demo/hands/front-door'
import { registerRequest } from '../../demo/hands/reception'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { closeReceipt, openEnded } from '../../demo/hands/case-pages'
import { administrator, defaultStory, expect, test } from '../support/office-test'

test('the rarer acts under 更多: a correction with its reason, then the applicant withdraws and the case is closed', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  const findings = noFindings()
  await signIn(hands, administrator)
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
