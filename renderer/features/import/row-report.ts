import type { RowReport } from '#shared/application/import/import-desk'
import type { Translator } from '../../i18n/translator'
import { findingWords } from './finding-words'
import { spentWords } from './spent-words'
import type { ShownRow } from './rows-table'

/** The table as a sheet: one line a row of the old register, refused ones too. Every cell is text. */
export function rowReport(rows: readonly ShownRow[], translator: Translator): RowReport {
  const { t } = translator
  return {
    title: t('import.report.sheet'),
    columns: columns.map(({ name, width }) => ({ title: t(`import.column.${name}`), width })),
    rows: rows.map(row => [
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
  }
}

const columns = [
  { name: 'line', width: 6 },
  { name: 'requestNo', width: 22 },
  { name: 'applicant', width: 14 },
  { name: 'received', width: 12 },
  { name: 'spent', width: 24 },
  { name: 'due', width: 12 },
  { name: 'paperDue', width: 12 },
  { name: 'outcome', width: 10 },
  { name: 'findings', width: 60 },
] as const
