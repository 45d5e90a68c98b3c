import fs from 'node:fs'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import { checkBag } from '../../documents/bag/check-bag'
import { bytesOf, folderBag } from '../../documents/bag/bag-files'
import { exportCaps } from '../../bundles/bundle-caps'
import { Stopped, type OnPiece } from '../../bundles/stopped'
import { faultOf } from './export-problem'

export interface VerifiedExport {
  readonly isWhole: boolean
  /** Of what it carries. */
  readonly files: number
  readonly digest: string
}

/**
 * Reads an export on a medium whole: whether it is what its manifests say, and under which digest. `begin` is told of how many
 * bytes, and then of every piece; a `Stopped` ends the reading.
 */
export async function verifyExport(
  folder: string,
  begin: (bytes: number) => OnPiece = () => () => undefined,
): Promise<Result<VerifiedExport, Problem>> {
  try {
    const bag = folderBag(folder, exportCaps)
    const sound = await checkBag(bag, begin(bytesOf(bag)))
    const digest = await bag.digest('tagmanifest-sha256.txt', 'sha256')
    if (!sound.ok && !fs.existsSync(folder)) return err({ kind: 'mediumNotRead', why: 'gone' })
    const isSigned = bag.files.some(({ path: name }) => name === 'signature.txt')
    const isWhole = sound.ok && digest !== null && isSigned
    return ok({ isWhole, files: sound.ok ? sound.value.payload.length : 0, digest: digest ?? '' })
  } catch (cause) {
    return err(problemOf(cause))
  }
}

function problemOf(cause: unknown): Problem {
  if (cause instanceof Stopped) return { kind: 'checkCancelled' }
  const why = faultOf(cause)
  if (why === null) throw cause
  return { kind: 'mediumNotRead', why }
}
