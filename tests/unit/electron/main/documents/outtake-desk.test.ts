import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { bagFolder } from '../../../../../electron/main/documents/outtake/bag-folder'
import { rowsOfList } from '../../../../../electron/main/documents/outtake/catalogue-file'
import { documentFolder } from '../../../../../electron/main/documents/outtake/document-folder'
import { attachmentName } from '../../../../../shared/application/intake/catalogue-row'
import { deskChannels } from '../../../../../shared/contracts/desk-channels'
import { catalogueDocument } from '../../../../../shared/domain/catalogue/document-changes'
import type { AgencyId } from '../../../../../shared/domain/agencies/office-facts'
import type { DocumentDetails, DocumentFact } from '../../../../../shared/domain/catalogue/document-facts'
import { officeSubject, subjectOf } from '../../../../../shared/ledger/subject'
import { scanDesk } from '../../../../../electron/main/scans/scan-desk'
import { scanSources } from '../../../../../electron/main/scans/scan-sources'
import { closed } from '../../../shared/domain/catalogue/documents'
import { send, sha256 } from '../scans/scan-orders'
import { beginOuttake, outtakeOffice } from './outtake-office'
import { openFilesBelow } from '../../../../support/journal/open-files'
import { founding, signInFirst, valueOf } from '../../../../support/workstation/test-workstation'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outtake-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const office = (by = founding) => outtakeOffice(folder, by)
const begin = beginOuttake

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

describe.each(['bag', 'folder'] as const)('%s: the folder that was chosen', format => {
  const asked = { ...begin, format, fileName: '公开目录', isPublicOnly: true }
  const ended = { keep: true, role: 'clerk' as const }

  test.each(['..', '.', '../x', 'a/b', 'a.', 'a ', 'con', 'LPT1.txt', 'a:b'])(
    'is not left by the name %j, nor by one that Windows takes for another',
    async fileName => {
      const { workstation, desk, exports } = await office()
      expect(deskChannels['outtake:begin'].input.safeParse({ ...asked, fileName }).success).toBe(false)
      const refused = { ok: false, problem: { kind: 'badInput', detail: 'fileName' } }
      expect(await desk.begin({ ...asked, fileName })).toEqual(refused)
      expect(fs.readdirSync(folder)).toEqual(['office'])
      expect(exports()).toEqual([])
      workstation.lock()
    },
  )

  test('is not left by the name of an attachment', async () => {
    const target = path.join(folder, 'a', 'b')
    fs.mkdirSync(path.dirname(target))
    const out = madeAt[format](target)
    await out.add([{ 标题: '甲' }])
    for (const name of ['../../../../x', '..', '.', 'a/b', path.join(folder, 'x')])
      expect(await out.attach(name, [Buffer.from('x')], 0)).toBe('outside')
    out.drop()
    expect(fs.readdirSync(folder, { recursive: true })).toEqual(['a'])
    const name = attachmentName('0'.repeat(64), 'application/pdf')
    const attachments = (named: string) => [{ documentId: randomUUID(), digest: '0'.repeat(64), name: named, row: 0 }]
    const shape = deskChannels['outtake:add'].input
    const part = { exportId: randomUUID(), rows: [] }
    expect(shape.safeParse({ ...part, attachments: attachments(name) }).success).toBe(true)
    expect(shape.safeParse({ ...part, attachments: attachments('../x') }).success).toBe(false)
  })

  test.each(['公开目录', '公开目录.part'])('keeps what lies there as %s and no export wrote', async name => {
    const { workstation, desk, exports } = await office()
    const theirs = path.join(folder, name)
    fs.mkdirSync(theirs)
    fs.writeFileSync(path.join(theirs, 'thesis.txt'), 'mine')
    expect(await desk.begin(asked)).toEqual({ ok: false, problem: { kind: 'outtakeNameTaken', name } })
    expect(fs.readFileSync(path.join(theirs, 'thesis.txt'), 'utf8')).toBe('mine')
    expect(fs.readdirSync(folder).sort()).toEqual(['office', name].sort())
    expect(exports()).toEqual([])
    workstation.lock()
  })

  test('keeps what came there while the export was written, and nothing is left of that', async () => {
    const { workstation, desk, exports } = await office()
    const { exportId } = valueOf(await desk.begin(asked))
    fs.mkdirSync(path.join(folder, '公开目录'))
    fs.writeFileSync(path.join(folder, '公开目录', 'thesis.txt'), 'mine')
    expect(await desk.end({ exportId: exportId!, ...ended })).toEqual({
      ...{ ok: false, problem: { kind: 'outtakeNameTaken', name: '公开目录' } },
    })
    expect(fs.readdirSync(folder, { recursive: true })).toContain(path.join('公开目录', 'thesis.txt'))
    expect(fs.existsSync(path.join(folder, '公开目录.part'))).toBe(false)
    expect(exports()).toEqual([])
    workstation.lock()
  })

  test('gives an earlier export, and the half of one, up for the next; not where a file was laid to it', async () => {
    const { workstation, desk, exports } = await office()
    const target = path.join(folder, '公开目录')
    const taken = async (title: string) => {
      const begun = await desk.begin(asked)
      if (!begun.ok) return begun
      const exportId = begun.value.exportId!
      valueOf(await desk.add({ exportId, rows: [{ 标题: title }], attachments: [] }))
      return desk.end({ exportId, ...ended })
    }
    const left = madeAt[format](target) // as a crash leaves it
    await left.add([{ 标题: '甲' }])
    await left.attach(attachmentName('a'.repeat(64), 'image/png'), [Buffer.from('x')], 0)
    valueOf(await taken('甲'))
    valueOf(await taken('乙'))
    const all = fs.readdirSync(target, { recursive: true, encoding: 'utf8' }).filter(name => /jsonl$|md$/u.test(name))
    expect(all).toHaveLength(1)
    expect(fs.readFileSync(path.join(target, all[0]!), 'utf8')).toContain('乙')
    expect(exports()).toHaveLength(2)
    fs.writeFileSync(path.join(target, 'thesis.txt'), 'mine')
    expect(await taken('丙')).toMatchObject({ problem: { kind: 'outtakeNameTaken' } })
    expect(fs.existsSync(path.join(target, 'thesis.txt'))).toBe(true)
    left.drop()
    workstation.lock()
  })
})

