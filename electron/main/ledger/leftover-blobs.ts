import type { BlobDisk } from './blob-disk'

/**
 * Files beside the journal that a crash may have left between blob and act. An import keeps its files before the acts that name
 * them, so that none is a leftover that came, or was counted on, after these were listed.
 */
export interface LeftoverBlobs {
  /** `files` as they lie there before anything is served, without those that an act names. */
  begin(files: readonly string[]): void
  has(file: string): boolean
  /** Somebody counts on the file from now on. */
  spare(file: string): void
  /** The same disk: what it gives a name is spared. */
  sparing(disk: BlobDisk): BlobDisk
}

export function leftoverBlobs(): LeftoverBlobs {
  const files = new Set<string>()
  const spare = (file: string): void => void files.delete(file)
  return {
    begin: found => found.forEach(file => files.add(file)),
    has: file => files.has(file),
    spare,
    sparing: disk => ({
      ...disk,
      rename: (from, to) => {
        spare(to)
        disk.rename(from, to)
      },
    }),
  }
}
