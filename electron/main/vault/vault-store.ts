import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import { readSettled, writeAtomically } from './atomic-file'
import { attemptWrite } from './attempt-write'
import type { Argon2Params } from './password-key'
import type { MirrorState } from './subject-key-mirror'
import { parseVaultRecord, printVaultRecord, vaultFileName, type VaultRecord } from './vault-file'
import { joinPath, type VaultFiles } from './vault-files'

export interface VaultStoreOptions {
  readonly files: VaultFiles
  readonly folder: string
  readonly mirrorFolder?: string | undefined
  readonly floor: Argon2Params
}

/** vault.json and its second copy: without it no other file of the office can be read, so it is mirrored like the journal. */
export interface VaultStore {
  /** Null where no office has been set up. */
  readonly record: VaultRecord | null
  readonly mirror: MirrorState
  /** The second folder where it may be used; undefined where there is none or it holds another office. */
  readonly usableMirror: string | undefined
  /** Replaces vault.json, whole or not at all. */
  write(record: VaultRecord): Result<void, Problem>
  /** Brings the mirror up to date; does nothing where it is. */
  follow(): void
  /** Where none stood when the program started, and one was put there whole since. */
  reread(): Result<void, Problem>
}

/**
 * Reads vault.json. `keyStoreDamaged` where it is not a vault, or is missing while the mirror still has one: an office
 * must not be set up over one that can be saved. `journalNewer` for a vault of a later program.
 */
export function openVaultStore({ files, folder, mirrorFolder, floor }: VaultStoreOptions): Result<VaultStore, Problem> {
  const read = attemptWrite(() => {
    files.makeFolder(folder)
    return readSettled(files, joinPath(folder, vaultFileName))
  })
  if (!read.ok) return read
  const parsed = read.value === null ? ok(null) : parseVaultRecord(read.value, floor)
  if (!parsed.ok) return parsed
  const mirrored = readMirror(files, mirrorFolder)
  if (parsed.value === null && mirrored !== null) return err({ kind: 'keyStoreDamaged' })
  return ok(createStore({ files, folder, mirrorFolder, floor }, parsed.value))
}

interface StoreFolders {
  readonly files: VaultFiles
  readonly folder: string
  readonly mirrorFolder: string | undefined
  readonly floor: Argon2Params
}

function createStore({ files, folder, mirrorFolder, floor }: StoreFolders, found: VaultRecord | null): VaultStore {
  let record = found
  /** Read whenever it is asked for: another stick may stand in the place of the first. */
  const mirrored = () => readMirror(files, mirrorFolder)
  const isCurrent = () => record === null || mirrored()?.equals(printVaultRecord(record)) === true
  const usableMirror = () => (isAnotherOffice(mirrored(), { record, floor }) ? undefined : mirrorFolder)
  const follow = () => {
    if (record === null || isCurrent()) return
    const usable = usableMirror()
    if (usable === undefined) return
    const bytes = printVaultRecord(record)
    attemptWrite(() => writeAtomically(files, joinPath(usable, vaultFileName), bytes)) // where it fails, it is behind
  }
  return {
    get record() {
      return record
    },
    get mirror() {
      if (mirrorFolder === undefined) return 'off'
      return isCurrent() ? 'current' : 'behind'
    },
    get usableMirror() {
      return usableMirror()
    },
    write: next => {
      // What this program could not read again would lock the office out at its next start.
      if (!parseVaultRecord(printVaultRecord(next), floor).ok) throw new Error('vault.json would not open again')
      const written = attemptWrite(() =>
        writeAtomically(files, joinPath(folder, vaultFileName), printVaultRecord(next)),
      )
      if (!written.ok) return written
      record = next
      follow()
      return ok(undefined)
    },
    follow,
    reread: () => {
      const read = attemptWrite(() => readSettled(files, joinPath(folder, vaultFileName)))
      if (!read.ok) return read
      const parsed = read.value === null ? ok(null) : parseVaultRecord(read.value, floor)
      if (!parsed.ok) return parsed
      record = parsed.value
      follow()
      return ok(undefined)
    },
  }
}

function readMirror(files: VaultFiles, folder: string | undefined): Buffer | null {
  if (folder === undefined) return null
  const read = attemptWrite(() => files.read(joinPath(folder, vaultFileName)))
  return read.ok ? read.value : null
}

/** A damaged copy is ours to replace, and so is one from before a roll-over; a whole one of another chain, or of a later program, is not. */
function isAnotherOffice(mirrored: Buffer | null, own: { record: VaultRecord | null; floor: Argon2Params }): boolean {
  if (mirrored === null) return false
  const parsed = parseVaultRecord(mirrored, own.floor)
  if (!parsed.ok) return parsed.problem.kind === 'journalNewer'
  const { record } = own
  if (parsed.value.officeId !== record?.officeId) return true
  return ![record.chain, ...(record.formerChains ?? [])].includes(parsed.value.chain)
}
