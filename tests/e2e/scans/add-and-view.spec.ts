import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { openRequest } from '../../demo/hands/case'
import { signIn, sitDown } from '../../demo/hands/front-door'
import { administrator, expect, test } from '../support/office-test'
import { faxScan, gbkScan, jpegScan, pdfScan, svgFile, tiffScan } from './scan-files'
import {
  addAndSee,
  addDialog,
  closeViewer,
  openAdding,
  registerOne,
  rowsOf,
  sayWhatItIs,
  sheetOf,
  view,
} from '../../demo/hands/scan-hands'
import { keptFiles } from './kept-bytes'
import { pageIn, seen } from './seen-page'

test.use({ goesOn: true })

test('a JPEG and a PDF by file dialog: kept, viewed by keyboard, and viewed again after a restart @at-length', async ({
  desk,
  hands,
}, info) => {
  await sitDown(hands, administrator)
  const requestNo = await registerOne(hands)
  await expect(sheetOf(hands)).toContainText('还没有扫描件')
  const files = [info.outputPath('签名表.jpg'), info.outputPath('答复附件.pdf')]
  fs.writeFileSync(files[0]!, await jpegScan(desk.page))
  fs.writeFileSync(files[1]!, await pdfScan(3))
  await openAdding(hands)
  await desk.dialogs.open(files)
  await hands.press('Enter')
  await expect(addDialog(hands).getByRole('textbox', { name: '名称' })).toHaveCount(2)
  await sayWhatItIs(hands, 0, '签名的申请表')
  await sayWhatItIs(hands, 1, '提供的信息')
  const before = await desk.head()
  await addAndSee(hands, 2)
  expect((await desk.head()).seq).toBe(before.seq + 2)
  await expect(rowsOf(hands).nth(0)).toContainText('签名的申请表')
  await expect(rowsOf(hands).nth(0)).toContainText('签名表')
  await expect(rowsOf(hands).nth(0)).toContainText(/JPEG 图片，.*KB，周敏，.*\d\d:\d\d/)
  await expect(desk.page.getByText('存入扫描件：签名的申请表')).toBeVisible()

  const look = async () => {
    const first = await view(hands, 0)
    const image = first.getByRole('img', { name: '签名表，第 1 页' })
    await expect.poll(async () => (await seen(image)).ink).toBeGreaterThan(0.05)
    const upright = await seen(image)
    expect(upright.height / upright.width).toBeCloseTo(1.4, 1)
    await hands.press('r')
    await expect.poll(async () => (await seen(image)).width / (await seen(image)).height).toBeCloseTo(1.4, 1)
    await hands.press('=')
    await expect(first.getByText('150%')).toBeVisible()
    await hands.press('-')
    await expect(first.getByText('100%')).toBeVisible()
    await closeViewer(hands)

    const second = await view(hands, 1)
    await expect(second.getByText('第 1 页，共 3 页')).toBeVisible()
    await expect.poll(async () => (await seen(pageIn(second))).ink).toBeGreaterThan(0.001)
    const one = await seen(pageIn(second))
    await hands.press('PageDown')
    await expect(second.getByText('第 2 页，共 3 页')).toBeVisible()
    await expect.poll(async () => (await seen(pageIn(second))).ink).not.toBe(one.ink)
    await hands.press('PageDown', 'PageDown')
    await expect(second.getByText('第 3 页，共 3 页')).toBeVisible()
    await hands.press('PageUp')
    await expect(second.getByText('第 2 页，共 3 页')).toBeVisible()
    // Closed while the picture of one look is still on its way and the next is being drawn.
    await hands.press('=', '=', 'r', 'r', '-', 'PageUp')
    await closeViewer(hands)
  }
  await look()
  await desk.restart()
  await signIn(hands, administrator)
  await openRequest(hands, requestNo)
  await expect(rowsOf(hands)).toHaveCount(2)
  await look()

  const wrong = await view(hands, 0)
  await hands.press('w')
  const asked = hands.page.getByRole('dialog', { name: '撤下扫描件' })
  await expect(asked.getByText('签名的申请表：签名表')).toBeVisible()
  await expect(wrong).toHaveCount(1)
  await hands.press('Control+Enter') // without a reason nothing is taken away
  await expect(asked.getByRole('alert').first()).toBeVisible()
  await hands.fillNext('撤下的原因', '是另一件的申请表')
  await hands.press('Control+Enter')
  await expect(asked).toBeHidden()
  await expect(rowsOf(hands)).toHaveCount(1)
  await expect(sheetOf(hands)).toContainText('另有 1 份已撤下，见办理经过。')
  await expect(desk.page.getByText('撤下扫描件：签名的申请表')).toBeVisible()
  await expect(desk.page.getByText('是另一件的申请表')).toBeVisible()
})

