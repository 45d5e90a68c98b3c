import type { ReactNode } from 'react'
import { Mark, type Flag } from '../marks/mark'
import './list.css'

export interface ChipGroupProps<Value extends string> {
  readonly label: string
  readonly chips: readonly {
    readonly value: Value
    readonly label: ReactNode
    /** As it is shown. */
    readonly count: string
    readonly flag?: Flag | undefined
  }[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** Parts of a list, one of which is shown, each with how much is in it. */
export function ChipGroup<Value extends string>({ label, chips, value, onChange }: ChipGroupProps<Value>) {
  return (
    <div className="list-chips" role="group" aria-label={label}>
      {chips.map(chip => (
        <button
          key={chip.value}
          type="button"
          className="list-chip"
          aria-pressed={chip.value === value}
          onClick={() => onChange(chip.value)}
        >
          {chip.flag ? <Mark flag={chip.flag} /> : null}
          <span>{chip.label}</span> <b>{chip.count}</b>
        </button>
      ))}
    </div>
  )
}
