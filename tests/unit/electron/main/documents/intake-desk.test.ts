import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { intakeDesk } from '../../../../../electron/main/documents/intake-desk'
import type { StartReader } from '../../../../../electron/main/documents/run-reader'
import { scanDesk } from '../../../../../electron/main/scans/scan-desk'
import { scanSources } from '../../../../../electron/main/scans/scan-sources'
import { catalogueDocument } from '../../../../../shared/domain/catalogue/document-changes'
import type { DocumentDetails } from '../../../../../shared/domain/catalogue/document-facts'
import type { PlainFact } from '../../../../../shared/ledger/act'
import { ok } from '../../../../../shared/kernel/result'
import { officeSubject } from '../../../../../shared/ledger/subject'
import { founding, openTestWorkstation } from '../../../../support/workstation/test-workstation'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'intake-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const opened: string[] = []
const startReader: StartReader = async place => {
  opened.push(place)
  const read = async () => ({ documents: [], next: null })
  const look = async () => [{ found: 'file' as const, path: '附图.txt', bytes: 6 }]
  const file = async ({ name }: { readonly name: string }) =>
    name === '附图.txt' ? { path: name, bytes: Buffer.from('图一') } : ('nothing' as const)
  return ok({ kind: 'folder', name: '文件', documents: 2, columns: [], read, look, file, stop: () => undefined })
}

async function office() {
  const workstation = openTestWorkstation({ folder })
  const made = await workstation.establish(founding)
  if (!made.ok) throw new Error(made.problem.kind)
  const sources = scanSources({ scanFolder: undefined, newId: randomUUID, now: () => 0 })
  const scans = scanDesk({ workstation, sources, askFiles: async () => [], newId: randomUUID })
  const parts = { workstation, startReader, scans, newId: randomUUID, sentFolder: path.join(folder, 'sent') }
  const desk = intakeDesk({ ...parts, ask: async () => '/chosen/文件' })
  const types = () => workstation.ledger!.actsOf(officeSubject).flatMap(act => act.facts.map(({ type }) => type))
  return { workstation, desk, types }
}

const digest = 'a'.repeat(64)
const planOf = (batchId: string) => ({ batchId, choices: {}, doublesTaken: [], lines: [{ line: 1, digest }] })

async function chosen(desk: Awaited<ReturnType<typeof office>>['desk']): Promise<string> {
  const source = await desk.choose({ what: 'folder' })
  if (!source.ok || source.value.outcome !== 'opened') throw new Error('nothing was opened')
  return source.value.source.sourceId
}

test('a plan is sealed and recorded, goes on from the place that was chosen, and is forgotten when it is done', async () => {
  const { desk, types, workstation } = await office()
  const batchId = randomUUID()
  const sourceId = await chosen(desk)
  expect(desk.begin({ sourceId, plan: planOf(batchId), role: 'clerk' })).toEqual({ ok: true, value: undefined })
  expect(types()).toContain('documents.imported@1')
  const left = desk.unfinished()
  expect(left).toMatchObject([{ name: '文件', plan: { batchId } }])
  expect(JSON.stringify(left)).not.toContain('/chosen')
  expect(await desk.reopen(batchId)).toMatchObject({ ok: true, value: { documents: 2 } })
  expect(opened.at(-1)).toBe('/chosen/文件')
  expect(desk.end(batchId)).toMatchObject({ ok: true })
  expect(desk.unfinished()).toEqual([])
  expect(desk.undone({ batchId, documents: 1, role: 'clerk' })).toMatchObject({ ok: true })
  expect(types()).toContain('documents.importUndone@1')
  workstation.lock()
})

test('the same import is not recorded twice, and what was never recorded cannot be undone', async () => {
  const { desk, types, workstation } = await office()
  const batchId = randomUUID()
  const sourceId = await chosen(desk)
  expect(desk.undone({ batchId, documents: 1, role: 'clerk' })).toMatchObject({
    problem: { kind: 'refused', why: { kind: 'documentsNotImported' } },
  })
  desk.begin({ sourceId, plan: planOf(batchId), role: 'clerk' })
  expect(desk.begin({ sourceId, plan: planOf(batchId), role: 'clerk' })).toMatchObject({
    problem: { kind: 'refused', why: { kind: 'documentsImportedAlready' } },
  })
  expect(types().filter(type => type === 'documents.imported@1')).toHaveLength(1)
  expect(desk.unfinished()).toHaveLength(1)
  workstation.lock()
})

test('a file beside the text becomes a sealed attachment, once, and one that is not there is told', async () => {
  const { desk, workstation } = await office()
  const sourceId = await chosen(desk)
  const documentId = randomUUID()
  const subject = `document:${documentId}`
  const facts = workstation.ledger!.actsOf(officeSubject).flatMap(act => act.facts)
  const { agencyId } = facts.find(({ type }) => type === 'agency.added@1')!.open as { agencyId: string }
  const details = { indexNo: '1', agencyId, topicClass: '22', validity: 'VALID', attribute: 'PROACTIVE', title: '办法' }
  const made = catalogueDocument(details as unknown as DocumentDetails) as unknown as PlainFact // JSON by construction
  expect(workstation.append({ subject, role: 'clerk', facts: [made] })).toMatchObject({ ok: true })
  const asked = { sourceId, line: 1, documentId, title: '附图', role: 'clerk' } as const
  expect(await desk.look({ sourceId, wanted: [{ line: 1, name: '附图.txt' }] })).toMatchObject({
    value: { files: [{ found: 'file' }] },
  })
  expect(await desk.attach({ ...asked, name: '附图.txt' })).toEqual({ ok: true, value: { outcome: 'attached' } })
  expect(await desk.attach({ ...asked, name: '附图.txt' })).toEqual({ ok: true, value: { outcome: 'there' } })
  expect(await desk.attach({ ...asked, name: '没有.txt' })).toMatchObject({ problem: { kind: 'scanSourceGone' } })
  const attached = workstation.ledger!.actsOf(subject).flatMap(act => act.facts.slice())
  expect(attached.filter(({ type }) => type === 'document.attached@1')).toMatchObject([
    { open: { bytes: 6, mime: 'text/plain' }, personal: { title: '附图' } },
  ])
  workstation.lock()
})

test('only a source that was chosen here is read', async () => {
  const { desk, workstation } = await office()
  expect(await desk.read({ sourceId: randomUUID(), from: 0 })).toMatchObject({ problem: { kind: 'notFound' } })
  const sourceId = await chosen(desk)
  expect(await desk.read({ sourceId, from: 0 })).toMatchObject({ ok: true })
  desk.closeAll()
  expect(await desk.read({ sourceId, from: 0 })).toMatchObject({ problem: { kind: 'notFound' } })
  expect(desk.begin({ sourceId, plan: planOf(randomUUID()), role: 'clerk' })).toMatchObject({ ok: false })
  workstation.lock()
})
