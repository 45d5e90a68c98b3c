import { reportCsv } from '#shared/application/import/report-csv'
import type { Translator } from '../../i18n/translator'
import { findingWords } from './finding-words'
import { spentWords } from './spent-words'
import type { ShownRow } from './rows-table'

/** The table as a csv: one line a row of the old register, refused ones too. */
export function rowReport(rows: readonly ShownRow[], translator: Translator): string {
  const { t } = translator
  const columns = [
    'line',
    'requestNo',
    'applicant',
    'received',
    'spent',
    'due',
    'paperDue',
    'outcome',
    'findings',
  ] as const
  return reportCsv([
    columns.map(column => t(`import.column.${column}`)),
    ...rows.map(row => [
      String(row.line),
      row.requestNo,
      row.applicant,
      row.receivedOn ?? '',
      spentWords(row.spent, translator),
      row.dueOn ?? '',
      row.paperDueOn ?? '',
      t(`import.outcome.${row.outcome}`),
      row.findings.map(finding => findingWords(finding, translator)).join(t('import.join')),
    ]),
  ])
}
