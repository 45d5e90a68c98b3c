import { Button, Input, Segmented, Table } from 'antd'
import { useState } from 'react'
import { matchingOffices } from '../matching-offices'
import type { OfficeRow } from '../office-columns'
import type { ConsoleTexts } from '../texts'

export interface OfficesChoiceProps {
  readonly t: ConsoleTexts
  readonly offices: readonly OfficeRow[]
  readonly chosen: readonly number[]
  readonly onChosen: (officeIds: readonly number[]) => void
}

const filters = ['all', 'chosen', 'overdue', 'silent'] as const
type Filter = (typeof filters)[number]
const silentAfterMs = 7 * 86_400_000

/** Offices by name or place code, by how they stand, one by one or all that are found. One without a machine cannot receive. */
export function OfficesChoice({ t, offices, chosen, onChosen }: OfficesChoiceProps) {
  const [words, setWords] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const [now] = useState(() => Date.now())
  const picked = new Set(chosen)
  const passes = (row: OfficeRow): boolean => {
    if (filter === 'chosen') return picked.has(row.officeId)
    if (filter === 'overdue') return row.overdue > 0
    return filter === 'all' || Date.parse(row.lastContactAt ?? '1970-01-01') < now - silentAfterMs
  }
  const found = matchingOffices(offices, words).filter(passes)
  const reachable = found.filter(({ machines }) => machines > 0).map(({ officeId }) => officeId)
  const addFound = () => onChosen([...new Set([...chosen, ...reachable])])
  return (
    <>
      <div className="console-line">
        <Input.Search
          className="console-search"
          aria-label={t.find}
          placeholder={t.find}
          allowClear
          value={words}
          onChange={event => setWords(event.target.value)}
        />
        <Segmented<Filter>
          aria-label={t.filter}
          value={filter}
          onChange={setFilter}
          options={filters.map(value => ({ value, label: t.filters[value] }))}
        />
        <Button disabled={reachable.length === 0} onClick={addFound}>
          {t.chooseFound(reachable.length)}
        </Button>
        <Button disabled={chosen.length === 0} onClick={() => onChosen([])}>
          {t.chooseNone}
        </Button>
        <span role="status">{t.chosen(chosen.length)}</span>
      </div>
      <Table<OfficeRow>
        rowKey="officeId"
        dataSource={found}
        columns={[
          { key: 'office', title: t.office, render: (_, { name, officeId }) => `${name}（${officeId}）` },
          { key: 'machines', title: t.machines, align: 'right', render: (_, { machines }) => machines || t.noMachine },
          { key: 'overdue', title: t.overdue, align: 'right', render: (_, { overdue }) => overdue },
        ]}
        rowSelection={{
          selectedRowKeys: [...chosen],
          preserveSelectedRowKeys: true,
          columnTitle: <span className="console-unseen">{t.choose}</span>,
          getCheckboxProps: ({ machines, name }) => ({ disabled: machines === 0, 'aria-label': name }) as object,
          onChange: keys => onChosen(keys.map(Number)),
        }}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: offices.length === 0 ? t.noOffices : t.noneFound }}
        size="small"
      />
    </>
  )
}
