import type { AgencyField, AgencyForm, AgencyProblems } from '#shared/application/settings/agency-form'
import { remedyDoubts, type RemedyDoubt } from '#shared/domain/agencies/remedy-fit'
import { useMessages } from '../../i18n/messages-provider'
import type { Translate } from '../../i18n/message'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { TextField } from '../../ui/fields/text-field'

export interface AgencyFieldsProps {
  readonly form: AgencyForm
  /** Empty until the person wanted to go on. */
  readonly problems: AgencyProblems
  readonly onChange: (part: Partial<AgencyForm>) => void
}

const letterFields = ['agencyName', 'agencyCode', 'agencyAddress', 'contactName', 'contactPhone'] as const
const remedyFields = ['reconsiderationName', 'reconsiderationAddress', 'courtName', 'courtAddress'] as const

/** The name of a field as it stands beside it. */
export const agencyFieldName = (field: keyof AgencyForm, t: Translate): string => {
  if (field === 'reconsiderationOnline') return t('settings.agency.reconsiderationOnline')
  return field === 'remedyOfGrants' ? t('settings.agency.fieldName.remedyOfGrants') : t(`setUp.field.${field}`)
}

/** What stands in a field, in words. */
export const agencyFieldText = (form: AgencyForm, field: keyof AgencyForm, t: Translate): string =>
  field === 'remedyOfGrants' ? t(`settings.agency.remedyOfGrants.${form.remedyOfGrants}`) : form[field]

/** What stands on the letters of one agency; the remedies apart, because an error there costs a lawsuit. */
export function AgencyFields({ form, problems, onChange }: AgencyFieldsProps) {
  const { t } = useMessages()
  const doubts = remedyDoubts({
    agency: form.agencyName,
    reconsiderationBody: form.reconsiderationName,
    court: form.courtName,
  })
  const doubtOf: Partial<Record<AgencyField, RemedyDoubt | undefined>> = {
    reconsiderationName: doubts.reconsiderationBody,
    courtName: doubts.court,
  }
  const field = (name: AgencyField, optionalHint?: string) => (
    <TextField
      key={name}
      label={agencyFieldName(name, t)}
      error={sentence(name)}
      value={form[name]}
      onChange={text => onChange({ [name]: text })}
      takesFocus={name === 'agencyName'}
      {...(optionalHint ? { hint: optionalHint, optional: true } : hintOf(doubtOf[name]))}
    />
  )
  const hintOf = (doubt: RemedyDoubt | undefined) => (doubt ? { hint: t(`remedyFit.${doubt}`) } : {})
  const sentence = (name: AgencyField): string | null => {
    const problem = problems[name]
    if (!problem) return null
    if (problem.kind === 'onlineAddressShape') return t('settings.agency.onlineAddressShape')
    const blank = { atMost: '', atLeast: '', at: '', character: '', codePoint: '' }
    return t(`setUp.problem.${problem.kind}`, { ...blank, ...problem, field: agencyFieldName(name, t) })
  }
  return (
    <>
      <div className="settings-fields">{letterFields.map(name => field(name))}</div>
      <fieldset className="settings-remedy">
        <legend>{t('setUp.agency.remedy')}</legend>
        <p>{t('settings.agency.remedyWarning')}</p>
        <div className="settings-fields">{remedyFields.map(name => field(name))}</div>
        {field('reconsiderationOnline', t('settings.agency.reconsiderationOnlineHint'))}
      </fieldset>
      <ChoiceGroup
        look="list"
        label={t('settings.agency.remedyOfGrants')}
        choices={(['printed', 'leftOut'] as const).map(value => ({
          value,
          label: t(`settings.agency.remedyOfGrants.${value}`),
        }))}
        value={form.remedyOfGrants}
        onChange={remedyOfGrants => onChange({ remedyOfGrants })}
      />
      <p className="settings-quiet">{t('settings.agency.remedyOfGrantsHint')}</p>
    </>
  )
}
