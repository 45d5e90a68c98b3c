import { expect } from '@playwright/test'
import type { Hands } from './hands'

export interface NewPerson {
  readonly name: string
  readonly password: string
  readonly post: '受理员' | '审核员' | '负责人'
}

/** The administrator adds a person, who types the password at this machine. */
export async function addPerson(hands: Hands, person: NewPerson, shot: (name: string) => Promise<void>) {
  const { page } = hands
  await hands.press('Alt+9')
  await expect(page.getByRole('heading', { name: '人员', level: 1 })).toBeVisible()
  await hands.tabTo(page.getByRole('button', { name: /^添加人员/ }))
  await hands.press('Enter')
  const dialog = page.getByRole('dialog', { name: '添加人员' })
  await expect(dialog).toBeVisible()
  await hands.fillNext('姓名', person.name)
  await hands.tabTo(dialog.getByRole('checkbox', { name: new RegExp(`^${person.post}`) }))
  await hands.press('Space')
  await hands.fillNext('初始密码', person.password)
  await hands.fillNext('再输一次初始密码', person.password)
  await shot('add-person')
  await hands.tabTo(dialog.getByRole('button', { name: /^添加/ }))
  await hands.press('Enter')
  await expect(dialog).toBeHidden({ timeout: 60_000 })
  await expect(page.getByRole('row', { name: new RegExp(person.name) })).toBeVisible()
  await shot('people')
}
