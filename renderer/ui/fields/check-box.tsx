import { useId, type ReactNode } from 'react'
import './fields.css'

export interface CheckBoxProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
  /** A second, quiet line. */
  readonly note?: ReactNode
  readonly disabled?: boolean
}

export function CheckBox({ checked, onChange, children, note, disabled = false }: CheckBoxProps) {
  const noteId = useId()
  return (
    <label className="tick">
      <input
        type="checkbox"
        className="tick-box"
        checked={checked}
        disabled={disabled}
        aria-describedby={note ? noteId : undefined}
        onChange={event => onChange(event.target.checked)}
      />
      <span className="tick-words">
        {children}
        {note ? (
          <span id={noteId} className="tick-note">
            {note}
          </span>
        ) : null}
      </span>
    </label>
  )
}
