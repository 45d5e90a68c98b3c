import { Field, type FieldWords } from './field'
import './select-field.css'

export interface SelectFieldProps<Value extends string> extends FieldWords {
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  /** Null shows `placeholder`, which cannot be chosen again. */
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly takesFocus?: boolean
}

/** The browser's own list: named, typed into and read without help. antd's Select names its options by value. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, hint, error, optional = false, choices, value, onChange, placeholder = '' } = props
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {wiring => (
        <select
          {...wiring}
          className="select"
          value={value ?? ''}
          disabled={props.disabled}
          autoFocus={props.takesFocus}
          onChange={event => {
            const chosen = choices.find(choice => choice.value === event.target.value)
            if (chosen) onChange(chosen.value)
          }}
        >
          {value === null ? (
            <option value="" disabled>
              {placeholder}
            </option>
          ) : null}
          {choices.map(choice => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
