import { openRequest } from '../../demo/visit/case'
import { signIn } from '../../demo/visit/front-door'
import { registerRequest } from '../../demo/visit/reception'
import { closeReceipt } from '../support/case-pages'
import { administrator, defaultStory, expect, test } from '../support/office-test'

/** Of CJK Extension B; none of the fonts that come with the program draws it. */
const rare = '𡋤'

test('a name with a character that no font has is registered, and its receipt is refused by name', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  await signIn(hands, administrator)
  const before = await desk.head()
  const applicant = { ...defaultStory.applicant, name: `张${rare}` }
  const requestNo = await registerRequest(hands, applicant, noShot)
  const refusal = page.getByRole('alert').filter({ hasText: `字库里没有「${rare}」（U+212E4）这个字，文书没有生成。` })
  await expect(refusal).toBeVisible({ timeout: 60_000 })
  await expect(refusal).toContainText('登记已写入账本，不受影响。')
  const registered = await desk.head()
  expect(registered.seq).toBe(before.seq + 1)

  await hands.press('Enter') // print all the same
  await expect(refusal).toBeVisible()
  await expect(page.getByText('正在打印')).toBeHidden()
  expect(desk.printed()).toEqual([])
  await closeReceipt(hands)

  await openRequest(hands, requestNo)
  await expect(page.getByText('当面收到申请并登记')).toBeVisible()
  expect(await desk.head()).toEqual(registered)
})

async function noShot(): Promise<void> {}
