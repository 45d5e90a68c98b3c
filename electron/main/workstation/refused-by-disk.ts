import { err, type Result } from '#shared/kernel/result'
import type { CannotWrite } from '../vault/attempt-write'

/** Full, for reading only, failing, or not this account's. */
const refusals = ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EACCES', 'EPERM']

/** What a disk that takes nothing now means to whoever opens a desk on it. Anything else is a bug, or damage, and thrown on. */
export function refusedByDisk(cause: unknown): Result<never, CannotWrite> {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  if (typeof code !== 'string' || !refusals.includes(code)) throw cause
  return err({ kind: 'cannotWrite', detail: code })
}
