import type { PaperProblem } from '#shared/application/desk'
import type { Problem } from '#shared/contracts/problems'
import { paperProblemSentence } from './field-problem-sentence'
import { problemSentence, type ProblemSentence } from './problems'
import type { Translator } from './translator'

/** For acts that make a paper and write: whichever of the two went wrong. */
export function actSentence(problem: Problem | PaperProblem, translator: Translator): ProblemSentence {
  switch (problem.kind) {
    case 'elementMissing':
    case 'characterMissing':
    case 'lawPackMissing':
    case 'paperFailed':
      return {
        what: paperProblemSentence(problem, translator),
        kept: translator.t('requests.paper.kept'),
        next: translator.t('requests.paper.next'),
      }
    default:
      return problemSentence(problem, translator.t)
  }
}
