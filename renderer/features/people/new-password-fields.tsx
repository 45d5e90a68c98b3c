import type { ReactNode } from 'react'
import type { NewPasswordProblem } from '#shared/application/new-password'
import { useMessages } from '../../i18n/messages-provider'
import { PasswordField } from '../../ui/fields/password-field'

export interface NewPasswordFieldsProps {
  readonly labels: { readonly password: string; readonly again: string }
  readonly hint: ReactNode
  readonly password: string
  readonly again: string
  readonly onChange: (typed: { password?: string; again?: string }) => void
  /** Null until the person wanted to go on. */
  readonly problem: NewPasswordProblem | null
  readonly takesFocus?: boolean
}

export function NewPasswordFields(props: NewPasswordFieldsProps) {
  const { labels, hint, password, again, onChange, problem, takesFocus = false } = props
  const { t } = useMessages()
  const error = problem ? t(`people.password.${problem.kind}`, { atLeast: '', ...problem }) : null
  const isOfFirst = problem?.kind === 'passwordTooShort'
  return (
    <>
      <PasswordField
        label={labels.password}
        hint={hint}
        error={isOfFirst ? error : null}
        value={password}
        onChange={typed => onChange({ password: typed })}
        takesFocus={takesFocus}
        isNew
      />
      <PasswordField
        label={labels.again}
        error={isOfFirst ? null : error}
        value={again}
        onChange={typed => onChange({ again: typed })}
        isNew
      />
    </>
  )
}
