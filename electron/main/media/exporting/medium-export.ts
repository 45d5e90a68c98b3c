import path from 'node:path'
import { ok, type Result } from '#shared/kernel/result'
import type { Problem } from '#shared/contracts/problems'
import { partFolderName } from './export-names'
import type { ExportProgress } from './export-progress'
import { attempted, ExportStop, mediumProblem } from './export-problem'
import type { MediaFiles } from './media-files'
import { RunningExport } from './running-export'
import { spaceNeeded } from './space-needed'
import type { WrittenFile } from './written-file'

export interface TagFile {
  readonly name: string
  readonly text: string
}

/** What an export holds, before it has its name. */
export interface SealedExport {
  readonly folder: string
  readonly files: readonly WrittenFile[]
  readonly bytes: number
  /** Hex SHA-256 that stands for all of it. */
  readonly digest: string
}

export interface MediumExportParts {
  readonly files: MediaFiles
  /** Top of the medium, absolute. */
  readonly root: string
  readonly exportId: string
  /** Civil day, for the folder's name. */
  readonly on: string
  readonly now: () => number
  /** What is known beforehand; null: unknown, and a full medium is met when it is full. */
  readonly expected: Expected | null
  /** Manifests and signature, in the order in which they are written: last of all. */
  readonly tagsOf: (files: readonly WrittenFile[]) => { readonly digest: string; readonly tags: readonly TagFile[] }
  /** Records the export before it gets its name: nothing complete lies on a medium that the ledger does not know of. */
  readonly record: (sealed: SealedExport) => Result<unknown, Problem>
  /** Records that it never got it. */
  readonly recordNothingLeft: (sealed: SealedExport) => void
  /** Files go on under `.002`, `.003` … from here: FAT32 ends at 4 GiB, and a part must be easy to carry. */
  readonly partBytes?: number
}

/** `leastBytes`: `bytes` is only the most that it may be, and a medium is too small where not even the least fits. */
export interface Expected {
  readonly files: number
  readonly bytes: number
  readonly leastBytes?: number
}

export interface DoneExport extends SealedExport {
  /** True: everything was handed to the medium, it may be pulled. False: the system must be asked to eject it. */
  readonly mayBePulled: boolean
}

export interface MediumExport {
  /** It is known by now what will come: refused, with everything taken away, where the medium has no room for it. */
  expect(expected: Expected): Promise<Result<void, Problem>>
  /** One file from its pieces; all of them are on the medium when it answers. */
  add(file: { readonly path: string; readonly pieces: Pieces }): Promise<Result<void, Problem>>
  /** Compares, writes manifests and signature, records, names, flushes. */
  finish(): Promise<Result<DoneExport, Problem>>
  /** Takes away what was written so far. Answers when it is gone, or when it is clear that it cannot be removed. */
  cancel(): Promise<void>
  progress(): ExportProgress
}

/** A piece is not changed any more once it was given out: it is being written while the next is asked for. */
export type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>

/**
 * Files onto a medium so that at every moment either all of them lie there under the export's name, or none does: they are
 * written into `.part-…`, flushed, read back and compared; manifests and signature follow; then the folder gets its name.
 */
export async function beginMediumExport(parts: MediumExportParts): Promise<Result<MediumExport, Problem>> {
  const { files, root, exportId, expected } = parts
  const half = path.join(root, partFolderName(exportId))
  let identity = ''
  const opened = await attempted(async () => {
    identity = await files.identity(root)
    await enoughSpace(files, root, expected)
    await files.makeFolder(half)
    // Pulled in between, the mount is a plain folder of this computer, and takes whatever is written to it.
    if ((await files.identity(root)) === identity) return
    await files.removeFolder(half)
    throw new ExportStop(mediumProblem('swapped'))
  })
  if (!opened.ok) return opened
  return ok(new RunningExport(parts, { half, identity }))
}

export async function enoughSpace(files: MediaFiles, root: string, expected: Expected | null): Promise<void> {
  const freeBytes = await files.freeBytes(root)
  const most = spaceNeeded(expected ?? { files: 0, bytes: 0 })
  const { leastBytes } = expected ?? {}
  // By the least, an estimate that is too high refuses nobody; what is said is the most, so that it does not fill up half-way.
  const least = leastBytes === undefined ? most : spaceNeeded({ bytes: leastBytes, files: 0 })
  if (freeBytes < least) throw new ExportStop({ kind: 'mediumTooSmall', freeBytes, neededBytes: most })
}
