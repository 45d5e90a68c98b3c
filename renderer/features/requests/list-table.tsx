import { Fragment, memo, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import type { Translator } from '../../i18n/translator'
import type { Flag } from '../../ui/marks/mark'
import { Status } from '../../ui/marks/status'
import type { ListedRow } from './list-rows'
import { rowsDrawn, useRowWindow } from '../../ui/tables/row-window'
import type { NameOf } from '../../case-parts/use-staff-names'

export interface ListTableProps {
  readonly rows: readonly ListedRow[]
  readonly nameOf: NameOf
  readonly today: CivilDate
  readonly onOpen: (requestId: RequestId) => void
  readonly ref: RefObject<HTMLTableElement | null>
}

const columns = ['due', 'left', 'asked', 'applicant', 'received', 'status', 'handler', 'no'] as const

/**
 * One Tab stop: Up and Down walk the rows, Home and End go to the ends, Enter opens. Of thousands of rows only those
 * in sight are drawn, and the one that may hold the focus.
 */
export function ListTable({ rows, nameOf, today, onOpen, ref }: ListTableProps) {
  const { t } = useMessages()
  const [at, setAt] = useState(0)
  const goTo = useRef<number | null>(null)
  const stop = Math.min(at, rows.length - 1)
  const inSight = useRowWindow(ref, rows.length)
  const drawn = rowsDrawn(inSight, rows.length, stop)
  const onKey = (event: KeyboardEvent<HTMLTableElement>): void => {
    const chosen = rows[stop]
    if (event.key === 'Enter' && chosen) return onOpen(chosen.requestId)
    const next = rowAfterKey(event.key, stop, rows.length)
    if (next === undefined) return
    event.preventDefault()
    goTo.current = next
    setAt(next)
  }
  // A row far away is drawn first and focused then; the focus brings it into sight.
  useLayoutEffect(() => {
    if (goTo.current === stop) ref.current?.querySelector<HTMLElement>(`tr[aria-rowindex="${stop + 2}"]`)?.focus()
    goTo.current = null
  }, [ref, stop])
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
          <tr aria-rowindex={1}>
            {columns.map(column => (
              <th key={column} scope="col" className={`list-${column}`}>
                {t(`requests.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.map((index, n) => {
            const row = rows[index]!
            return (
              <Fragment key={row.requestId}>
                <Gap rows={index - (drawn[n - 1] ?? -1) - 1} height={inSight.rowHeight} />
                <tr
                  aria-rowindex={index + 2}
                  tabIndex={index === stop ? 0 : -1}
                  onFocus={() => setAt(index)}
                  onClick={() => onOpen(row.requestId)}
                >
                  <Cells row={row} nameOf={nameOf} today={today} />
                </tr>
              </Fragment>
            )
          })}
          <Gap rows={rows.length - 1 - (drawn.at(-1) ?? -1)} height={inSight.rowHeight} />
        </tbody>
      </table>
    </div>
  )
}

/** Holds the place of rows that are not drawn. */
function Gap({ rows, height }: { readonly rows: number; readonly height: number }) {
  return rows > 0 ? <tr aria-hidden="true" className="list-gap" style={{ height: rows * height }} /> : null
}

interface CellsProps extends Pick<ListTableProps, 'nameOf' | 'today'> {
  readonly row: ListedRow
}

/** Walking the rows moves a Tab stop only; the rows in sight need not be drawn again for it. */
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
      <td className="list-received">
        {row.receivedOn ? format.dayNear(row.receivedOn, today) : t('refusal.status.unconfirmed')}
      </td>
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
  if (row.isDueUnknown || row.lane === 'served') return ''
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
