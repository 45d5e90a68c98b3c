import { useState, type ReactNode } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../acts/act'
import './paged-rows.css'

export interface RowFilter<Row> {
  readonly name: string
  readonly label: string
  readonly isIn: (row: Row) => boolean
}

export interface PagedRowsProps<Row> {
  readonly rows: readonly Row[]
  /** The first one is that of all rows; the others are shown where they hold any. */
  readonly filters: readonly RowFilter<Row>[]
  /** Names of the table and of its filters. */
  readonly label: string
  readonly filterLabel: string
  /** Cells of the head line. */
  readonly head: ReactNode
  /** A line of the table, with its key. */
  readonly row: (row: Row) => ReactNode
}

const rowsOnPage = 100

/** Rows of a file with what becomes of each: filters and pages, because there may be a hundred thousand of them. */
export function PagedRows<Row>({ rows, filters, label, filterLabel, head, row }: PagedRowsProps<Row>) {
  const { t, format } = useMessages()
  const [chosen, setChosen] = useState(filters[0]!.name)
  const [page, setPage] = useState(0)
  const filter = filters.find(({ name }) => name === chosen) ?? filters[0]!
  const found = rows.filter(filter.isIn)
  const pages = Math.max(1, Math.ceil(found.length / rowsOnPage))
  const at = Math.min(page, pages - 1)
  const chips = filters
    .map(each => ({ each, count: rows.filter(each.isIn).length }))
    .filter(({ each, count }, index) => index === 0 || count > 0 || each === filter)
  return (
    <>
      <div className="rows-chips" role="group" aria-label={filterLabel}>
        {chips.map(({ each, count }) => (
          <button
            key={each.name}
            type="button"
            className="rows-chip"
            aria-pressed={each === filter}
            onClick={() => {
              setChosen(each.name)
              setPage(0)
            }}
          >
            {each.label} <b>{format.count(count)}</b>
          </button>
        ))}
      </div>
      <div className="rows-scroll" tabIndex={0} role="region" aria-label={label}>
        <table className="rows-table">
          <thead>
            <tr>{head}</tr>
          </thead>
          <tbody>{found.slice(at * rowsOnPage, (at + 1) * rowsOnPage).map(row)}</tbody>
        </table>
      </div>
      {pages > 1 ? (
        <p className="rows-pages">
          <Act
            size="small"
            disabledBecause={at === 0 ? t('rows.page', { page: 1, pages }) : undefined}
            onAct={() => setPage(at - 1)}
          >
            {t('rows.page.before')}
          </Act>
          <span role="status">{t('rows.page', { page: at + 1, pages })}</span>
          <Act
            size="small"
            disabledBecause={at === pages - 1 ? t('rows.page', { page: pages, pages }) : undefined}
            onAct={() => setPage(at + 1)}
          >
            {t('rows.page.after')}
          </Act>
        </p>
      ) : null}
    </>
  )
}
