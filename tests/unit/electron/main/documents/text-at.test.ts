import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { catalogueDocument, changeDocument } from '#shared/domain/catalogue/document-changes'
import { foldDocument, type StoredDocumentFact } from '#shared/domain/catalogue/document'
import type { DocumentFact } from '#shared/domain/catalogue/document-facts'
import type { RecordedAct } from '#shared/domain/recorded-act'
import { subjectOf } from '#shared/ledger/subject'
import { catalogueHandlers } from '../../../../../electron/main/ipc/catalogue-handlers'
import { founding, openTestWorkstation, valueOf } from '../../../../support/workstation/test-workstation'
import { closed, documentId } from '../../../shared/domain/catalogue/documents'

const subject = subjectOf('document', documentId)
const other = '00000000-0000-4000-8000-00000000000b'

test('each text that a document ever had is read from the ledger by the act that brought it', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'text-at-'))
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }))
  const workstation = openTestWorkstation({ folder })
  valueOf(await workstation.establish(founding)) // administrator and clerk
  onTestFinished(() => workstation.lock())
  const ask = catalogueHandlers(workstation)
  const writing = async (fact: DocumentFact | null) => {
    const facts = JSON.parse(JSON.stringify([fact])) as never
    valueOf(await ask['catalogue:write']({ role: 'clerk', acts: [{ documentId, facts }] }))
    return workstation.ledger!.head
  }
  const standing = () =>
    foldDocument(workstation.ledger!.actsOf(subject) as unknown as RecordedAct<StoredDocumentFact>[])! // as main folds them
  const changing = (edit: Parameters<typeof changeDocument>[1], body: string) =>
    writing(changeDocument({ ...standing(), body }, edit))

  const agency = workstation.ledger!.actsOf('office').flatMap(act => act.facts)
  const { agencyId } = agency.find(({ type }) => type === 'agency.added@1')!.open as { agencyId: never }
  const first = await writing(catalogueDocument({ ...closed, agencyId }, '第一版。'))
  const second = await changing({ text: '第二版。' }, '第一版。')
  const genre = await changing({ set: { genre: '批复' } }, '第二版。')

  const textAt = async ({ chain, seq }: { chain: string; seq: number }, of: string = documentId) =>
    valueOf(await ask['catalogue:textAt']({ documentId: of, at: { chain, seq } })).text
  expect([await textAt(first), await textAt(second)]).toEqual(['第一版。', '第二版。'])
  expect(await textAt(genre)).toBeNull() // it brought none
  expect(await textAt({ ...first, seq: 999 })).toBeNull()
  expect(await textAt({ ...first, chain: 'f'.repeat(32) })).toBeNull()
  expect(await textAt(first, other)).toBeNull() // of another document nothing is told by this one's acts

  workstation.lock()
  expect(await ask['catalogue:textAt']({ documentId, at: { chain: first.chain, seq: first.seq } })).toEqual({
    ...{ ok: false, problem: { kind: 'locked' } },
  })
})
