import { lock, sitDown } from '../../demo/hands/front-door'
import { choosePerson, tryPassword } from '../support/front-door-pages'
import { administrator, defaultStory, expect, test } from '../support/office-test'
import { registeredForm } from './half-typed'

const { applicant } = defaultStory

test.use({ goesOn: true })

test('F2 on a form that is begun leads to the same form, and emptied again it leaves no draft behind', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  const { name } = registeredForm(page)
  await sitDown(hands, administrator)
  await hands.press('F2')
  await hands.fillNext('姓名', applicant.name)
  await expect(page.getByText(/草稿 .+ 已自动保存/)).toBeVisible()
  await hands.press('F2')
  await expect(name).toHaveValue(applicant.name)
  await expect(page).toHaveURL(/#reception\/reception-/)

  await hands.fillNext('姓名', ' ')
  await expect(page).toHaveURL(/#reception$/)
  await hands.press('Alt+1')
  await expect(page.getByText('没有放下的草稿')).toBeVisible()
})

test('a form that is left while the last word is still warm stands among the drafts of the board', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  await sitDown(hands, administrator)
  await hands.press('F2')
  await hands.fillNext('姓名', applicant.name)
  await hands.press('Alt+1')
  await expect(page.getByRole('heading', { name: '今日', level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: '接着填' })).toHaveCount(1)

  await test.step('the next F2 is another form, and its address is not the one that was left', async () => {
    await hands.press('F2')
    await expect(registeredForm(page).name).toHaveValue('')
    expect(new URL(page.url()).hash).toBe('#reception')
  })
})

test('a new form comes back by its address after the desk was locked in the middle of a word', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  const drafts = page.getByRole('button', { name: '接着填' })
  await sitDown(hands, administrator)
  await expect(drafts).toHaveCount(1) // of the form that was left before
  await hands.press('F2')
  await hands.fillNext('姓名', applicant.name)
  await hands.fillNext('联系电话', applicant.phone)
  await lock(hands)
  await choosePerson(hands, administrator.name)
  await tryPassword(hands, administrator.password)
  const form = registeredForm(page)
  await expect(form.name).toHaveValue(applicant.name, { timeout: 60_000 })
  await expect(page.getByRole('textbox', { name: '联系电话', exact: true })).toHaveValue(applicant.phone)

  await test.step('it is the same draft, not a second one', async () => {
    await hands.fillNext('名称、文号或其他特征描述', applicant.description)
    await hands.press('Alt+1')
    await expect(drafts).toHaveCount(2)
  })
})
