import fs from 'node:fs'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { pressUntil } from '../../demo/hands/case'
import { signIn } from '../../demo/hands/front-door'
import type { Hands } from '../../demo/hands/hands'
import { office } from '../../demo/hands/people-of-the-story'
import { extractText } from '../../support/pdf/pdfium'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { catalogueWithoutScreen, type NewDocument } from '../support/catalogue-without-screen'
import { administrator, expect, reviewer, test } from '../support/office-test'

const common = {
  topicClass: '0501',
  issuer: '云溪县自然资源局',
  validity: 'VALID',
  attribute: 'PROACTIVE',
  documentDate: '2024-05-18' as CivilDate,
  publishedOn: '2024-05-20' as CivilDate,
  text: '',
} as const

const documents: readonly NewDocument[] = [
  { ...common, title: '关于征地补偿标准的通知', docNo: '云自然资发〔2024〕12号', abstract: '列明征地补偿的标准。' },
  { ...common, title: '关于不动产登记办事流程的公告', docNo: '云自然资公告〔2024〕3号' },
]

test.use({ isOn: false })

const openBooklets = (hands: Hands) =>
  pressUntil(hands, 'Alt+8', hands.page.getByRole('heading', { name: '指南和目录', level: 1 }))
const bare = (pages: readonly string[]) => pages.join('').replace(/\s+/gu, '')

test('a guide lacks what nobody has said, is made once it is there, and says when it is out of date @at-length', async ({
  desk,
  hands,
}, info) => {
  test.setTimeout(180_000)
  await catalogueWithoutScreen(desk.userData, { reviewer, documents })
  await desk.start()
  const { page } = desk
  const findings = noFindings()
  const guide = page.getByRole('region', { name: '政府信息公开指南' })
  const catalogue = page.getByRole('region', { name: '政府信息公开目录' })
  const dialog = page.getByRole('dialog')

  const sheet = 'settings, details of the guide'
  const fillGuide = async (fields: Readonly<Record<string, string>>) => {
    await pressUntil(hands, 'Alt+0', page.getByRole('heading', { name: '设置', level: 1 }))
    const edit = page.getByRole('button', { name: `填写${office.agencyName}的指南内容` })
    await expect(edit).toBeVisible()
    await hands.tabTo(edit)
    await hands.press('Enter')
    await expect(dialog).toBeVisible()
    for (const [label, text] of Object.entries(fields)) await dialog.getByLabel(label).fill(text)
    if (!findings.screens.has(sheet)) await lookAt(page, sheet, findings)
    await hands.press('Control+Enter')
    await expect(dialog).toBeHidden()
  }
  const saveAs = async (key: string, file: string) => {
    await pressUntil(hands, key, dialog)
    await expect(dialog.getByRole('img', { name: /第 1 页$/ })).toBeVisible({ timeout: 60_000 })
    if (key === 'Alt+G') await lookAt(page, 'booklets, the guide', findings)
    await desk.dialogs.save(file)
    await hands.press('s')
    await expect(dialog.getByText('已保存，已记入账本。')).toBeVisible()
    await hands.press('Escape')
    await expect(dialog).toBeHidden()
    return bare(await extractText(new Uint8Array(fs.readFileSync(file))))
  }

  await signIn(hands, administrator)
  await openBooklets(hands)
  await expect(guide.getByText('还缺内容，不能编制').first()).toBeVisible()
  await expect(guide.getByText('办公时间', { exact: true })).toBeVisible()
  await expect(catalogue.getByText('其中 1 件没有内容概述', { exact: false })).toBeVisible()
  await lookAt(page, 'booklets, missing', findings)

  await fillGuide({
    办公时间: '工作日上午8:30—12:00，下午14:30—17:30',
    传真号码: '0571-8888 0001',
    公开信息的网址: 'https://www.yunxi.example/xxgk',
    查阅场所: '云溪县档案馆，文昌路2号',
    受理投诉举报的机关: '云溪县人民政府办公室',
    投诉举报电话: '0571-8888 0100',
  })
  await openBooklets(hands)
  await expect(guide.getByText('可以编制')).toBeVisible()
  const printed = await saveAs('Alt+G', info.outputPath('guide.pdf'))
  for (const said of ['工作日上午8:30—12:00', '0571-88880001', '自收到申请之日起20个工作日内答复', '云溪县档案馆'])
    expect(printed).toContain(said)
  await expect(guide.getByText('内容是最新的')).toBeVisible()
  const listed = await saveAs('Alt+C', info.outputPath('catalogue.pdf'))
  for (const { title, docNo } of documents) for (const said of [title, docNo!]) expect(listed).toContain(said)
  await expect(catalogue.getByText('内容是最新的')).toBeVisible()

  await fillGuide({ 办公时间: '工作日上午9:00—12:00' })
  await openBooklets(hands)
  await expect(guide.getByText('内容已过时，请重新编制')).toBeVisible()
  await expect(guide.getByText('指南内容（办公时间、渠道、查阅场所等）已更正。')).toBeVisible()
  await expect(catalogue.getByText('内容是最新的')).toBeVisible()
  await lookAt(page, 'booklets, out of date', findings)
  tellAndExpectNone('booklets', findings)
})
