import { memo, useState, type KeyboardEvent, type Ref } from 'react'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import type { Translator } from '../../i18n/translator'
import type { Flag } from '../../ui/marks/mark'
import { Status } from '../../ui/marks/status'
import type { ListedRow } from './list-rows'
import type { NameOf } from './use-staff-names'

export interface ListTableProps {
  readonly rows: readonly ListedRow[]
  readonly nameOf: NameOf
  readonly today: CivilDate
  readonly onOpen: (requestId: RequestId) => void
  readonly ref?: Ref<HTMLTableElement>
}

const columns = ['due', 'left', 'asked', 'applicant', 'received', 'status', 'handler', 'no'] as const

/** One Tab stop: Up and Down walk the rows, Home and End go to the ends, Enter opens. */
export function ListTable({ rows, nameOf, today, onOpen, ref }: ListTableProps) {
  const { t } = useMessages()
  const [at, setAt] = useState(0)
  const stop = Math.min(at, rows.length - 1)
  const onKey = (event: KeyboardEvent<HTMLTableElement>): void => {
    const chosen = rows[stop]
    if (event.key === 'Enter' && chosen) return onOpen(chosen.requestId)
    const next = rowAfterKey(event.key, stop, rows.length)
    if (next === undefined) return
    event.preventDefault()
    setAt(next)
    event.currentTarget.querySelectorAll<HTMLElement>('tbody tr')[next]?.focus()
  }
  return (
    <div className="list-sheet">
      <table
        ref={ref}
        role="grid"
        aria-label={t('requests.list.title')}
        aria-rowcount={rows.length + 1}
        onKeyDown={onKey}
      >
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col" className={`list-${column}`}>
                {t(`requests.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr
              key={row.requestId}
              tabIndex={index === stop ? 0 : -1}
              onFocus={() => setAt(index)}
              onClick={() => onOpen(row.requestId)}
            >
              <Cells row={row} nameOf={nameOf} today={today} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface CellsProps extends Pick<ListTableProps, 'nameOf' | 'today'> {
  readonly row: ListedRow
}

/** Walking the rows moves a Tab stop only; up to 500 rows need not be drawn again for it. */
const Cells = memo(function Cells({ row, nameOf, today }: CellsProps) {
  const translator = useMessages()
  const { t, format } = translator
  return (
    <>
      <td className="list-due">
        <Status flag={flagOf(row)} />
        <span>{dueWords(row, today, translator)}</span>
      </td>
      <td className={`list-left${row.lane === 'late' ? ' is-late' : ''}`}>{leftWords(row, translator)}</td>
      <td className="list-asked">{row.asked ?? t('requests.erased')}</td>
      <td className="list-applicant">{row.applicant ?? t('requests.erased')}</td>
      <td className="list-received">{format.dayNear(row.receivedOn, today)}</td>
      <td className="list-status">{t(`refusal.status.${row.status}`)}</td>
      <td className="list-handler">{nameOf(row.handler)}</td>
      <td className="list-no">{row.requestNo}</td>
    </>
  )
})

export function flagOf(row: ListedRow): Flag {
  if (row.lane === 'served') return 'done'
  if (row.lane === 'late') return 'late'
  if (row.lane === 'dueWithinThree') return 'soon'
  return row.certainty === 'provisional' ? 'provisional' : 'normal'
}

export function dueWords(row: ListedRow, today: CivilDate, { t, format }: Translator): string {
  if (row.isDueUnknown) return t('requests.list.dueUnknown')
  const day = format.dayNear(row.dueOn, today)
  return row.certainty === 'provisional' ? t('requests.list.earliest', { day }) : day
}

function leftWords(row: ListedRow, { t, format }: Translator): string {
  if (row.servedOn) return t('requests.list.servedOn', { day: format.day(row.servedOn) })
  if (row.isDueUnknown) return ''
  if (row.lane === 'late')
    return row.workingDaysLeft < 0 ? t('requests.list.overdueBy', { n: -row.workingDaysLeft }) : t('strip.overdue')
  return row.workingDaysLeft <= 0 ? t('strip.dueToday') : t('requests.list.left', { n: row.workingDaysLeft })
}

function rowAfterKey(key: string, at: number, count: number): number | undefined {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: count - 1,
    PageDown: at + 10,
    PageUp: at - 10,
  }
  const target = targets[key]
  return target === undefined ? undefined : Math.max(0, Math.min(count - 1, target))
}
