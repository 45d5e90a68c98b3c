import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { err, ok, type Result } from '#shared/kernel/result'
import type { BundleProblem } from '#shared/contracts/bundle-problem'
import { isAgeFile, unlockFile, type BundleKeys } from './age-files'
import { bundleCaps } from './bundle-caps'
import { cappedAt } from './capped-at'

/** A part as it lies in quarantine, opened where it was encrypted. */
export interface QuarantinedPart {
  /** Of the file on the stick. */
  readonly name: string
  readonly file: string
}

/** What age adds: a header, and 16 bytes for each 64 KiB. */
const mostLockedBytes = bundleCaps.partBytes + 16 * 1024 * 1024

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
  const parts: QuarantinedPart[] = []
  for (const [index, from] of files.entries()) {
    const name = path.basename(from).slice(0, 200)
    const taken = await takeIn(from, path.join(folder, `part-${index + 1}`), keys)
    if (!taken.ok)
      return err(
        taken.problem === 'locked' ? { kind: 'bundleLocked', name } : { kind: 'bundlePart', name, why: taken.problem },
      )
    parts.push({ name, file: taken.value })
  }
  return ok(parts)
}

type Fault = 'unreadable' | 'tooLarge' | 'locked'

async function takeIn(from: string, to: string, keys: BundleKeys): Promise<Result<string, Fault>> {
  const stat = fs.lstatSync(from, { throwIfNoEntry: false })
  if (!stat?.isFile()) return err('unreadable')
  const copied = await copyPart(from, `${to}.in`, stat.size)
  if (!copied.ok || !copied.value.isLocked) return copied.ok ? ok(`${to}.in`) : copied
  const isOpen = await unlockFile(`${to}.in`, `${to}.zip`, { ...keys, mostBytes: bundleCaps.partBytes })
  fs.rmSync(`${to}.in`)
  return isOpen ? ok(`${to}.zip`) : err('locked')
}

/** What it is, is asked of the file before and of the copy after: only the copy counts. */
async function copyPart(from: string, to: string, bytes: number): Promise<Result<{ isLocked: boolean }, Fault>> {
  try {
    const most = isAgeFile(from) ? mostLockedBytes : bundleCaps.partBytes
    if (bytes > most) return err('tooLarge')
    await pipeline(fs.createReadStream(from), cappedAt(most), fs.createWriteStream(to, { mode: 0o600 }))
    return ok({ isLocked: isAgeFile(to) })
  } catch {
    return err('unreadable')
  }
}
