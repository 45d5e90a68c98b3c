import fs from 'node:fs'
import { crc32 } from 'node:zlib'
import { signIn } from '../../demo/hands/front-door'
import { registerRequest } from '../../demo/hands/reception'
import type { Desk } from '../support/desk'
import { administrator, defaultStory, expect, test } from '../support/office-test'
import { fillRegistration } from '../support/registration-page'

const sentence = '账本是更新版本（格式 2）的程序写的，这个版本不能打开。'

const examined = { type: 'request.examined@1', open: { elementsComplete: true, withinRemit: true } }

test('a journal that a newer program has written is opened to read, and not a byte of it changes @at-length', async ({
  desk,
  hands,
}) => {
  await signIn(hands, administrator)
  await registerRequest(hands, defaultStory.applicant, noShot)
  await desk.close()
  markAsWrittenByVersion(2, desk)
  const before = journalBytes(desk)

  await desk.start()
  await signIn(hands, administrator)
  const notice = desk.page.getByRole('region', { name: '登录提示' }).getByRole('alert')
  await expect(notice).toContainText(sentence)
  await expect(notice).toContainText('请换用新版本的程序；不要删除或覆盖账本。')
  await expect(desk.page.getByRole('banner').getByText('只读')).toBeVisible()

  await fillRegistration(hands, defaultStory.applicant)
  const page = desk.page
  const whatToDo = page.getByRole('status').filter({ hasText: '账本现在只能查看，不能登记。' })
  await expect(whatToDo).toContainText('请换用新版本的程序')
  await expect(page.getByText(/还差 \d+ 项/)).toBeHidden()
  await hands.press('Control+Enter')
  const panel = page.getByRole('alert', { name: '没有登记上' })
  await expect(panel).toContainText(sentence)
  await expect(panel).toContainText('草稿已保存')
  await expect(panel.getByRole('button', { name: '再登记一次' })).toBeHidden()
  await expect(panel.getByRole('button', { name: '回到表单' })).toBeFocused()
  const refused = { ok: false, problem: { kind: 'journalNewer', version: 2 } }
  expect(await desk.append({ subject: `request:${crypto.randomUUID()}`, role: 'clerk', facts: [examined] })).toEqual(
    refused,
  )
  await expect(notice).toBeVisible()
  await expect(desk.page.getByRole('dialog', { name: /已登记/ })).toBeHidden()
  await desk.close()
  expect(journalBytes(desk)).toEqual(before)
})

/** As the unit test of the journal does: the version in the head of each segment, and the head's checksum. */
function markAsWrittenByVersion(version: number, desk: Desk): void {
  for (const segment of desk.segments()) {
    const bytes = fs.readFileSync(segment)
    bytes.writeUInt16LE(version, 6)
    bytes.writeUInt32LE(crc32(bytes.subarray(0, 36)), 36)
    fs.writeFileSync(segment, bytes)
  }
}

const journalBytes = (desk: Desk): string[] => desk.segments().map(file => fs.readFileSync(file, 'base64'))

async function noShot(): Promise<void> {}