test('dropped on the panel: TIFF, fax PDF, PDF in GBK and text are read too @at-length', async ({ desk, hands }) => {
  await sitDown(hands, administrator)
  await registerOne(hands)
  const dropped = [
    { name: '信封.tif', bytes: tiffScan() },
    { name: '传真.pdf', bytes: await faxScan() },
    { name: '旧公文.pdf', bytes: await gbkScan() },
    { name: '说明.txt', bytes: Buffer.from('第一行说明\n第二行：<b>不是标签</b>\n') },
  ]
  const transfer = await desk.page.evaluateHandle(
    files => {
      const made = new DataTransfer()
      for (const { name, bytes } of files) made.items.add(new File([new Uint8Array(bytes)], name))
      return made
    },
    dropped.map(({ name, bytes }) => ({ name, bytes: [...bytes] })),
  )
  await sheetOf(hands).dispatchEvent('dragover', { dataTransfer: transfer })
  await expect(desk.page.getByText('松开鼠标，把文件存入本件')).toBeVisible()
  await sheetOf(hands).dispatchEvent('drop', { dataTransfer: transfer })
  await expect(addDialog(hands).getByRole('textbox', { name: '名称' })).toHaveCount(4)
  await sayWhatItIs(hands, 0, '带邮戳的信封')
  await sayWhatItIs(hands, 1, '授权委托书')
  await sayWhatItIs(hands, 2, '提供的信息')
  await sayWhatItIs(hands, 3, '提供的信息')
  await addAndSee(hands, 4)

  const envelope = await view(hands, 0)
  await expect.poll(async () => (await seen(pageIn(envelope))).ink).toBeGreaterThan(0.99)
  await closeViewer(hands)
  const fax = await view(hands, 1)
  await expect.poll(async () => (await seen(pageIn(fax))).ink).toBeGreaterThan(0.99)
  await closeViewer(hands)
  const old = await view(hands, 2)
  await expect.poll(async () => (await seen(pageIn(old))).ink).toBeGreaterThan(0.005)
  await closeViewer(hands)
  const text = await view(hands, 3)
  await expect(text.getByText('第二行：<b>不是标签</b>')).toBeVisible()
  await closeViewer(hands)
})

test('an SVG that calls itself a picture and a file of 51 MiB are refused with a sentence, and nothing is kept', async ({
  desk,
  hands,
}, info) => {
  await sitDown(hands, administrator)
  await registerOne(hands)
  const files = [info.outputPath('照片.jpg'), info.outputPath('很大.pdf')]
  fs.writeFileSync(files[0]!, svgFile)
  fs.writeFileSync(files[1]!, '%PDF-1.7\n')
  fs.truncateSync(files[1]!, 51 * 1024 * 1024)
  const before = { head: await desk.head(), kept: keptFiles(desk) }
  await openAdding(hands)
  await desk.dialogs.open(files)
  await hands.press('Enter')
  await expect(addDialog(hands).getByRole('textbox', { name: '名称' })).toHaveCount(2)
  expect(await saysWrongAfter(desk.page, { key: 'Enter', ctrlKey: true })).toBe(true)
  await expect(addDialog(hands).getByText('请选择这份文件是什么材料。')).toHaveCount(2)
  await sayWhatItIs(hands, 0, '签名的申请表')
  await sayWhatItIs(hands, 1, '提供的信息')
  await hands.press('Control+Enter')
  const alerts = addDialog(hands).getByRole('alert')
  await expect(alerts.filter({ hasText: '文件的内容是 SVG 图形，没有存入。' })).toBeVisible()
  await expect(alerts.filter({ hasText: '文件有 51 MB，超过每份 50 MB 的上限，没有存入。' })).toBeVisible()
  expect({ head: await desk.head(), kept: keptFiles(desk) }).toEqual(before)
  await hands.press('Escape')
  await expect(sheetOf(hands)).toContainText('还没有扫描件')
})

