import { Button, type TableColumnsType } from 'antd'
import type { OfficesAnswer } from '#shared/contracts/headquarters-console'
import type { ConsoleTexts } from './texts'

export type OfficeRow = OfficesAnswer['offices'][number]

/** Sorted by what is overdue; every count can be sorted by. */
export function officeColumns(t: ConsoleTexts, onCode: (row: OfficeRow) => void): TableColumnsType<OfficeRow> {
  const count = (key: CountKey, of: (row: OfficeRow) => number) => ({
    ...{ key, title: t[key], align: 'right' as const },
    render: (_: unknown, row: OfficeRow) => (key === 'overdue' && of(row) > 0 ? late(of(row)) : of(row)),
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
    count('machines', row => row.machines),
    count('backlog', row => row.backlog),
    count('open', row => row.open),
    count('dueSoon', row => row.dueSoon),
    { ...count('overdue', row => row.overdue), defaultSortOrder: 'descend' },
    count('conflicts', row => row.conflicts),
    count('marked', row => row.poison + row.quarantined),
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

type CountKey = 'machines' | 'backlog' | 'open' | 'dueSoon' | 'overdue' | 'conflicts' | 'marked'

const late = (value: number) => <span className="console-late">{value}</span>

const momentOf = (instant: string | null): string | null =>
  instant && new Date(instant).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })
