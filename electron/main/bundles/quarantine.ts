import fs from 'node:fs'
import path from 'node:path'
import { err, ok, type Result } from '#shared/kernel/result'
import type { BundleProblem } from '#shared/contracts/bundle-problem'
import { isAgeFile, unlockFile, type BundleKeys } from './age-files'
import { bundleCaps } from './bundle-caps'
import { ownDiskFault, removeIfPossible, writeDown, type OwnDiskFault } from './own-disk'
import { Stopped, type OnPiece } from './stopped'

/** A part as it lies in quarantine, opened where it was encrypted. */
export interface QuarantinedPart {
  /** Of the file on the stick. */
  readonly name: string
  readonly file: string
  /** Of the file on the stick; what was opened is a little smaller. */
  readonly bytes: number
}

/** What age adds: a header, and 16 bytes for each 64 KiB. */
const mostLockedBytes = bundleCaps.partBytes + 16 * 1024 * 1024

/** For what a file takes beside its bytes, and for whatever else writes meanwhile. */
const spareBytes = 16 * 1024 * 1024

export interface FileText {
  readonly name: string
  readonly text: string
}

/** The empty folder that `quarantineParts` copies into, with a mark in it; at a fault nothing of it stays. */
export function makeQuarantine(
  folder: string,
  { files, mark }: { readonly files: readonly string[]; readonly mark: FileText },
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
 * its check and its use. Every size is counted as it is read: what a directory says of it is not believed. Throws a `Stopped` of
 * `onBytes`.
 */
export async function quarantineParts(
  files: readonly string[],
  folder: string,
  { onBytes, ...keys }: BundleKeys & { readonly onBytes?: OnPiece | undefined },
): Promise<Result<readonly QuarantinedPart[], BundleProblem>> {
  if (files.length > bundleCaps.parts) return err({ kind: 'bundleTooManyParts', most: bundleCaps.parts })
  const neededBytes = roomFor(files)
  const room = roomIn(folder, neededBytes)
  if (room !== 'enough') return err({ kind: 'bundleOwnDisk', why: room, neededBytes })
  const parts: QuarantinedPart[] = []
  for (const [index, from] of files.entries()) {
    const name = path.basename(from).slice(0, 200)
    const taken = await takeIn(from, path.join(folder, `part-${index + 1}`), { keys, onBytes })
    if (!taken.ok) return err(problemOf(taken.problem, { name, neededBytes }))
    parts.push({ name, ...taken.value })
  }
  return ok(parts)
}

function roomIn(folder: string, neededBytes: number): 'enough' | OwnDiskFault {
  try {
    const { bavail, bsize } = fs.statfsSync(folder)
    return bavail * bsize < neededBytes ? 'full' : 'enough'
  } catch (cause) {
    const why = ownDiskFault(cause)
    if (why === null) throw cause
    return why
  }
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
  const parts = sizesOf(files)
  return sum(parts.map(({ copied }) => copied)) + Math.max(0, ...parts.map(({ opened }) => opened)) + spareBytes
}

/** Bytes of which `onBytes` will be told: each as it is copied, and each encrypted one as it is opened. */
export const bytesToCopy = (files: readonly string[]): number =>
  sum(sizesOf(files).map(({ copied, opened }) => copied + opened))

const sum = (all: readonly number[]): number => all.reduce((one, other) => one + other, 0)

/** Nothing of what is refused in its turn, by what it is. */
function sizesOf(files: readonly string[]): readonly { readonly copied: number; readonly opened: number }[] {
  return files.flatMap(file => {
    const stat = fs.lstatSync(file, { throwIfNoEntry: false })
    if (!stat?.isFile() || stat.size > mostLockedBytes) return []
    return [{ copied: stat.size, opened: isLocked(file) ? stat.size : 0 }]
  })
}

function isLocked(file: string): boolean {
  try {
    return isAgeFile(file)
  } catch {
    return false // the stick is gone or failing: told when it is copied
  }
}

interface Taking {
  readonly keys: BundleKeys
  readonly onBytes: OnPiece | undefined
}

type Taken = Omit<QuarantinedPart, 'name'>

async function takeIn(from: string, to: string, { keys, onBytes }: Taking): Promise<Result<Taken, Fault>> {
  const stat = fs.lstatSync(from, { throwIfNoEntry: false })
  if (!stat?.isFile()) return err('unreadable')
  const bytes = stat.size
  const copied = await copyPart(from, `${to}.in`, { bytes, onBytes })
  if (!copied.ok || !copied.value.isLocked) return copied.ok ? ok({ file: `${to}.in`, bytes }) : copied
  const opened = await unlockFile(`${to}.in`, `${to}.zip`, { ...keys, mostBytes: bundleCaps.partBytes, onBytes })
  removeIfPossible(`${to}.in`)
  return opened.ok ? ok({ file: `${to}.zip`, bytes }) : opened
}

/** What it is, is asked of the file before and of the copy after: only the copy counts. */
async function copyPart(
  from: string,
  to: string,
  { bytes, onBytes }: Pick<Taking, 'onBytes'> & { readonly bytes: number },
): Promise<Result<{ isLocked: boolean }, Fault>> {
  try {
    const mostBytes = isAgeFile(from) ? mostLockedBytes : bundleCaps.partBytes
    if (bytes > mostBytes) return err('tooLarge')
    const written = await writeDown(fs.createReadStream(from), to, { mostBytes, onBytes })
    if (!written.ok) return err(written.problem.side === 'disk' ? written.problem.why : 'unreadable')
    return ok({ isLocked: isAgeFile(to) })
  } catch (cause) {
    if (cause instanceof Stopped) throw cause
    return err('unreadable')
  }
}
