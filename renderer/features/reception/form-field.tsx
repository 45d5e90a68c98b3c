import type { ReactNode } from 'react'
import type { RegistrationField } from '#shared/application/reception/registration-form'
import { fieldProblemSentence } from '../../i18n/field-problem-sentence'
import { useMessages } from '../../i18n/messages-provider'
import { fieldLabel } from './field-words'
import type { Registration } from './use-registration'

export interface FormFieldProps {
  readonly field: RegistrationField
  readonly registration: Registration
  /** Takes the rest of the row, or all of it. */
  readonly width?: 'plain' | 'wide' | 'whole'
  readonly children: (words: { readonly label: string; readonly error: string | null }) => ReactNode
}

/** Label and sentence of one field, and the place where focus finds it. */
export function FormField({ field, registration, width = 'plain', children }: FormFieldProps) {
  const translator = useMessages()
  const label = fieldLabel(field, registration.form, translator.t)
  const problem = registration.problemOf(field)
  return (
    <div
      className={`reception-${width}`}
      data-field={field}
      data-problem={registration.problems[field] ? '' : undefined}
    >
      {children({ label, error: problem ? fieldProblemSentence(problem, label, translator) : null })}
    </div>
  )
}
