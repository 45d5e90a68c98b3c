import type { DocumentFinding } from '#shared/application/intake/findings'
import { parseCivilDate } from '#shared/domain/calendar/civil-date'
import type { MessageKey } from '../../i18n/message'
import type { Translator } from '../../i18n/translator'

/** One clause on a row. The names of the details are the names of the placeholders; days are written out. */
export function documentFindingWords(finding: DocumentFinding, { t, format }: Translator): string {
  if (finding.kind === 'unreadable') return t(`docImport.unreadable.${finding.why}`)
  if (finding.kind === 'note' || finding.kind === 'readAs') return t(`docImport.note.${finding.note}`)
  const { kind, ...details } = finding
  const values: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(details) as [string, string | number][]) {
    const day = typeof value === 'string' ? parseCivilDate(value) : null
    values[name] = day?.ok ? format.fullDay(day.value) : value
  }
  if ('field' in details) values['field'] = t(`docImport.field.${details.field}`)
  if ('other' in details) values['other'] = otherWords(details.other, t)
  // Each kind has its sentence: the messages are held against the kinds by a test.
  const say = t as (key: MessageKey, values: Readonly<Record<string, string | number>>) => string
  return say(`docImport.finding.${kind}` as MessageKey, values)
}

/** A line of the same source, or the index number of a document in the catalogue. */
const otherWords = (other: string, t: Translator['t']): string =>
  other.startsWith('#')
    ? t('docImport.other.line', { line: other.slice(1) })
    : t('docImport.other.indexNo', { indexNo: other })
