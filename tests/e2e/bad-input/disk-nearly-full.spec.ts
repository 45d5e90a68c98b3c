import { signIn } from '../../demo/hands/front-door'
import { administrator, defaultStory, expect, test } from '../support/office-test'
import { fillRegistration, registrationPage, sendRegistration } from '../support/registration-page'

const freeMegabytes = 500

test.use({ environment: { RECORDS_DESK_REHEARSAL_FREE_BYTES: String(freeMegabytes << 20) } })

test('with less than 1 GiB free nothing new is begun, and what was typed waits until there is room @at-length', async ({
  desk,
  hands,
}) => {
  const { applicant } = defaultStory
  await signIn(hands, administrator)
  await expect(desk.page.getByRole('banner').getByText('磁盘将满')).toBeVisible()
  await expect(desk.page.getByText('磁盘快满了，请先清理再登记')).toBeVisible()
  const told = desk.page.getByRole('region', { name: '提醒 1 项' })
  await expect(told).toContainText(`磁盘只剩 ${freeMegabytes} MB，不能登记新内容。`)
  await expect(told).toContainText('已登记的都在，草稿照常保存。请删去或移走别的文件。')
  await expect(told.getByRole('button', { name: '再查一次' })).toBeVisible()
  const before = await desk.head()

  await fillRegistration(hands, applicant)
  await hands.press('Control+Enter')
  const trouble = desk.page.getByRole('alert').filter({ hasText: '没有登记上' })
  await expect(trouble).toContainText(`磁盘快满了，只剩 ${freeMegabytes} MB，不能再登记新内容。`)
  await expect(trouble).toContainText('请删去或移走别的文件，腾出空间后再做一次。')
  await expect(trouble).toContainText(/草稿已保存（.+），关机、断电也不会丢/)
  expect(await desk.head()).toEqual(before)

  await desk.restart({ RECORDS_DESK_REHEARSAL_FREE_BYTES: String(2 ** 40) })
  await signIn(hands, administrator)
  await expect(desk.page.getByRole('region', { name: /^提醒/ })).toBeHidden()
  await hands.tabTo(desk.page.getByRole('button', { name: '接着填' }))
  await hands.press('Enter')
  await expect(registrationPage(hands).name).toHaveValue(applicant.name)
  await expect(registrationPage(hands).description).toHaveValue(applicant.description)
  await sendRegistration(hands)
})
