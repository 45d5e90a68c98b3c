import { expect } from '@playwright/test'
import type { Hands } from './hands'
import { reviewer } from './people-of-the-story'

/** The administrator adds the second person, who types the password at this machine. */
export async function addReviewer(hands: Hands, shot: (name: string) => Promise<void>) {
  const { page } = hands
  await hands.press('Alt+9')
  await expect(page.getByRole('heading', { name: '人员', level: 1 })).toBeVisible()
  await hands.tabTo(page.getByRole('button', { name: /^添加人员/ }))
  await hands.press('Enter')
  const dialog = page.getByRole('dialog', { name: '添加人员' })
  await expect(dialog).toBeVisible()
  await hands.fillNext('姓名', reviewer.name)
  await hands.tabTo(dialog.getByRole('checkbox', { name: /^审核员/ }))
  await hands.press('Space')
  await hands.fillNext('初始密码', reviewer.password)
  await hands.fillNext('再输一次初始密码', reviewer.password)
  await shot('add-person')
  await hands.tabTo(dialog.getByRole('button', { name: /^添加/ }))
  await hands.press('Enter')
  await expect(dialog).toBeHidden({ timeout: 60_000 })
  await expect(page.getByRole('row', { name: new RegExp(reviewer.name) })).toBeVisible()
  await shot('people')
  // The notice goes by itself; it would lie over the head of the next pages.
  await expect(page.getByText(`已添加${reviewer.name}，现在就可以登录。`)).toBeHidden({ timeout: 30_000 })
}
