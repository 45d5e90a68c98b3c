import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { approve, openRequest, draftReply, examine, recordSearch, savePaper } from '../../demo/hands/case'
import { lock, signIn, sitDown } from '../../demo/hands/front-door'
import { noDialog } from '../../demo/hands/hands'
import { office } from '../../demo/hands/people-of-the-story'
import { registerRequest } from '../../demo/hands/reception'
import { choosePerson, tryPassword } from '../support/front-door-pages'
import { administrator, defaultStory, expect, reviewer, test } from '../support/office-test'
import { embeddedFonts } from '../../support/pdf/pdfa-structure'
import { closeReceipt } from '../../demo/hands/case-pages'
import { fileOn, textOf } from '../support/paper'
import { correctAgency, openSettings, startSeries, voidNumbers } from '../../demo/hands/settings-pages'

test.use({ goesOn: true })

/** A face that no paper of the program has by itself. */
const own = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-serif-sc/500Medium/NotoSerifSC_500Medium.ttf',
)

test('going live in the middle of a year: the series go on from the paper register, and no number is called void', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  await sitDown(hands, administrator)
  await openSettings(hands)
  const reason = '年中启用，纸质登记簿用到此号'
  await startSeries(hands, { lastUsed: 'YX-A-2026-0056', next: 'YX-A-2026-0057', reason })
  await expect(page.getByRole('row', { name: /YX-A-2026-0056.*年中启用.*周敏/ })).toBeVisible()
  const letters = { lastUsed: `${office.agencyCode}[2026]15号`, next: `${office.agencyCode}〔2026〕16号`, reason }
  await startSeries(hands, letters)
  await expect(page.getByRole('row', { name: new RegExp(`${office.agencyCode}〔2026〕15号.*年中启用`) })).toBeVisible()
  await expect(page.getByText(/^没有作废的号码/)).toBeVisible()

  await hands.press('Alt+1')
  const requestNo = await registerRequest(hands, defaultStory.applicant, async () => undefined)
  expect(requestNo).toBe('YX-A-2026-0057')
  await hands.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await openSettings(hands)
  await startSeries(hands, { lastUsed: 'YX-A-2026-0090', next: 'YX-A-2026-0091', reason })
  await expect(page.getByText('已经用到 YX-A-2026-0057')).toBeVisible()
})

test('a court is corrected: the letter issued before keeps the old address, and new ones print the new @at-length', async ({
  desk,
  hands,
}, info) => {
  test.setTimeout(240_000)
  const saveTo = (file: string) => desk.dialogs.save(file)
  const quiet = async () => undefined
  const issue = async (): Promise<string> => {
    await sitDown(hands, administrator)
    const requestNo = await registerRequest(hands, defaultStory.applicant, quiet)
    await hands.press('Escape')
    await expect(desk.page.getByRole('dialog')).toBeHidden()
    await examine(hands, quiet)
    await recordSearch(hands, defaultStory.search, quiet)
    await draftReply(hands, defaultStory, quiet)
    await lock(hands)
    await signIn(hands, reviewer)
    await openRequest(hands, requestNo)
    await approve(hands, quiet)
    await lock(hands)
    return requestNo
  }
  const letterOf = async (requestNo: string, name: string): Promise<string> => {
    await openRequest(hands, requestNo)
    const file = info.outputPath(`${name}.pdf`)
    await savePaper(hands, { name: /^答复书/, file, saveTo })
    return textOf(file)
  }
  /** Back to the first page, to which the next one at this window would come. */
  const goHome = async () => {
    await hands.press('Alt+1')
    await expect(desk.page.getByRole('heading', { name: '今日', level: 1 })).toBeVisible()
  }
  const movedTo = '云溪县新区大道9号'

  const first = await issue()
  await signIn(hands, administrator)
  await openSettings(hands)
  await correctAgency(hands, { name: office.agencyName, fields: { 法院地址: movedTo }, reason: '法院迁址' })
  await expect(desk.page.getByRole('dialog')).toBeHidden()
  await expect(desk.page.getByText(new RegExp(`${movedTo}$`))).toBeVisible()
  await expect(desk.page.getByText(new RegExp(`${administrator.name}：法院迁址`))).toBeVisible()

  await goHome()
  const old = await letterOf(first, 'old')
  expect(old).toContain(office.courtAddress)
  expect(old).not.toContain(movedTo)
  await goHome()
  await lock(hands)
  const second = await issue()
  await signIn(hands, administrator)
  const corrected = await letterOf(second, 'new')
  expect(corrected).toContain(movedTo)
  expect(corrected).not.toContain(office.courtAddress)

  await openSettings(hands)
  await correctAgency(hands, { name: office.agencyName, fields: { 机关代字: '云新公开' }, reason: '换代字' })
  await expect(desk.page.getByText(`代字「${office.agencyCode}」已有编了号的文书，不能再改。`)).toBeVisible()
})

