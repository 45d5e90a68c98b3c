import {
  emptyPerson,
  isAtCounter,
  isOrganisation,
  mostOthers,
  type RegistrationForm,
} from '#shared/application/reception/registration-form'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { ApplicantType } from '#shared/domain/requests/request-facts'
import { CardNote } from '../../case-parts/card-note'
import type { CardReading } from '../../case-parts/use-card-reader'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { CheckBox } from '../../ui/fields/check-box'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { FieldNote } from '../../ui/fields/field'
import { SelectField } from '../../ui/fields/select-field'
import { TextField } from '../../ui/fields/text-field'
import { Sheet } from '../../ui/sheets/sheet'
import { AgentFields } from './agent-fields'
import { FormField } from './form-field'
import { FormText } from './form-text'
import { afterLeavingNumber, afterTypingNumber, countryHint, personKinds } from './identity-fields'
import { OtherApplicants } from './other-applicants'
import { PersonFields } from './person-fields'
import type { Registration } from './use-registration'

export interface ApplicantSheetProps {
  readonly registration: Registration
  readonly today: CivilDate
  readonly card: CardReading
}

/**
 * Step 1, art. 29(1): name, proof of identity, contact. What most visitors do not need (another kind of applicant, an
 * agent, more applicants) stands before the name, where the way from name to telephone does not pass it.
 */
export function ApplicantSheet({ registration, today, card }: ApplicantSheetProps) {
  const { form } = registration
  const { t } = useMessages()
  return (
    <Sheet step={1} title={t('reception.who')} acts={<MorePeople registration={registration} card={card} />}>
      <CardNote card={card} />
      <KindOfApplicant registration={registration} />
      <div className="reception-fields">
        <FormText field="name" registration={registration} takesFocus />
        <NumberField registration={registration} today={today} />
        <FormText field="phone" registration={registration} inputMode="tel" optional={!isAtCounter(form)} />
        {isOrganisation(form) ? (
          <>
            <FormText field="representative" registration={registration} optional={!isAtCounter(form)} />
            <PersonFields registration={registration} place="acting" today={today} />
          </>
        ) : null}
        {isAtCounter(form) ? <OriginalSeen registration={registration} /> : null}
      </div>
      {form.agentAs === 'none' ? null : <AgentFields registration={registration} today={today} />}
      <OtherApplicants registration={registration} today={today} />
    </Sheet>
  )
}

function MorePeople({ registration: { form, change }, card }: Pick<ApplicantSheetProps, 'registration' | 'card'>) {
  const { t } = useMessages()
  return (
    <>
      {card.canRead ? (
        <Act size="small" keys="F9" busy={card.state.kind === 'reading'} onAct={card.read}>
          {t('intake.card.read')}
        </Act>
      ) : null}
      {form.agentAs === 'none' ? (
        <Act size="small" icon="add" keys="Alt+G" onAct={() => change({ agentAs: 'agent' })}>
          {t('intake.addAgent')}
        </Act>
      ) : null}
      {form.others.length < mostOthers ? (
        <Act size="small" icon="add" keys="Alt+N" onAct={() => change({ others: [...form.others, emptyPerson] })}>
          {t('intake.addOther')}
        </Act>
      ) : null}
    </>
  )
}

const applicantTypes: readonly ApplicantType[] = [
  ...(['naturalPerson', 'commercial', 'research', 'publicBenefit', 'legalService', 'otherOrganisation'] as const),
]

function KindOfApplicant({ registration }: { readonly registration: Registration }) {
  const { form, change, leave } = registration
  const translator = useMessages()
  const { t } = translator
  return (
    <div className="reception-kinds">
      <ChoiceGroup
        label={t('intake.applicantType')}
        choices={applicantTypes.map(value => ({ value, label: t(`applicantType.${value}`) }))}
        value={form.applicantType}
        onChange={applicantType => change({ applicantType })}
      />
      {isOrganisation(form) ? null : (
        <SelectField
          label={t('intake.person.idKind')}
          choices={personKinds.map(value => ({ value, label: t(`idKind.${value}`) }))}
          value={form.idKind}
          onChange={idKind => change({ idKind })}
        />
      )}
      {isForeign(form) ? (
        <FormField field="country" registration={registration}>
          {words => (
            <TextField
              {...words}
              hint={countryHint(form.country, translator)}
              value={form.country}
              onChange={country => change({ country })}
              onLeave={() => leave('country')}
            />
          )}
        </FormField>
      ) : null}
    </div>
  )
}

const isForeign = (form: RegistrationForm): boolean => !isOrganisation(form) && form.idKind === 'foreignPassport'

function NumberField({ registration, today }: Omit<ApplicantSheetProps, 'card'>) {
  const { form, change, leave } = registration
  const ofOrganisation = isOrganisation(form)
  const leaveNumber = (): void => {
    const tidy = ofOrganisation ? form.idNumber.trim() : afterLeavingNumber(form)
    if (tidy !== form.idNumber) change({ idNumber: tidy })
    leave('idNumber')
  }
  return (
    <FormField field="idNumber" registration={registration}>
      {words => (
        <TextField
          {...words}
          optional={!isAtCounter(form)}
          value={form.idNumber}
          onChange={typed => change(ofOrganisation ? { idNumber: typed } : afterTypingNumber(form, typed, today))}
          onLeave={leaveNumber}
        />
      )}
    </FormField>
  )
}

function OriginalSeen({ registration }: { readonly registration: Registration }) {
  const { form, change } = registration
  return (
    <FormField field="originalSeen" registration={registration} width="whole">
      {({ label, error }) => (
        <>
          <CheckBox checked={form.originalSeen} onChange={originalSeen => change({ originalSeen })}>
            {label}
          </CheckBox>
          <FieldNote id="reception-original-seen" error={error} />
        </>
      )}
    </FormField>
  )
}
