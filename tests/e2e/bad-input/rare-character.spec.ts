import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { openRequest, pressUntil, savePaper } from '../../demo/hands/case'
import { signIn, sitDown } from '../../demo/hands/front-door'
import { registerRequest } from '../../demo/hands/reception'
import { lookAt, noFindings } from '../look/look-at'
import { closeReceipt } from '../../demo/hands/case-pages'
import { catalogueWithoutScreen } from '../support/catalogue-without-screen'
import { actsWritten } from '../support/facts-written'
import { administrator, defaultStory, expect, reviewer, test } from '../support/office-test'
import { fileOn, textOf } from '../support/paper'
import { registerWithoutScreen } from '../support/without-screen'
import { hrefOf } from '../../../renderer/windows/desk/routes'
import { prepareReading, quietPage, readScreen } from '../../hostile-screens/read-screen'
import { screens } from '../../hostile-screens/screens'
import { readPage, shownTexts } from './hostile-texts'

/** Of CJK Extension B; none of the fonts that come with the program draws it. */
const rare = '𡋤'

test.use({ goesOn: true })

test('a blank form is printed at the counter before anything is registered, and nothing is recorded @at-length', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  await sitDown(hands, administrator)
  const before = await desk.head()
  await hands.press('F2')
  const act = page.getByRole('button', { name: /打印空白申请表/ })
  await expect(act).toBeVisible()
  await hands.tabTo(act)
  await hands.press('Enter')
  await expect(page.getByText('空白申请表已打印')).toBeVisible({ timeout: 60_000 })
  expect(desk.printed()).toHaveLength(1)
  expect(await desk.head()).toEqual(before)
})

test('a name with a character that no font has: its receipt leaves a cell for the pen, says so and records it @at-length', async ({
  desk,
  hands,
}, info) => {
  const { page } = desk
  await sitDown(hands, administrator)
  const before = desk.printed().length
  const applicant = { ...defaultStory.applicant, name: `张${rare}` }
  const requestNo = await registerRequest(hands, applicant, noShot)
  const note = page.getByRole('note').filter({ hasText: `第 1 页「${rare}」（U+212E4）` })
  await expect(note).toBeVisible({ timeout: 60_000 })
  const findings = noFindings()
  await page.screenshot({ path: info.outputPath('receipt-with-gap.png') })
  await lookAt(page, 'receipt with a gap', findings)

  await hands.press('Enter')
  await expect(page.getByText('已打印登记回执，已记入账本')).toBeVisible({ timeout: 60_000 })
  expect(desk.printed()).toHaveLength(before + 1)
  await closeReceipt(hands)
  await openRequest(hands, requestNo)
  await expect(page.getByText(`留空手写：${rare}（U+212E4）`)).toBeVisible()

  // The second output of the same paper is a reprint, and says so.
  const file = fileOn(desk, 'receipt')
  await savePaper(hands, { name: /^登记回执/, file, saveTo: to => desk.dialogs.save(to) })
  const text = await textOf(file)
  expect(text).toMatch(/补打\d{4}年\d+月\d+日/)
  expect(text).not.toContain(rare)

  const form = fileOn(desk, 'form')
  await savePaper(hands, { name: /^申请表/, file: form, saveTo: to => desk.dialogs.save(to) })
  const filled = await textOf(form)
  expect(filled).toContain(`登记编号：${requestNo}`)
  expect(filled).toContain('■自然人')
  expect(filled).not.toContain('补打')
  expect(findings.violations).toEqual([])
  expect(findings.overflows).toEqual([])

  const produced = (await actsWritten(desk))
    .flatMap(act => act.facts)
    .filter(({ type }) => type === 'document.produced@1')
  expect(produced.map(({ open }) => open)).toMatchObject([
    { document: 'F03', how: 'printed', gaps: ['U+212E4'] },
    { document: 'F03', how: 'saved', gaps: ['U+212E4'] },
    { document: 'F01', how: 'saved', gaps: ['U+212E4'] },
  ])
})

test.describe('texts that would run', () => {
  test.use({ isOn: false, goesOn: false })

  test('stand on every screen as the words that they are', async ({ desk, hands }) => {
    const title = '<img src=x onerror=globalThis.hit=1>“章程”'
    const asked = ['<script>globalThis.hit=1</script>', '"><svg onload=globalThis.hit=1>', '{{7*7}}${x}', '=1+1']
    const people = asked.map(text => ({ ...defaultStory.applicant, name: `张${text}`, description: `${text}的批复` }))
    const dated = { documentDate: '2024-05-18' as CivilDate, publishedOn: '2024-05-20' as CivilDate }
    const details = {
      topicClass: '1001',
      genre: title,
      issuer: title,
      validity: 'VALID',
      attribute: 'PROACTIVE',
    } as const
    await catalogueWithoutScreen(desk.userData, {
      reviewer,
      documents: [{ ...details, ...dated, title, docNo: title, abstract: title, text: shownTexts.join('\n\n') }],
    })
    await registerWithoutScreen(desk.userData, {
      ...{ clerk: administrator, day: '2026-09-08' },
      people: people.map(({ name, idNumber, description }) => ({ name, idNumber, description })),
    })
    await desk.start()
    const { page } = desk
    await signIn(hands, administrator)
    const unharmed = { missing: [], hasRun: false, foreign: 0 }
    const matters = people.map(({ description }) => description)

    await expect(page.getByText(matters[0]!)).toBeVisible()
    expect(await readPage(page, matters)).toEqual(unharmed)
    await openRequest(hands, 'YX-A-2026-0001')
    expect(await readPage(page, matters.slice(0, 1))).toEqual(unharmed)

    await pressUntil(hands, 'F6', page.getByRole('heading', { name: '检索', level: 1 }))
    await expect(page.getByRole('listbox', { name: '查到的文件' }).getByRole('option')).toHaveCount(1)
    const box = page.getByRole('searchbox')
    await box.fill('章程')
    await expect(box).toHaveValue('章程')
    const preview = page.getByRole('region', { name: '文件', exact: true })
    await expect(preview).toContainText(shownTexts.at(-1)!)
    expect(await readPage(page, [...shownTexts, title])).toEqual(unharmed)

    await pressUntil(hands, 'Alt+3', page.getByRole('heading', { name: '办件', level: 1 }))
    await expect(page.getByRole('grid').getByText(matters[0]!)).toBeVisible()
    expect(await readPage(page, matters)).toEqual(unharmed)
    await pressUntil(hands, 'Alt+4', page.getByRole('heading', { name: '目录', level: 1 }))
    await expect(page.getByRole('grid').getByText(title).first()).toBeVisible()
    expect(await readPage(page, [title])).toEqual(unharmed)
    const lists = Object.values(screens).filter(screen => !('kinds' in screen))
    await prepareReading(page)
    for (const { route } of lists) {
      await page.evaluate(hash => void (location.hash = hash), hrefOf(route('')))
      await quietPage(page)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await readPage(page, [])).toEqual(unharmed)
      expect(await readScreen(page, [])).toMatchObject({ hasRun: false, foreign: [] })
    }
    expect(lists.length).toBeGreaterThanOrEqual(16)
    // Planted: something that ran, and a text that is not there.
    await page.evaluate(() => Object.assign(globalThis, { hit: 1 }))
    expect(await readPage(page, ['没有这样的一句'])).toEqual({ missing: ['没有这样的一句'], hasRun: true, foreign: 0 })
    console.log(
      `screens: ${shownTexts.length} texts on one page, ${matters.length} on three others, one in the catalogue, ${lists.length} pages walked; none ran, none altered`,
    )
  })
})

async function noShot(): Promise<void> {}
