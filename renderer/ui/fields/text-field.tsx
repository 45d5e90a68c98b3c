import type { ReactNode } from 'react'
import { Input } from 'antd'
import { Field, type FieldWords } from './field'
import { isPlainEnter } from './plain-enter'

export interface TextFieldProps extends FieldWords {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onLeave?: () => void
  /** Enter without Ctrl, while no input method is composing. */
  readonly onEnter?: () => void
  readonly placeholder?: string
  readonly before?: ReactNode
  readonly after?: ReactNode
  readonly size?: 'normal' | 'large'
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'search'
  readonly maxLength?: number
  readonly readOnly?: boolean
  readonly disabled?: boolean
  readonly takesFocus?: boolean
}

export function TextField(props: TextFieldProps) {
  const { label, hint, error, optional = false, value, onChange } = props
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {wiring => (
        <Input
          {...wiring}
          value={value}
          onChange={event => onChange(event.target.value)}
          onBlur={() => props.onLeave?.()}
          onKeyDown={event => (isPlainEnter(event) ? props.onEnter?.() : undefined)}
          placeholder={props.placeholder}
          prefix={props.before}
          suffix={props.after}
          size={props.size === 'large' ? 'large' : 'middle'}
          inputMode={props.inputMode ?? 'text'}
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