describe.each(['bag', 'folder'] as const)('%s: an attachment', format => {
  /** A document of the catalogue with a file, as its acts and seals have it. */
  async function withAttachment(details: Partial<DocumentDetails>) {
    const all = await office(mayAll)
    const { workstation, desk } = all
    const agency = workstation.ledger!.actsOf(officeSubject)[0]!.facts.find(({ type }) => type === 'agency.added@1')!
    const { agencyId } = agency.open as { agencyId: AgencyId }
    const documentId = randomUUID()
    const subject = subjectOf('document', documentId)
    const write = (facts: readonly DocumentFact[], role = 'clerk') =>
      valueOf(workstation.append({ subject, role, facts: facts as never }))
    write(
      [catalogueDocument({ ...closed, agencyId, documentDate: undefined as never, ...details }, '正文')],
      'reviewer',
    )
    const sources = scanSources({ scanFolder: folder, newId: randomUUID, now: () => 0 })
    const scans = scanDesk({ workstation, sources, newId: randomUUID, askFiles: async () => [] })
    const content = Buffer.from('张三 110101190001010014\n')
    valueOf(await send(scans, subject, content, { role: 'reviewer' }))
    const digest = sha256(content)
    const takenOut = async (isPublicOnly: boolean, role: 'clerk' | 'head' = 'clerk') => {
      const { exportId } = valueOf(await desk.begin({ ...begin, format, fileName: '公开目录', isPublicOnly, role }))
      const attachments = [{ documentId, digest, name: attachmentName(digest, 'text/plain'), row: 0 }]
      const added = await desk.add({ exportId: exportId!, rows: [{ 标题: '甲' }], attachments })
      valueOf(await desk.end({ exportId: exportId!, keep: true, role }))
      const files = fs.readdirSync(path.join(folder, '公开目录'), { recursive: true, encoding: 'utf8' })
      return { added, files: files.filter(name => name.endsWith(`${digest}.txt`)) }
    }
    return { ...all, write, digest, takenOut }
  }
  const mayAll: typeof founding = {
    ...founding,
    administrator: { ...founding.administrator, posts: ['administrator', 'clerk', 'reviewer', 'head'] },
  }
  const open = { attribute: 'PROACTIVE', publishedOn: '2026-03-09', closedBecause: undefined } as never

  test('of a document that is not public goes out with the head’s export of all, and with no other', async () => {
    const { workstation, takenOut } = await withAttachment({})
    const refused = { kind: 'refused', why: { kind: 'postNeeded', posts: ['head'] } }
    expect(await takenOut(true)).toEqual({ added: { ok: false, problem: refused }, files: [] })
    expect(await takenOut(false, 'head')).toMatchObject({ added: { ok: true }, files: [expect.any(String)] })
    workstation.lock()
  })

  test('of a public document goes out until the document or the attachment is taken out of the catalogue', async () => {
    const { workstation, takenOut, write, digest } = await withAttachment(open)
    expect(await takenOut(true)).toMatchObject({ added: { ok: true }, files: [expect.any(String)] })
    write([{ type: 'document.withdrawn@1', open: { reason: '重复' } }], 'reviewer')
    expect(await takenOut(true)).toMatchObject({ added: { problem: { kind: 'refused' } }, files: [] })
    write([{ type: 'document.restored@1', open: {} }], 'reviewer')
    write([{ type: 'document.detached@1', open: { digest } }], 'reviewer')
    const gone = { added: { problem: { kind: 'scanUnreadable', why: 'missing' } }, files: [] }
    expect(await takenOut(true)).toMatchObject(gone)
    expect(await takenOut(false, 'head')).toMatchObject(gone)
    workstation.lock()
  })
})

