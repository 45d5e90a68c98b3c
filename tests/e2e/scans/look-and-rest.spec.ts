import fs from 'node:fs'
import path from 'node:path'
import { sitDown } from '../../demo/hands/front-door'
import { seededPeople } from '../../support/at-rest/people'
import { scanFolder } from '../../support/at-rest/scan-folder'
import { traceFinder } from '../../support/at-rest/traces'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { administrator, expect, test } from '../support/office-test'
import { pdfScan, svgFile } from './scan-files'
import {
  addAndSee,
  addDialog,
  closeViewer,
  openAdding,
  registerOne,
  rowsOf,
  sayWhatItIs,
  view,
} from '../../demo/hands/scan-hands'

test.use({ goesOn: true })

test('the panel, the dialog with its refusals and the viewer: nothing in the way of anybody @at-length', async ({
  desk,
  hands,
}, info) => {
  test.setTimeout(300_000) // 32 looks of axe on a busy machine
  const findings = noFindings()
  const look = (screen: string) => lookAt(desk.page, screen, findings)
  await sitDown(hands, administrator)
  await registerOne(hands)
  await look('panel, empty')
  const names = ['附件.pdf', '一个名称很长的文件'.repeat(8) + '.pdf', '图.jpg']
  const files = names.map(name => info.outputPath(name))
  fs.writeFileSync(files[0]!, await pdfScan(2))
  fs.writeFileSync(files[1]!, await pdfScan(1))
  fs.writeFileSync(files[2]!, svgFile)
  await openAdding(hands)
  await look('dialog, empty')
  await desk.dialogs.open(files)
  await hands.press('Enter')
  await expect(addDialog(hands).getByRole('textbox', { name: '名称' })).toHaveCount(3)
  await hands.press('Control+Enter')
  await expect(addDialog(hands).getByText('请选择这份文件是什么材料。')).toHaveCount(3)
  await look('dialog, kinds missing')
  await sayWhatItIs(hands, 0, '提供的信息')
  await sayWhatItIs(hands, 1, '身份证明')
  await sayWhatItIs(hands, 2, '签名的申请表')
  await hands.press('Control+Enter')
  await expect(addDialog(hands).getByRole('alert')).toContainText('没有存入', { timeout: 60_000 })
  await look('dialog, refused')
  await hands.press('Escape')
  await expect(rowsOf(hands)).toHaveCount(2)
  await look('panel, two scans')
  await view(hands, 0)
  await look('viewer')
  await hands.press('r')
  await look('viewer, turned') // enlarged, a page is meant to be moved sideways in its stage
  await closeViewer(hands)
  tellAndExpectNone('scans', findings)
})

test('neither content nor name of a scan stands on the disk in clear, while it is open and after', async ({
  desk,
  hands,
}, info) => {
  const [person] = seededPeople(1)
  const secrets = Object.entries(person!).map(([what, text]) => ({ what, text }))
  await sitDown(hands, administrator)
  await registerOne(hands)
  const before = scanFolder(desk.userData, traceFinder(secrets), []).byFolder['office/blobs'] ?? 0
  const file = info.outputPath(`${person!.name}的申请.txt`)
  fs.writeFileSync(file, Object.values(person!).join('\n').repeat(40))
  await openAdding(hands)
  await desk.dialogs.open([file])
  await hands.press('Enter')
  await sayWhatItIs(hands, 0, '签名的申请表')
  await addAndSee(hands, 1)
  await view(hands, 0)
  await expect(desk.page.getByText(person!.idNumber).first()).toBeVisible()
  const finder = traceFinder(secrets)
  const open = scanFolder(desk.userData, finder, [])
  await closeViewer(hands)
  await desk.close()
  const closed = scanFolder(desk.userData, finder, [])
  console.log(
    `${open.files} files while viewing, ${closed.files} after; found ${open.traces.length + closed.traces.length}`,
  )
  expect([open.traces, closed.traces]).toEqual([[], []])
  expect(closed.byFolder['office/blobs']).toBe(before + 1)
  // The check itself: the same file left in clear in the folder of the blobs is found.
  fs.cpSync(file, path.join(desk.userData, 'office/blobs/planted.blob'))
  const planted = scanFolder(desk.userData, finder, [])
  expect(new Set(planted.traces.map(({ what }) => what))).toEqual(new Set(Object.keys(person!)))
})
