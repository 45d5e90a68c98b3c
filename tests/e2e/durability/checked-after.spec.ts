import fs from 'node:fs'
import path from 'node:path'
import { signIn } from '../../demo/hands/front-door'
import { fillOffice } from '../../support/workstation/fill-office'
import { clerk } from './filled-office'
import { defaultStory, expect, test } from '../support/office-test'
import { flipInFrame } from './damage'
import { tryToRegister } from './half-typed'

test.use({ machine: 'new', isOn: false })
test.setTimeout(240_000)

/** Enough that the journal is opened from a checkpoint. */
const acts = 5_100

test('damage in an old act of a large journal is found beside the work, locks it, and is said first at the next start @at-length', async ({
  desk,
  hands,
}) => {
  await fillOffice(desk.userData, acts, '2026-09-01')
  await desk.start()
  await signIn(hands, clerk)
  const checkpoint = path.join(path.dirname(desk.segments()[0]!), 'checkpoint.dat')
  await expect.poll(() => fs.existsSync(checkpoint), { timeout: 60_000 }).toBe(true)
  await desk.close()
  const seq = flipInFrame(desk.segments()[0]!, 40)

  for (const start of ['first', 'next']) {
    await test.step(`${start} start after the damage`, async () => {
      await desk.start()
      await signIn(hands, clerk)
      const notice = hands.page.getByRole('alert').filter({ hasText: '损坏' })
      await expect(notice).toContainText(`账本在第 ${seq} 条处损坏，现在只能查看`, { timeout: 60_000 })
      await expect(hands.page.getByText('只读', { exact: true })).toBeVisible()
      expect((await desk.head()).seq >= acts).toBe(start === 'first') // the next start reads it whole, to the damage
      expect(fs.existsSync(checkpoint)).toBe(false)
      await tryToRegister(hands, defaultStory.applicant)
      await expect(hands.page.getByRole('alert').filter({ hasText: '没有登记上' })).toBeVisible()
      await desk.close()
    })
  }
})
