import fs from 'node:fs'
import path from 'node:path'
import { pressUntil } from '../../demo/hands/case'
import { goOnWriting, handOverForWriting, toDocumentImport } from '../../demo/hands/document-pages'
import { lock, signIn } from '../../demo/hands/front-door'
import type { Hands } from '../../demo/hands/hands'
import { readOffice } from '../../support/journal/read-office'
import { makePdf } from '../../support/documents/make-documents'
import { workbookWords } from '../../support/registers/workbook-words'
import { lookAt, lookAtSizes, noFindings, tellAndExpectNone } from '../look/look-at'
import { administrator, expect, reviewer, test } from '../support/office-test'

const regulation = (name: string, number: number, head: readonly string[] = []): string =>
  [
    '---',
    'draft: no',
    ...head,
    '---',
    `# 云河县${name}办法`,
    '',
    `云政发〔2020〕${number}号`,
    '',
    `第一条 为了规范${name}工作，制定本办法，适用于云河县行政区域内的${name}活动。`,
    '',
    '云河县人民政府',
    '',
    '2020年1月5日',
  ].join('\n')

/** Five Markdown files, one of them a copy of another under another name, and a PDF. The third repeals the fourth and has a plan beside it. */
function writeFolder(folder: string): void {
  fs.mkdirSync(folder, { recursive: true })
  const names = ['供水', '排水', '供热', '燃气']
  const related = ['相关文件: 废止 云政发[2020]4号；修改 云政发〔2019〕99号']
  names.forEach((name, index) =>
    fs.writeFileSync(path.join(folder, `${index + 1}.md`), regulation(name, index + 1, index === 2 ? related : [])),
  )
  fs.mkdirSync(path.join(folder, '3.附件'))
  fs.writeFileSync(path.join(folder, '3.附件', '管网图.txt'), '供热管网示意')
  fs.writeFileSync(path.join(folder, '供水（副本）.md'), regulation('供水', 1))
  fs.writeFileSync(
    path.join(folder, '通知.pdf'),
    makePdf([
      [
        '云河县人民政府文件',
        '云政发〔2020〕9号',
        '关于节约用水的通知',
        '各乡镇人民政府：请遵照执行，并于年底前报告落实情况。',
      ],
    ]),
  )
}

const rowOf = ({ page }: Pick<Hands, 'page'>, text: string) => page.getByRole('row').filter({ hasText: text })

