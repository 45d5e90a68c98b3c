import { Button, type TableColumnsType } from 'antd'
import type { OfficesAnswer } from '#shared/contracts/headquarters-console'
import { momentOf } from './moment'
import { ScansWaiting } from './scans-waiting'
import type { ConsoleTexts } from './texts'

export type OfficeRow = OfficesAnswer['offices'][number]

export interface OfficeActs {
  readonly onCode: (row: OfficeRow) => void
  readonly onApart: (row: OfficeRow) => void
  /** The office by itself: its machines. */
  readonly onOpen: (row: OfficeRow) => void
}

/** Sorted by what is overdue; every count can be sorted by. A nought is quiet, so that what is not stands out. */
export function officeColumns(t: ConsoleTexts, { onCode, onApart, onOpen }: OfficeActs): TableColumnsType<OfficeRow> {
  const count = (key: CountKey, of: (row: OfficeRow) => number) => ({
    ...{ key, title: t[key], align: 'right' as const },
    render: (_: unknown, row: OfficeRow) => <span className={lookOf(key, of(row))}>{of(row)}</span>,
    sorter: (a: OfficeRow, b: OfficeRow) => of(a) - of(b),
  })
  return [
    {
      ...{ key: 'office', title: t.office, className: 'console-name' },
      render: (_, row) => (
        <>
          <Button type="link" className="console-link" onClick={() => onOpen(row)}>
            {row.name}
          </Button>
          <br />
          <span className="console-quiet">{row.officeId}</span>
        </>
      ),
      sorter: (a, b) => a.officeId - b.officeId,
    },
    {
      ...{ key: 'lastContact', title: t.lastContact, className: 'console-moment' },
      render: (_, { lastContactAt }) =>
        lastContactAt ? momentOf(lastContactAt) : <span className="console-quiet">{t.never}</span>,
      sorter: (a, b) => (a.lastContactAt ?? '').localeCompare(b.lastContactAt ?? ''),
    },
    {
      ...count('machines', row => row.machines),
      render: (_, row) => (
        <Button
          size="small"
          type={row.machines > 0 ? 'link' : 'text'}
          className={lookOf('machines', row.machines)}
          aria-label={t.machinesOf(row.name, row.machines)}
          onClick={() => onOpen(row)}
        >
          {row.machines}
        </Button>
      ),
    },
    count('backlog', row => row.backlog),
    {
      ...{ key: 'scans', title: t.scans, align: 'right' },
      render: (_, { scans }) => <ScansWaiting t={t} scans={scans} />,
      sorter: (a, b) => (a.scans?.files ?? -1) - (b.scans?.files ?? -1),
    },
    count('open', row => row.open),
    count('dueSoon', row => row.dueSoon),
    { ...count('overdue', row => row.overdue), defaultSortOrder: 'descend' },
    count('conflicts', row => row.conflicts),
    count('poison', row => row.poison),
    {
      ...count('quarantined', row => row.quarantined),
      render: (_, row) => (
        <Button
          size="small"
          type={row.quarantined > 0 ? 'link' : 'text'}
          className={lookOf('quarantined', row.quarantined)}
          aria-label={t.quarantineOf(row.name, row.quarantined)}
          onClick={() => onApart(row)}
        >
          {row.quarantined}
        </Button>
      ),
    },
    { key: 'programs', title: t.programs, render: (_, { programs }) => programs.join('、') },
    {
      ...{ key: 'code', title: <span className="console-unseen">{t.code}</span> },
      render: (_, row) => (
        <Button size="small" aria-label={`${t.code} ${row.name}`} onClick={() => onCode(row)}>
          {t.code}
        </Button>
      ),
    },
  ]
}

type CountKey = 'machines' | 'backlog' | 'open' | 'dueSoon' | 'overdue' | 'conflicts' | 'poison' | 'quarantined'

const lookOf = (key: CountKey, value: number): string =>
  value === 0 ? 'console-nought' : key === 'overdue' ? 'console-late' : ''
