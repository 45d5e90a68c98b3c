import type { Finding } from '#shared/application/import/findings'
import { parseCivilDate } from '#shared/domain/calendar/civil-date'
import type { Channel } from '#shared/domain/requests/request-facts'
import type { MessageKey } from '../../i18n/message'
import type { Translator } from '../../i18n/translator'

/** As a finding lies in a sealed batch: its kind, and whatever else it says. */
export type FindingLike = { readonly kind: string; readonly [detail: string]: unknown }

/** One clause on a row. Days are written out; the names of the details are the names of the placeholders. */
export function findingWords(finding: Finding | FindingLike, { t, format }: Translator): string {
  const { kind, ...details } = finding as FindingLike
  const values: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(details)) {
    const day = typeof value === 'string' ? parseCivilDate(value) : null
    values[name] = day?.ok ? format.fullDay(day.value) : typeof value === 'number' ? value : String(value)
  }
  if (typeof details['as'] === 'string') values['as'] = t(`channel.${details['as'] as Channel}`)
  // Each kind has its sentence: the messages are held against the kinds by a test.
  const say = t as (key: MessageKey, values: Readonly<Record<string, string | number>>) => string
  return say(`import.finding.${kind}` as MessageKey, values)
}
