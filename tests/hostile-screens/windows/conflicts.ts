import { expect } from '@playwright/test'
import { hrefOf, type Route } from '../../../renderer/windows/desk/routes'
import { signIn } from '../../demo/hands/front-door'
import { Desk } from '../../e2e/support/desk'
import type { Deck } from '../deck'
import { listenForMoves } from '../moves'
import { reader } from '../office-of-texts'
import { quietPage } from '../read-screen'
import { officeOfConflicts, type Disputed } from './conflicts-office'
import { WindowCheck } from './window-check'

const list = { page: 'exchange' } as const

/** What two machines said of one record: both values on its page, in the list of all, and where it is settled. */
export async function walkConflicts(userData: string, deck: Deck): Promise<WindowCheck> {
  const records = await officeOfConflicts(userData, deck)
  const desk = new Desk(userData, {})
  await desk.start()
  const check = new WindowCheck('conflicts', desk.page)
  try {
    await check.ready()
    await signIn(desk.hands, reader)
    const moves = listenForMoves(check.page)
    for (const record of records) await seeOne(check, record)
    await show(check, list)
    for (const { name, both } of records) await check.shows(`list of all, ${name}`, both)
    await settleEach(check, { records, deck })
    await check.plant()
    check.wrong.push(...moves, ...desk.complaints)
  } finally {
    await desk.close()
  }
  return check
}

async function show(check: WindowCheck, route: Route): Promise<void> {
  await check.page.evaluate(hash => void (location.hash = hash), hrefOf(route))
  await quietPage(check.page)
}

async function seeOne(check: WindowCheck, { name, route, both, texts }: Disputed): Promise<void> {
  const { page } = check
  await show(check, route)
  await expect(page.locator('.open-conflicts, .case-conflicts')).toBeVisible()
  const said = bare(await page.locator('.open-conflicts, .case-conflicts').innerText())
  for (const value of both)
    if (!said.includes(bare(value))) check.wrong.push(`conflicts: ${name}: not among both: ${JSON.stringify(value)}`)
  await check.shows(name, both)
  if (texts === undefined) return
  await page.getByRole('button', { name: '对照两版正文' }).first().click()
  await expect(page.locator('.document-one-text')).toHaveCount(2)
  await check.shows(`${name}, both texts`, texts)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** The dialog, with every text as the reason; of one record of each kind. */
async function settleEach(
  check: WindowCheck,
  { records, deck }: { readonly records: readonly Disputed[]; readonly deck: Deck },
): Promise<void> {
  const { page } = check
  const kinds = new Map(records.map(record => [record.kind, record]))
  for (const { kind, name, route, both } of kinds.values()) {
    await show(check, route)
    if (kind === 'request') await page.getByText('更多', { exact: true }).click()
    await page.getByRole('button', { name: '核对冲突' }).first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    const lines = kind === 'visit' ? both.slice(0, 6) : both
    await check.shows(`${name}, settling`, lines)
    const keeps = await check.keepers('[role=dialog]')
    for (const text of deck.texts) await check.types(`${name}, reason`, text, { within: '[role=dialog]', keeps })
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
}

const bare = (text: string): string => text.replace(/\s/gu, '')
