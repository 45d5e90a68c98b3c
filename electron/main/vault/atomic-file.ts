import path from 'node:path'
import { attemptWrite } from './attempt-write'
import { writeFully, type VaultFiles } from './vault-files'

const partSuffix = '.part'

export const isLeftover = (name: string): boolean => name.endsWith(partSuffix)

/**
 * Replaces a file so that after a power cut either the old or the new content stands there, whole:
 * temp, flush, read back, rename, flush of the folder. Throws the disk's error and then leaves the old content.
 */
export function writeAtomically(files: VaultFiles, file: string, bytes: Uint8Array): void {
  const part = file + partSuffix
  const open = files.create(part)
  try {
    writeFully(open, bytes, 0)
    open.datasync()
  } finally {
    open.close()
  }
  if (!files.read(part)?.equals(bytes)) {
    throw Object.assign(new Error('the disk gives back other bytes than were written'), { code: 'EIO' })
  }
  files.rename(part, file)
  files.syncFolder(path.dirname(file))
}

/** The whole file, or null where there is none. A temp left over from a power cut was never acknowledged and is dropped. */
export function readSettled(files: VaultFiles, file: string): Buffer | null {
  dropLeftover(files, file)
  return files.read(file)
}

/** Removes a file durably: after the return a power cut does not bring it back. */
export function removeDurably(files: VaultFiles, file: string): void {
  files.remove(file)
  files.syncFolder(path.dirname(file))
}

function dropLeftover(files: VaultFiles, file: string): void {
  // Where the disk refuses it stays, and is no hindrance: nobody reads it, and the next write begins it anew.
  if (files.read(file + partSuffix) !== null) attemptWrite(() => removeDurably(files, file + partSuffix))
}
