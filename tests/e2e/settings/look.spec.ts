import { signIn } from '../../demo/hands/front-door'
import { office } from '../../demo/hands/people-of-the-story'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { administrator, expect, reviewer, test } from '../support/office-test'
import { openSettings } from '../../demo/hands/settings-pages'

test('settings, their dialogs and posts of a person: nothing in the way of anybody, by the keyboard', async ({
  desk,
  hands,
}) => {
  test.setTimeout(240_000)
  const findings = noFindings()
  const { page } = desk
  const look = (screen: string) => lookAt(page, screen, findings)
  const open = async (name: string | RegExp) => {
    await hands.tabTo(page.getByRole('button', { name }).first())
    await hands.press('Enter')
  }
  const close = async () => {
    await hands.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await signIn(hands, administrator)
  await openSettings(hands)
  await look('settings')
  await open(`更正${office.agencyName}`)
  await expect(page.getByRole('dialog')).toBeVisible()
  await hands.fillNext('法院地址', '云溪县新区大道9号')
  await expect(page.getByText(`原为：${office.courtAddress}`)).toBeVisible()
  await look('settings, correct agency')
  await close()
  await hands.press('Alt+v')
  await expect(page.getByRole('dialog')).toBeVisible()
  await hands.press('Control+Enter')
  await expect(page.getByText('请写明原因。')).toBeVisible()
  await look('settings, void')
  await close()
  await open(/看样张/)
  await expect(page.getByRole('img').first()).toBeVisible({ timeout: 60_000 })
  await look('settings, font sample')
  await hands.press('Alt+9')
  await open(`改${reviewer.name}的岗位`)
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('people, posts')
  await close()
  await open(`给${reviewer.name}设密码`)
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('people, password')
  await close()
  await hands.press('Alt+r')
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('people, renew the sheet')
  await close()
  await hands.tabTo(page.getByRole('button', { name: 'EN', exact: true }))
  await hands.press('Enter')
  await hands.press('Alt+0')
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  await look('settings, English')
  tellAndExpectNone('settings', findings)
})
