import type { PersonField, PersonForm } from '#shared/application/reception/registration-form'
import type { IdentityDocumentKind } from '#shared/domain/requests/applicant-details'
import { useMessages } from '../../../i18n/messages-provider'
import { SelectField } from '../../../ui/fields/select-field'
import { TextField } from '../../../ui/fields/text-field'
import { whoAt, type CorrectParts, type Place } from './correct-parts'

export const personDocuments: readonly IdentityDocumentKind[] = [
  ...(['residentId', 'residencePermit', 'hongKongMacaoPermit', 'taiwanPermit', 'chinesePassport'] as const),
  ...(['foreignPassport', 'permanentResidentCard', 'householdRegister', 'temporaryId'] as const),
]

export interface PersonInputsProps extends Omit<CorrectParts, 'change'> {
  readonly place: Place
  readonly person: PersonForm
  readonly onChange: (part: Partial<PersonForm>) => void
  readonly kinds?: readonly IdentityDocumentKind[]
  readonly hasPhone?: boolean
}

/** Somebody who is typed anew: name, document, telephone. Nothing of who stood there is shown. */
export function PersonInputs({ place, person, onChange, about, ...rest }: PersonInputsProps) {
  const { t } = useMessages()
  const { kinds = personDocuments, hasPhone = true } = rest
  const text = (field: PersonField) => (
    <TextField
      {...about(`${place}.${field}`)}
      value={person[field]}
      onChange={typed => onChange({ [field]: typed })}
      {...(field === 'phone' ? { inputMode: 'tel' } : {})}
    />
  )
  return (
    <>
      {text('name')}
      <SelectField
        label={t('intake.of', { who: whoAt(place, rest, t), what: t('intake.person.idKind') })}
        choices={kinds.map(value => ({ value, label: t(`idKind.${value}`) }))}
        value={person.idKind}
        onChange={idKind => onChange({ idKind })}
      />
      {text('idNumber')}
      {person.idKind === 'foreignPassport' ? text('country') : null}
      {hasPhone ? text('phone') : null}
    </>
  )
}
