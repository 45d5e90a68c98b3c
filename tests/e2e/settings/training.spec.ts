import fs from 'node:fs'
import path from 'node:path'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { lock, signIn } from '../../demo/hands/front-door'
import { savePaper } from '../../demo/hands/case'
import { seedOffice } from '../../support/workstation/seed-office'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { expect, test } from '../support/office-test'
import { fileOn, textOf } from '../support/paper'

test.use({ isOn: false })

test('the training store: its own people and cases, marked on every screen and print, and the office stays as it was @at-length', async ({
  desk,
  hands,
}) => {
  test.setTimeout(240_000)
  const findings = noFindings()
  const made = await seedOffice(path.join(desk.userData, 'training'), {
    requests: 24,
    today: '2026-09-08' as CivilDate,
    seed: 3,
  })
  const officeBefore = listOf(path.join(desk.userData, 'office'))
  await desk.start({}, ['--training'])
  const strip = desk.page.getByRole('complementary', { name: '练习' })
  await expect(desk.page.getByRole('heading', { name: '谁在窗口' })).toBeVisible()
  await expect(strip).toBeVisible()
  await lookAt(desk.page, 'training, sign-in', findings)
  const clerk = made.people.find(({ posts }) => posts.includes('clerk') && !posts.includes('administrator'))!
  await signIn(hands, clerk)
  await expect(strip).toBeVisible()
  await lookAt(desk.page, 'training, today', findings)
  await hands.press('Alt+3')
  await expect(desk.page.getByRole('heading', { name: '办件', level: 1 })).toBeVisible()
  await expect(strip).toBeVisible()
  await hands.tabTo(desk.page.getByRole('row').nth(1))
  await hands.press('Enter')
  await expect(desk.page.getByText('办理经过')).toBeVisible()
  await expect(strip).toBeVisible()
  const file = fileOn(desk, 'form') // every case has its form; one whose receipt is unconfirmed has no slip yet
  await savePaper(hands, { name: /^申请表/, file, saveTo: to => desk.dialogs.save(to) })
  expect(await textOf(file)).toContain('训练·样张')
  await hands.press('Alt+1')
  await lock(hands)
  await expect(desk.page.getByRole('button', { name: '回到正式的查阅台' })).toBeVisible()
  await desk.close()
  expect(listOf(path.join(desk.userData, 'office'))).toEqual(officeBefore)
  tellAndExpectNone('training', findings)
})

test('the sign-in screen of the office leads to training: the program ends and is started again on the other store', async ({
  desk,
  hands,
}) => {
  await desk.start()
  await expect(desk.page.getByRole('complementary', { name: '练习' })).toHaveCount(0)
  await desk.program.evaluate(({ app }) => {
    const asked: unknown[] = []
    Object.assign(globalThis, { asked })
    Object.assign(app, {
      relaunch: (options: unknown) => void asked.push(options),
      quit: () => void asked.push('quit'),
    })
  })
  await hands.tabTo(desk.page.getByRole('button', { name: '到练习里去' }))
  await hands.press('Enter')
  const asked = () => desk.program.evaluate(() => (globalThis as unknown as { asked: unknown[] }).asked)
  await expect.poll(asked).toHaveLength(2)
  const [relaunched, last] = (await asked()) as [{ args: string[] }, string]
  expect(relaunched.args.at(-1)).toBe('--training')
  expect(last).toBe('quit')
  await desk.kill()
})

test('the training store that was never filled is set up by hand, marked too', async ({ desk }) => {
  await desk.start({}, ['--training'])
  await expect(desk.page.getByRole('heading', { name: '查阅中心', level: 1 })).toBeVisible()
  await expect(desk.page.getByRole('complementary', { name: '练习' })).toBeVisible()
})

/** Names and sizes: nothing of the office was touched. */
function listOf(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => `${name} ${fs.statSync(path.join(folder, name)).size} ${fs.statSync(path.join(folder, name)).mtimeMs}`)
    .sort()
}
