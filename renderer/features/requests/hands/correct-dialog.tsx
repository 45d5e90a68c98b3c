import { useState } from 'react'
import {
  checkCorrection,
  emptyCorrection,
  type CorrectionDraft,
  type CorrectionField,
  type CorrectionFieldProblem,
} from '#shared/application/requests/correction-check'
import { correctRequest } from '#shared/application/requests/hand-acts'
import { maskAddress, maskEmail, maskIdNumber, maskName, maskPhone } from '#shared/domain/identity/masking'
import { actProblem } from '#shared/domain/requests/request-acts'
import type { Medium, Route } from '#shared/domain/requests/request-facts'
import { fieldProblemSentence } from '../../../i18n/field-problem-sentence'
import { useMessages } from '../../../i18n/messages-provider'
import type { Translator } from '../../../i18n/translator'
import { DateField } from '../../../ui/date-field/date-field'
import { SelectField } from '../../../ui/fields/select-field'
import { TextArea } from '../../../ui/fields/text-area'
import { TextField } from '../../../ui/fields/text-field'
import { natureIn } from '../day-nature'
import { ActDialog } from './act-dialog'
import type { RareDialogProps } from './more-acts'

const mediums = ['paper', 'electronic', 'inspection'] as const satisfies Medium[]
const routes = ['collect', 'post', 'email', 'fax', 'online'] as const satisfies Route[]

/** 更正: a new act with its reason; what stood there stays in the ledger. Nothing of the applicant is unmasked for it. */
export function CorrectDialog({ desk, record, onClose }: RareDialogProps) {
  const translator = useMessages()
  const { t } = translator
  const { request, requestId } = record
  const [draft, setDraft] = useState<CorrectionDraft>(() => emptyCorrection(request))
  const { problems, form } = checkCorrection(draft, request, desk.today)
  return (
    <ActDialog
      title={t('hands.correct')}
      note={request.requestNo}
      does={t('hands.correct.do')}
      act={() => (form ? correctRequest(desk, requestId, form) : null)}
      onClose={onClose}
    >
      {isTried => {
        const parts = { draft, change: (part: Partial<CorrectionDraft>) => setDraft({ ...draft, ...part }) }
        const about = (field: CorrectionField) => {
          const label = t(`hands.correct.${field}`)
          const problem = isTried ? problems[field] : undefined
          return { label, error: problem ? problemOf(problem, label, translator) : null }
        }
        return (
          <>
            <p className="dialog-hint">{t('hands.correct.means')}</p>
            <div className="search-fields">
              <ApplicantFields {...parts} about={about} record={record} />
              <FormFields {...parts} />
              <ReceiptField {...parts} desk={desk} record={record} />
              <div className="search-whole">
                <TextArea
                  {...about('description')}
                  value={draft.description}
                  onChange={description => parts.change({ description })}
                  rows={[2, 6]}
                />
              </div>
              <div className="search-whole">
                <TextField {...about('reason')} value={draft.reason} onChange={reason => parts.change({ reason })} />
              </div>
            </div>
          </>
        )
      }}
    </ActDialog>
  )
}

interface Parts {
  readonly draft: CorrectionDraft
  readonly change: (part: Partial<CorrectionDraft>) => void
}

interface ApplicantFieldsProps extends Parts, Pick<RareDialogProps, 'record'> {
  readonly about: (field: CorrectionField) => { readonly label: string; readonly error: string | null }
}

function ApplicantFields({ draft, change, about, record }: ApplicantFieldsProps) {
  const { t } = useMessages()
  const applicant = record.request.personal?.applicant
  if (!applicant) return null
  const now = {
    name: maskName(applicant.name),
    idNumber: maskIdNumber(applicant.idNumber),
    phone: maskPhone(applicant.phone),
    postalAddress: applicant.postalAddress ? maskAddress(applicant.postalAddress) : null,
    email: applicant.email ? maskEmail(applicant.email) : null,
  }
  return (Object.keys(now) as (keyof typeof now)[]).map((field, index) => (
    <TextField
      key={field}
      {...about(field)}
      hint={now[field] ? t('hands.correct.now', { now: now[field] }) : t('hands.correct.none')}
      value={draft[field]}
      onChange={text => change({ [field]: text })}
      takesFocus={index === 0}
    />
  ))
}

function FormFields({ draft, change }: Parts) {
  const { t } = useMessages()
  return (
    <>
      <SelectField
        label={t('correctedField.medium')}
        value={draft.medium}
        onChange={medium => change({ medium })}
        choices={mediums.map(value => ({ value, label: t(`requests.medium.${value}`) }))}
      />
      <SelectField
        label={t('correctedField.route')}
        value={draft.route}
        onChange={route => change({ route })}
        choices={routes.map(value => ({ value, label: t(`requests.route.${value}`) }))}
      />
    </>
  )
}

/** The day on which a clock begins is mended by those who answer for it. */
function ReceiptField({ draft, change, desk, record }: Parts & Pick<RareDialogProps, 'desk' | 'record'>) {
  const { t } = useMessages()
  const { request } = record
  if (!request.receivedOn) return null
  const by = { actor: desk.me.personId, posts: desk.me.posts }
  const question = { type: 'request.corrected@1', receivedOn: request.receivedOn } as const
  if (actProblem(request, question, by)) return <p className="dialog-hint">{t('hands.correct.receiptByOthers')}</p>
  return (
    <DateField
      label={t('correctedField.receivedOn')}
      hint={t('hands.correct.receiptHint')}
      value={draft.receivedOn}
      onChange={receivedOn => change({ receivedOn })}
      today={desk.today}
      latestOn={desk.today}
      natureOf={natureIn(desk.calendar)}
    />
  )
}

function problemOf(problem: CorrectionFieldProblem, label: string, translator: Translator): string {
  if (problem.kind === 'nothingChanged') return translator.t('hands.correct.nothingChanged')
  return fieldProblemSentence(problem, label, translator)
}