test('a font chosen in settings stands in the next paper', async ({ desk, hands }) => {
  test.setTimeout(180_000)
  const { page } = desk
  await sitDown(hands, administrator)
  await openSettings(hands)
  const row = page.locator('.settings-row', { has: page.getByRole('heading', { name: '正文字体（仿宋）' }) })
  await expect(row).toContainText('程序自带的宋体')
  await desk.dialogs.open([own])
  await hands.tabTo(page.getByRole('button', { name: '正文字体（仿宋）：从文件选' }))
  await hands.press('Enter')
  await expect(row).toContainText(/Noto Serif/)
  await registerRequest(hands, defaultStory.applicant, async () => undefined)
  await closeReceipt(hands)
  const file = fileOn(desk, 'receipt')
  await savePaper(hands, { name: /^登记回执/, file, saveTo: to => desk.dialogs.save(to) })
  const fonts = await embeddedFonts(fs.readFileSync(file))
  expect(fonts.filter(name => name.endsWith('NotoSerifSC-Medium'))).toHaveLength(1)
})

test('an agency is added, settings are recorded, a number is voided and the next letter steps over it', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  await sitDown(hands, administrator)
  await openSettings(hands)
  await hands.press('Alt+n')
  await expect(page.getByRole('dialog', { name: '增加行政机关' })).toBeVisible()
  await hands.press('Control+Enter')
  await expect(page.getByText('请填写机关全称。')).toBeVisible()
  const fields = {
    机关全称: '云溪县水务局',
    机关代字: office.agencyCode,
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
  await expect(page.getByText(`机关代字「${office.agencyCode}」已经有机关在用。`)).toBeVisible()
  await hands.fillNext('机关代字', '云水公开')
  await hands.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '云溪县水务局' }).first()).toBeVisible()

  await hands.fillNext('到期提醒的工作日数', '11')
  await expect(page.getByText('请填 1 至 10 的整数。')).toBeVisible()
  await hands.fillNext('到期提醒的工作日数', '5')
  await hands.press('Control+s')
  await expect(page.getByText('设置已写入账本。')).toBeVisible()

  await voidNumbers(hands, { first: '云水公开〔2026〕3号', reason: '取号后没有使用' })
  await expect(page.getByText(/这个序列的下一号是第 1 号/)).toBeVisible()
  await hands.fillNext('号码', '云水公开〔2026〕1号')
  await hands.fillNext('止号选填', '云水公开[2026]2号')
  await hands.press('Control+Enter')
  await expect(page.getByRole('row', { name: /云水公开〔2026〕2号.*取号后没有使用.*周敏/ })).toBeVisible()
  await desk.restart()
  await signIn(hands, administrator)
  await openSettings(hands)
  await expect(desk.page.getByRole('textbox', { name: '到期提醒的工作日数' })).toHaveValue('5')
  await expect(desk.page.getByRole('rowheader', { name: '云水公开〔2026〕1号' })).toBeVisible()
})

test('a second copy is tested for writing, shown with its state, and followed from the next start', async ({
  desk,
  hands,
}, info) => {
  const copy = info.outputPath('copy')
  fs.mkdirSync(copy)
  await sitDown(hands, administrator)
  await openSettings(hands)
  const choose = desk.page.getByRole('button', { name: '选账本副本的文件夹' })
  await desk.dialogs.open([path.join(desk.userData, 'office')])
  await hands.tabTo(choose)
  await hands.press('Enter')
  await expect(desk.page.getByText('这个文件夹不能用：它和账本放在同一个地方。')).toBeVisible()
  await desk.dialogs.open([copy])
  await hands.press('Enter')
  await expect(desk.page.getByText('已设好，下次打开程序后开始跟写')).toBeVisible()
  expect(fs.readdirSync(copy).sort()).toEqual(['journal', 'vault'])
  await desk.restart()
  await signIn(hands, administrator)
  await openSettings(hands)
  await expect(desk.page.getByText('副本已跟上')).toBeVisible()
  expect(fs.existsSync(path.join(copy, 'vault', 'vault.json'))).toBe(true)
})

test('posts change at once, who leaves signs in no longer, and the last administrator stays', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  await sitDown(hands, administrator)
  await hands.press('Alt+9')
  const posting = async (name: string) => {
    await noDialog(page)
    await hands.tabTo(page.getByRole('button', { name: `改${name}的岗位` }))
    await hands.press('Enter')
    await expect(page.getByRole('dialog', { name: `改${name}的岗位` })).toBeVisible()
  }
  const toggle = async (post: RegExp) => {
    await hands.tabTo(page.getByRole('dialog').getByRole('checkbox', { name: post }))
    await hands.press('Space')
  }
  await posting(administrator.name)
  await toggle(/^管理员/)
  await expect(page.getByRole('alert').filter({ hasText: `${administrator.name}是最后一名管理员` })).toBeVisible()
  await hands.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await hands.press('Escape')
  await posting(reviewer.name)
  await toggle(/^负责人/)
  await hands.press('Control+Enter')
  await expect(page.getByRole('row', { name: new RegExp(`${reviewer.name}.*审核员、负责人`) })).toBeVisible()
  await posting(reviewer.name)
  await toggle(/^审核员/)
  await toggle(/^负责人/)
  await toggle(/离岗，收回钥匙/)
  await hands.press('Control+Enter')
  await expect(page.getByRole('row', { name: new RegExp(`${reviewer.name}.*已离岗`) })).toBeVisible()
  await lock(hands)
  await expect(page.getByRole('group', { name: '人员' }).getByRole('radio')).toHaveCount(1)
  await choosePerson(hands, administrator.name)
  await tryPassword(hands, administrator.password)
  await expect(page.getByRole('heading', { name: '人员', level: 1 })).toBeVisible({ timeout: 60_000 })
})
