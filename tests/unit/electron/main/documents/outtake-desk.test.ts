import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { outtakeDesk } from '../../../../../electron/main/documents/outtake/outtake-desk'
import { officeSubject } from '../../../../../shared/ledger/subject'
import { openFilesBelow } from '../../../../support/journal/open-files'
import { founding, openTestWorkstation, valueOf } from '../../../../support/workstation/test-workstation'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outtake-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

async function office() {
  const workstation = openTestWorkstation({ folder: path.join(folder, 'office') })
  valueOf(await workstation.establish(founding)) // administrator and clerk
  const asked: string[] = []
  const desk = outtakeDesk({
    ...{ workstation, documentsFolder: folder, newId: randomUUID },
    askWhere: async suggested => (asked.push(suggested), suggested),
    askFolder: async () => (asked.push('folder'), folder),
  })
  const exports = () =>
    workstation
      .ledger!.actsOf(officeSubject)
      .flatMap(act => act.facts.filter(fact => fact.type === 'documents.exported@1'))
  return { workstation, desk, asked, exports }
}

const begin = {
  ...{ format: 'jsonLines' as const, fileName: 'a.jsonl', from: '', role: 'clerk' as const },
  ...{ columns: ['标题', '正文'], heads: { title: '标题', text: '正文' } },
}

test('what is not public is refused to a clerk before anybody is asked where, and nothing is written', async () => {
  const { workstation, desk, asked, exports } = await office()
  expect(await desk.begin({ ...begin, isPublicOnly: false })).toMatchObject({
    problem: { kind: 'refused', why: { kind: 'postNeeded', posts: ['head'] } },
  })
  expect(asked).toEqual([])
  expect(exports()).toEqual([])
  workstation.lock()
})

test('an export is recorded with what is in it, and stands under its name when it is whole', async () => {
  const { workstation, desk, exports } = await office()
  const { exportId } = valueOf(await desk.begin({ ...begin, isPublicOnly: true }))
  valueOf(await desk.add({ exportId: exportId!, rows: [{ 标题: '甲', 正文: '乙' }], attachments: [] }))
  expect(fs.existsSync(path.join(folder, 'a.jsonl'))).toBe(false)
  expect(valueOf(await desk.end({ exportId: exportId!, keep: true, role: 'clerk' }))).toMatchObject({ documents: 1 })
  expect(fs.readFileSync(path.join(folder, 'a.jsonl'), 'utf8')).toBe('{"标题":"甲","正文":"乙"}\n')
  expect(exports()).toMatchObject([{ open: { format: 'jsonLines', documents: 1, isPublicOnly: true } }])
  workstation.lock()
})

test('given up or locked, nothing is left of it', async () => {
  const { workstation, desk, exports } = await office()
  for (const format of ['folder', 'csv'] as const) {
    const { exportId } = valueOf(await desk.begin({ ...begin, format, fileName: `x.${format}`, isPublicOnly: true }))
    valueOf(await desk.add({ exportId: exportId!, rows: [{ 标题: '甲' }], attachments: [] }))
    if (format === 'csv') desk.dropAll()
    else valueOf(await desk.end({ exportId: exportId!, keep: false, role: 'clerk' }))
  }
  expect(fs.readdirSync(folder)).toEqual(['office'])
  expect(exports()).toEqual([])
  workstation.lock()
})

test.each(['jsonLines', 'csv', 'bag'] as const)(
  '%s: a disk that fails at its end keeps no half and no file open',
  async format => {
    const { workstation, desk, exports } = await office()
    const { exportId } = valueOf(await desk.begin({ ...begin, format, fileName: 'x', isPublicOnly: true }))
    valueOf(await desk.add({ exportId: exportId!, rows: [{ 标题: '甲' }], attachments: [] }))
    const before = openFiles()
    expect(before).toBe(1)
    const failing = vi.spyOn(fs, 'fsyncSync').mockImplementation(diskFails)
    const { ok } = await desk.end({ exportId: exportId!, keep: true, role: 'clerk' })
    failing.mockRestore()
    expect(ok).toBe(false)
    expect(openFiles()).toBe(0)
    expect(fs.readdirSync(folder)).toEqual(['office'])
    expect(exports()).toEqual([])
    workstation.lock()
  },
)

test('a lock is not held up by an export onto a stick that is no longer there', async () => {
  const { workstation, desk } = await office()
  const { exportId } = valueOf(await desk.begin({ ...begin, isPublicOnly: true }))
  valueOf(await desk.add({ exportId: exportId!, rows: [{ 标题: '甲' }], attachments: [] }))
  const failing = ['fsyncSync', 'rmSync'].map(name => vi.spyOn(fs, name as 'fsyncSync').mockImplementation(diskFails))
  expect(() => desk.dropAll()).not.toThrow()
  failing.forEach(each => each.mockRestore())
  expect(openFiles()).toBe(0)
  workstation.lock()
})

const diskFails = (): never => {
  throw Object.assign(new Error('EIO: planted by the tests'), { code: 'EIO' })
}

/** Those of the desk itself stay. */
const openFiles = (): number => openFilesBelow(folder).filter(name => !name.includes('/office/')).length
