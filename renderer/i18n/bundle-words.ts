import type { BundleProblem } from '#shared/contracts/bundle-problem'
import { bagWords } from './bag-words'
import type { Translate } from './message'

/** Why a bundle is not taken, for the middle of a sentence. A kind without words does not compile. */
export function bundleWords(problem: BundleProblem, t: Translate): string {
  switch (problem.kind) {
    case 'bundlePart':
      return t(`bundle.part.${problem.why}`, { name: problem.name })
    case 'bundleTooManyParts':
      return t('bundle.tooManyParts', { most: problem.most })
    case 'bundleLocked':
      return t('bundle.locked', { name: problem.name })
    case 'bundleOwnDisk':
      return ownDiskWords(problem, t)
    case 'bundleBag':
      return bagWords(problem.bag, t)
    case 'bundleStatement':
      return t('bundle.statement', { name: problem.name })
    case 'bundleNewer':
      return t('bundle.newer', { version: problem.version })
    case 'bundleOfAnotherOffice':
      return t('bundle.otherOffice', { officeName: problem.officeName })
    case 'bundleParts':
      return t(`bundle.parts.${problem.why}`, { part: problem.part })
    case 'bundleHeads':
      return t(`bundle.heads.${problem.why}`)
    case 'bundleKey':
      return t('bundle.key')
    case 'bundleSegment':
      return t(`bundle.segment.${problem.why}`, { path: problem.path })
    case 'bundleBlob':
      return t(`bundle.blob.${problem.why}`, { path: problem.path })
  }
}

/** What to do next depends on it: most are exported again, a newer one needs a newer program, a locked one its key, a full disk room. */
export function bundleNext(problem: BundleProblem, t: Translate): string {
  const { kind } = problem
  if (problem.kind === 'bundleOwnDisk') return ownDiskNext(problem, t)
  if (kind === 'bundleNewer') return t('bundle.newerNext')
  return t(kind === 'bundleLocked' ? 'bundle.lockedNext' : 'problem.bundleRefused.next')
}

type OwnDisk = Pick<Extract<BundleProblem, { kind: 'bundleOwnDisk' }>, 'why' | 'neededBytes'>

/** Of the disk of this machine, at a check and at an import. */
export const ownDiskWords = ({ why, neededBytes }: OwnDisk, t: Translate): string =>
  t(`bundle.ownDisk.${why}`, { megabytes: megabytes(neededBytes) })

export const ownDiskNext = ({ why, neededBytes }: OwnDisk, t: Translate): string =>
  t(`bundle.ownDiskNext.${why}`, { megabytes: megabytes(neededBytes) })

const megabytes = (bytes: number): number => Math.ceil(bytes / 1_048_576)
