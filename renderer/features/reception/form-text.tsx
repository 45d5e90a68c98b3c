import type { RegistrationForm } from '#shared/application/reception/registration-form'
import { TextArea } from '../../ui/fields/text-area'
import { TextField } from '../../ui/fields/text-field'
import { FormField, type FormFieldProps } from './form-field'
import type { Registration } from './use-registration'

type TextKey = {
  readonly [K in keyof RegistrationForm]: RegistrationForm[K] extends string
    ? string extends RegistrationForm[K]
      ? K
      : never
    : never
}[keyof RegistrationForm]

export interface FormTextProps extends Pick<FormFieldProps, 'width'> {
  readonly field: TextKey
  readonly registration: Registration
  readonly hint?: string | undefined
  readonly optional?: boolean
  readonly inputMode?: 'tel' | 'email'
  readonly takesFocus?: boolean
  /** Several lines. */
  readonly rows?: readonly [least: number, most: number]
}

/** A text of the form, as most of its fields are. */
export function FormText({ field, registration, width = 'plain', hint, rows, ...rest }: FormTextProps) {
  const { form, change, leave } = registration
  const { optional = false, takesFocus = false, inputMode } = rest
  const common = {
    ...{ optional, takesFocus, hint },
    value: form[field],
    onChange: (text: string) => change({ [field]: text }),
    onLeave: () => leave(field),
  }
  return (
    <FormField field={field} registration={registration} width={width}>
      {words =>
        rows ? (
          <TextArea {...words} {...common} rows={rows} />
        ) : (
          <TextField {...words} {...common} {...(inputMode ? { inputMode } : {})} />
        )
      }
    </FormField>
  )
}
