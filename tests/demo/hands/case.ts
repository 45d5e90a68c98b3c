import { expect, type Locator } from '@playwright/test'
import type { Hands, SaveTo } from './hands'
import type { Story } from './people-of-the-story'

type Shot = (name: string) => Promise<void>

const act = (hands: Hands, name: RegExp): Locator => hands.page.getByRole('button', { name })

/** A key pressed while a dialog is still closing or a page still opening goes nowhere; a person sees that and presses it again. */
export async function pressUntil(hands: Hands, key: string, appears: Locator): Promise<void> {
  for (let presses = 1; ; presses++) {
    await hands.press(key)
    try {
      await expect(appears).toBeVisible({ timeout: 3_000 })
      return
    } catch (cause) {
      if (presses === 5) throw cause
    }
  }
}

/** Finds the request by its number in the list and opens it. */
export async function openRequest(hands: Hands, requestNo: string) {
  const { page } = hands
  await pressUntil(hands, 'Alt+3', page.getByRole('heading', { name: '办件', level: 1 }))
  await expect(page.getByText(/共 \d+ 件/).first()).toBeVisible({ timeout: 60_000 })
  await hands.press('/')
  await hands.type(requestNo)
  await expect(page.getByText('共 1 件')).toBeVisible()
  await hands.press('ArrowDown', 'Enter')
  await expect(page.getByText(requestNo).first()).toBeVisible()
  await expect(page.getByText('办理经过')).toBeVisible()
}

export async function examine(hands: Hands, shot: Shot) {
  const { page } = hands
  const dialog = page.getByRole('dialog', { name: /审查受理/ })
  await pressUntil(hands, 'e', dialog)
  await hands.tabTo(dialog.getByRole('checkbox', { name: /申请要素齐全/ }))
  await hands.press('Space')
  await hands.tabTo(dialog.getByRole('checkbox', { name: /属于本机关职责/ }))
  await hands.press('Space')
  await shot('examine')
  await hands.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('审查通过，予以受理').first()).toBeVisible() // the newest; passed on, it is examined twice
}

/** All elements are there, and another agency is responsible. */
export async function examineAsNotOurs(hands: Hands) {
  const { page } = hands
  const dialog = page.getByRole('dialog', { name: /审查受理/ })
  await pressUntil(hands, 'e', dialog)
  await hands.tabTo(dialog.getByRole('checkbox', { name: /申请要素齐全/ }))
  await hands.press('Space', 'Alt+n')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('要素齐全，不属本机关职责')).toBeVisible()
}

export async function recordSearch(hands: Hands, search: Story['search'], shot: Shot) {
  const { page } = hands
  const dialog = page.getByRole('dialog', { name: /检索记录/ })
  await pressUntil(hands, 's', dialog)
  await hands.fillNext('检索范围', search.places.join('\n'))
  await hands.fillNext('检索词', search.words.join('\n'))
  await hands.fillNext('询问单位', search.units.join('\n'))
  await hands.fillNext('信息形成时间从', search.from)
  await hands.fillNext('到', search.to)
  await hands.fillNext('找到份数', String(search.found))
  await shot('search-record')
  await hands.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText(/检索记录：/).first()).toBeVisible()
}

/** 予以公开 where something was found, 信息不存在 where nothing was. */
export async function draftReply(hands: Hands, story: Pick<Story, 'search' | 'attachment'>, shot: Shot) {
  const { page } = hands
  await pressUntil(hands, 'd', page.getByRole('heading', { name: /拟定答复/, level: 1 }))
  const isGrant = story.search.found > 0
  await chooseReply(hands, isGrant ? 6 : 4, isGrant ? '予以公开' : '信息不存在')
  if (isGrant) {
    await hands.fillNext('附件 1 名称', story.attachment.title)
    await hands.fillNext('附件 1 页数', String(story.attachment.pages))
  }
  await expect(page.getByRole('img', { name: /第 1 页/ })).toBeVisible({ timeout: 60_000 })
  await shot('draft-reply')
  await hands.press('Control+Enter')
  await expect(page.getByText(/等审核第 \d+ 稿/)).toBeVisible({ timeout: 60_000 })
}

/** Opens the question that leads to a type of reply (1 补不补 to 6 怎么给) and chooses with the arrows. */
export async function chooseReply(hands: Hands, question: number, decision: string) {
  const { page } = hands
  const choice = page.getByRole('radio', { name: decision })
  await pressUntil(hands, `Control+${question}`, choice)
  const chosen = page.getByRole('radio', { checked: true })
  const start = (await chosen.count()) > 0 ? chosen : page.getByRole('radio', { disabled: false }).first()
  await expect(start).toBeFocused()
  await hands.press('Space') // radios are one stop of Tab: the arrows go from one to the next
  for (let others = 0; !(await choice.isChecked()) && others < 8; others++) await hands.press('ArrowDown')
  await expect(choice).toBeChecked()
}

/** The second person reads the proof, approves, numbers and issues. Answers the letter number. */
export async function approve(hands: Hands, shot: Shot): Promise<string> {
  const { page } = hands
  await pressUntil(hands, 'r', page.getByRole('heading', { name: /审核签发/, level: 1 }))
  await expect(page.getByRole('img', { name: /第 1 页/ })).toBeVisible({ timeout: 60_000 })
  await shot('review')
  await hands.press('Control+Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/〔\d{4}〕\d+号/)).toBeVisible() // read before it is signed
  await shot('issue')
  await hands.press('Control+Enter')
  await expect(page.getByText('已签发').first()).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('img', { name: /第 1 页/ })).toBeVisible({ timeout: 60_000 })
  await shot('issued')
  const letterNo = /[\u4e00-\u9fa5A-Z]+〔\d{4}〕\d+号/.exec(await page.getByRole('main').innerText())?.[0]
  if (!letterNo) throw new Error('no letter number on screen')
  await hands.tabTo(act(hands, /^完成/))
  await hands.press('Enter')
  return letterNo
}

/** Saves one paper of the case as PDF. */
export async function savePaper(hands: Hands, paper: { name: RegExp; file: string; saveTo: SaveTo }) {
  const { page } = hands
  await hands.tabTo(page.getByRole('button', { name: paper.name }))
  await hands.press('Enter')
  const dialog = page.getByRole('dialog', { name: paper.name })
  await expect(dialog.getByRole('img', { name: /第 1 页/ })).toBeVisible({ timeout: 60_000 })
  await paper.saveTo(paper.file)
  await hands.tabTo(dialog.getByRole('button', { name: /另存为 PDF/ }))
  await hands.press('Enter')
  await expect(dialog.getByText('已保存，已记入办理经过')).toBeVisible({ timeout: 60_000 })
  await hands.press('Escape')
  await expect(dialog).toBeHidden()
}

export async function recordService(hands: Hands, shot: Shot) {
  const { page } = hands
  const dialog = page.getByRole('dialog', { name: /登记送达/ })
  await pressUntil(hands, 'v', dialog)
  await expect(dialog.getByRole('combobox', { name: '签收日期' })).toBeFocused()
  await shot('service')
  await hands.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText(/期限已满足/)).toBeVisible()
  await shot('served')
}
