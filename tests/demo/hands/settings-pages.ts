import { expect } from '@playwright/test'
import { noDialog, type Hands } from './hands'

/** Opens the settings desk by the keyboard. */
export async function openSettings(hands: Hands) {
  const { page } = hands
  await hands.press('Alt+0')
  await expect(page.getByRole('heading', { name: '设置', level: 1 })).toBeVisible()
  await expect(page.getByRole('heading', { name: '行政机关' })).toBeVisible()
}

/** Puts another text into some fields of an agency and records it with a reason. */
export async function correctAgency(
  hands: Hands,
  correction: { name: string; fields: Readonly<Record<string, string>>; reason: string },
) {
  const { page } = hands
  await noDialog(page)
  await hands.tabTo(page.getByRole('button', { name: `更正${correction.name}` }))
  await hands.press('Enter')
  const dialog = page.getByRole('dialog', { name: '更正行政机关' })
  await expect(dialog).toBeVisible()
  for (const [label, text] of Object.entries(correction.fields)) await hands.fillNext(label, text)
  await hands.fillNext('原因', correction.reason)
  await hands.press('Control+Enter')
}

/** Voids one number, or a run of them. */
export async function voidNumbers(hands: Hands, voided: { first: string; last?: string; reason: string }) {
  const { page } = hands
  await noDialog(page)
  await hands.press('Alt+v')
  await expect(page.getByRole('dialog', { name: '作废号码' })).toBeVisible()
  await hands.fillNext('号码', voided.first)
  if (voided.last) await hands.fillNext('止号选填', voided.last)
  await hands.fillNext('原因', voided.reason)
  await hands.press('Control+Enter')
}

/** Says where the paper register stopped; the dialog must foretell `next`. */
export async function startSeries(hands: Hands, start: { lastUsed: string; next: string; reason: string }) {
  const { page } = hands
  await noDialog(page)
  await hands.press('Alt+u')
  await expect(page.getByRole('dialog', { name: '记编号起点' })).toBeVisible()
  await hands.fillNext('纸上最后用到的号码', start.lastUsed)
  await expect(page.getByText(`下一个号码：${start.next}`)).toBeVisible()
  await hands.fillNext('原因', start.reason)
  await hands.press('Control+Enter')
}
