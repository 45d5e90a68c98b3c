import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { signIn, sitDown } from '../../demo/hands/front-door'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { administrator, defaultStory, expect, test } from '../support/office-test'
import { swipeCard } from '../support/swipe-card'
import { openForm } from '../../demo/hands/intake-pages'
import { openSettings } from '../../demo/hands/settings-pages'

const { applicant } = defaultStory
const photo = 'iVBORw0KGgo'.repeat(2_000)

test.use({ goesOn: true })

test('a reader that types: the number goes to its field, and not into the field where the cursor stood', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  await sitDown(hands, administrator)
  await openForm(hands)
  await expect(page.getByRole('button', { name: '读卡' })).toBeHidden()
  await hands.fillNext('名称、文号或其他特征描述', applicant.description)
  await swipeCard(page, applicant.idNumber)
  await expect(page.getByRole('textbox', { name: '居民身份证号码' })).toHaveValue('330102 19040404 008X')
  await expect(page.getByRole('textbox', { name: '名称、文号或其他特征描述' })).toHaveValue(applicant.description)
  await expect(page.getByRole('textbox', { name: '联系电话' })).toBeFocused()
})

test('the address of a service is set on the settings page, for this machine only, and the next card is read', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  const { name, idNumber } = applicant
  const vendor = http.createServer((_request, response) => response.end(JSON.stringify({ name, idNumber })))
  await new Promise<void>(listening => vendor.listen(0, '127.0.0.1', listening))
  const { port } = vendor.address() as AddressInfo
  await sitDown(hands, administrator)
  await openSettings(hands)
  await hands.fillNext('读卡服务的地址', `http://10.0.0.7:${port}/read`)
  await hands.press('Enter')
  await expect(page.getByText('只能填本机的地址，例如 127.0.0.1:8989/read。')).toBeVisible()
  await hands.fillNext('读卡服务的地址', `http://127.0.0.1:${port}/read`)
  await hands.press('Enter')
  await expect(page.getByText('登记申请时按 F9 读卡。')).toBeVisible()
  await openForm(hands)
  await expect(page.getByRole('button', { name: '读卡' })).toBeVisible()
  await hands.press('F9')
  await expect(page.getByText(`已读入 ${name}`)).toBeVisible()
  vendor.close()
})

test.describe('a reader that is asked', () => {
  test.use({ isOn: false, goesOn: false })

  test('fills name and number, the address only where something is posted, and goes on to the telephone', async ({
    desk,
    hands,
  }) => {
    const file = path.join(desk.userData, 'card.json')
    const setting = { cardReader: { file } }
    fs.writeFileSync(path.join(desk.userData, 'office', 'settings.json'), JSON.stringify(setting))
    await desk.start()
    await signIn(hands, administrator)
    await openForm(hands)
    const { page } = desk
    const findings = noFindings()

    await expect(page.getByRole('button', { name: '读卡' })).toBeVisible()
    await hands.press('F9')
    await expect(page.getByText('读卡服务没有回应。请看读卡器是否插好、服务是否启动，或照着证件录入。')).toBeVisible()
    await lookAt(page, 'a reader that does not answer', findings)
    const { name, idNumber } = applicant
    fs.writeFileSync(file, JSON.stringify({ name, idNumber, address: '云溪县青石镇白鹭村1号', identityPic: photo }))
    await hands.press('F9')
    await expect(page.getByText(`已读入 ${name}`)).toBeVisible()
    await expect(page.getByRole('textbox', { name: '姓名', exact: true })).toHaveValue(name)
    await expect(page.getByRole('textbox', { name: '居民身份证号码' })).toHaveValue('330102 19040404 008X')
    await expect(page.getByRole('textbox', { name: '联系电话' })).toBeFocused()
    await lookAt(page, 'a card was read', findings)
    tellAndExpectNone('card reader', findings)

    await hands.tabTo(page.getByRole('radio', { name: '自取' }))
    await hands.press('ArrowRight')
    await expect(page.getByRole('textbox', { name: '邮寄地址' })).toHaveValue('')
    await hands.press('F9')
    await expect(page.getByRole('textbox', { name: '邮寄地址' })).toHaveValue('云溪县青石镇白鹭村1号')
    expect(await desk.traces([photo.slice(0, 40)])).toEqual([])
  })
})
