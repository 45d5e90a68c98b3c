import type { ScanProblem } from '#shared/application/scans/scans'
import type { Translate } from './message'
import { problemSentence, type ProblemSentence } from './problems'

/** What a person reads where a scan could not be taken in or shown. */
export function scanProblemSentence(problem: ScanProblem, t: Translate): ProblemSentence {
  if (problem.kind === 'scanNotShown') {
    return {
      what: t(`scans.notShown.${problem.why}.what`),
      kept: t('scans.notShown.kept'),
      next: t('scans.notShown.next'),
    }
  }
  if (problem.kind === 'scanNotMarked') {
    return {
      what: t(`scans.notMarked.${problem.why}.what`),
      kept: t('scans.notMarked.kept'),
      next: t('scans.notMarked.next'),
    }
  }
  return problemSentence(problem, t)
}
