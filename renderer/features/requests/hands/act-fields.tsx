import type { Desk } from '#shared/application/desk'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { checkPlainText } from '#shared/domain/identity/applicant-rules'
import { fieldProblemSentence } from '../../../i18n/field-problem-sentence'
import { useMessages } from '../../../i18n/messages-provider'
import { DateField } from '../../../ui/date-field/date-field'
import { TextField } from '../../../ui/fields/text-field'
import { natureIn } from '../day-nature'

export interface ActDayProps {
  readonly desk: Pick<Desk, 'today' | 'calendar'>
  readonly label: string
  readonly hint?: string | undefined
  /** Somebody has tried to write the act: from now on an empty field complains. */
  readonly isTried: boolean
  readonly value: CivilDate | null
  readonly onChange: (on: CivilDate | null) => void
  readonly earliestOn: CivilDate | undefined
  readonly takesFocus?: boolean
}

/** The day of an act that has happened: not after today, and never left empty. */
export function ActDay({ desk, label, isTried, value, ...field }: ActDayProps) {
  const { t } = useMessages()
  return (
    <DateField
      {...field}
      label={label}
      error={isTried && !value ? t('fieldProblem.dateMissing', { what: label }) : null}
      value={value}
      today={desk.today}
      latestOn={desk.today}
      natureOf={natureIn(desk.calendar)}
    />
  )
}

const longestReason = 300

/** Why, in the clerk's words; on the record for ever. */
export const checkReason = (typed: string) => checkPlainText(typed, longestReason, false)

export interface ActReasonProps {
  readonly label: string
  readonly hint?: string
  readonly isTried: boolean
  readonly value: string
  readonly onChange: (typed: string) => void
  readonly takesFocus?: boolean
}

export function ActReason({ label, isTried, value, ...field }: ActReasonProps) {
  const translator = useMessages()
  const checked = checkReason(value)
  const error = isTried && !checked.ok ? fieldProblemSentence(checked.problem, label, translator) : null
  return <TextField {...field} label={label} error={error} value={value} />
}
