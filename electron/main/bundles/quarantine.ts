import fs from 'node:fs'
import path from 'node:path'
import { err, ok, type Result } from '#shared/kernel/result'
import type { BundleProblem } from '#shared/contracts/bundle-problem'
import { isAgeFile, unlockFile, type BundleKeys } from './age-files'
import { bundleCaps } from './bundle-caps'
import { ownDiskFault, removeIfPossible, writeDown, type OwnDiskFault } from './own-disk'

/** A part as it lies in quarantine, opened where it was encrypted. */
export interface QuarantinedPart {
  /** Of the file on the stick. */
  readonly name: string
  readonly file: string
}

/** What age adds: a header, and 16 bytes for each 64 KiB. */
const mostLockedBytes = bundleCaps.partBytes + 16 * 1024 * 1024

/** For what a file takes beside its bytes, and for whatever else writes meanwhile. */
const spareBytes = 16 * 1024 * 1024

/** The empty folder that `quarantineParts` copies into, with a mark in it; at a fault nothing of it stays. */
export function makeQuarantine(
  folder: string,
  {
    files,
    mark,
  }: { readonly files: readonly string[]; readonly mark: { readonly name: string; readonly text: string } },
): Result<void, BundleProblem> {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
    fs.writeFileSync(path.join(folder, mark.name), mark.text, { mode: 0o600 })
    return ok(undefined)
  } catch (cause) {
    removeIfPossible(folder)
    const why = ownDiskFault(cause)
    if (why === null) throw cause
    return err({ kind: 'bundleOwnDisk', why, neededBytes: roomFor(files) })
  }
}

/**
 * Copies parts into an empty folder on a local disk, so that the stick may be pulled and nobody can change a part between
 * its check and its use. Every size is counted as it is read: what a directory says of it is not believed.
 */
export async function quarantineParts(
  files: readonly string[],
  folder: string,
  keys: BundleKeys,
): Promise<Result<readonly QuarantinedPart[], BundleProblem>> {
  if (files.length > bundleCaps.parts) return err({ kind: 'bundleTooManyParts', most: bundleCaps.parts })
  const neededBytes = roomFor(files)
  const { bavail, bsize } = fs.statfsSync(folder)
  if (bavail * bsize < neededBytes) return err({ kind: 'bundleOwnDisk', why: 'full', neededBytes })
  const parts: QuarantinedPart[] = []
  for (const [index, from] of files.entries()) {
    const name = path.basename(from).slice(0, 200)
    const taken = await takeIn(from, path.join(folder, `part-${index + 1}`), keys)
    if (!taken.ok) return err(problemOf(taken.problem, { name, neededBytes }))
    parts.push({ name, file: taken.value })
  }
  return ok(parts)
}

type Fault = 'unreadable' | 'tooLarge' | 'locked' | OwnDiskFault

function problemOf(fault: Fault, of: { readonly name: string; readonly neededBytes: number }): BundleProblem {
  const { name, neededBytes } = of
  if (fault === 'locked') return { kind: 'bundleLocked', name }
  if (fault === 'unreadable' || fault === 'tooLarge') return { kind: 'bundlePart', name, why: fault }
  return { kind: 'bundleOwnDisk', why: fault, neededBytes }
}

/** All copies, and the largest encrypted one a second time: it is opened beside its copy, which then goes. */
function roomFor(files: readonly string[]): number {
  let [copies, opened] = [0, 0]
  for (const file of files) {
    const stat = fs.lstatSync(file, { throwIfNoEntry: false })
    if (!stat?.isFile() || stat.size > mostLockedBytes) continue // refused in its turn, by what it is
    copies += stat.size
    if (isLocked(file)) opened = Math.max(opened, stat.size)
  }
  return copies + opened + spareBytes
}

function isLocked(file: string): boolean {
  try {
    return isAgeFile(file)
  } catch {
    return false // the stick is gone or failing: told when it is copied
  }
}

async function takeIn(from: string, to: string, keys: BundleKeys): Promise<Result<string, Fault>> {
  const stat = fs.lstatSync(from, { throwIfNoEntry: false })
  if (!stat?.isFile()) return err('unreadable')
  const copied = await copyPart(from, `${to}.in`, stat.size)
  if (!copied.ok || !copied.value.isLocked) return copied.ok ? ok(`${to}.in`) : copied
  const opened = await unlockFile(`${to}.in`, `${to}.zip`, { ...keys, mostBytes: bundleCaps.partBytes })
  removeIfPossible(`${to}.in`)
  return opened.ok ? ok(`${to}.zip`) : opened
}

/** What it is, is asked of the file before and of the copy after: only the copy counts. */
async function copyPart(from: string, to: string, bytes: number): Promise<Result<{ isLocked: boolean }, Fault>> {
  try {
    const most = isAgeFile(from) ? mostLockedBytes : bundleCaps.partBytes
    if (bytes > most) return err('tooLarge')
    const written = await writeDown(fs.createReadStream(from), to, most)
    if (!written.ok) return err(written.problem.side === 'disk' ? written.problem.why : 'unreadable')
    return ok({ isLocked: isAgeFile(to) })
  } catch {
    return err('unreadable')
  }
}
