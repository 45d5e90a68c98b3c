import { useRef, type ReactNode } from 'react'
import { Act } from '../../ui/acts/act'
import { drawNow } from '../../ui/fields/draw-now'
import { FieldNote } from '../../ui/fields/field'
import { rowPlace } from './field-place'
import type { RowPlace } from './gap-sentence'

export interface RowsFieldProps<Row> {
  readonly field: RowPlace['field']
  readonly legend: string
  readonly hint?: string
  readonly error: string | null
  readonly rows: readonly Row[]
  readonly empty: Row
  readonly onChange: (rows: readonly Row[]) => void
  readonly add: string
  readonly remove: (at: number) => string
  readonly addKeys: string
  /** The controls of one row; `change` mends it, `next` goes to the following one. */
  readonly row: (row: Row, tools: RowTools<Row>) => ReactNode
}

export interface RowTools<Row> {
  readonly at: number
  readonly change: (part: Partial<Row>) => void
  readonly next: () => void
}

/** A list that grows by a key from anywhere. */
export function RowsField<Row>(props: RowsFieldProps<Row>) {
  const { field, legend, hint, error, rows, empty, onChange, addKeys } = props
  const list = useRef<HTMLFieldSetElement>(null)
  const focusRow = (index: number): void =>
    list.current?.querySelectorAll('.reply-row')[index]?.querySelector<HTMLElement>('input, textarea')?.focus()
  const add = (): void => {
    drawNow(() => onChange([...rows, empty]))
    focusRow(rows.length)
  }
  const remove = (index: number): void => {
    drawNow(() => onChange(rows.filter((_, at) => at !== index)))
    focusRow(Math.max(0, index - 1))
  }
  const toolsOf = (index: number): RowTools<Row> => ({
    at: index + 1,
    change: part => onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row))),
    next: () => (index === rows.length - 1 ? add() : focusRow(index + 1)),
  })
  return (
    <fieldset ref={list} className="reply-rows" data-field={field}>
      <legend className="field-label">{legend}</legend>
      {rows.map((row, index) => (
        <OneRow
          key={index}
          field={field}
          tools={toolsOf(index)}
          row={row}
          draw={props.row}
          removeWords={props.remove(index + 1)}
          onRemove={() => remove(index)}
        />
      ))}
      <Act icon="add" size="small" keys={addKeys} onAct={add}>
        {props.add}
      </Act>
      <FieldNote id={`${field}-note`} error={error} hint={hint} />
    </fieldset>
  )
}

interface OneRowProps<Row> extends Pick<RowsFieldProps<Row>, 'field'> {
  readonly row: Row
  readonly tools: RowTools<Row>
  readonly draw: RowsFieldProps<Row>['row']
  readonly removeWords: string
  readonly onRemove: () => void
}

function OneRow<Row>({ field, row, tools, draw, removeWords, onRemove }: OneRowProps<Row>) {
  return (
    <div className={`reply-row row-${field}`}>
      {draw(row, tools)}
      <Act look="quiet" onAct={onRemove}>
        {removeWords}
      </Act>
    </div>
  )
}

/** Marks one control of a row, so that a gap can lead to it. */
export function RowPart({ field, at, part, children }: RowPlace & { readonly children: ReactNode }) {
  return (
    <div className={`row-part part-${part}`} data-field={rowPlace(field, at, part)}>
      {children}
    </div>
  )
}
