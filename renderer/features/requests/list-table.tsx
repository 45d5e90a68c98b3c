import { useMemo, type RefObject } from 'react'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import type { Translator } from '../../i18n/translator'
import type { Flag } from '../../ui/marks/mark'
import { Status } from '../../ui/marks/status'
import type { ListedRow } from './list-rows'
import { RowGrid } from '../../ui/tables/row-grid'
import type { NameOf } from '../../case-parts/use-staff-names'

export interface ListTableProps {
  readonly rows: readonly ListedRow[]
  readonly nameOf: NameOf
  readonly today: CivilDate
  readonly onOpen: (requestId: RequestId) => void
  readonly ref: RefObject<HTMLTableElement | null>
}

const columns = ['due', 'left', 'asked', 'applicant', 'received', 'status', 'handler', 'no'] as const

/** Requests, each a row: when it is due, what is asked, by whom, and whose it is. */
export function ListTable({ rows, nameOf, today, onOpen, ref }: ListTableProps) {
  const translator = useMessages()
  const { t } = translator
  const cells = useMemo(() => cellsOf({ nameOf, today, translator }), [nameOf, today, translator])
  return (
    <RowGrid
      ref={ref}
      label={t('requests.list.title')}
      className="request-sheet"
      columns={columns.map(column => ({ className: `list-${column}`, label: t(`requests.column.${column}`) }))}
      {...{ rows, cells }}
      onOpen={({ requestId }) => onOpen(requestId)}
    />
  )
}

interface CellsParts extends Pick<ListTableProps, 'nameOf' | 'today'> {
  readonly translator: Translator
}

const cellsOf = ({ nameOf, today, translator }: CellsParts) => {
  const { t, format } = translator
  return (row: ListedRow) => (
    <>
      <td className="list-due">
        <Status flag={flagOf(row)} />
        <span>{dueWords(row, today, translator)}</span>
      </td>
      <td className={`list-left${row.lane === 'late' ? ' is-late' : ''}`}>{leftWords(row, translator)}</td>
      <td className="list-asked">{row.asked ?? t('requests.erased')}</td>
      <td className="list-applicant">{row.applicant ?? t('requests.erased')}</td>
      <td className="list-received">
        {row.receivedOn ? format.dayNear(row.receivedOn, today) : t('refusal.status.unconfirmed')}
      </td>
      <td className="list-status">{t(`refusal.status.${row.status}`)}</td>
      <td className="list-handler">{nameOf(row.handler)}</td>
      <td className="list-no">{row.requestNo}</td>
    </>
  )
}

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
  if (row.isDueUnknown || row.lane === 'served') return ''
  if (row.lane === 'late')
    return row.workingDaysLeft < 0 ? t('requests.list.overdueBy', { n: -row.workingDaysLeft }) : t('strip.overdue')
  return row.workingDaysLeft <= 0 ? t('strip.dueToday') : t('requests.list.left', { n: row.workingDaysLeft })
}
