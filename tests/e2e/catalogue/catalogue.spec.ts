import fs from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import type { PlainFact } from '#shared/ledger/act'
import { pressUntil } from '../../demo/hands/case'
import { lock, signIn, sitDown } from '../../demo/hands/front-door'
import type { Hands } from '../../demo/hands/hands'
import { lookAt, lookAtSizes, noFindings, tellAndExpectNone } from '../look/look-at'
import { actsWritten } from '../support/facts-written'
import { administrator, expect, reviewer, test } from '../support/office-test'

const title = '云溪县村级道路养护管理办法'
const field = ({ page }: Hands, name: RegExp) =>
  page.getByRole('textbox', { name }).or(page.getByRole('combobox', { name }))

async function toCatalogue(hands: Hands) {
  await pressUntil(hands, 'Alt+4', hands.page.getByRole('heading', { name: '目录', level: 1 }))
}

async function fill(hands: Hands, name: RegExp, text: string) {
  await hands.tabTo(field(hands, name))
  await hands.type(text)
}

test.use({ goesOn: true })

test('a document is catalogued by the keyboard, found in the list, changed, made non-public, and its history says so @at-length', async ({
  desk,
  hands,
}) => {
  test.setTimeout(180_000)
  const { page } = desk
  const findings = noFindings()
  await signIn(hands, reviewer) // catalogued as public at once: that is not the clerk's
  await toCatalogue(hands)
  await expect(page.getByRole('heading', { name: '目录里还没有文件' })).toBeVisible()

  await test.step('it is catalogued', async () => {
    await pressUntil(hands, 'Alt+n', page.getByRole('heading', { name: '编目', level: 1 }))
    await expect(field(hands, /^标题/)).toBeFocused()
    await hands.type(title)
    await fill(hands, /^发文字号/, '云政发〔2026〕8号')
    await fill(hands, /^正文/, '第一条 村级道路由乡镇人民政府养护。')
    await fill(hands, /^索引号/, '014225972/2025-00031')
    await hands.tabTo(page.getByRole('combobox', { name: '主题分类' }))
    await page.keyboard.type('0708') // the browser's own list jumps to it
    await fill(hands, /^成文日期/, '0901')
    await fill(hands, /^发布日期/, '0907')
    await lookAt(page, 'document form', findings)
    await hands.press('Control+Enter')
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
    await expect(page.getByText('第一条 村级道路由乡镇人民政府养护。')).toBeVisible()
    await lookAt(page, 'document page', findings)
    const relating = page.getByRole('dialog', { name: '添加关联' })
    await pressUntil(hands, 'r', relating)
    await lookAtSizes(page, 'relate dialog', findings)
    await hands.press('Escape')
    await expect(relating).toBeHidden()
  })

  await test.step('it is found in the list by its number, and changed', async () => {
    await lock(hands)
    await signIn(hands, administrator)
    await toCatalogue(hands)
    await expect(page.getByText('共 1 份文件')).toBeVisible()
    await hands.press('/')
    await expect(page.getByRole('searchbox')).toBeFocused()
    await hands.type('云政发(2026)8')
    await expect(page.getByText('列出 1 份')).toBeVisible()
    await lookAt(page, 'catalogue list', findings)
    await inOpened(page, '文号空号', async gaps => {
      await expect(gaps.getByRole('listitem')).toHaveText('云政发〔2026〕 1 份，最后 8 号。空号：1–7。')
      await lookAtSizes(page, 'gaps', findings)
    })
    await inOpened(page, '导出目录', () => lookAtSizes(page, 'export', findings))
    await hands.press('/')
    await expect(page.getByRole('searchbox')).toBeFocused()
    await hands.press('ArrowDown', 'Enter')
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
    await pressUntil(hands, 'e', page.getByRole('heading', { name: '修改目录', level: 1 }))
    await fill(hands, /^体裁/, '办法')
    await hands.press('Control+Enter')
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: '体裁' })).toBeVisible()
  })

  await test.step('many at once: it is closed, with the reason', async () => {
    await toCatalogue(hands)
    await expect(page.getByText('列出 1 份')).toBeVisible()
    await hands.press('/')
    await expect(page.getByRole('searchbox')).toBeFocused()
    await hands.press('ArrowDown', 'Space')
    await expect(page.getByText('选中 1 份')).toBeVisible()
    await inOpened(page, '移出目录', () => lookAtSizes(page, 'withdraw', findings))
    const dialog = page.getByRole('dialog', { name: '批量修改 1 份文件' })
    await pressUntil(hands, 'Alt+e', dialog)
    await dialog.getByRole('radio', { name: '公开属性' }).check()
    await hands.tabTo(dialog.getByRole('textbox', { name: /^不公开的理由/ }))
    await hands.type('正在修订')
    await lookAt(page, 'bulk dialog', findings)
    await hands.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(page.getByText('已修改 1 份。')).toBeVisible()
    await expect(page.getByRole('row', { name: new RegExp(title) })).toContainText('依申请公开')
  })

  await test.step('nothing of it lies in clear any more, and a clerk cannot take that back', async () => {
    expect(await inClear(page)).not.toContain(title)
    await page.getByRole('button', { name: '撤销这次修改' }).click()
    await expect(page.getByText('这一步由审核员、负责人办理。')).toBeVisible()
  })

  await test.step('a reviewer makes it public again', async () => {
    await lock(hands)
    await signIn(hands, reviewer)
    await toCatalogue(hands)
    await expect(page.getByText('列出 1 份')).toBeVisible()
    await hands.press('/')
    await expect(page.getByRole('searchbox')).toBeFocused()
    await hands.press('ArrowDown', 'Enter')
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
    await pressUntil(hands, 'e', page.getByRole('heading', { name: '修改目录', level: 1 }))
    await page.getByRole('combobox', { name: '公开属性' }).selectOption('主动公开')
    await fill(hands, /^发布日期/, '0908')
    await hands.press('Control+Enter')
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
    await expect(page.getByText('已公开', { exact: true })).toBeVisible()
    expect(await inClear(page)).toContain(title)
  })

  tellAndExpectNone('catalogue', findings)
  const facts = (await actsWritten(desk)).flatMap(act => act.facts as readonly PlainFact[])
  const ours = facts.filter(({ type }) => type.startsWith('document.')).map(({ type }) => type)
  expect(ours).toEqual(['document.catalogued@1', 'document.changed@1', 'document.changed@1', 'document.changed@1'])
})

