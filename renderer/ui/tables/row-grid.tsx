import {
  Fragment,
  memo,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  type SyntheticEvent,
} from 'react'
import { placeOf, rowsDrawn, useRowWindow } from './row-window'
import './list.css'

export interface RowGridProps<Row> {
  readonly ref: RefObject<HTMLTableElement | null>
  readonly label: string
  /** Of the sheet, beside `list-sheet`: its columns get their widths there. */
  readonly className?: string
  /** `className` is that of the head cell. */
  readonly columns: readonly { readonly className: string; readonly label: string }[]
  /** All of them; a row that has changed is another object. */
  readonly rows: readonly Row[]
  /** The cells of a row, plain `td`. The same function between renders, or every row is drawn again. */
  readonly cells: (row: Row) => ReactNode
  readonly onOpen: (row: Row) => void
  /** Where rows may be chosen. */
  readonly choosing?: RowChoosing<Row> | undefined
}

export interface RowChoosing<Row> {
  /** Head of the column of boxes. */
  readonly label: string
  readonly isChosen: (row: Row) => boolean
  /** Accessible name of the box of a row. */
  readonly nameOf: (row: Row) => string
  readonly onChoose: (row: Row, isOn: boolean) => void
}

/**
 * A long list: one Tab stop, Up and Down walk the rows, Home and End go to the ends, Enter opens, Space chooses. Of a hundred
 * thousand rows only those in sight are drawn, and the one that may hold the focus.
 */
export function RowGrid<Row>({
  ref,
  label,
  className = '',
  columns,
  rows,
  cells,
  onOpen,
  choosing,
}: RowGridProps<Row>) {
  const [at, setAt] = useState(0)
  const goTo = useRef<number | null>(null)
  const stop = Math.min(at, rows.length - 1)
  const inSight = useRowWindow(ref, rows.length)
  const drawn = rowsDrawn(inSight, rows.length, stop)
  const toggle = (row: Row): void => choosing?.onChoose(row, !choosing.isChosen(row))
  const onKey = (event: KeyboardEvent<HTMLTableElement>): void => {
    const row = rows[stop]
    if (event.key === 'Enter' && row) return onOpen(row)
    if (event.key === ' ' && row && choosing) {
      event.preventDefault()
      return toggle(row)
    }
    const next = rowAfterKey(event.key, stop, rows.length)
    if (next === undefined) return
    event.preventDefault()
    goTo.current = next
    setAt(next)
  }
  // One listener for all rows: a row that is drawn for the first time brings none of its own.
  const onClick = ({ target }: MouseEvent): void => {
    const row = rows[indexOf(target)]
    if (!row) return
    if (!isInBox(target)) onOpen(row)
    else if (target instanceof HTMLInputElement) toggle(row)
  }
  const onFocus = ({ target }: SyntheticEvent): void => {
    const index = indexOf(target)
    if (index >= 0) setAt(index)
  }
  // A row far away is drawn first and focused then; the focus brings it into sight.
  useLayoutEffect(() => {
    if (goTo.current === stop) ref.current?.querySelector<HTMLElement>(`tr[aria-rowindex="${stop + 2}"]`)?.focus()
    goTo.current = null
  }, [ref, stop])
  return (
    <div className={`list-sheet ${className}`}>
      <table
        ref={ref}
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-multiselectable={choosing ? true : undefined}
        onKeyDown={onKey}
      >
        <thead>
          <tr aria-rowindex={1}>
            {choosing ? (
              <th scope="col" className="list-choose">
                {choosing.label}
              </th>
            ) : null}
            {columns.map(column => (
              <th key={column.className} scope="col" className={column.className}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onClick={onClick} onFocus={onFocus}>
          {drawn.map((index, n) => {
            const row = rows[index]!
            return (
              <Fragment key={placeOf(index, inSight, stop)}>
                <Gap rows={index - (drawn[n - 1] ?? -1) - 1} height={inSight.rowHeight} />
                <GridRow
                  {...{ index, row, cells }}
                  isStop={index === stop}
                  isChosen={choosing ? choosing.isChosen(row) : undefined}
                  boxName={choosing?.nameOf(row)}
                />
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

interface GridRowProps<Row> extends Pick<RowGridProps<Row>, 'cells'> {
  readonly index: number
  readonly row: Row
  readonly isStop: boolean
  /** Undefined where nothing may be chosen. */
  readonly isChosen: boolean | undefined
  readonly boxName: string | undefined
}

/** Walking the rows moves a Tab stop only; the other rows in sight need not be drawn again for it. */
const GridRow = memo(function GridRow<Row>({ index, row, cells, isStop, isChosen, boxName }: GridRowProps<Row>) {
  return (
    <tr aria-rowindex={index + 2} aria-selected={isChosen} tabIndex={isStop ? 0 : -1}>
      {isChosen === undefined ? null : (
        <td className="list-choose">
          {/* The click is heard by the table, once for all rows. */}
          <input type="checkbox" tabIndex={-1} aria-label={boxName} checked={isChosen} readOnly />
        </td>
      )}
      {cells(row)}
    </tr>
  )
}) as <Row>(props: GridRowProps<Row>) => ReactNode // memo forgets what the rows are of

/** Of the row that something lies in; -1 outside of every row. */
const indexOf = (target: EventTarget): number => {
  const row = target instanceof Element ? target.closest('tr[aria-rowindex]') : null
  return row ? Number(row.getAttribute('aria-rowindex')) - 2 : -1
}

/** A click beside the box opens nothing: it was meant for the box. */
const isInBox = (target: EventTarget): boolean => target instanceof Element && target.closest('.list-choose') !== null

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
