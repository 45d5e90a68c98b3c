import fs from 'node:fs'
import { databasesOf } from '../../support/launch/page-storage'
import { expect, test } from './filled-office'
import { garbleEveryFile, truncateLogs } from './damage'

test('the view deleted: it is built again, the wait is shown, and it says the same', async ({
  filled,
  userData,
  reopen,
}) => {
  expect(filled.view.requests).toBeGreaterThan(40)
  fs.rmSync(databasesOf(userData), { recursive: true })
  const { waiting, dump } = await reopen()
  console.log(`rebuild of ${filled.view.acts} acts, on screen: ${waiting.join('; ')}`)
  expect(waiting.some(line => /正在(从账本读取|整理办件).+共 \d[\d,]* 条 \[\d+ of \d+\]/.test(line))).toBe(true)
  const view = await dump()
  expect(view.database).not.toBe(filled.view.database)
  expect(view).toEqual({ ...filled.view, database: view.database })
})

test('an older copy of the databases: the view catches up with the journal', async ({ filled, userData, reopen }) => {
  fs.rmSync(databasesOf(userData), { recursive: true })
  fs.cpSync(filled.olderDatabases, databasesOf(userData), { recursive: true })
  const { desk, dump } = await reopen()
  expect(await dump()).toEqual(filled.view)
  await desk.hands.press('Alt+3')
  await expect(desk.page.getByText(filled.requestNo)).toBeVisible()
})

test('nothing was lost that is still there: the view is taken as it is', async ({ filled, reopen }) => {
  const { waiting, dump } = await reopen()
  expect(await dump()).toEqual(filled.view)
  expect(waiting.some(line => line.includes('共'))).toBe(false)
})

for (const [how, damage] of [
  ['cut in half', truncateLogs],
  ['overwritten with noise', garbleEveryFile],
] as const) {
  test(`the files of the view ${how}: built again, never an empty list`, async ({ filled, userData, reopen }) => {
    const files = damage(databasesOf(userData))
    expect(files.length).toBeGreaterThan(0)
    const { desk, dump } = await reopen()
    const view = await dump()
    console.log(
      `${how}: ${files.join(', ')}; the view is now ${view.database === filled.view.database ? 'the same, caught up' : 'a new one'}`,
    )
    expect(view).toEqual({ ...filled.view, database: view.database })
    await desk.hands.press('Alt+3')
    await expect(desk.page.getByText(filled.requestNo)).toBeVisible()
  })
}
