import type { RowOutcome } from '#shared/application/import/findings'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { CarriedInRequest } from '#shared/domain/requests/carried-in-facts'
import { useMessages } from '../../i18n/messages-provider'
import type { Flag } from '../../ui/marks/mark'
import { Status } from '../../ui/marks/status'
import { PagedRows } from '../../ui/tables/paged-rows'
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

export const duesDiffer = ({ findings }: ShownRow): boolean => findings.some(({ kind }) => kind === 'dueDiffers')

const outcomes = ['warned', 'refused', 'taken'] as const satisfies readonly RowOutcome[]
const columns = ['line', 'requestNo', 'applicant', 'received', 'spent', 'due', 'paperDue', 'outcome'] as const

/** Every row with its outcome, because an old register may have thousands of lines. */
export function RowsTable({ rows }: { readonly rows: readonly ShownRow[] }) {
  const { t } = useMessages()
  return (
    <PagedRows
      rows={rows}
      label={t('import.preview.title')}
      filterLabel={t('import.preview.filter')}
      filters={[
        { name: 'all', label: t('import.preview.all'), isIn: () => true },
        { name: 'differs', label: t('import.preview.differs'), isIn: duesDiffer },
        ...outcomes.map(name => ({
          ...{ name, label: t(`import.outcome.${name}`) },
          isIn: ({ outcome }: ShownRow) => outcome === name,
        })),
      ]}
      head={columns.map(column => (
        <th key={column} scope="col" className={`import-${column}`}>
          {t(`import.column.${column}`)}
        </th>
      ))}
      row={row => <OneRow key={row.line} row={row} />}
    />
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
      <td className="import-received rows-day">{day(row.receivedOn)}</td>
      <td className="import-spent">{spentWords(row.spent, translator)}</td>
      <td className="rows-day">
        {day(row.dueOn)}
        {row.isProvisional && row.dueOn ? (
          <>
            {' '}
            <Status flag="provisional" quiet />
          </>
        ) : null}
      </td>
      <td className={duesDiffer(row) ? 'rows-day import-differs' : 'rows-day'}>{day(row.paperDueOn)}</td>
      <td className="import-outcome">
        <Status flag={flagOf[row.outcome]}>{t(`import.outcome.${row.outcome}`)}</Status>
        {row.findings.length > 0 ? (
          <span className="rows-findings">
            {row.findings.map(finding => findingWords(finding, translator)).join(t('import.join'))}
          </span>
        ) : null}
      </td>
    </tr>
  )
}
