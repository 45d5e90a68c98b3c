import { useId } from 'react'

export interface BigFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string | undefined
  readonly error?: string | null | undefined
  readonly most?: number
  readonly lines?: number
  readonly type?: 'text' | 'password'
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email'
  readonly takesFocus?: boolean
  readonly onFocus?: () => void
}

/** A labelled field; the label stays above it. Nothing is remembered by the browser. */
export function BigField(props: BigFieldProps) {
  const { label, value, onChange, hint, error, most = 200, lines = 1, takesFocus = false } = props
  const id = useId()
  const notes = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  const wiring = {
    id,
    value,
    maxLength: most,
    autoComplete: 'off',
    spellCheck: false,
    'aria-describedby': notes || undefined,
    'aria-invalid': error ? true : undefined,
    autoFocus: takesFocus,
    onFocus: props.onFocus,
  }
  return (
    <div className="kiosk-field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className="kiosk-quiet">
          {hint}
        </p>
      ) : null}
      {lines > 1 ? (
        <textarea {...wiring} rows={lines} onChange={event => onChange(event.target.value)} />
      ) : (
        <input
          {...wiring}
          type={props.type ?? 'text'}
          inputMode={props.inputMode ?? 'text'}
          onChange={event => onChange(event.target.value)}
        />
      )}
      {error ? (
        <p id={`${id}-error`} className="kiosk-error">
          {error}
        </p>
      ) : null}
    </div>
  )
}