test('the office sets how it numbers, a new document gets its number, and a synthetic standard list says what it is', async ({
  desk,
  hands,
}, info) => {
  test.setTimeout(180_000)
  const { page } = desk
  const findings = noFindings()
  await sitDown(hands, reviewer)
  await toCatalogue(hands)
  await page.getByRole('button', { name: '编号与分类' }).click()
  const dialog = page.getByRole('dialog', { name: '编号与分类' })
  await hands.tabTo(dialog.getByRole('textbox', { name: /^组织机构代码/ }))
  await hands.type('014225972')
  await expect(dialog.getByText('这样编出的号：014225972/2026-00001')).toBeVisible()
  await lookAt(page, 'numbers and topics', findings)
  await dialog.getByRole('button', { name: '采用这个规则' }).click()
  await expect(dialog.getByRole('button', { name: '采用这个规则' })).toHaveAttribute('aria-disabled', 'true')
  await hands.press('Escape')
  await expect(dialog).toBeHidden()
  await pressUntil(hands, 'Alt+n', page.getByRole('heading', { name: '编目', level: 1 }))
  await expect(field(hands, /^索引号/)).toHaveValue('014225972/2026-00001')
  await toCatalogue(hands)
  await page.getByRole('button', { name: '标准目录' }).click()
  await expect(page.getByRole('heading', { name: '标准目录', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: '放入合成示例' }).click()
  await expect(page.getByText('合成示例，不是正式目录')).toBeVisible()
  await lookAt(page, 'standard lists', findings)
  await page.getByRole('button', { name: /^修改「/ }).click()
  await expect(page.getByRole('heading', { name: '修改标准目录', level: 1 })).toBeVisible()
  await lookAt(page, 'standard list editor', findings)
  await inOpened(page, '从表格粘贴', () => lookAtSizes(page, 'paste', findings))
  const rows = page.locator('.standard-rows li')
  await page.getByRole('button', { name: '删去这一项' }).click()
  await expect(page.getByText(/草稿已密封保存/)).toBeVisible()
  await page.getByRole('button', { name: '返回' }).click()
  await page.getByRole('button', { name: /^修改「/ }).click()
  await expect(page.getByText(/草稿已密封保存/)).toBeVisible()
  await expect(rows).toHaveCount(2)
  await page.getByRole('button', { name: '弃用草稿' }).click()
  await expect(rows).toHaveCount(3)
  await expect(page.getByRole('button', { name: '弃用草稿' })).toBeHidden()
  const list = info.outputPath('list.csv')
  fs.writeFileSync(list, '序号,公开事项,公开内容,公开时限\n1,示例事项甲,示例内容,及时\n2,,又一项,\n')
  await desk.dialogs.open([list])
  await hands.press('Alt+o')
  await expect(page.getByRole('heading', { name: '从文件导入标准目录' })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: '又一项' })).toContainText('按上一行记为“示例事项甲”')
  await lookAt(page, 'standard list from a file', findings)
  await hands.press('Control+Enter')
  await expect(page.getByText('从文件放入了 2 项')).toBeVisible()
  await hands.press('Control+Enter')
  await expect(page.getByText('已保存「合成示例目录」。')).toBeVisible()
  await expect(page.getByText('5 项')).toBeVisible()
  await page.getByRole('button', { name: '撤销这次保存' }).click()
  await expect(page.getByText('3 项')).toBeVisible()
  tellAndExpectNone('catalogue settings', findings)
})

/** A dialog by the button that opens it; closed again. */
async function inOpened(page: Page, button: string, look: (dialog: Locator) => Promise<void>) {
  await page.getByRole('button', { name: button }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await look(dialog)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}

/** Everything that the tables of documents hold in clear, read below the seal as a thief of the disk does. */
const inClear = (page: Hands['page']): Promise<string> =>
  page.evaluate(async () => {
    const open = (name: string) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name)
        asked.onsuccess = () => resolve(asked.result)
        asked.onerror = () => reject(asked.error!)
      })
    const all = (db: IDBDatabase, table: string) =>
      new Promise<unknown[]>((resolve, reject) => {
        const asked = db.transaction(table).objectStore(table).getAll()
        asked.onsuccess = () => resolve(asked.result as unknown[])
        asked.onerror = () => reject(asked.error!)
      })
    const texts: string[] = []
    for (const { name } of await indexedDB.databases()) {
      const db = await open(name!)
      for (const table of ['documents', 'documentTexts', 'closedDocuments', 'closedTexts', 'searchQueue'])
        if (db.objectStoreNames.contains(table)) texts.push(JSON.stringify(await all(db, table)))
      db.close()
    }
    return texts.join('\n')
  })
