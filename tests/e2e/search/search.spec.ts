import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { pressUntil } from '../../demo/hands/case'
import { lock, signIn } from '../../demo/hands/front-door'
import type { Hands } from '../../demo/hands/hands'
import { lookAt, lookAtSizes, noFindings, tellAndExpectNone } from '../look/look-at'
import { catalogueWithoutScreen, type NewDocument } from '../support/catalogue-without-screen'
import { administrator, expect, reviewer, test } from '../support/office-test'

const common = {
  topicClass: '1001',
  genre: '通知',
  issuer: '云溪县人民政府',
  validity: 'VALID',
  attribute: 'PROACTIVE',
  documentDate: '2024-05-18' as CivilDate,
  publishedOn: '2024-05-20' as CivilDate,
} as const

const documents: readonly NewDocument[] = [
  {
    ...common,
    title: '云溪县人民政府关于印发城镇老旧小区改造实施方案的通知',
    docNo: '云政发〔2024〕12号',
    text: '各乡镇人民政府：\n基础类改造项目，县财政按核定投资的40%给予补助，每户补助最高不超过1.2万元。',
  },
  { ...common, title: '云溪县政府信息公开指南', genre: '指南', text: '本指南说明获取政府信息的途径。' },
  { ...common, title: '云溪县道路运输管理办法', docNo: '云政发〔2023〕7号', text: '道路运输经营者应当持证经营。' },
  { ...common, title: '关于表彰先进个人的决定', genre: '决定', text: '授予王𠮷祥、李㙟等同志先进个人称号。' },
  {
    topicClass: '1001',
    validity: 'VALID',
    attribute: 'NOT_DISCLOSED',
    closedBecause: '内部事务信息',
    title: '内部值班安排囍',
    text: '值班电话另行通知。',
  },
]

test.use({ isOn: false })

const hits = ({ page }: Hands) => page.getByRole('listbox', { name: '查到的文件' }).getByRole('option')

async function search({ page }: Hands, words: string): Promise<void> {
  const box = page.getByRole('searchbox')
  await box.fill(words)
  await expect(box).toHaveValue(words)
}

/** The paper that a key lays out, on the screen; closed again. */
async function inPaper(hands: Hands, key: string, look: () => Promise<void>): Promise<void> {
  const paper = hands.page.getByRole('dialog')
  await pressUntil(hands, key, paper)
  await expect(paper.getByText('1 页', { exact: true })).toBeVisible()
  await look()
  await hands.press('Escape')
  await expect(paper).toBeHidden()
}

