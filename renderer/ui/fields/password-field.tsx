import { useState, type KeyboardEvent } from 'react'
import { Input } from 'antd'
import { useMessages } from '../../i18n/messages-provider'
import { Icon } from '../marks/icon'
import { Field, type FieldWords } from './field'
import { isPlainEnter } from './plain-enter'

export interface PasswordFieldProps extends FieldWords {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onEnter?: () => void
  readonly size?: 'normal' | 'large'
  /** A new password is never offered by the browser. */
  readonly isNew?: boolean
  readonly disabled?: boolean
  readonly takesFocus?: boolean
}

/** A password with its own eye button (antd's has no name) and a word when Caps Lock is on. */
export function PasswordField(props: PasswordFieldProps) {
  const { label, hint, error, value, onChange, onEnter } = props
  const { t } = useMessages()
  const [shown, setShown] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const onKey = (event: KeyboardEvent): void => {
    setCapsLock(event.getModifierState('CapsLock'))
    if (isPlainEnter(event)) onEnter?.()
  }
  return (
    <Field label={label} hint={capsLock ? t('password.capsLock') : hint} error={error}>
      {wiring => (
        <Input
          {...wiring}
          type={shown ? 'text' : 'password'}
          value={value}
          onChange={event => onChange(event.target.value)}
          onKeyDown={onKey}
          size={props.size === 'large' ? 'large' : 'middle'}
          disabled={props.disabled ?? false}
          autoFocus={props.takesFocus ?? false}
          autoComplete={props.isNew ? 'new-password' : 'off'}
          spellCheck={false}
          status={error ? 'error' : ''}
          suffix={
            <button
              type="button"
              className="field-button"
              aria-pressed={shown}
              aria-label={t('password.show')}
              title={t('password.show')}
              onClick={() => setShown(!shown)}
            >
              <Icon name="eye" size={18} />
            </button>
          }
        />
      )}
    </Field>
  )
}
