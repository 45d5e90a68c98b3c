import { useMessages } from '../../i18n/messages-provider'
import { TextField } from '../../ui/fields/text-field'

export interface ReasonFieldProps {
  readonly reason: string
  readonly onChange: (reason: string) => void
  readonly isTried: boolean
  readonly takesFocus?: boolean
}

/** Why something that was written is changed. */
export function ReasonField({ reason, onChange, isTried, takesFocus = false }: ReasonFieldProps) {
  const { t } = useMessages()
  const label = t('room.correct.reason')
  return (
    <TextField
      label={label}
      maxLength={200}
      takesFocus={takesFocus}
      value={reason}
      error={isTried && reason.trim() === '' ? t('fieldProblem.empty', { what: label }) : null}
      onChange={onChange}
    />
  )
}
