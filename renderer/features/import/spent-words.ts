import type { Translator } from '../../i18n/translator'
import type { Spent } from './rows-table'

/** What the second person signs of the clock: pauses by their dates or their number, and the extension. */
export function spentWords(spent: Spent | null, { t, format }: Translator): string {
  const { pauses = [], pausedWorkingDays = 0, extendedWorkingDays = 0 } = spent ?? {}
  return [
    ...pauses.map(({ from, to }) => t('import.spent.pause', { from: format.fullDay(from), to: format.fullDay(to) })),
    ...(pausedWorkingDays > 0 ? [t('import.spent.paused', { n: pausedWorkingDays })] : []),
    ...(extendedWorkingDays > 0 ? [t('import.spent.extended', { n: extendedWorkingDays })] : []),
  ].join(t('import.join'))
}
