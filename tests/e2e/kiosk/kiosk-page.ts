import { expect, type Page } from '@playwright/test'
import type { Desk } from '../support/desk'
import { applicant } from '../../support/kiosk/shelved-office'
import { listenForComplaints } from '../support/complaints'

/** The kiosk's page, once it is there beside the desk's, or alone. */
export async function kioskPage(desk: Desk): Promise<Page> {
  const kiosks = () => desk.program.pages().filter(page => page !== desk.page)
  await expect.poll(() => kiosks().length, { timeout: 30_000 }).toBe(1)
  const page = kiosks()[0]!
  await readyKiosk(page)
  await listenForComplaints(page, complaint => desk.complaints.push(complaint))
  await page.setViewportSize({ width: 1366, height: 768 })
  return page
}

export async function readyKiosk(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: '您想查什么？' })).toBeVisible()
  await expect(page.getByText(/^目录中有 \d+ 份公开文件$/)).toBeVisible()
}

/** By the keys on the screen, as a finger does. */
export async function touchKeys(page: Page, letters: string): Promise<void> {
  const keys = page.getByRole('group', { name: '屏幕键盘' })
  for (const letter of letters) await keys.getByRole('button', { name: letter, exact: true }).click()
}

export const touch = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click()

/** By the code of the receipt and the end of the applicant's phone. */
export async function lookUp(page: Page, code: string): Promise<void> {
  await page.getByRole('textbox', { name: '查询码' }).fill(code.toLowerCase())
  await page.getByRole('textbox', { name: '申请时所留电话的后四位' }).fill(applicant.phone.slice(-4))
  await page.getByRole('button', { name: '查询', exact: true }).click()
}