test.each(['csv', 'xlsx', 'bag', 'folder'] as const)(
  '%s: what one person began is ended in the name of nobody else, and nothing is left of it',
  async format => {
    const { workstation, desk, exports } = await office()
    const { exportId } = valueOf(await desk.begin({ ...begin, format, fileName: `x.${format}`, isPublicOnly: true }))
    valueOf(await desk.add({ exportId: exportId!, rows: [{ 标题: '甲' }], attachments: [] }))
    workstation.lock()
    valueOf(await signInFirst(workstation))
    expect(await desk.end({ exportId: exportId!, keep: true, role: 'clerk' })).toEqual({
      ...{ ok: false, problem: { kind: 'locked' } },
    })
    expect(fs.readdirSync(folder)).toEqual(['office'])
    expect(exports()).toEqual([])
    workstation.lock()
  },
)

test('what is written while the desk is locked is taken away like the rest', async () => {
  const { workstation, desk } = await office()
  const { exportId } = valueOf(await desk.begin({ ...begin, format: 'xlsx', fileName: 'x.xlsx', isPublicOnly: true }))
  const rows = Array.from({ length: rowsOfList }, () => ({ 标题: '甲' })) // a workbook, which is packed in turns
  const adding = desk.add({ exportId: exportId!, rows, attachments: [] })
  desk.dropAll()
  workstation.lock()
  expect(await adding).toEqual({ ok: false, problem: { kind: 'locked' } })
  expect(fs.readdirSync(folder)).toEqual(['office'])
})

const madeAt = {
  bag: (target: string) => bagFolder(target, begin.columns, { source: '', baggedOn: '2026-09-08' }),
  folder: (target: string) => documentFolder(target, { columns: begin.columns, ...begin.heads }),
}

const diskFails = (): never => {
  throw Object.assign(new Error('EIO: planted by the tests'), { code: 'EIO' })
}

/** Those of the desk itself stay. */
const openFiles = (): number => openFilesBelow(folder).filter(name => !name.includes('/office/')).length
