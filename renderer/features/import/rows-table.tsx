import { useState } from 'react'
import type { RowOutcome } from '#shared/application/import/findings'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { CarriedInRequest } from '#shared/domain/requests/carried-in-facts'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import type { Flag } from '../../ui/marks/mark'
import { Status } from '../../ui/marks/status'
import { findingWords, type FindingLike } from './finding-words'
import { spentWords } from './spent-words'

/** A row as preview and batch both show it: who is asking stands masked. */
export interface ShownRow {
  readonly line: number
  readonly requestNo: string
  readonly applicant: string
  readonly receivedOn: CivilDate | null
  readonly dueOn: CivilDate | null
  readonly isProvisional: boolean
  readonly paperDueOn: CivilDate | null
  /** What the clock has behind it; null where the row is not taken. */
  readonly spent: Spent | null
  readonly outcome: RowOutcome
  readonly findings: readonly FindingLike[]
}

export type Spent = Pick<CarriedInRequest, 'pauses' | 'pausedWorkingDays' | 'extendedWorkingDays'>

type Filter = 'all' | RowOutcome | 'differs'
const filters: readonly Filter[] = ['all', 'differs', 'warned', 'refused', 'taken']

export const duesDiffer = ({ findings }: ShownRow): boolean => findings.some(({ kind }) => kind === 'dueDiffers')

const isIn = (filter: Filter, row: ShownRow): boolean =>
  filter === 'all' || (filter === 'differs' ? duesDiffer(row) : row.outcome === filter)

const rowsOnPage = 100

/** Every row with its outcome; filters and pages, because an old register may have thousands of lines. */
export function RowsTable({ rows }: { readonly rows: readonly ShownRow[] }) {
  const { t } = useMessages()
  const [filter, setFilter] = useState<Filter>('all')
  const [page, setPage] = useState(0)
  const found = rows.filter(row => isIn(filter, row))
  const pages = Math.max(1, Math.ceil(found.length / rowsOnPage))
  const shown = found.slice(page * rowsOnPage, (page + 1) * rowsOnPage)
  return (
    <>
      <RowChips
        rows={rows}
        filter={filter}
        onFilter={next => {
          setFilter(next)
          setPage(0)
        }}
      />
      <div className="import-scroll" tabIndex={0} role="region" aria-label={t('import.preview.title')}>
        <table className="import-table">
          <thead>
            <tr>
              {(['line', 'requestNo', 'applicant', 'received', 'spent', 'due', 'paperDue', 'outcome'] as const).map(
                column => (
                  <th key={column} scope="col" className={`import-${column}`}>
                    {t(`import.column.${column}`)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map(row => (
              <OneRow key={row.line} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 ? (
        <p className="import-pages">
          <Act
            size="small"
            disabledBecause={page === 0 ? t('import.page', { page: 1, pages }) : undefined}
            onAct={() => setPage(page - 1)}
          >
            {t('import.page.before')}
          </Act>
          <span role="status">{t('import.page', { page: page + 1, pages })}</span>
          <Act
            size="small"
            disabledBecause={page === pages - 1 ? t('import.page', { page: pages, pages }) : undefined}
            onAct={() => setPage(page + 1)}
          >
            {t('import.page.after')}
          </Act>
        </p>
      ) : null}
    </>
  )
}

interface RowChipsProps {
  readonly rows: readonly ShownRow[]
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
}

function RowChips({ rows, filter, onFilter }: RowChipsProps) {
  const { t, format } = useMessages()
  const counted = filters.map(each => ({ each, count: rows.filter(row => isIn(each, row)).length }))
  return (
    <div className="import-chips" role="group" aria-label={t('import.preview.filter')}>
      {counted
        .filter(({ each, count }) => count > 0 || each === 'all' || each === filter)
        .map(({ each, count }) => (
          <button
            key={each}
            type="button"
            className="import-chip"
            aria-pressed={each === filter}
            onClick={() => onFilter(each)}
          >
            {each === 'all'
              ? t('import.preview.all')
              : each === 'differs'
                ? t('import.preview.differs')
                : t(`import.outcome.${each}`)}{' '}
            <b>{format.count(count)}</b>
          </button>
        ))}
    </div>
  )
}

const flagOf: Readonly<Record<RowOutcome, Flag>> = { taken: 'done', warned: 'soon', refused: 'void' }

function OneRow({ row }: { readonly row: ShownRow }) {
  const translator = useMessages()
  const { t, format } = translator
  const day = (on: CivilDate | null): string => (on ? format.fullDay(on) : '')
  return (
    <tr className={`import-row-${row.outcome}`}>
      <td className="import-line">{row.line}</td>
      <th scope="row">{row.requestNo}</th>
      <td>{row.applicant}</td>
      <td className="import-received import-day">{day(row.receivedOn)}</td>
      <td className="import-spent">{spentWords(row.spent, translator)}</td>
      <td className="import-day">
        {day(row.dueOn)}
        {row.isProvisional && row.dueOn ? (
          <>
            {' '}
            <Status flag="provisional" quiet />
          </>
        ) : null}
      </td>
      <td className={duesDiffer(row) ? 'import-day import-differs' : 'import-day'}>{day(row.paperDueOn)}</td>
      <td className="import-outcome">
        <Status flag={flagOf[row.outcome]}>{t(`import.outcome.${row.outcome}`)}</Status>
        {row.findings.length > 0 ? (
          <span className="import-findings">
            {row.findings.map(finding => findingWords(finding, translator)).join(t('import.join'))}
          </span>
        ) : null}
      </td>
    </tr>
  )
}
