import { expect } from '@playwright/test'
import type { Hands } from '../../demo/hands/hands'

/** On the sign-in screen: the card of one person, by the keyboard. */
export async function choosePerson(hands: Hands, name: string) {
  const { page } = hands
  await expect(page.getByRole('heading', { name: '谁在窗口' })).toBeVisible({ timeout: 60_000 })
  const card = page.getByRole('radio', { name })
  await hands.tabTo(page.getByRole('group', { name: '人员' }).getByRole('radio').first())
  await hands.press('Space')
  for (let others = 0; !(await card.isChecked()) && others < 20; others++) await hands.press('ArrowDown')
}

/** Types a password for whoever is chosen; answers nothing, because the screen does. */
export async function tryPassword(hands: Hands, password: string) {
  await hands.fillNext('密码', password)
  await hands.press('Enter')
}

export const wrongPassword = '密码不对。请核对大小写和输入法后重新输入。'

/** A wrong password, as soon as the screen takes one. */
export async function failToSignIn(hands: Hands, time: number) {
  const { page } = hands
  await tryPassword(hands, `不是这个密码${time}`)
  await expect(page.getByRole('alert').filter({ hasText: wrongPassword })).toBeVisible()
  await expect(page.getByRole('textbox', { name: '密码' })).toHaveValue('')
}

/** The groups of the recovery key as they stand on the screen of the set-up. */
export async function readRecoveryKey({ page }: Hands): Promise<string> {
  const groups = await page.getByRole('list', { name: '恢复码' }).getByRole('listitem').allInnerTexts()
  const spelled = groups.map(text =>
    /第 \d+ 组 ((?:\S ?){4})/.exec(text.replace(/\s+/g, ' '))?.[1]?.replaceAll(' ', ''),
  )
  expect(spelled).toHaveLength(9)
  expect(spelled.every(group => group?.length === 4)).toBe(true)
  return spelled.join('-')
}
