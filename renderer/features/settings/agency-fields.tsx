import type { AgencyField, AgencyForm, AgencyProblems } from '#shared/application/settings/agency-form'
import { useMessages } from '../../i18n/messages-provider'
import { TextField } from '../../ui/fields/text-field'

export interface AgencyFieldsProps {
  readonly form: AgencyForm
  /** Empty until the person wanted to go on. */
  readonly problems: AgencyProblems
  readonly onChange: (part: Partial<AgencyForm>) => void
}

const letterFields = ['agencyName', 'agencyCode', 'agencyAddress', 'contactName', 'contactPhone'] as const
const remedyFields = ['reconsiderationName', 'reconsiderationAddress', 'courtName', 'courtAddress'] as const

/** What stands on the letters of one agency; the remedies apart, because an error there costs a lawsuit. */
export function AgencyFields({ form, problems, onChange }: AgencyFieldsProps) {
  const { t } = useMessages()
  const field = (name: AgencyField) => (
    <TextField
      key={name}
      label={t(`setUp.field.${name}`)}
      error={sentence(name)}
      value={form[name]}
      onChange={text => onChange({ [name]: text })}
      takesFocus={name === 'agencyName'}
    />
  )
  const sentence = (name: AgencyField): string | null => {
    const problem = problems[name]
    const blank = { atMost: '', atLeast: '', at: '', character: '', codePoint: '' }
    return problem
      ? t(`setUp.problem.${problem.kind}`, { ...blank, ...problem, field: t(`setUp.field.${name}`) })
      : null
  }
  return (
    <>
      <div className="settings-fields">{letterFields.map(field)}</div>
      <fieldset className="settings-remedy">
        <legend>{t('setUp.agency.remedy')}</legend>
        <p>{t('settings.agency.remedyWarning')}</p>
        <div className="settings-fields">{remedyFields.map(field)}</div>
      </fieldset>
    </>
  )
}
