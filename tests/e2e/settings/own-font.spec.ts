import fs from 'node:fs'
import { createRequire } from 'node:module'
import { savePaper } from '../../demo/hands/case'
import { signIn } from '../../demo/hands/front-door'
import { registerRequest } from '../../demo/hands/reception'
import { closeReceipt } from '../../demo/hands/case-pages'
import { openSettings } from '../../demo/hands/settings-pages'
import { embeddedFonts } from '../../support/pdf/pdfa-structure'
import { administrator, defaultStory, expect, test } from '../support/office-test'
import { fileOn } from '../support/paper'

/** A face that no paper of the program has by itself. */
const own = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-serif-sc/500Medium/NotoSerifSC_500Medium.ttf',
)

test('a font chosen in settings stands in the next paper', async ({ desk, hands }) => {
  test.setTimeout(180_000)
  const { page } = desk
  await signIn(hands, administrator)
  await openSettings(hands)
  const row = page.locator('.settings-row', { has: page.getByRole('heading', { name: '正文字体（仿宋）' }) })
  await expect(row).toContainText('程序自带的宋体')
  await desk.dialogs.open([own])
  await hands.tabTo(page.getByRole('button', { name: '正文字体（仿宋）：从文件选' }))
  await hands.press('Enter')
  await expect(row).toContainText(/Noto Serif/)
  await registerRequest(hands, defaultStory.applicant, async () => undefined)
  await closeReceipt(hands)
  const file = fileOn(desk, 'receipt')
  await savePaper(hands, { name: /^登记回执/, file, saveTo: to => desk.dialogs.save(to) })
  const fonts = await embeddedFonts(fs.readFileSync(file))
  expect(fonts.filter(name => name.endsWith('NotoSerifSC-Medium'))).toHaveLength(1)
})
