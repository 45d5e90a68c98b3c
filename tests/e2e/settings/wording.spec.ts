import { approve, draftReply, examine, openRequest, recordSearch, savePaper } from '../../demo/hands/case'
import { lock, signIn } from '../../demo/hands/front-door'
import type { Hands } from '../../demo/hands/hands'
import { registerRequest } from '../../demo/hands/reception'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { administrator, defaultStory, expect, reviewer, test } from '../support/office-test'
import { textOf } from '../support/paper'
import { openSettings } from '../../demo/hands/settings-pages'

const quiet = async () => undefined
const first = '感谢对政府信息公开工作的支持'
const second = '欢迎再来查阅大厅'

async function openWording(hands: Hands) {
  await openSettings(hands)
  await hands.press('Alt+w')
  await expect(hands.page.getByRole('dialog', { name: '改文书用语' })).toBeVisible()
}

async function closeDialog(hands: Hands) {
  await hands.press('Escape')
  await expect(hands.page.getByRole('dialog')).toBeHidden()
}

async function saveClosing(hands: Hands, text: string, version: number) {
  await hands.fillNext('结束语', text)
  await hands.press('Control+Enter')
  await expect(hands.page.getByText(new RegExp(`^第 ${version} 版，.*，${administrator.name}$`))).toBeVisible()
}

async function goHome(hands: Hands) {
  await hands.press('Alt+1')
  await expect(hands.page.getByRole('heading', { name: '今日', level: 1 })).toBeVisible()
}

test('what would break a letter is refused with a sentence; versions are kept, compared and restored @at-length', async ({
  desk,
  hands,
}, info) => {
  test.setTimeout(240_000)
  const { page } = desk
  const findings = noFindings()
  const look = async (screen: string) => {
    await page.screenshot({ path: info.outputPath(`${screen.replaceAll(' ', '-')}.png`) })
    await lookAt(page, screen, findings)
  }
  await signIn(hands, administrator)
  await openSettings(hands)
  await expect(page.getByText('全部文书都用程序自带的用语。')).toBeVisible()
  await openWording(hands)
  await expect(page.getByRole('img', { name: /第 1 页/ })).toBeVisible({ timeout: 60_000 })

  const refused: readonly (readonly [string, string])[] = [
    ['本机关的答复如下：', '缺少 {收到日期}。这是文书必须写明的要件，请放回去。'],
    ['{证件号码}', '没有 {证件号码} 这个填写位置，请照下面列出的写。'],
  ]
  for (const [text, sentence] of refused) {
    await hands.fillNext('开头语', text)
    await expect(page.getByText(sentence)).toBeVisible()
    await hands.press('Control+Enter')
  }
  await expect(page.getByText('这种文书还没有改过用语。')).toBeVisible()
  await look('wording, refused')
  await hands.tabTo(page.getByRole('button', { name: '开头语：用回程序自带的' }))
  await hands.press('Enter')
  await expect(page.getByText('用语有不对的地方，样张是上一次的。')).toBeHidden()
  const closings: readonly (readonly [string, RegExp])[] = [
    ['依照《条例》第十六条办理', /第十六条 不是这种文书依据的条款/],
    ['经办人 110101190001010014', /像是证件号码/],
    ['不服的可以申请行政复议', /「复议」属于救济途径/],
    ['请在三十日内领取', /「三十日内」像是日期或者期限/],
  ]
  for (const [text, sentence] of closings) {
    await hands.fillNext('结束语', text)
    await expect(page.getByText(sentence)).toBeVisible()
  }
  await saveClosing(hands, first, 1)
  await saveClosing(hands, second, 2)
  await expect(page.locator('ins').filter({ hasText: second })).toBeVisible()
  await expect(page.locator('del').filter({ hasText: first })).toBeVisible()
  await look('wording, history')
  await hands.tabTo(page.getByRole('button', { name: '恢复第 1 版' }))
  await hands.press('Enter')
  await expect(page.getByRole('textbox', { name: '结束语' })).toHaveValue(first)
  await hands.press('Control+Enter')
  await expect(page.getByText(new RegExp(`^第 3 版，.*，${administrator.name}$`))).toBeVisible()
  await hands.tabTo(page.getByRole('checkbox', { name: /同时用于其他各种答复书、告知书/ }))
  await hands.press('Space')
  await hands.fillNext('结束语', second)
  await hands.press('Control+Enter')
  await expect(page.getByText(new RegExp(`^第 4 版，.*，${administrator.name}$`))).toBeVisible()
  await closeDialog(hands)
  await expect(page.getByText('18 种文书用本机关的用语，其余用程序自带的。')).toBeVisible()
  await look('settings, own wording')
  await desk.restart()
  await signIn(hands, administrator)
  await openWording(hands)
  await expect(desk.page.getByRole('textbox', { name: '结束语' })).toHaveValue(second)
  await expect(desk.page.getByText(/正在用本机关的第 4 版/)).toBeVisible()
  tellAndExpectNone('wording', findings)
})

test('a letter has the words that were in force when it was approved, also when it is printed again @at-length', async ({
  desk,
  hands,
}, info) => {
  test.setTimeout(300_000)
  const issue = async (): Promise<string> => {
    await signIn(hands, administrator)
    const requestNo = await registerRequest(hands, defaultStory.applicant, quiet)
    await closeDialog(hands)
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
    await savePaper(hands, { name: /^答复书/, file, saveTo: path => desk.dialogs.save(path) })
    await goHome(hands)
    return textOf(file)
  }
  await signIn(hands, administrator)
  await openWording(hands)
  await saveClosing(hands, first, 1)
  await closeDialog(hands)
  await goHome(hands)
  await lock(hands)
  const old = await issue()
  await signIn(hands, administrator)
  expect(await letterOf(old, 'first')).toContain(`${first}。`)
  await openWording(hands)
  await saveClosing(hands, second, 2)
  await closeDialog(hands)
  const again = await letterOf(old, 'first-again')
  expect(again).toContain(`${first}。`)
  expect(again).toContain('补打')
  expect(again).not.toContain(second)
  await lock(hands)
  const next = await issue()
  await signIn(hands, administrator)
  const words = await letterOf(next, 'second')
  expect(words).toContain(`${second}。`)
  expect(words).not.toContain(first)
  expect(words).toContain('救济途径')
})
