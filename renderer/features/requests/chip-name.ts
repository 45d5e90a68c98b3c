import type { Translator } from '../../i18n/translator'
import type { Chip } from './list-condition'

/** The office sets how many working days before its due date a request counts as due soon. */
export const chipName = (
  chip: Chip,
  warningWorkingDays: number,
  { t, format }: Pick<Translator, 't' | 'format'>,
): string =>
  chip === 'soon' ? t('requests.chip.soon', { n: format.fewDays(warningWorkingDays) }) : t(`requests.chip.${chip}`)
