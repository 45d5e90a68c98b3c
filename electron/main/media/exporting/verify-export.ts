import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import { checkBag } from '../../documents/bag/check-bag'
import { folderBag } from '../../documents/bag/bag-files'
import { faultOf, mediumProblem } from './export-problem'

export interface VerifiedExport {
  readonly isWhole: boolean
  /** Of what it carries. */
  readonly files: number
  readonly digest: string
}

/** Reads an export on a medium whole: whether it is what its manifests say, and under which digest. */
export async function verifyExport(folder: string): Promise<Result<VerifiedExport, Problem>> {
  try {
    const bag = folderBag(folder)
    const sound = await checkBag(bag)
    const digest = await bag.digest('tagmanifest-sha256.txt', 'sha256')
    const isSigned = bag.files.some(({ path: name }) => name === 'signature.txt')
    const isWhole = sound.ok && digest !== null && isSigned
    return ok({ isWhole, files: sound.ok ? sound.value.payload.length : 0, digest: digest ?? '' })
  } catch (cause) {
    const why = faultOf(cause)
    if (why === null) throw cause
    return err(mediumProblem(why))
  }
}
