import type { SearchFieldProblem } from '#shared/application/requests/search-check'
import { fieldProblemSentence } from '../../i18n/field-problem-sentence'
import type { Translator } from '../../i18n/translator'

/** Why a field of the search record cannot stay as it is; `what` is its label. */
export function searchFieldSentence(problem: SearchFieldProblem, what: string, translator: Translator): string {
  const { t } = translator
  switch (problem.kind) {
    case 'tooManyLines':
      return t('requests.search.tooManyLines', { lines: problem.lines, allowed: problem.allowed })
    case 'periodMissing':
      return t('requests.search.periodMissing')
    case 'periodBackwards':
      return t('requests.search.periodBackwards')
    case 'notACount':
      return t('requests.search.notACount')
    default:
      return fieldProblemSentence(problem, what, translator)
  }
}
