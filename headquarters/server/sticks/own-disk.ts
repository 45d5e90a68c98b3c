import fs from 'node:fs'
import type { BundleProblem } from '#shared/contracts/bundle-problem'

/** What the disk of headquarters itself did; whatever lies on the stick is as it was. */
export type OwnDiskProblem =
  | { readonly kind: 'ownDisk'; readonly code: string }
  | { readonly kind: 'ownDiskFull'; readonly freeBytes: number; readonly neededBytes: number }

const codes = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'EFBIG', 'EMFILE', 'ENFILE', 'ENOTDIR', 'EEXIST']

/** Null: not of the disk. A line to the database that broke has such a code too, and is none of these. */
export function diskFault(cause: unknown): OwnDiskProblem | null {
  const { code } = (cause ?? {}) as NodeJS.ErrnoException
  return code !== undefined && codes.includes(code) ? { kind: 'ownDisk', code } : null
}

const spareBytes = 16 * 1024 * 1024

/** A bundle is copied from the stick, and opened beside the copy. Asked before, because a copy that breaks off tells less. */
export function roomFor(files: readonly string[], folder: string): OwnDiskProblem | null {
  const bytes = files.reduce((sum, file) => sum + (fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0)
  const { bavail, bsize } = fs.statfsSync(folder)
  const [freeBytes, neededBytes] = [bavail * bsize, 2 * bytes + spareBytes]
  return freeBytes < neededBytes ? { kind: 'ownDiskFull', freeBytes, neededBytes } : null
}

const mega = (bytes: number): string => `${Math.ceil(bytes / 1_000_000).toLocaleString('en-US')} MB`

export function diskWords(problem: OwnDiskProblem): string {
  if (problem.kind === 'ownDiskFull')
    return `上级端的磁盘空间不够：需要 ${mega(problem.neededBytes)}，只剩 ${mega(problem.freeBytes)}。请腾出空间后再执行一次。`
  const why = ['ENOSPC', 'EDQUOT'].includes(problem.code) ? '磁盘已满' : `磁盘写不进去或读不出来（${problem.code}）`
  return `上级端的${why}。请检查 HQ_FOLDER 所在的磁盘后再执行一次。`
}

/** Met while the bundle was copied or opened: something else had taken the room that was asked for before. */
export function ownDiskWords({ why, neededBytes }: Extract<BundleProblem, { kind: 'bundleOwnDisk' }>): string {
  if (why === 'full')
    return `上级端的磁盘空间不够：需要 ${mega(neededBytes)}。请在 HQ_FOLDER 所在的磁盘腾出空间后再执行一次。`
  const what = why === 'readOnly' ? '磁盘只能读，写不进去' : '磁盘写不进去或读不出来'
  return `上级端的${what}。请检查 HQ_FOLDER 所在的磁盘后再执行一次。`
}
