import fs from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { err, ok, type Result } from '#shared/kernel/result'
import { cappedAt } from './capped-at'
import { Stopped, type OnPiece } from './stopped'

/** What this machine's own disk did while something was written down on it; a stick is not to blame for that. */
export type OwnDiskFault = 'full' | 'readOnly' | 'failed'

const known: Readonly<Record<string, OwnDiskFault>> = { ENOSPC: 'full', EDQUOT: 'full', EROFS: 'readOnly' }

/** Null: not of a disk. */
export function ownDiskFault(cause: unknown): OwnDiskFault | null {
  const { code } = (cause ?? {}) as NodeJS.ErrnoException
  return code === undefined || !/^E[A-Z0-9]+$/u.test(code) ? null : (known[code] ?? 'failed')
}

/** `source`: what was read broke off, or gave more than `mostBytes`. */
export type NotWrittenDown =
  | { readonly side: 'source'; readonly cause: unknown }
  | { readonly side: 'disk'; readonly why: OwnDiskFault }

/**
 * Writes to a file of the own disk. In a pipeline every stream ends with the error of the one that failed first, and a
 * full disk and a pulled stick look alike from outside: who was first is seen when the file fails. Throws a `Stopped` of `onBytes`.
 */
export async function writeDown(
  from: Readable,
  to: string,
  { mostBytes, onBytes }: { readonly mostBytes: number; readonly onBytes?: OnPiece | undefined },
): Promise<Result<void, NotWrittenDown>> {
  const capped = cappedAt(mostBytes, onBytes)
  const file = fs.createWriteStream(to, { mode: 0o600 })
  const seen = { failedItself: false }
  file.once('error', () => (seen.failedItself = !from.errored && !capped.errored))
  try {
    await pipeline(from, capped, file)
    return ok(undefined)
  } catch (cause) {
    removeIfPossible(to)
    if (cause instanceof Stopped) throw cause
    if (!seen.failedItself) return err({ side: 'source', cause })
    const why = ownDiskFault(cause)
    if (why === null) throw cause
    return err({ side: 'disk', why })
  }
}

/** What stays on a disk that takes nothing any more goes with its folder, when that is emptied. */
export function removeIfPossible(target: string): void {
  try {
    fs.rmSync(target, { recursive: true, force: true })
  } catch (cause) {
    if (ownDiskFault(cause) === null) throw cause
  }
}
