import { expect, test } from 'vitest'
import { checkSource } from '../../../../../shared/application/intake/check-source'
import { knownDocuments } from '../../../../../shared/application/intake/known-documents'
import type { WantedFile } from '../../../../../shared/application/intake/ports'
import { relationTargets } from '../../../../../shared/application/intake/relation-targets'
import type { BesideFile } from '../../../../../shared/contracts/intake-channels'
import type { ReadDocument } from '../../../../../shared/contracts/read-document'
import { ok } from '../../../../../shared/kernel/result'
import { contextOf, documentOf } from './samples'

const columns = { title: '标题', docNo: '文号', indexNo: '索引号', relations: '相关', attachments: '附件' }

async function check(documents: readonly ReadDocument[], kind: 'folder' | 'list' = 'folder') {
  const asked: WantedFile[] = []
  const targets = relationTargets<string>()
  targets.add('kept', { documentId: 'kept', indexNo: '旧/2019-1', docNo: '云政发〔2019〕1号' })
  targets.add('other', { documentId: 'other', indexNo: '旧/2019-2', docNo: '云政发〔2019〕1号' })
  const checked = await checkSource(
    {
      read: async () => ok({ documents, next: null }),
      look: async (_id, wanted) => {
        asked.push(...wanted)
        return ok(wanted.map(({ name }): BesideFile => files[name] ?? { found: 'nothing' }))
      },
    },
    {
      source: { sourceId: 's', kind, name: '', documents: documents.length, columns: [] },
      context: { ...contextOf({ columns }), known: knownDocuments(), targets, canNumber: () => true },
    },
    { onProgress: () => undefined, isCancelled: () => false },
  )
  if (!checked.ok || !checked.value) throw new Error('not checked')
  return { rows: checked.value.rows, asked }
}

const files: Readonly<Record<string, BesideFile>> = {
  '附图.pdf': { found: 'file', path: 'a/附图.pdf', bytes: 9 },
  '附表.html': { found: 'refused', path: 'a/附表.html', why: 'html' },
}
const rowOf = (line: number, cells: Record<string, string>, name = `a/${line}.md`) =>
  documentOf({ line, name, digest: String(line).padStart(64, '0'), format: 'markdown', columns: cells })

test('a relation is told where it leads nowhere, to itself or to several; one to a later document of the source is found', async () => {
  const { rows } = await check([
    rowOf(1, { 标题: '甲办法', 索引号: '新/1', 相关: '修改 新/2；废止 旧/2019-1；解读 没有' }),
    rowOf(2, { 标题: '乙办法的通知', 索引号: '新/2', 相关: '修改 云政发[2019]1号；废止 新/2' }),
    rowOf(3, { 标题: '丙办法的意见', 索引号: '新/3', 相关: '见 新/2' }),
  ])
  expect(rows.map(({ findings }) => findings)).toEqual([
    [{ kind: 'relationUnknown', text: '没有' }],
    [
      { kind: 'relationAmbiguous', text: '云政发[2019]1号' },
      { kind: 'relationUnread', text: '新/2' },
    ],
    [{ kind: 'relationUnread', text: '见 新/2' }],
  ])
})

test('attachments are looked for; a file that is one is no document of its own', async () => {
  const { rows } = await check([
    rowOf(1, { 标题: '甲办法', 附件: '附图 [附图.pdf]；附表.html；没有.pdf' }),
    documentOf({ line: 2, name: 'a/附图.pdf', digest: '2'.repeat(64), format: 'pdf', text: '图' }),
  ])
  expect(rows[0]).toMatchObject({
    outcome: 'warned',
    findings: [
      { kind: 'attachmentRefused', text: '附表.html' },
      { kind: 'attachmentMissing', text: '没有.pdf' },
    ],
  })
  expect(rows[1]).toMatchObject({ outcome: 'double', findings: [{ kind: 'isAttachment', other: '#1' }] })
})

test('a list has no files beside it: what it names is told and not asked for', async () => {
  const { rows, asked } = await check([rowOf(1, { 标题: '甲办法', 附件: '附图.pdf' }, '')], 'list')
  expect(asked).toEqual([])
  expect(rows[0]).toMatchObject({ outcome: 'warned', findings: [{ kind: 'attachmentsLeft', text: '附图' }] })
})
