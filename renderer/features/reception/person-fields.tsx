import { emptyPerson, isAtCounter, type PersonForm } from '#shared/application/reception/registration-form'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { IdentityDocumentKind } from '#shared/domain/requests/applicant-details'
import { useMessages } from '../../i18n/messages-provider'
import { SelectField } from '../../ui/fields/select-field'
import { TextField } from '../../ui/fields/text-field'
import { FormField } from './form-field'
import { whoIs } from './field-words'
import { afterLeavingNumber, afterTypingNumber, countryHint, personKinds } from './identity-fields'
import type { Registration } from './use-registration'

export interface PersonFieldsProps {
  readonly registration: Registration
  readonly place: 'acting' | 'agent' | `others.${number}`
  readonly today: CivilDate
  /** Documents that may be shown here. */
  readonly kinds?: readonly IdentityDocumentKind[]
  readonly phone?: 'must' | 'may' | 'none'
  readonly takesFocus?: boolean
}

/** Name, document and telephone of somebody beside the one who is written to. */
export function PersonFields({ registration, place, today, phone = 'none', ...rest }: PersonFieldsProps) {
  const { form, leave } = registration
  const translator = useMessages()
  const { t } = translator
  const { kinds = personKinds, takesFocus = false } = rest
  const person = personAt(registration, place)
  const change = (part: Partial<PersonForm>): void => changePerson(registration, place, part)
  const mayLack = !isAtCounter(form)
  return (
    <>
      <FormField field={`${place}.name`} registration={registration}>
        {words => (
          <TextField
            {...words}
            takesFocus={takesFocus}
            value={person.name}
            onChange={name => change({ name })}
            onLeave={() => leave(`${place}.name`)}
          />
        )}
      </FormField>
      <SelectField
        label={t('intake.of', { who: whoIs(place, form, t), what: t('intake.person.idKind') })}
        choices={kinds.map(value => ({ value, label: t(`idKind.${value}`) }))}
        value={person.idKind}
        onChange={idKind => change({ idKind })}
      />
      <FormField field={`${place}.idNumber`} registration={registration}>
        {words => (
          <TextField
            {...words}
            optional={mayLack}
            value={person.idNumber}
            onChange={typed => change(afterTypingNumber(person, typed, today))}
            onLeave={() => {
              change({ idNumber: afterLeavingNumber(person) })
              leave(`${place}.idNumber`)
            }}
          />
        )}
      </FormField>
      {person.idKind === 'foreignPassport' ? (
        <FormField field={`${place}.country`} registration={registration}>
          {words => (
            <TextField
              {...words}
              hint={countryHint(person.country, translator)}
              value={person.country}
              onChange={country => change({ country })}
              onLeave={() => leave(`${place}.country`)}
            />
          )}
        </FormField>
      ) : null}
      {phone === 'none' ? null : (
        <FormField field={`${place}.phone`} registration={registration}>
          {words => (
            <TextField
              {...words}
              optional={phone === 'may' || mayLack}
              inputMode="tel"
              value={person.phone}
              onChange={typed => change({ phone: typed })}
              onLeave={() => leave(`${place}.phone`)}
            />
          )}
        </FormField>
      )}
    </>
  )
}

type Place = PersonFieldsProps['place']

const numberOf = (place: Place): number => Number(place.slice('others.'.length))

function personAt({ form }: Registration, place: Place): PersonForm {
  if (place === 'acting' || place === 'agent') return form[place]
  return form.others[numberOf(place)] ?? emptyPerson
}

function changePerson({ change }: Registration, place: Place, part: Partial<PersonForm>): void {
  change(form => {
    if (place === 'acting' || place === 'agent') return { [place]: { ...form[place], ...part } }
    return { others: form.others.map((other, n) => (n === numberOf(place) ? { ...other, ...part } : other)) }
  })
}
