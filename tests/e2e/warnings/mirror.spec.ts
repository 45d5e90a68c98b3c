import fs from 'node:fs'
import path from 'node:path'
import { signIn } from '../../demo/hands/front-door'
import { closeReceipt } from '../../demo/hands/case-pages'
import { administrator, defaultStory, expect, test } from '../support/office-test'
import { fillRegistration, sendRegistration } from '../support/registration-page'

test.use({ isOn: false })

test('a backup folder that is gone is told, is not made anew, and is caught up with when it is back', async ({
  desk,
  hands,
}, info) => {
  const mirror = info.outputPath('backup-disk')
  for (const part of ['vault', 'journal']) fs.mkdirSync(path.join(mirror, part), { recursive: true })
  fs.writeFileSync(path.join(desk.userData, 'office/settings.json'), JSON.stringify({ mirrorFolder: mirror }))
  await desk.start()
  await signIn(hands, administrator)
  await expect(desk.page.getByText('备份同步')).toBeVisible()
  const strip = desk.page.getByRole('region', { name: /^提醒/ })
  await expect(strip).toBeHidden()

  fs.renameSync(mirror, `${mirror}-unplugged`)
  await fillRegistration(hands, defaultStory.applicant)
  await sendRegistration(hands) // the counter goes on
  await closeReceipt(hands)
  await hands.press('Alt+1')
  await expect(strip).toContainText('备份文件夹不见了。')
  await expect(strip).toContainText('本机的账本完整，只是没有第二份。请接上备份盘，接上后自动补齐。')
  expect(fs.existsSync(mirror)).toBe(false)

  fs.renameSync(`${mirror}-unplugged`, mirror)
  await hands.press('1')
  await expect(strip).toBeHidden()
  await expect(desk.page.getByText('备份同步')).toBeVisible()
  const copies = fs
    .readdirSync(path.join(mirror, 'journal'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.seg'))
    .map(name => fs.readFileSync(path.join(mirror, 'journal', name)))
  expect(copies).toHaveLength(1)
  expect(copies[0]!.equals(fs.readFileSync(desk.segments()[0]!))).toBe(true)
})
