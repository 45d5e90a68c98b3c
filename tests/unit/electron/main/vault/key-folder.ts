import path from 'node:path'
import { createSubjectKeyFile, openSubjectKeys } from '../../../../../electron/main/vault/subject-keys'
import { nodeVaultFiles, type VaultFiles } from '../../../../../electron/main/vault/vault-files'
import { temporaryFolder, valueOf } from './support'

export const fileName = 'subject-keys.dat'
export const damaged = { ok: false, problem: { kind: 'keyStoreDamaged' } }

export function keyFolder(withMirror = false) {
  const folder = temporaryFolder()
  const mirrorFolder = withMirror ? temporaryFolder() : undefined
  createSubjectKeyFile(nodeVaultFiles, folder)
  const open = (files: VaultFiles = nodeVaultFiles) =>
    openSubjectKeys({ files, folder, mirrorFolder, officeKey: Buffer.alloc(32, 5) })
  const file = path.join(folder, fileName)
  const mirror = path.join(mirrorFolder ?? '', fileName)
  return { open, file, mirror }
}

/** A folder with keys for `a`, `b`, ... and copies of them, closed. */
export function filledFolder(subjects: string, withMirror = false) {
  const folder = keyFolder(withMirror)
  const keys = valueOf(folder.open())
  const made = [...subjects].map(subject => Buffer.from(valueOf(keys.createKey(subject))))
  keys.close()
  return { ...folder, made }
}
