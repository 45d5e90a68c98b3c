import { openRequest } from '../../demo/hands/case'
import { signIn, sitDown } from '../../demo/hands/front-door'
import { registerRequest } from '../../demo/hands/reception'
import { administrator, defaultStory, expect, test } from '../support/office-test'
import { savedAfter } from '../support/saved-draft'
import { beginRegistration, closeReceipt, registeredForm, resumeDraft } from './half-typed'

const { applicant } = defaultStory
const nextInLine = { ...applicant, name: '李喆' }
const noShot = async (): Promise<void> => undefined

test.use({ goesOn: true })

test.beforeEach(({ hands }) => sitDown(hands, administrator))

test('the power goes the moment the number is on screen: the request is there, under the same number', async ({
  desk,
  hands,
}) => {
  const requestNo = await registerRequest(hands, applicant, noShot)
  await desk.kill()
  await desk.start()
  await signIn(hands, administrator)
  await openRequest(hands, requestNo)
  await expect(hands.page.getByText(applicant.description).first()).toBeVisible()
  await expect(hands.page.getByRole('region', { name: '登录提示' })).toBeHidden()
  // The number is taken: the next person gets the next one.
  const nextNo = await registerRequest(hands, nextInLine, noShot)
  expect(serialOf(nextNo)).toBe(serialOf(requestNo) + 1)
})

test('the power goes while a registration is half typed: the draft waits on the board and can be finished', async ({
  desk,
  hands,
}) => {
  await beginRegistration(hands, applicant)
  await savedAfter(desk, async () => {
    await hands.press('Space') // off, and on again
    await hands.press('Space')
  })
  await expect(hands.page.getByText(/草稿 .+ 已自动保存/)).toBeVisible()
  await desk.kill()
  await desk.start()
  await signIn(hands, administrator)
  await resumeDraft(hands)
  const form = registeredForm(hands.page)
  await expect(form.name).toHaveValue(applicant.name)
  expect((await form.idNumber.inputValue()).replaceAll(' ', '')).toBe(applicant.idNumber)
  await expect(form.originalSeen).toBeChecked()
  await hands.fillNext('联系电话', applicant.phone)
  await hands.fillNext('名称、文号或其他特征描述', applicant.description)
  await hands.press('Control+Enter')
  await expect(hands.page.getByRole('dialog', { name: /已登记/ })).toBeVisible()
  await closeReceipt(hands)
  await hands.press('Alt+1')
  await expect(hands.page.getByText('没有放下的草稿')).toBeVisible()
})

test('the power goes in the middle of a word: everything acknowledged before is there', async ({ desk, hands }) => {
  const registered: string[] = []
  for (const person of [applicant, nextInLine]) {
    registered.push(await registerRequest(hands, person, noShot))
    await closeReceipt(hands)
  }
  await hands.press('F2')
  await hands.fillNext('姓名', '王')
  await desk.kill()
  await desk.start()
  await signIn(hands, administrator)
  for (const requestNo of registered) await openRequest(hands, requestNo)
})

const serialOf = (requestNo: string): number => Number(requestNo.slice(-4))
