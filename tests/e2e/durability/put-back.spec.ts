import fs from 'node:fs'
import path from 'node:path'
import { signIn } from '../../demo/hands/front-door'
import { registerRequest } from '../../demo/hands/reception'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { administrator, defaultStory, expect, test } from '../support/office-test'

test.use({ isOn: false })

const mirrorState = 'health:report'

test('the disk is lost: the door puts the office back from its copy, and the request is there', async ({
  desk,
  hands,
}, info) => {
  test.setTimeout(240_000)
  const office = path.join(desk.userData, 'office')
  const copy = path.join(desk.userData, 'other disk')
  for (const part of ['vault', 'journal']) fs.mkdirSync(path.join(copy, part), { recursive: true })
  fs.writeFileSync(path.join(office, 'settings.json'), JSON.stringify({ mirrorFolder: copy }))
  await desk.start()
  await signIn(hands, administrator)
  const requestNo = await registerRequest(hands, defaultStory.applicant, async () => undefined)
  const mirror = () =>
    desk.page.evaluate(async channel => {
      const { recordsDesk } = window as unknown as { recordsDesk: { invoke(name: string): Promise<never> } }
      return (await recordsDesk.invoke(channel)) as { value: { mirror: string } }
    }, mirrorState)
  await expect.poll(async () => (await mirror()).value.mirror).toBe('current')
  await desk.close()
  fs.rmSync(office, { recursive: true })

  // The view of the lost disk, which knows of more than an older copy might hold, still lies in the profile.
  const findings = noFindings()
  const look = async (screen: string): Promise<void> => {
    await lookAt(desk.page, screen, findings)
    await desk.page.screenshot({ path: info.outputPath(`${screen}.png`) })
  }
  await desk.start()
  const { page } = desk
  await expect(page.getByRole('button', { name: '从副本恢复' })).toBeVisible({ timeout: 60_000 })
  await look('door')
  await page.getByRole('button', { name: '从副本恢复' }).click()
  await expect(page.getByRole('heading', { name: '从副本恢复', level: 1 })).toBeVisible()
  await look('choose')
  await desk.dialogs.open([desk.userData])
  await page.getByRole('button', { name: '选择副本文件夹…' }).click()
  await expect(page.getByText('这个文件夹里没有账本副本。', { exact: false })).toBeVisible()
  await look('no copy')
  await desk.dialogs.open([copy])
  await page.getByRole('button', { name: '重新选' }).click()
  await expect(page.getByText(copy)).toBeVisible()
  await page.getByRole('combobox', { name: '人员' }).selectOption({ label: administrator.name })
  await page.getByRole('textbox', { name: '密码' }).fill('不是这个口令')
  await page.getByRole('button', { name: '核对副本' }).click()
  await expect(page.getByText('密码不对。', { exact: false })).toBeVisible()
  await page.getByRole('textbox', { name: '密码' }).fill(administrator.password)
  await look('found')
  await page.getByRole('button', { name: '核对副本' }).click()
  await expect(page.getByRole('heading', { name: '副本核对完了' })).toBeVisible()
  await look('checked')
  await page.getByRole('button', { name: '恢复到本机' }).click()
  await expect(page.getByRole('button', { name: '去登录' })).toBeVisible()
  await look('done')
  await page.getByRole('button', { name: '去登录' }).click()
  await signIn(hands, administrator)
  await hands.press('Alt+1')
  await expect(page.getByText(requestNo).first()).toBeVisible()
  tellAndExpectNone('put back', findings)
})
