import type { MediumFault } from '#shared/contracts/media-problem'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'

/** The export was stopped by this and not by the medium. */
export class ExportStop extends Error {
  constructor(readonly problem: Problem) {
    super(problem.kind)
  }
}

export const mediumProblem = (why: MediumFault): Problem => ({ kind: 'mediumFailed', why })

/** What an error of the disk means to whoever holds the stick. Null: not of the disk, a bug. */
export function faultOf(cause: unknown): MediumFault | null {
  const code = (cause as NodeJS.ErrnoException | null)?.code
  return code === undefined || !/^E[A-Z0-9]+$/u.test(code) ? null : (known[code] ?? 'damaged')
}

/** What stops the export as a problem; a bug throws on. */
export async function attempted<T>(work: () => Promise<T>): Promise<Result<T, Problem>> {
  try {
    return ok(await work())
  } catch (cause) {
    if (cause instanceof ExportStop) return err(cause.problem)
    const why = faultOf(cause)
    if (why === null) throw cause
    return err(mediumProblem(why))
  }
}

const known: Readonly<Record<string, MediumFault>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'readOnly',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  ENODEV: 'gone',
  ENXIO: 'gone',
  ENOTCONN: 'gone',
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ESTALE: 'gone',
  EEXIST: 'nameTaken',
}
