import type { ReactNode } from 'react'
import type { OfficeField, OfficeFieldProblem, OfficeForm } from '#shared/application/set-up/office-form'
import type { Translate } from '../../i18n/message'
import { useMessages } from '../../i18n/messages-provider'
import { TextField } from '../../ui/fields/text-field'

/** What every step of the form works with. */
export interface StepProps {
  readonly form: OfficeForm
  readonly onChange: (changed: Partial<OfficeForm>) => void
  /** Empty until the person wanted to go on. */
  readonly problems: Readonly<Partial<Record<OfficeField, OfficeFieldProblem>>>
}

interface OfficeTextFieldProps extends StepProps {
  readonly field: Exclude<OfficeField, 'password' | 'passwordAgain'>
  readonly hint?: ReactNode
  readonly takesFocus?: boolean
  readonly inputMode?: 'text' | 'tel'
}

export function OfficeTextField(props: OfficeTextFieldProps) {
  const { form, onChange, problems, field, hint, takesFocus = false, inputMode = 'text' } = props
  const { t } = useMessages()
  return (
    <TextField
      label={t(`setUp.field.${field}`)}
      hint={hint}
      error={fieldSentence(field, problems[field], t)}
      value={form[field]}
      onChange={text => onChange({ [field]: text })}
      takesFocus={takesFocus}
      inputMode={inputMode}
    />
  )
}

export function fieldSentence(
  field: OfficeField,
  problem: OfficeFieldProblem | undefined,
  t: Translate,
): string | null {
  if (!problem) return null
  return t(`setUp.problem.${problem.kind}`, {
    ...{ atMost: '', atLeast: '', at: '', character: '', codePoint: '' },
    ...problem,
    field: t(`setUp.field.${field}`),
  })
}
