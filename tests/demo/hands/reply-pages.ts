import { expect } from '@playwright/test'
import { chooseReply, examine, recordSearch } from './case'
import { chooseOption } from './choose'
import { sitDown } from './front-door'
import type { Hands } from './hands'
import { administrator, defaultStory, type Applicant } from './people-of-the-story'
import { registerRequest } from './reception'
import { closeReceipt } from './case-pages'

async function noShot(): Promise<void> {}

/** At the seat, registered, the receipt put away: the case lies open. */
export async function openNewCase(hands: Hands, applicant: Applicant = defaultStory.applicant): Promise<string> {
  await sitDown(hands, administrator)
  const requestNo = await registerRequest(hands, applicant, noShot)
  await closeReceipt(hands)
  return requestNo
}

/** Examined and searched for with so many found; the reply desk lies open. */
export async function openReplyDesk(hands: Hands, found: number) {
  await examine(hands, noShot)
  await recordSearch(hands, { ...defaultStory.search, found }, noShot)
  await pressForReply(hands, 'd')
}

export async function pressForReply(hands: Hands, key: string) {
  await expect(hands.page.getByRole('dialog')).toBeHidden()
  await hands.press(key)
  await expect(hands.page.getByRole('heading', { name: /拟定答复/, level: 1 })).toBeVisible()
}

/** The proof stands beside the form, and every element is ticked off. */
export async function seeWholeLetter({ page }: Hands) {
  await expect(page.getByText(/^要素 (\d+) \/ \1$/)).toBeVisible()
  await expect(page.getByRole('img', { name: /第 1 页/ })).toBeVisible({ timeout: 60_000 })
}

export async function sendForReview(hands: Hands) {
  await seeWholeLetter(hands)
  await hands.press('Control+Enter')
  await expect(hands.page.getByText('等审核第 1 稿')).toBeVisible({ timeout: 60_000 })
}

/** 部分公开 with one attachment and one withheld part on the ground of internal affairs. */
export async function fillPartial(hands: Hands) {
  const { page } = hands
  await chooseReply(hands, 6, '部分公开')
  await hands.fillNext('附件 1 名称', defaultStory.attachment.title)
  await hands.fillNext('附件 1 页数', '12')
  await hands.fillNext('部分 1 内容', '第 3 页审批人手机号码栏')
  await chooseOption(hands, page.getByRole('combobox', { name: '部分 1 依据' }), /内部事务信息/)
  await expect(page.getByRole('textbox', { name: '部分 1 理由' })).toHaveValue(/第十六条第一款/)
}
