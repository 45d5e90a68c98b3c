import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openDrafts } from '../../../../../electron/main/vault/drafts'
import { nodeVaultFiles } from '../../../../../electron/main/vault/vault-files'
import { diskError, problemOf, recordingFiles, temporaryFolder, valueOf } from './support'

function draftFolder() {
  const folder = temporaryFolder()
  let ms = 1000
  const open = (files = nodeVaultFiles) => openDrafts({ files, folder, key: Buffer.alloc(32, 2), now: () => ms++ })
  return { folder, open }
}

test('a draft is saved, loaded, replaced, listed newest first and discarded', () => {
  const { open, folder } = draftFolder()
  const drafts = open()
  expect(valueOf(drafts.load('request-new'))).toBeNull()
  valueOf(drafts.save('request-new', { applicant: '王小明' }))
  valueOf(drafts.save('visit', [1, 2]))
  valueOf(drafts.save('request-new', { applicant: '王晓明' }))
  expect(valueOf(open().load('request-new'))).toEqual({ content: { applicant: '王晓明' }, savedAt: 1002 })
  expect(drafts.list().map(({ name }) => name)).toEqual(['request-new', 'visit'])
  valueOf(drafts.discard('visit'))
  valueOf(drafts.discard('visit'))
  expect(fs.readdirSync(folder)).toEqual(['request-new.draft'])
})

test.each(['', '../vault', 'a/b', 'A', 'con', 'nul', 'a.b', 'a-', 'a\0', '草稿', `a-${'b'.repeat(41)}`])(
  'the name %j is refused',
  name => {
    const drafts = draftFolder().open()
    const refusal = { kind: 'badInput', detail: 'draftName' }
    expect(problemOf(drafts.save(name, 1))).toEqual(refusal)
    expect(problemOf(drafts.load(name))).toEqual(refusal)
    expect(problemOf(drafts.discard(name))).toEqual(refusal)
  },
)

test('a draft opens under its own name only; a changed one is left out of the list', () => {
  const { open, folder } = draftFolder()
  const drafts = open()
  valueOf(drafts.save('visit', 1))
  fs.copyFileSync(path.join(folder, 'visit.draft'), path.join(folder, 'other.draft'))
  expect(problemOf(drafts.load('other'))).toEqual({ kind: 'notFound' })
  expect(drafts.list().map(({ name }) => name)).toEqual(['visit'])
})

test('a failed save keeps the draft before it, and its temp is gone at the next start', () => {
  const { open, folder } = draftFolder()
  valueOf(open().save('visit', 'old'))
  const { files } = recordingFiles(({ step }) => {
    if (step === 'datasync') throw diskError('ENOSPC')
  })
  expect(problemOf(open(files).save('visit', 'new'))).toEqual({ kind: 'cannotWrite', detail: 'ENOSPC' })
  expect(valueOf(open().load('visit'))?.content).toBe('old')
  expect(fs.readdirSync(folder)).toEqual(['visit.draft'])
})
