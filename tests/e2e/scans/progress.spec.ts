import fs from 'node:fs'
import path from 'node:path'
import { signIn } from '../../demo/hands/front-door'
import type { ElectronMain } from '../../support/launch/launch'
import { administrator, expect, test } from '../support/office-test'
import { addDialog, openAdding, registerOne, rowsOf, sayWhatItIs, sheetOf } from '../../demo/hands/scan-hands'

test('a large file shows how far it is and can be stopped; nothing of it stays', async ({ desk, hands }, info) => {
  await signIn(hands, administrator)
  await registerOne(hands)
  const file = info.outputPath('很大的附件.pdf')
  fs.writeFileSync(file, '%PDF-1.7\n')
  fs.truncateSync(file, 48 * 1024 * 1024)
  await openAdding(hands)
  await desk.dialogs.open([file])
  await hands.press('Enter')
  await sayWhatItIs(hands, 0, '提供的信息')
  const before = await desk.head()
  await desk.program.evaluate(holdParts)
  await hands.press('Control+Enter')
  const progress = addDialog(hands).getByRole('progressbar')
  await expect(progress).toBeVisible()
  await expect(addDialog(hands)).toContainText('正在存入《很大的附件》，第 1 份，共 1 份')
  await expect(addDialog(hands)).toContainText('12.0 MB，共 48.0 MB')
  expect(kept(desk.userData)).toHaveLength(1)
  await hands.press('Escape')
  await desk.program.evaluate(() => (globalThis as unknown as { releaseParts(): void }).releaseParts())
  await expect(addDialog(hands).getByText('已停止。没有存完的文件没有留下任何内容。')).toBeVisible()
  expect(await desk.head()).toEqual(before)
  expect(kept(desk.userData)).toEqual([])
  await hands.press('Escape')
  await expect(sheetOf(hands)).toContainText('还没有扫描件')
  await expect(rowsOf(hands)).toHaveCount(0)
})

const kept = (userData: string): string[] =>
  fs
    .readdirSync(path.join(userData, 'office/blobs'), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(blob|part)$/.test(name))

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
