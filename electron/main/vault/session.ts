import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import { attemptWrite } from './attempt-write'
import { openDrafts, type Drafts } from './drafts'
import { subkeyOf } from './key-tree'
import { unlockKeys, type OpenKeys } from './open-keys'
import { openSubjectKeys, type SubjectKeys } from './subject-keys'
import type { VaultRecord } from './vault-file'
import { joinPath, type VaultFiles } from './vault-files'

/** What exists while somebody is signed in, and what a lock zeroes. */
export interface VaultSession {
  readonly dataKey: Buffer
  readonly keys: OpenKeys
  readonly subjectKeys: SubjectKeys
  readonly drafts: Drafts
  close(): void
}

export interface SessionOptions {
  readonly files: VaultFiles
  readonly folder: string
  readonly mirrorFolder: string | undefined
  readonly now: () => number
  readonly record: VaultRecord
  readonly dataKey: Buffer
  readonly by: { readonly personId: string; readonly failuresBefore: number }
}

/** `keyStoreDamaged` where vault.json was edited beside its seals or the subject keys are not whole. */
export function openSession(options: SessionOptions): Result<VaultSession, Problem> {
  const { files, folder, mirrorFolder, now, record, dataKey, by } = options
  const unlocked = unlockKeys(dataKey, record, by)
  if (unlocked === null) return err({ kind: 'keyStoreDamaged' })
  const subjectKeys = openSubjectKeys({ files, folder, mirrorFolder, officeKey: subkeyOf(dataKey, 'subjectKeys') })
  if (!subjectKeys.ok) {
    unlocked.zero()
    return subjectKeys
  }
  const draftsKey = subkeyOf(dataKey, 'drafts')
  const drafts = attemptWrite(() => openDrafts({ files, folder: joinPath(folder, 'drafts'), key: draftsKey, now }))
  const close = () => {
    unlocked.zero()
    subjectKeys.value.close()
    draftsKey.fill(0)
    dataKey.fill(0)
  }
  if (!drafts.ok) {
    close()
    return drafts
  }
  return ok({ dataKey, keys: unlocked.keys, subjectKeys: subjectKeys.value, drafts: drafts.value, close })
}
