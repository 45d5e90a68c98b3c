import type { SideName, Ticked } from '#shared/application/catalogue-search'
import { topicName } from '#shared/domain/catalogue/topic-classes'
import type { Translate } from '../../i18n/message'

export type TopicNames = Readonly<Record<string, string>>

const validities = ['VALID', 'PARTLY_AMENDED', 'REPEALED', 'EXPIRED', 'UNKNOWN'] as const

/** A value of a side in the words of the screen. */
export function sideValueWords(side: SideName, value: string, { t, topics }: SideWords): string {
  if (value === '') return t('lookup.side.none')
  if (side === 'topic') return topicName(value, topics) ?? value
  const validity = validities.find(one => one === value)
  return side === 'validity' && validity ? t(`lookup.validity.${validity}`) : value
}

export interface SideWords {
  readonly t: Translate
  readonly topics: TopicNames
}

/** Its outline beside the word: shape first, then word, then colour. */
export const flagOfValidity = (value: string): 'normal' | 'soon' | 'void' =>
  value === 'VALID' ? 'normal' : value === 'PARTLY_AMENDED' || value === 'UNKNOWN' ? 'soon' : 'void'

export const isTicked = ({ facets, years }: Ticked): boolean =>
  years.length > 0 || Object.values(facets).some(values => values.length > 0)
