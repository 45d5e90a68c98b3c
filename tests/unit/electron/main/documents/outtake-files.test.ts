import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { rowsOfList } from '../../../../../electron/main/documents/outtake/catalogue-file'
import { valueOf } from '../../../../support/workstation/test-workstation'
import { beginOuttake, outtakeOffice } from './outtake-office'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outtake-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

test('a further file of an export replaces nothing: nobody was asked about its name', async () => {
  const { workstation, desk, exports } = await outtakeOffice(folder)
  const other = path.join(folder, 'x-2.csv')
  fs.writeFileSync(other, 'somebody’s')
  const rows = Array.from({ length: rowsOfList + 1 }, () => ({ 标题: '甲' }))
  const takenOut = async () => {
    const { exportId } = valueOf(
      await desk.begin({ ...beginOuttake, format: 'csv', fileName: 'x.csv', isPublicOnly: true }),
    )
    valueOf(await desk.add({ exportId: exportId!, rows, attachments: [] }))
    return desk.end({ exportId: exportId!, keep: true, role: 'clerk' })
  }
  expect(await takenOut()).toEqual({ ok: false, problem: { kind: 'outtakeFileTaken', name: 'x-2.csv' } })
  expect(fs.readFileSync(other, 'utf8')).toBe('somebody’s')
  expect(fs.readdirSync(folder).sort()).toEqual(['office', 'x-2.csv'])
  expect(exports()).toEqual([])
  fs.rmSync(other)
  expect(valueOf(await takenOut()).files).toEqual(['x.csv', 'x-2.csv'])
  expect(exports()).toHaveLength(1)
  workstation.lock()
})
