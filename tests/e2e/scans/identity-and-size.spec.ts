import fs from 'node:fs'
import { sitDown } from '../../demo/hands/front-door'
import type { ElectronMain } from '../../support/launch/launch'
import { extractText } from '../../support/pdf/pdfium'
import { identityWatermark, markAngle, markGrid } from '#shared/letters/watermark'
import { administrator, expect, test } from '../support/office-test'
import { jpegScan, pdfScan } from './scan-files'
import {
  addAndSee,
  addDialog,
  openAdding,
  registerOne,
  rowsOf,
  sayWhatItIs,
  sheetOf,
} from '../../demo/hands/scan-hands'
import { keptBytes, keptFiles, likeness } from './kept-bytes'

test.use({ goesOn: true })

test('an extract of identity is watermarked before it is sealed; no copy without it is kept', async ({
  desk,
  hands,
}, info) => {
  await sitDown(hands, administrator)
  await registerOne(hands)
  const files = [info.outputPath('身份证.jpg'), info.outputPath('护照.pdf'), info.outputPath('说明.txt')]
  const original = await jpegScan(desk.page)
  fs.writeFileSync(files[0]!, original)
  fs.writeFileSync(files[1]!, await pdfScan(2))
  fs.writeFileSync(files[2]!, '身份证号码见附件')
  await openAdding(hands)
  await desk.dialogs.open(files)
  await hands.press('Enter')
  await expect(addDialog(hands).getByRole('textbox', { name: '名称' })).toHaveCount(3)
  for (const nth of [0, 1, 2]) await sayWhatItIs(hands, nth, '身份证明')
  await expect(addDialog(hands).getByText('自动加水印「仅供政府信息公开申请使用」')).toHaveCount(3)
  await hands.press('Control+Enter')
  await expect(addDialog(hands).getByRole('alert')).toContainText('文本文件加不上水印', { timeout: 60_000 })
  await expect(rowsOf(hands)).toHaveCount(2)

  const [picture, pdf] = await keptBytes(desk)
  const { width, height } = { width: 1_000, height: 1_400 }
  const { size } = markGrid(width, height)
  const mark = { size, angle: markAngle, family: 'Noto Sans SC' }
  const compare = { before: [...original], after: [...picture!], ...mark }
  const right = await likeness(desk.page, { ...compare, text: identityWatermark })
  console.log(`watermark on the JPEG: ${JSON.stringify(right)}`)
  expect(right.changed).toBeGreaterThan(0.04)
  expect(right.fieldsChanged).toBe(48)
  expect(right.likeness).toBeGreaterThan(0.6)
  // The check itself: other words of the same length are not found, nor any on the picture as it came.
  const others = await likeness(desk.page, { ...compare, text: '可供商业信息查询登记办理' })
  expect(others.likeness).toBeLessThan(right.likeness - 0.25)
  const unmarked = await likeness(desk.page, { ...compare, after: [...original], text: identityWatermark })
  expect([unmarked.changed, unmarked.likeness]).toEqual([0, 0])

  for (const text of await extractText(pdf!)) {
    expect(text.replace(/\s/g, '').split(identityWatermark).length - 1).toBeGreaterThanOrEqual(6)
  }
})

test('a dropped extract that is no picture at all is refused', async ({ desk, hands }, info) => {
  await sitDown(hands, administrator)
  await registerOne(hands)
  const file = info.outputPath('坏图.jpg')
  fs.writeFileSync(file, Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(5_000, 7)]))
  const before = await desk.head()
  await openAdding(hands)
  await desk.dialogs.open([file])
  await hands.press('Enter')
  await sayWhatItIs(hands, 0, '身份证明')
  await hands.press('Control+Enter')
  await expect(addDialog(hands).getByRole('alert')).toContainText('这份文件已损坏，加不上水印，没有存入。')
  expect(await desk.head()).toEqual(before)
  // As any other paper it may be kept as it is.
  await sayWhatItIs(hands, 0, '签名的申请表')
  await addAndSee(hands, 1)
})

test('a large file shows how far it is and can be stopped; nothing of it stays', async ({ desk, hands }, info) => {
  await sitDown(hands, administrator)
  await registerOne(hands)
  const file = info.outputPath('很大的附件.pdf')
  fs.writeFileSync(file, '%PDF-1.7\n')
  fs.truncateSync(file, 48 * 1024 * 1024)
  await openAdding(hands)
  await desk.dialogs.open([file])
  await hands.press('Enter')
  await sayWhatItIs(hands, 0, '提供的信息')
  const before = { head: await desk.head(), kept: keptFiles(desk) }
  await desk.program.evaluate(holdParts)
  await hands.press('Control+Enter')
  const progress = addDialog(hands).getByRole('progressbar')
  await expect(progress).toBeVisible()
  await expect(addDialog(hands)).toContainText('正在存入《很大的附件》，第 1 份，共 1 份')
  await expect(addDialog(hands)).toContainText('12.0 MB，共 48.0 MB')
  expect(keptFiles(desk)).toHaveLength(before.kept.length + 1)
  await hands.press('Escape')
  await desk.program.evaluate(() => (globalThis as unknown as { releaseParts(): void }).releaseParts())
  await expect(addDialog(hands).getByText('已停止。没有存完的文件没有留下任何内容。')).toBeVisible()
  expect({ head: await desk.head(), kept: keptFiles(desk) }).toEqual(before)
  await hands.press('Escape')
  await expect(sheetOf(hands)).toContainText('还没有扫描件')
  await expect(rowsOf(hands)).toHaveCount(0)
})

/** Runs in main: says that 12 MB are there and keeps every further piece waiting, as a slow disk would. */
function holdParts({ ipcMain }: ElectronMain): void {
  let release = (): void => undefined
  const released = new Promise<void>(resolve => (release = resolve))
  Object.assign(globalThis, { releaseParts: release })
  let parts = 0
  ipcMain.removeHandler('scan:part')
  ipcMain.handle('scan:part', async () => {
    if (parts++ > 0) await released
    return { ok: true, value: { received: 12 * 1024 * 1024 * parts } }
  })
}
