import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import type { ToldBeside } from '#shared/application/requests/remedy-by-wire'
import {
  isSignedFor,
  serviceWays,
  type ServiceDraft,
  type ServiceField,
  type ServiceProblem,
  type ServiceProblems,
} from '#shared/application/requests/service-check'
import { maskAddress } from '#shared/domain/identity/mask-address'
import { maskEmail, maskParty } from '#shared/domain/identity/masking'
import type { ReceivedAs } from '#shared/domain/requests/request-facts'
import { fieldProblemSentence } from '../../i18n/field-problem-sentence'
import { useMessages } from '../../i18n/messages-provider'
import type { Translator } from '../../i18n/translator'
import { DateField } from '../../ui/date-field/date-field'
import { CheckBox } from '../../ui/fields/check-box'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { SelectField } from '../../ui/fields/select-field'
import { TextField } from '../../ui/fields/text-field'
import { Mark } from '../../ui/marks/mark'
import { natureIn } from './day-nature'
import { useToldBeside } from './use-told-beside'

export interface ServiceFieldsProps {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly draft: ServiceDraft
  readonly onDraft: (draft: ServiceDraft) => void
  readonly problems: ServiceProblems
}

/** The way first; what it asks for follows it. */
export function ServiceFields(props: ServiceFieldsProps) {
  const { desk, record, draft, onDraft, problems } = props
  const translator = useMessages()
  const { t } = translator
  const { way } = draft
  const { letter, route, personal } = record.request
  const email = personal?.applicant.email
  const beside = useToldBeside(desk.offices, record.request, way)
  const about = aboutFields(problems, translator)
  return (
    <div className="search-fields">
      <div className="search-whole">
        <ChoiceGroup
          label={t('serve.way')}
          hint={t(`serve.meets.${way}`)}
          value={way}
          onChange={chosen => onDraft({ ...draft, way: chosen })}
          choices={serviceWays.map(value => ({ value, label: t(`serviceWay.${value}`) }))}
        />
        {route === 'fax' ? <p className="dialog-hint">{t('serve.faxAsked')}</p> : null}
        {beside ? (
          <p className="dialog-hint serve-beside" role="status">
            <Mark flag="soon" />
            <span>{besideSentence(beside, t)}</span>
          </p>
        ) : null}
      </div>
      <DateField
        {...about('servedOn', t(`serve.servedOn.${draft.isRefused && isSignedFor(way) ? 'refused' : way}`))}
        value={draft.servedOn}
        onChange={servedOn => onDraft({ ...draft, servedOn })}
        today={desk.today}
        earliestOn={letter?.issuedOn}
        latestOn={desk.today}
        natureOf={natureIn(desk.calendar)}
        takesFocus
      />
      <TextField
        {...about('place', t(`serve.place.${way}`))}
        hint={way === 'email' && email ? t('serve.asRequested', { now: maskEmail(email) }) : undefined}
        value={draft.places[way]}
        onChange={place => onDraft({ ...draft, places: { ...draft.places, [way]: place } })}
      />
      {isSignedFor(way) ? <SignatureFields {...props} /> : null}
      {way === 'post' ? <PostFields {...props} /> : null}
    </div>
  )
}

const besideSentence = ({ onlineAddress }: ToldBeside, t: Translator['t']): string =>
  onlineAddress === null ? t('serve.besideUnknown') : t('serve.beside', { address: onlineAddress })

const capacities = [
  'applicant',
  'agent',
  'legalRepresentative',
  'adultRelative',
  'mailRoom',
  'guard',
] as const satisfies ReceivedAs[]

function SignatureFields({ record, draft, onDraft, problems }: ServiceFieldsProps) {
  const translator = useMessages()
  const { t } = translator
  const about = aboutFields(problems, translator)
  const { personal, applicantType } = record.request
  const applicant = personal ? maskParty(personal.applicant, applicantType).name : t('requests.erased')
  return (
    <>
      {draft.isRefused ? null : (
        <SelectField
          label={t('serve.receivedAs')}
          value={draft.receivedAs}
          onChange={receivedAs => onDraft({ ...draft, receivedAs })}
          choices={capacities.map(value => ({
            value,
            label: value === 'applicant' ? t('serve.applicant', { name: applicant }) : t(`receivedAs.${value}`),
          }))}
        />
      )}
      {draft.isRefused || draft.receivedAs === 'applicant' ? null : (
        <TextField
          {...about('receiverName', t('serve.receiverName'))}
          value={draft.receiverName}
          onChange={receiverName => onDraft({ ...draft, receiverName })}
          hint={draft.receivedAs === 'agent' ? t('serve.agentHint') : undefined}
        />
      )}
      <div className="search-whole">
        <CheckBox
          checked={draft.isRefused}
          onChange={isRefused => onDraft({ ...draft, isRefused })}
          note={t('serve.refusedNote')}
        >
          {t('serve.refused')}
        </CheckBox>
      </div>
      {draft.isRefused ? (
        <>
          <TextField
            {...about('refusalReason', t('serve.refusalReason'))}
            value={draft.refusalReason}
            onChange={refusalReason => onDraft({ ...draft, refusalReason })}
          />
          <TextField
            {...about('witness', t('serve.witness'))}
            value={draft.witness}
            onChange={witness => onDraft({ ...draft, witness })}
          />
        </>
      ) : null}
    </>
  )
}

function PostFields({ record, draft, onDraft, problems }: ServiceFieldsProps) {
  const translator = useMessages()
  const { t } = translator
  const address = record.request.personal?.applicant.postalAddress
  return (
    <>
      <div className="search-whole">
        <TextField
          {...aboutFields(problems, translator)('postalAddress', t('serve.postalAddress'))}
          hint={address ? t('serve.asRequested', { now: maskAddress(address) }) : undefined}
          value={draft.postalAddress}
          onChange={postalAddress => onDraft({ ...draft, postalAddress })}
        />
      </div>
      <ChoiceGroup
        label={t('serve.mailClass')}
        hint={t('serve.mailHint')}
        value={draft.mailClass}
        onChange={mailClass => onDraft({ ...draft, mailClass })}
        choices={(['ems', 'registered'] as const).map(value => ({ value, label: t(`serve.mailClass.${value}`) }))}
      />
      <TextField
        {...aboutFields(problems, translator)('trackingNo', t('serve.trackingNo'))}
        value={draft.trackingNo}
        onChange={trackingNo => onDraft({ ...draft, trackingNo })}
        hint={t('serve.trackingHint')}
      />
    </>
  )
}

const aboutFields =
  (problems: ServiceProblems, translator: Translator) =>
  (field: ServiceField, label: string): { label: string; error: string | null } => {
    const problem = problems[field]
    return { label, error: problem ? problemOf(problem, label, translator) : null }
  }

function problemOf(problem: ServiceProblem, label: string, translator: Translator): string {
  const { t } = translator
  if (problem.kind === 'courierNo') return t('serve.courierNo', { prefix: problem.prefix })
  if (problem.kind === 'trackingNoNotRecognised') return t('serve.trackingNoNotRecognised')
  return fieldProblemSentence(problem, label, translator)
}
