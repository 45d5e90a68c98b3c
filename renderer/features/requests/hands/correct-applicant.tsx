import { isAnotherKind } from '#shared/application/requests/correction-draft'
import { isOrganisation } from '#shared/application/reception/registration-form'
import { maskAddress } from '#shared/domain/identity/mask-address'
import { maskEmail, maskParty, maskPhone } from '#shared/domain/identity/masking'
import type { ApplicantType } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../../i18n/messages-provider'
import { SelectField } from '../../../ui/fields/select-field'
import { TextField } from '../../../ui/fields/text-field'
import type { CorrectParts } from './correct-parts'
import { PersonInputs, personDocuments } from './person-inputs'

const types: readonly ApplicantType[] = [
  ...(['naturalPerson', 'commercial', 'research', 'publicBenefit', 'legalService', 'otherOrganisation'] as const),
]

/** The one who is written to. What stands there is shown masked; only what is typed is corrected. */
export function CorrectApplicant(parts: CorrectParts) {
  const { draft, change, request, about } = parts
  const { t } = useMessages()
  const applicant = request.personal?.applicant
  if (!applicant) return null
  const shown = maskParty(applicant, request.applicantType)
  const now = {
    name: shown.name,
    idNumber: shown.idNumber || null,
    phone: applicant.phone ? maskPhone(applicant.phone) : null,
    postalAddress: applicant.postalAddress ? maskAddress(applicant.postalAddress) : null,
    email: applicant.email ? maskEmail(applicant.email) : null,
  }
  const isAnother = isAnotherKind(draft, request)
  return (
    <>
      {(Object.keys(now) as (keyof typeof now)[]).map((field, index) => (
        <TextField
          key={field}
          {...about(field)}
          hint={now[field] ? t('hands.correct.now', { now: now[field] }) : t('hands.correct.none')}
          value={draft[field]}
          onChange={text => change({ [field]: text })}
          takesFocus={index === 0}
        />
      ))}
      <SelectField
        label={t('correct.applicantType')}
        hint={t(isAnother ? 'correct.anotherKind' : 'correct.applicantTypeHint')}
        value={draft.applicantType}
        onChange={applicantType => change({ applicantType })}
        choices={types.map(value => ({ value, label: t(`applicantType.${value}`) }))}
      />
      {isAnother ? <AnotherKind {...parts} /> : null}
    </>
  )
}

/** An organisation shows its certificate and who acts for it; a person one of many documents. */
function AnotherKind(parts: CorrectParts) {
  const { draft, change, about } = parts
  const { t } = useMessages()
  if (isOrganisation(draft))
    return (
      <>
        <TextField
          {...about('representative')}
          value={draft.representative}
          onChange={representative => change({ representative })}
        />
        <PersonInputs
          {...parts}
          place="acting"
          person={draft.acting}
          onChange={part => change({ acting: { ...draft.acting, ...part } })}
          hasPhone={false}
        />
      </>
    )
  return (
    <>
      <SelectField
        label={t('intake.person.idKind')}
        value={draft.idKind}
        onChange={idKind => change({ idKind })}
        choices={personDocuments.map(value => ({ value, label: t(`idKind.${value}`) }))}
      />
      {draft.idKind === 'foreignPassport' ? (
        <TextField {...about('country')} value={draft.country} onChange={country => change({ country })} />
      ) : null}
    </>
  )
}
