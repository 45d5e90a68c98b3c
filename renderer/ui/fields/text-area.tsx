import { Input } from 'antd'
import { Field, type FieldWords } from './field'

export interface TextAreaProps extends FieldWords {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onLeave?: () => void
  readonly placeholder?: string
  /** Grows from the first to the second number of rows. */
  readonly rows?: readonly [least: number, most: number]
  readonly maxLength?: number
  readonly readOnly?: boolean
  readonly disabled?: boolean
  readonly takesFocus?: boolean
}

export function TextArea(props: TextAreaProps) {
  const { label, hint, error, optional = false, value, onChange, rows = [2, 8] } = props
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {wiring => (
        <Input.TextArea
          {...wiring}
          value={value}
          onChange={event => onChange(event.target.value)}
          onBlur={() => props.onLeave?.()}
          placeholder={props.placeholder}
          autoSize={{ minRows: rows[0], maxRows: rows[1] }}
          maxLength={props.maxLength}
          readOnly={props.readOnly}
          disabled={props.disabled ?? false}
          autoFocus={props.takesFocus ?? false}
          autoComplete="off"
          spellCheck={false}
          status={error ? 'error' : ''}
        />
      )}
    </Field>
  )
}
