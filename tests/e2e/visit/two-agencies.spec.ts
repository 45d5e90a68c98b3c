import { approve, draftReply, examine, openRequest, pressUntil, recordSearch, savePaper } from '../../demo/hands/case'
import { lock, signIn } from '../../demo/hands/front-door'
import { chooseOption } from '../../demo/hands/choose'
import type { Hands } from '../../demo/hands/hands'
import { office } from '../../demo/hands/people-of-the-story'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { closeReceipt, printPaper } from '../../demo/hands/case-pages'
import type { Desk } from '../support/desk'
import { rehearsalAt } from '../support/desk'
import { administrator, defaultStory, expect, reviewer, test } from '../support/office-test'
import { fileOn, readPrinted, textOf } from '../support/paper'
import { addAgencyWithoutScreen, serveWithoutScreen } from '../support/without-screen'

test.use({ isOn: false })

const water = {
  name: '云溪县水务局',
  code: '云水公开',
  address: '云溪县滨河路6号',
  contactName: '云溪县水务局办公室',
  contactPhone: '0571-88880066',
  reconsiderationBody: { name: '临安市水利局', address: '临安市江滨路20号' },
  court: { name: '云溪铁路运输法院', address: '云溪县站前路8号' },
} as const

const quiet = async () => undefined

test('two agencies at one counter: each on its own paper; passed on, the second answers on its own day, number and remedies @at-length', async ({
  desk,
  hands,
}) => {
  test.setTimeout(300_000)
  const findings = noFindings()
  await addAgencyWithoutScreen(desk.userData, { administrator, agency: water })
  // The first agency has issued a letter already: were the series one, the second agency would go on from it.
  await serveWithoutScreen(desk.userData, { clerk: administrator, reviewer, day: '2026-09-08' })
  await desk.start()
  await signIn(hands, administrator)

  await test.step('asked of the second, its name stands on the printed receipt', async () => {
    await registerFor(hands, water.name, '柳河大桥防洪评价批复')
    await expect(desk.page.getByText(`${water.name}答复`)).toBeVisible()
    await printPaper(hands, /^登记回执/)
    const pages = await readPrinted(desk.printed().at(-1)!)
    expect(pages[0]!.ink).toBeGreaterThan(0.005)
    const receipt = await saved(desk, hands, /^登记回执/)
    for (const words of [water.name, water.address, water.contactName, water.contactPhone])
      expect(receipt).toContain(words)
    expect(receipt).not.toContain(office.agencyName)
  })

  await hands.press('Alt+1')
  await expect(desk.page.getByRole('heading', { name: '今日', level: 1 })).toBeVisible()
  const requestNo = await registerFor(hands, office.agencyName, defaultStory.applicant.description)
  await expect(desk.page.getByText(`${office.agencyName}答复`)).toBeVisible()
  await examine(hands, quiet)
  await recordSearch(hands, { ...defaultStory.search, found: 0 }, quiet)
  await expect(desk.page.getByText(/10月12日/).first()).toBeVisible() // twenty working days from 8 September

  await test.step('passed on two days later: the day of receipt of the second, and its own clock', async () => {
    await desk.restart(rehearsalAt('2026-09-10T09:10:00+08:00'))
    await signIn(hands, administrator)
    await openRequest(hands, requestNo)
    await passOn(hands, desk)
    await expect(desk.page.getByText(`${water.name}答复`)).toBeVisible()
    await expect(desk.page.getByText(/对方收到之日 2026年9月10日|2026年9月10日.*收到/).first()).toBeVisible()
    await expect(desk.page.getByText(/10月14日/).first()).toBeVisible() // from 10 September
    await lookAt(desk.page, 'passed on to the second agency', findings)
  })

  await test.step('the letter that goes along is the first agency’s, to the second', async () => {
    const before = desk.printed().length
    await printPaper(hands, /^转送函/)
    expect(desk.printed()).toHaveLength(before + 1)
    expect((await readPrinted(desk.printed().at(-1)!))[0]!.ink).toBeGreaterThan(0.005)
    const letter = await saved(desk, hands, /^转送函/)
    expect(letter).toContain(`${water.name}：`)
    expect(letter).toContain('你单位于2026年9月10日收到该申请')
    expect(letter).toContain('本机关于2026年9月8日收到')
    expect(letter).toContain(`${water.name}的联系方式：${water.contactName}`)
  })

  await test.step('what the first agency searched answers nothing here: examined and searched anew', async () => {
    await examine(hands, quiet)
    await pressUntil(hands, 'd', desk.page.getByRole('heading', { name: /拟定答复/, level: 1 }))
    const notExist = desk.page.getByRole('radio', { name: '信息不存在' })
    await pressUntil(hands, 'Control+4', notExist)
    await expect(notExist).toBeDisabled()
    await hands.press('Escape')
    await expect(desk.page.getByText('办理经过')).toBeVisible()
    await recordSearch(hands, { ...defaultStory.search, places: ['水务局档案室'], found: 1 }, quiet)
    await draftReply(hands, defaultStory, quiet)
  })

  await lock(hands)
  await signIn(hands, reviewer)
  await openRequest(hands, requestNo)
  const letterNo = await approve(hands, quiet)
  expect(letterNo).toBe(`${water.code}〔2026〕1号`)

  await test.step('the letter is the second agency’s in every line', async () => {
    await expect(desk.page.getByText('办理经过')).toBeVisible()
    const letter = await saved(desk, hands, /^答复书/)
    const { reconsiderationBody, court } = water
    for (const words of [water.name, letterNo, water.address, water.contactPhone]) expect(letter).toContain(words)
    for (const { name, address } of [reconsiderationBody, court])
      expect([letter.includes(name), letter.includes(address)]).toEqual([true, true])
    expect(letter).toContain('2026年9月10日收到')
    expect(letter).toContain('水务局档案室')
    for (const words of [office.agencyName, office.agencyCode, office.reconsiderationAddress, office.courtAddress])
      expect(letter).not.toContain(words)
  })
  tellAndExpectNone('two agencies', findings)
})

