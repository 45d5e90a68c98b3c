import type { Agency } from '#shared/domain/agencies/office-facts'
import { formatDay } from '#shared/domain/calendar/civil-date'
import type { Translator } from '../../i18n/translator'
import type { NameOf } from '../../case-parts/use-staff-names'
import { chipName } from './chip-name'
import { narrowingsOf, type Condition, type Narrowing } from './list-condition'

export interface ConditionWords extends Pick<Translator, 't' | 'format'> {
  readonly nameOf: NameOf
  readonly agencies: readonly Agency[]
  /** Of the office: 将到期 means within so many days. */
  readonly warningWorkingDays: number
  /** Words looked for may be somebody's name: a masked register says only that there were some. */
  readonly isMasked: boolean
}

/** What a list was narrowed by, in words: 在办；答复类型 不存在；收到之日自 2026年9月1日. */
export function conditionWords(condition: Condition, words: ConditionWords): string {
  const { t, isMasked } = words
  const typed = condition.text.trim()
  const narrowed = narrowingsOf(condition).map(name => `${t(`lists.by.${name}`)} ${valueWords(condition, name, words)}`)
  const looked = typed === '' ? [] : [isMasked ? t('lists.print.wordsHidden') : t('lists.print.words', { text: typed })]
  return [chipName(condition.chip, words.warningWorkingDays, words), ...narrowed, ...looked].join(t('lists.print.join'))
}

function valueWords(condition: Condition, name: keyof Narrowing, { t, nameOf, agencies }: ConditionWords): string {
  const { agencyId, status, decision, channel, handler, approval } = condition
  const named: Readonly<Partial<Record<keyof Narrowing, () => string>>> = {
    agencyId: () => agencies.find(agency => agency.agencyId === agencyId)?.name ?? '',
    status: () => (status ? t(`refusal.status.${status}`) : ''),
    decision: () => (decision ? t(`refusal.decision.${decision}`) : ''),
    channel: () => (channel ? t(`channel.${channel}`) : ''),
    approval: () => (approval ? t(`approval.${approval}`) : ''),
    handler: () => (handler ? nameOf(handler) : ''),
  }
  const value = condition[name]
  return named[name]?.() ?? (value ? formatDay(value as Parameters<typeof formatDay>[0]) : '')
}
