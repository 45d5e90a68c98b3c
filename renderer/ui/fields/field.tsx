import { useId, type ReactNode } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import './fields.css'

/** What every field may say around its control. */
export interface FieldWords {
  readonly label: ReactNode
  /** Under the control, quiet; gives way to the error. */
  readonly hint?: ReactNode
  /** Under the control, red; says what to do. */
  readonly error?: string | null | undefined
  /** Most fields are required; the few that are not say so. Where none of a group is, it goes without saying. */
  readonly optional?: boolean | 'unsaid'
}

/** Spread on the control, so that label, hint and error belong to it. */
export interface FieldWiring {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean | undefined
  readonly 'aria-required': boolean
}

export interface FieldProps extends FieldWords {
  readonly children: (wiring: FieldWiring) => ReactNode
}

/** Label above, control, then hint or error below. */
export function Field({ label, hint, error, optional = false, children }: FieldProps) {
  const id = useId()
  const told = error || hint
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
        {optional === true ? <OptionalNote /> : null}
      </label>
      {children({
        id,
        'aria-describedby': told ? `${id}-note` : undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': !optional,
      })}
      <FieldNote id={`${id}-note`} hint={hint} error={error} />
    </div>
  )
}

export function OptionalNote() {
  const { t } = useMessages()
  return <span className="field-optional">{t('field.optional')}</span>
}

interface FieldNoteProps extends Pick<FieldWords, 'hint' | 'error'> {
  readonly id: string
}

export function FieldNote({ id, hint, error }: FieldNoteProps) {
  if (error)
    return (
      <p id={id} className="field-error" role="alert">
        {error}
      </p>
    )
  return hint ? (
    <p id={id} className="field-hint">
      {hint}
    </p>
  ) : null
}