test('a folder of documents is previewed, its double left out, written, and taken back as a whole @at-length', async ({
  desk,
  hands,
}, info) => {
  test.setTimeout(180_000)
  const { page } = desk
  const findings = noFindings()
  const folder = info.outputPath('规范性文件')
  writeFolder(folder)
  await signIn(hands, administrator)

  await test.step('the palette leads to the import', async () => {
    const box = page.getByRole('dialog', { name: '查找与操作' }).getByRole('combobox')
    await pressUntil(hands, 'Control+k', box)
    await expect(box).toBeFocused()
    await hands.type('导入文件到目录')
    await expect(page.getByRole('option', { selected: true })).toContainText('导入文件到目录')
    await hands.press('Enter')
    await expect(page.getByRole('heading', { name: '还没有导入过文件' })).toBeVisible()
    await lookAt(page, 'import of documents, empty', findings)
  })

  await test.step('columns, guesses and what holds where nothing is said', async () => {
    await desk.dialogs.open([folder])
    await hands.press('Alt+n')
    await expect(page.getByRole('heading', { name: '对应各栏' })).toBeVisible()
    await expect(page.getByText('这些栏不导入：draft')).toBeVisible()
    await hands.tabTo(page.getByRole('textbox', { name: /组织机构代码/ }))
    await hands.type('014225972')
    await hands.tabTo(page.getByRole('button', { name: '照此编号' }))
    await hands.press('Enter')
    await expect(page.getByRole('button', { name: '照此编号' })).toBeHidden()
    for (const guess of ['标题', '发文字号', '发文机关']) {
      await hands.tabTo(page.getByRole('checkbox', { name: guess }))
      await hands.press('Space')
      await expect(page.getByRole('checkbox', { name: guess })).toBeChecked()
    }
    await page.getByRole('combobox', { name: '发布日期' }).first().selectOption('今天发布')
    await lookAt(page, 'import of documents, choices', findings)
    await hands.press('Control+Enter')
  })

  await test.step('every document tells what becomes of it', async () => {
    await expect(page.getByText(/写入 5 份，其中 \d 份有提示；1 份疑似重复；0 份不能写入/)).toBeVisible()
    const double = rowOf(hands, '供水（副本）.md').or(rowOf(hands, '1.md')).filter({ hasText: '疑似重复' })
    await expect(double).toContainText('发文字号 云政发〔2020〕1号 和这次导入的第 1 份相同')
    await expect(rowOf(hands, '2.md')).toContainText('云河县排水办法 推测')
    await expect(rowOf(hands, '2.md')).toContainText('认出“2020年1月5日”，没有采用')
    await expect(rowOf(hands, '通知.pdf')).toContainText('关于节约用水的通知')
    await expect(rowOf(hands, '3.md')).toContainText('相关文件“云政发〔2019〕99号”在目录和这次导入里都没有')
    await lookAt(page, 'import of documents, preview', findings)
  })

  await test.step('the report of every document is saved', async () => {
    const report = info.outputPath('report.xlsx')
    await desk.dialogs.save(report)
    await hands.press('Alt+s')
    await expect(page.getByText('已保存逐份报告')).toBeVisible()
    expect(workbookWords(report)).toContain('云河县燃气办法')
  })

  await test.step('a reviewer writes the five, and the export has them', async () => {
    const five = { taken: 5, folderName: '规范性文件' }
    await handOverForWriting(hands, five)
    await lock(hands)
    await signIn(hands, reviewer)
    await goOnWriting(hands, five, () =>
      expect(page.getByText('第 3 份已写入，相关文件“云政发〔2019〕99号”没有记')).toBeVisible(),
    )
    await desk.dialogs.open([info.outputPath('.')])
    await hands.press('Alt+e')
    await expect(page.getByText(/已导出：公开目录/)).toBeVisible({ timeout: 30_000 })
    const lines = fs
      .readFileSync(info.outputPath('公开目录 2026-09-08/data/catalogue-0001.jsonl'), 'utf8')
      .trim()
      .split('\n')
    expect(lines.map(line => (JSON.parse(line) as Record<string, string>)['发文字号']).sort()).toEqual([
      ...['云政发〔2020〕1号', '云政发〔2020〕2号', '云政发〔2020〕3号', '云政发〔2020〕4号', '云政发〔2020〕9号'],
    ])
    await lookAt(page, 'import of documents, done', findings)
  })

  await test.step('the plan beside a document is read inside the program', async () => {
    await pressUntil(hands, 'Alt+4', page.getByRole('heading', { name: '目录', level: 1 }))
    await expect(page.getByText('共 5 份文件')).toBeVisible()
    await hands.press('/')
    await expect(page.getByRole('searchbox')).toBeFocused()
    await hands.type('供热')
    await expect(page.getByText('列出 1 份')).toBeVisible()
    await hands.press('ArrowDown', 'Enter')
    await expect(page.getByRole('heading', { name: '云河县供热办法', level: 1 })).toBeVisible()
    await hands.tabTo(page.getByRole('button', { name: '管网图' }).first())
    await hands.press('Enter')
    const viewer = page.getByRole('dialog', { name: '管网图' })
    await expect(viewer.getByText('供热管网示意')).toBeVisible()
    await hands.press('Escape')
    await expect(viewer).toBeHidden()
    await toDocumentImport(hands)
  })

  await test.step('the whole import is taken back', async () => {
    await hands.tabTo(page.getByRole('button', { name: '整批撤销' }))
    await hands.press('Enter')
    const dialog = page.getByRole('dialog', { name: '撤销这一批导入' })
    await expect(dialog).toContainText('还在目录里的 5 份文件')
    await lookAtSizes(page, 'import of documents, taking back', findings)
    await hands.tabTo(dialog.getByRole('button', { name: '撤销', exact: true }))
    await hands.press('Enter')
    await expect(page.getByText('已撤销', { exact: true })).toBeVisible({ timeout: 30_000 })
  })

  await desk.close()
  const { acts } = await readOffice(`${desk.userData}/office`, administrator)
  const facts = acts.flatMap(act => act.facts)
  const count = (type: string) => facts.filter(fact => fact.type === type).length
  expect(count('document.catalogued@1')).toBe(5)
  expect([count('document.related@1'), count('document.attached@1')]).toEqual([1, 1])
  expect(count('document.withdrawn@1')).toBe(5)
  expect(facts.filter(({ type }) => type.startsWith('documents.'))).toMatchObject([
    { type: 'documents.imported@1', open: { source: 'folder', name: '规范性文件', documents: 5 } },
    { type: 'documents.exported@1', open: { format: 'bag', documents: 5, attachments: 1, isPublicOnly: true } },
    { type: 'documents.importUndone@1', open: { documents: 5 } },
  ])
  tellAndExpectNone('import of documents', findings)
})
