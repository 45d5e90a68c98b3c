import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'

export type CannotWrite = Extract<Problem, { kind: 'cannotWrite' }>

/**
 * Runs a piece of work on the disk. An error of the operating system becomes `cannotWrite` with its code alone
 * (never a path: folders carry account names); anything else is a bug and is thrown on.
 */
export function attemptWrite<T>(work: () => T): Result<T, CannotWrite> {
  try {
    return ok(work())
  } catch (error) {
    const code = systemCode(error)
    if (code === null) throw error
    return err({ kind: 'cannotWrite', detail: code })
  }
}

/** The same for work that waits for the disk. */
export async function attemptDisk<T>(work: () => Promise<T>): Promise<Result<T, CannotWrite>> {
  try {
    return ok(await work())
  } catch (error) {
    return attemptWrite(() => {
      throw error
    })
  }
}

function systemCode(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : null
}
