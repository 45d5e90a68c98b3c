import { Button, type TableColumnsType } from 'antd'
import type { OfficesAnswer } from '#shared/contracts/headquarters-console'
import type { ConsoleTexts } from './texts'

export type OfficeRow = OfficesAnswer['offices'][number]

/** Sorted by what is overdue; every count can be sorted by. */
export function officeColumns(t: ConsoleTexts, onCode: (row: OfficeRow) => void): TableColumnsType<OfficeRow> {
  const count = (key: string, title: string, of: (row: OfficeRow) => number, mark = '') => ({
    ...{ key, title, align: 'right' as const, render: (_: unknown, row: OfficeRow) => marked(of(row), mark) },
    sorter: (a: OfficeRow, b: OfficeRow) => of(a) - of(b),
  })
  return [
    {
      ...{ key: 'office', title: t.office, render: (_, { officeId, name }) => `${name}（${officeId}）` },
      sorter: (a, b) => a.officeId - b.officeId,
    },
    {
      ...{ key: 'lastContact', title: t.lastContact, render: (_, row) => momentOf(row.lastContactAt) ?? t.never },
      sorter: (a, b) => (a.lastContactAt ?? '').localeCompare(b.lastContactAt ?? ''),
    },
    count('machines', t.machines, row => row.machines),
    count('backlog', t.backlog, row => row.backlog),
    count('open', t.open, row => row.open),
    count('dueSoon', t.dueSoon, row => row.dueSoon),
    { ...count('overdue', t.overdue, row => row.overdue, 'console-late'), defaultSortOrder: 'descend' },
    count('conflicts', t.conflicts, row => row.conflicts),
    count('marked', t.marked, row => row.poison + row.quarantined),
    { key: 'programs', title: t.programs, render: (_, { programs }) => programs.join('、') },
    {
      ...{ key: 'code', title: t.code },
      render: (_, row) => (
        <Button size="small" aria-label={`${t.code} ${row.name}`} onClick={() => onCode(row)}>
          {t.code}
        </Button>
      ),
    },
  ]
}

const marked = (value: number, mark: string) => (value > 0 && mark ? <span className={mark}>{value}</span> : value)

const momentOf = (instant: string | null): string | null =>
  instant && new Date(instant).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })
