import type { UpdateOutcome, UpdateState } from '#shared/application/settings/update-care'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { Translator } from './translator'

/** What the check after an update found, and what follows from it. */
export function outcomeWords(outcome: UpdateOutcome, today: CivilDate, { t, format }: Translator): string {
  const { from, to, checkedAt, result, what = 'journal', acts, rows } = outcome
  const values = { from, to, at: format.moment(checkedAt, today), acts: format.count(acts), rows: format.count(rows) }
  return result === 'damaged' ? t(`update.damaged.${what}`, values) : t(`update.last.${result}`, values)
}

/** An AppImage that was started where it was shown: what to do with the file; null where it lies well. */
export const misplacedWords = ({ misplaced }: Pick<UpdateState, 'misplaced'>, t: Translator['t']): string | null =>
  misplaced &&
  (misplaced.to === null
    ? t('update.misplaced.somewhere', { file: misplaced.file })
    : t('update.misplaced.to', { file: misplaced.file, to: misplaced.to }))

/** A package on a slow line takes longer than anybody counts in seconds. */
export const leftWords = (seconds: number, t: Translator['t']): string =>
  seconds < 100 ? t('update.left.seconds', { n: seconds }) : t('update.left.minutes', { n: Math.ceil(seconds / 60) })