test('what is public is found while somebody types, answers, or becomes a demand that is put forward @at-length', async ({
  desk,
  hands,
}) => {
  await catalogueWithoutScreen(desk.userData, { reviewer, documents })
  await desk.start()
  const { page } = desk
  await signIn(hands, administrator)
  await pressUntil(hands, 'F6', page.getByRole('heading', { name: '检索', level: 1 }))
  await expect(hits(hands)).toHaveCount(4)

  const renovation = documents[0]!.title
  for (const [words, title] of [
    ['云政发[2024]12号', renovation],
    ['每户补助最高不超过', renovation],
    ['zfxxgk', documents[1]!.title],
    ['道路運輸', documents[2]!.title],
    ['王𠮷祥', documents[3]!.title],
  ] as const) {
    await search(hands, words)
    await expect(hits(hands)).toHaveCount(1)
    await expect(hits(hands)).toContainText(title)
  }

  // Ctrl+K finds it from anywhere, by words of its text.
  const palette = page.getByRole('dialog', { name: '查找与操作' })
  const box = palette.getByRole('combobox')
  await pressUntil(hands, 'Control+k', box)
  await expect(box).toBeFocused()
  await hands.type('每户补助最高')
  await expect(palette.getByRole('option', { selected: true })).toContainText(renovation)
  await hands.press('Enter')
  await expect(page.getByRole('heading', { name: renovation, level: 1 })).toBeVisible()
  await pressUntil(hands, 'F6', page.getByRole('heading', { name: '检索', level: 1 }))
  await expect(hits(hands)).toHaveCount(4)

  // By the keyboard from the box to the text, with every place marked.
  await search(hands, '改造')
  await expect(hits(hands)).toHaveCount(1)
  await hands.press('Enter')
  await expect(page.getByRole('listbox', { name: '查到的文件' })).toBeFocused()
  await expect(page.getByText('第 1 处，共 1 处')).toBeVisible()
  const findings = noFindings()
  await lookAt(page, 'search, a hit', findings)

  // Kept under a name, it is one press away.
  await page.getByRole('button', { name: '存为常用检索' }).click()
  const naming = page.getByRole('dialog', { name: '存为常用检索' })
  await naming.getByRole('textbox', { name: '名称' }).fill('小区改造')
  await lookAtSizes(page, 'name of a search', findings)
  await hands.press('Control+Enter')
  await expect(naming).toBeHidden()
  await search(hands, '')
  await expect(hits(hands)).toHaveCount(4)
  await page.getByRole('group', { name: '常用检索' }).getByRole('button', { name: '小区改造', exact: true }).click()
  await expect(page.getByRole('searchbox')).toHaveValue('改造')
  await expect(hits(hands)).toHaveCount(1)

  // A side narrows what is found, and widens it again.
  await search(hands, '')
  await expect(hits(hands)).toHaveCount(4)
  const decision = page.getByRole('complementary', { name: '筛选' }).getByRole('checkbox', { name: /^决定/ })
  await decision.check()
  await expect(hits(hands)).toHaveCount(1)
  await expect(hits(hands)).toContainText(documents[3]!.title)
  await decision.uncheck()
  await expect(hits(hands)).toHaveCount(4)
  await inPaper(hands, 'Alt+p', () => lookAtSizes(page, 'paper of a list', findings))
  await search(hands, '改造')
  await expect(hits(hands)).toHaveCount(1)
  await page.getByRole('listbox', { name: '查到的文件' }).focus()
  const answered = page.getByText(`已记下：用《${renovation}》当场答复，不用登记申请。`)
  await pressUntil(hands, 'F7', answered)
  await pressUntil(hands, 'c', page.getByText(`已复制：《${renovation}》`))
  expect(await desk.program.evaluate(({ clipboard }) => clipboard.readText())).toContain(`《${renovation}》`)

  // Its paper is its own: title, facts, text and citation.
  const paper = page.getByRole('dialog', { name: renovation })
  await pressUntil(hands, 'p', paper)
  await expect(paper.getByText('1 页', { exact: true })).toBeVisible()
  await lookAtSizes(page, 'paper of a document', findings)
  await hands.press('Escape')
  await expect(paper).toBeHidden()

  // What is not public is found by staff, and answers nobody.
  await search(hands, '囍')
  await expect(page.getByRole('heading', { name: '公开文件里没有「囍」' })).toBeVisible()
  await page.getByRole('radio', { name: '未公开的' }).check()
  await expect(hits(hands)).toContainText('内部值班安排囍')
  await expect(page.getByRole('button', { name: /^用它答复/ })).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('radio', { name: '公开的', exact: true }).check()

  await search(hands, '自来水价格')
  await expect(page.getByRole('heading', { name: '公开文件里没有「自来水价格」' })).toBeVisible()
  await lookAt(page, 'search, nothing found', findings)
  await pressUntil(hands, 'Alt+n', page.getByText('已记下需求「自来水价格」。'))
  await pressUntil(hands, 'Alt+u', page.getByRole('heading', { name: '未满足的需求', level: 1 }))
  const row = page.getByRole('row', { name: /自来水价格/ })
  await expect(row).toContainText('待处理')
  await lookAt(page, 'unmet demand', findings)
  await row.getByRole('button', { name: '建议主动公开' }).click()
  const dialog = page.getByRole('dialog', { name: '建议主动公开' })
  await dialog.getByRole('textbox', { name: '理由' }).fill('本月三人查过')
  await lookAtSizes(page, 'propose', findings)
  await dialog.getByRole('button', { name: /^提出建议/ }).click()
  await expect(row).toContainText('已建议主动公开')

  await lock(hands)
  await signIn(hands, reviewer)
  await pressUntil(hands, 'F6', page.getByRole('heading', { name: '检索', level: 1 }))
  await pressUntil(hands, 'Alt+u', page.getByRole('heading', { name: '未满足的需求', level: 1 }))
  await row.getByRole('button', { name: '处理结果' }).click()
  await page.getByRole('radio', { name: '本机关没有' }).check()
  await lookAtSizes(page, 'settle', findings)
  await page.getByRole('button', { name: /^记下结果/ }).click()
  await expect(row).toContainText('本机关没有')
  tellAndExpectNone('search', findings)
})