/** From F2 to the open case, asked of the agency of this name. */
async function registerFor(hands: Hands, agency: string, asked: string): Promise<string> {
  const { page } = hands
  const { applicant } = defaultStory
  await hands.press('F2')
  await expect(page.getByRole('heading', { name: '登记申请', level: 1 })).toBeVisible()
  await hands.fillNext('姓名', applicant.name)
  await hands.fillNext('居民身份证号码', applicant.idNumber)
  await hands.fillNext('联系电话', applicant.phone)
  await hands.tabTo(page.getByRole('checkbox', { name: '已看到原件，人证一致' }))
  await hands.press('Space')
  await hands.fillNext('名称、文号或其他特征描述', asked)
  const choice = page.getByRole('combobox', { name: '受理机关' })
  await chooseOption(hands, choice, agency)
  await hands.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: /已登记/ })
  await expect(dialog).toBeVisible({ timeout: 60_000 })
  const requestNo = /YX-A-2026-\d{4}/.exec(await dialog.innerText())?.[0]
  await closeReceipt(hands)
  return requestNo!
}

async function passOn(hands: Hands, desk: Desk) {
  const { page } = desk
  await hands.tabTo(page.locator('summary', { hasText: '更多' }))
  await hands.press('Enter')
  await hands.tabTo(page.getByRole('button', { name: '转办' }))
  await hands.press('Enter')
  const dialog = page.getByRole('dialog', { name: '转办' })
  await chooseOption(hands, dialog.getByRole('combobox', { name: '转给' }), water.name)
  await expect(dialog.getByRole('combobox', { name: '对方收到之日' })).toHaveValue(/2026/)
  await hands.fillNext('转办理由', '该信息由县水务局制作')
  await hands.press('Control+Enter')
  await expect(dialog).toBeHidden()
}

async function saved(desk: Desk, hands: Hands, name: RegExp): Promise<string> {
  const file = fileOn(desk, `paper-${desk.printed().length}-${String(name.source.codePointAt(1))}`)
  await savePaper(hands, { name, file, saveTo: to => desk.dialogs.save(to) })
  const text = await textOf(file)
  return text.replaceAll(/补打2026年9月\d+日/g, '') // stands at the foot of a page, in the middle of a sentence
}
