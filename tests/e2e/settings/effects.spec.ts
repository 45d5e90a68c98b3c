import { savePaper } from '../../demo/hands/case'
import { sitDown } from '../../demo/hands/front-door'
import type { Hands } from '../../demo/hands/hands'
import { office } from '../../demo/hands/people-of-the-story'
import { registerRequest } from '../../demo/hands/reception'
import { openReplyDesk } from '../../demo/hands/reply-pages'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { administrator, defaultStory, expect, test } from '../support/office-test'
import { textOf } from '../support/paper'
import { correctAgency, openSettings } from '../../demo/hands/settings-pages'

const quiet = async () => undefined

async function addWaterBureau(hands: Hands) {
  const { page } = hands
  await hands.press('Alt+n')
  await expect(page.getByRole('dialog', { name: '增加行政机关' })).toBeVisible()
  const fields = {
    机关全称: '云溪县水务局',
    机关代字: '云水公开',
    机关地址: '云溪县人民路3号',
    政府信息公开工作机构: '办公室',
    联系电话: '0571-88880001',
    行政复议机关: '云溪县人民政府',
    复议机关收件地址: '云溪县人民路1号',
    管辖法院: '云溪县人民法院',
    法院地址: '云溪县法院路2号',
  }
  for (const [label, text] of Object.entries(fields)) await hands.fillNext(label, text)
  await hands.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '云溪县水务局' }).first()).toBeVisible()
}

test.use({ goesOn: true })

test('the net address of the reconsideration body and the choice for R01 reach the letter; the open question is pointed at @at-length', async ({
  desk,
  hands,
}, info) => {
  test.setTimeout(300_000)
  const { page } = desk
  const findings = noFindings()
  await sitDown(hands, administrator)
  await openSettings(hands)
  await hands.tabTo(page.getByRole('button', { name: `更正${office.agencyName}` }))
  await hands.press('Enter')
  await expect(page.getByRole('dialog', { name: '更正行政机关' })).toBeVisible()
  await hands.fillNext('复议机关网上提交的网址选填', 'fy.example')
  await hands.fillNext('原因', '开通网上申请')
  await hands.press('Control+Enter')
  await expect(page.getByText(/网址的写法不对/)).toBeVisible()
  await lookAt(page, 'agency with a wrong net address', findings)
  await hands.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await correctAgency(hands, {
    name: office.agencyName,
    fields: { 复议机关网上提交的网址选填: 'https://fy.yunxi.example.gov.cn' },
    reason: '开通网上申请',
  })
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByText(/，https:\/\/fy\.yunxi\.example\.gov\.cn$/)).toBeVisible()

  await registerRequest(hands, defaultStory.applicant, quiet)
  await hands.press('Escape')
  await openReplyDesk(hands, 1)
  await hands.press('Control+6')
  await hands.press('Space')
  await expect(page.getByRole('radio', { name: '予以公开' })).toBeChecked()
  await hands.fillNext('附件 1 名称', defaultStory.attachment.title)
  await hands.fillNext('附件 1 页数', '12')
  const spots = page.locator('.paper-spots rect')
  await expect(spots.first()).toBeAttached({ timeout: 60_000 })
  const topOf = () => spots.first().getAttribute('y')
  const decision = await topOf()
  await hands.tabTo(page.getByRole('textbox', { name: /^理由/ }))
  await expect.poll(topOf).not.toBe(decision)
  await page.screenshot({ path: info.outputPath('pointed.png') })
  await lookAt(page, 'the sentence of the open question', findings)
  tellAndExpectNone('agency and pointed sentence', findings)
})

test('what is set takes effect: default agency, warning days, the promise on receipt, case and board', async ({
  desk,
  hands,
}, info) => {
  test.setTimeout(300_000)
  const { page } = desk
  const findings = noFindings()
  const look = async (screen: string) => {
    await page.screenshot({ path: info.outputPath(`${screen.replaceAll(' ', '-')}.png`) })
    await lookAt(page, screen, findings)
  }
  await sitDown(hands, administrator)
  await openSettings(hands)
  await addWaterBureau(hands)
  const choice = page.getByRole('combobox', { name: '登记时默认的机关' })
  await hands.tabTo(choice)
  await expect(choice.locator('option:checked')).toHaveText('没有设，登记时逐件选')
  await hands.press('ArrowDown') // opens the list
  const water = page.getByRole('option', { name: '云溪县水务局' })
  await expect(water).toBeVisible()
  const isReached = () => water.and(page.locator(':focus')).count()
  for (let others = 0; (await isReached()) === 0 && others < 4; others++) await hands.press('ArrowDown')
  await hands.press('Enter')
  await expect(choice.locator('option:checked')).toHaveText('云溪县水务局')
  await hands.fillNext('到期提醒的工作日数', '5')
  await hands.fillNext('首次回应承诺的小时数', '48')
  await hands.tabTo(page.getByRole('checkbox', { name: /对外作出服务承诺/ }))
  await hands.press('Space')
  await hands.press('Control+s')
  await expect(page.getByText('设置已写入账本。')).toBeVisible()
  await look('settings with a pledge')

  const requestNo = await registerRequest(hands, defaultStory.applicant, async () => {
    await expect(page.getByRole('combobox', { name: /机关/ }).locator('option:checked')).toHaveText('云溪县水务局')
  })
  await hands.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByText(/^本机关承诺：.*前首次回应，.*前办理。法定期限以上图为准。$/)).toBeVisible()
  await look('case with a pledge')
  const file = info.outputPath('receipt.pdf')
  await savePaper(hands, { name: /^登记回执/, file, saveTo: path => desk.dialogs.save(path) })
  const receipt = await textOf(file)
  expect(receipt).toContain('登记后48小时内首次回应，5个工作日内')
  expect(receipt).toContain('这是本机关的服务承诺，不改变上列法定答复期限。')
  expect(receipt).toContain('本机关自次日起20个工作日内答复')
  expect(receipt).toContain('云溪县水务局')

  await hands.press('Alt+1')
  await expect(page.getByRole('heading', { name: /五个工作日内到期/ })).toBeVisible()
  await expect(page.getByRole('link', { name: new RegExp(requestNo) })).toContainText(/承诺 \d+月\d+日/)
  await look('today with a pledge')
  tellAndExpectNone('settings in effect', findings)
})
