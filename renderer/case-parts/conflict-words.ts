import { civilDateAt } from '#shared/domain/calendar/civil-date'
import type { OpenConflict } from '#shared/domain/requests/open-conflicts'
import type { NameOf } from './use-staff-names'
import { refusalSentence } from '../i18n/refusals'
import type { Translator } from '../i18n/translator'
import { correctionLines } from './correction-words'

/** What happened, then both values of each thing where two were given; people are masked. */
export function conflictWords(conflict: OpenConflict, nameOf: NameOf, translator: Translator): readonly string[] {
  const { t, format } = translator
  const { by } = conflict
  const said = { who: nameOf(by.actor), day: format.fullDay(civilDateAt(by.at)) }
  if (conflict.kind === 'noEffect') {
    const { problem, wanted } = conflict
    const values = wanted ? correctionLines(wanted, translator) : []
    return [t('requests.conflict', { ...said, why: refusalSentence(problem, t) }), ...values]
  }
  const { correction } = conflict
  const overwritten = { ...correction, changed: correction.unseen ?? [] }
  return [t('requests.conflict.unseen', said), ...correctionLines(overwritten, translator)]
}
