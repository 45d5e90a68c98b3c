import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { registerRequest } from '../../demo/hands/reception'
import { signIn } from '../../demo/hands/front-door'
import { administrator, defaultStory, expect, test } from '../support/office-test'
import { closeReceipt, tryToRegister } from './half-typed'
import { removeLastFrame } from './damage'

test('the journal ends before an act that the view has seen: it may only be read, says so, and is left as it is', async ({
  desk,
  hands,
}) => {
  await signIn(hands, administrator)
  const requestNo = await registerRequest(hands, defaultStory.applicant, async () => undefined)
  await closeReceipt(hands)
  const { seq: seen } = await desk.head()
  await desk.close()
  const segment = desk.segments().at(-1)!
  const { acts } = removeLastFrame(segment)
  const cut = fingerprint(segment)

  for (const start of ['first', 'next']) {
    await test.step(`${start} start after the cut`, async () => {
      await desk.start()
      await signIn(hands, administrator)
      const notice = hands.page.getByRole('alert').filter({ hasText: '账本末尾少了' })
      await expect(notice).toContainText(`账本末尾少了 ${acts} 条：曾写到第 ${seen} 条，现在只有 ${seen - acts} 条。`)
      await expect(notice).toContainText('现在只能查看')
      await expect(hands.page.getByText('只读', { exact: true })).toBeVisible()
      await tryToRegister(hands, defaultStory.applicant)
      await expect(hands.page.getByRole('alert').filter({ hasText: '没有登记上' })).toBeVisible()
      expect((await desk.head()).seq).toBe(seen - acts)
      await desk.close()
      expect(fingerprint(segment), `the segment, cut before ${requestNo}`).toBe(cut)
    })
  }
})

const fingerprint = (file: string): string => createHash('sha256').update(fs.readFileSync(file)).digest('hex')