/**
 * Whether the part that has the focus complains in the very moment in which the key has been heard. A focus that moves
 * later takes away the keys that were pressed meanwhile.
 */
const saysWrongAfter = (page: Page, key: { readonly key: string; readonly ctrlKey: boolean }): Promise<boolean> =>
  page.evaluate(pressed => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { ...pressed, bubbles: true, cancelable: true }))
    return document.activeElement?.getAttribute('aria-invalid') === 'true'
  }, key)

test('a blob that was damaged on the disk is named so and never shown', async ({ desk, hands }, info) => {
  await sitDown(hands, administrator)
  await registerOne(hands)
  const file = info.outputPath('附件.pdf')
  fs.writeFileSync(file, await pdfScan(1))
  const before = blobsIn(path.join(desk.userData, 'office/blobs'))
  await openAdding(hands)
  await desk.dialogs.open([file])
  await hands.press('Enter')
  await sayWhatItIs(hands, 0, '提供的信息')
  await addAndSee(hands, 1)
  const [blob] = blobsIn(path.join(desk.userData, 'office/blobs')).filter(each => !before.includes(each))
  const bytes = fs.readFileSync(blob!)
  bytes[bytes.length >> 1]! ^= 1
  fs.writeFileSync(blob!, bytes)
  await hands.tabTo(rowsOf(hands).nth(0).getByRole('button'))
  await hands.press('Enter')
  const dialog = desk.page.getByRole('dialog')
  await expect(dialog.getByRole('alert')).toContainText('扫描件的文件被改动或损坏，不能显示。')
  await expect(pageIn(dialog)).toHaveCount(0)
})

test.describe('the folder of the scanner', () => {
  test.use({ isOn: false, goesOn: false })

  test('a new file is offered, taken in, and put away only then', async ({ desk, hands }, info) => {
    const scanner = info.outputPath('scanner')
    fs.mkdirSync(scanner)
    fs.writeFileSync(path.join(desk.userData, 'office/settings.json'), JSON.stringify({ scanFolder: scanner }))
    await desk.start()
    await signIn(hands, administrator)
    await registerOne(hands)
    await openAdding(hands)
    await expect(addDialog(hands)).toContainText('扫描仪文件夹里没有新文件')
    const file = path.join(scanner, 'SCAN_0042.pdf')
    fs.writeFileSync(file, await pdfScan(1))
    const offered = addDialog(hands).getByRole('button', { name: /SCAN_0042\.pdf/ })
    await expect(offered).toBeVisible()
    await hands.tabTo(offered)
    await hands.press('Enter')
    await sayWhatItIs(hands, 0, '签收的送达回证')
    expect(fs.existsSync(file)).toBe(true)
    await addAndSee(hands, 1)
    expect(fs.existsSync(file)).toBe(false)
    expect(fs.readdirSync(path.join(scanner, '已存入'))).toEqual(['SCAN_0042.pdf'])
  })
})

test.describe('with a mirror folder', () => {
  test.use({ isOn: false, goesOn: false })

  test('a scan that was damaged on the disk is put right from the mirror and shown', async ({ desk, hands }, info) => {
    const mirror = info.outputPath('mirror')
    for (const part of ['journal', 'vault']) fs.mkdirSync(path.join(mirror, part), { recursive: true }) // as choosing it does
    fs.writeFileSync(path.join(desk.userData, 'office/settings.json'), JSON.stringify({ mirrorFolder: mirror }))
    await desk.start()
    await signIn(hands, administrator)
    await registerOne(hands)
    const file = info.outputPath('附件.pdf')
    fs.writeFileSync(file, await pdfScan(1))
    await openAdding(hands)
    await desk.dialogs.open([file])
    await hands.press('Enter')
    await sayWhatItIs(hands, 0, '提供的信息')
    await addAndSee(hands, 1)
    const [blob] = blobsIn(path.join(desk.userData, 'office/blobs'))
    await expect.poll(() => blobsIn(mirror).length).toBe(1)
    const whole = fs.readFileSync(blob!)
    fs.writeFileSync(blob!, whole.subarray(0, whole.length >> 1))
    const viewer = await view(hands, 0)
    await expect.poll(async () => (await seen(pageIn(viewer))).ink).toBeGreaterThan(0.001)
    expect(fs.readFileSync(blob!).equals(whole)).toBe(true)
  })
})

const blobsIn = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.blob'))
    .map(name => path.join(folder, name))
