import type { ReadDocument } from '../../../../../shared/contracts/read-document'
import type { IntakeChoices, RowContext } from '../../../../../shared/application/intake/read-row'
import { guessColumns } from '../../../../../shared/application/intake/fields'
import { topicGroups } from '../../../../../shared/domain/catalogue/topic-classes'
import type { Agency, AgencyId } from '../../../../../shared/domain/agencies/office-facts'
import type { CivilDate } from '../../../../../shared/domain/calendar/civil-date'

export const agencyId = '10000000-0000-4000-8000-000000000001' as AgencyId
export const today = '2026-09-08' as CivilDate
const agency = { agencyId, name: '云河县人民政府办公室' } as Agency

export const choicesOf = (part: Partial<IntakeChoices> = {}): IntakeChoices => ({
  ...{ columns: {}, guesses: [], agencyId, topicClass: '22' },
  ...{ attribute: 'PROACTIVE', validity: 'VALID', publishedOn: 'none' },
  ...part,
})

export const contextOf = (part: Partial<IntakeChoices> = {}): RowContext => ({
  ...{ choices: choicesOf(part), agencies: [agency], topics: topicGroups(), today },
})

export const documentOf = (part: Partial<ReadDocument> = {}): ReadDocument => ({
  ...{ line: 1, name: '', format: 'row', digest: '0'.repeat(64), columns: {}, text: '', notes: [] },
  ...part,
})

/** The row of a list whose head words are the usual ones. */
export const rowContext = (columns: Readonly<Record<string, string>>, part: Partial<IntakeChoices> = {}): RowContext =>
  contextOf({ columns: guessColumns(Object.keys(columns)), ...part })
