import { useState, type ReactNode } from 'react'
import { checkCorrection, type CorrectionField } from '#shared/application/requests/correction-check'
import { emptyCorrection, type CorrectionDraft } from '#shared/application/requests/correction-draft'
import { correctRequest } from '#shared/application/requests/hand-acts'
import type { Medium, Route } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../../i18n/messages-provider'
import { SelectField } from '../../../ui/fields/select-field'
import { TextArea } from '../../../ui/fields/text-area'
import { TextField } from '../../../ui/fields/text-field'
import { ActDialog } from './act-dialog'
import { CorrectApplicant } from './correct-applicant'
import { CorrectArrival } from './correct-arrival'
import { CorrectAgent, CorrectOthers } from './correct-others'
import { correctError, correctLabel, type CorrectParts } from './correct-parts'
import type { RareDialogProps } from './more-acts'
import './correct.css'

const mediums = ['paper', 'electronic', 'inspection'] as const satisfies Medium[]
const routes = ['collect', 'post', 'email', 'fax', 'online'] as const satisfies Route[]

/** 更正: a new act with its reason; what stood there stays in the ledger. Nothing of anybody is unmasked for it. */
export function CorrectDialog({ desk, record, onClose }: RareDialogProps) {
  const translator = useMessages()
  const { t } = translator
  const { request, requestId } = record
  const [seen] = useState(request)
  const [draft, setDraft] = useState<CorrectionDraft>(() => emptyCorrection(request))
  const { problems, form } = checkCorrection(draft, request, desk.today)
  return (
    <ActDialog
      title={t('hands.correct')}
      note={request.requestNo}
      does={t('hands.correct.do')}
      act={() => (form ? correctRequest(desk, requestId, { ...form, seen }) : null)}
      onClose={onClose}
    >
      {isTried => {
        const about = (field: CorrectionField) => {
          const label = correctLabel(field, { draft, request }, translator)
          return { label, error: isTried ? correctError(problems[field], label, translator) : null }
        }
        const change = (part: Partial<CorrectionDraft>): void => setDraft({ ...draft, ...part })
        const parts: CorrectParts = { draft, change, request, about }
        return (
          <>
            <p className="dialog-hint">{t('hands.correct.means')}</p>
            <Part title={t('correct.who')}>
              <CorrectApplicant {...parts} />
            </Part>
            <Part title={t('correct.agent')}>
              <CorrectAgent {...parts} />
            </Part>
            <Part title={t('correct.others')}>
              <CorrectOthers {...parts} />
            </Part>
            <Part title={t('correct.came')}>
              <CorrectArrival {...parts} desk={desk} />
            </Part>
            <Part title={t('correct.matter')}>
              <MatterFields {...parts} />
            </Part>
            <TextField {...about('reason')} value={draft.reason} onChange={reason => change({ reason })} />
          </>
        )
      }}
    </ActDialog>
  )
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div role="group" className="correct-part" aria-label={title}>
    <h3>{title}</h3>
    <div className="search-fields">{children}</div>
  </div>
)

function MatterFields({ draft, change, about }: CorrectParts) {
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
      <div className="search-whole">
        <TextArea
          {...about('description')}
          value={draft.description}
          onChange={description => change({ description })}
          rows={[2, 6]}
        />
      </div>
    </>
  )
}
