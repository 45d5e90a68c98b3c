import { useRef, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { recordService } from '#shared/application/requests/case-acts'
import { checkService, type ServiceDraft, type ServiceProblems } from '#shared/application/requests/service-check'
import type { Problem } from '#shared/contracts/problems'
import type { DueDate } from '#shared/domain/clocks/due-date'
import { maskName } from '#shared/domain/identity/masking'
import { fieldProblemSentence } from '../../i18n/field-problem-sentence'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { DateField } from '../../ui/date-field/date-field'
import { Dialog } from '../../ui/dialogs/dialog'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { TextField } from '../../ui/fields/text-field'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { focusInvalid } from './invalid-field'
import { natureIn } from './day-nature'
import { PrintPaper } from '../../case-parts/print-paper'
import { written } from '../../case-parts/written'

export interface ServeDialogProps {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly due: DueDate | null
  readonly draft: ServiceDraft
  readonly onDraft: (draft: ServiceDraft) => void
  readonly onClose: () => void
}

/** 送达: the day the applicant signs, nothing else, meets the clock. */
export function ServeDialog({ desk, record, due, draft, onDraft, onClose }: ServeDialogProps) {
  const { t, format } = useMessages()
  const [isTried, setTried] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem>()
  const fields = useRef<HTMLDivElement>(null)
  const { personal, route } = record.request
  const { problems, form } = checkService(draft, personal?.applicant.name ?? '')
  const serve = async (): Promise<void> => {
    setTried(true)
    if (focusInvalid(fields.current)) return
    if (!form) return void setTimeout(() => focusInvalid(fields.current))
    if (await run(() => written(recordService(desk, record.requestId, form)))) onClose()
  }
  return (
    <Dialog
      open
      width={640}
      title={t('requests.offer.serve')}
      onClose={onClose}
      note={record.request.letter?.letterNo}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('requests.cancel')}
          </Act>
          <Act look="primary" keys="Ctrl+Enter" busy={isBusy} onAct={() => void serve()}>
            {t('requests.serve.do')}
          </Act>
        </>
      }
    >
      <p className="dialog-hint">
        {due
          ? t('requests.serve.clock', { day: format.dayNear(due.dueOn, desk.today) })
          : t('requests.serve.clockUnknown')}
      </p>
      {route === 'collect' ? null : (
        <p className="dialog-hint">{t('requests.serve.counterOnly', { route: t(`requests.route.${route}`) })}</p>
      )}
      <div className="serve-print">
        <PrintPaper
          {...{ desk, record }}
          kind="S01"
          size="small"
          label={t('requests.print', { paper: t('requests.paper.S01') })}
          hint={t('requests.printFirst')}
        />
      </div>
      <div ref={fields}>
        <ServiceFields {...{ desk, record, draft, onDraft }} problems={isTried ? problems : {}} />
      </div>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}

interface ServiceFieldsProps extends Pick<ServeDialogProps, 'desk' | 'record' | 'draft' | 'onDraft'> {
  readonly problems: ServiceProblems
}

function ServiceFields({ desk, record, draft, onDraft, problems }: ServiceFieldsProps) {
  const translator = useMessages()
  const { t } = translator
  const { request } = record
  const about = (field: keyof ServiceProblems) => {
    const label = t(`requests.serve.${field}`)
    const problem = problems[field]
    return { label, error: problem ? fieldProblemSentence(problem, label, translator) : null }
  }
  const applicant = request.personal ? maskName(request.personal.applicant.name) : t('requests.erased')
  return (
    <div className="search-fields">
      <DateField
        {...about('servedOn')}
        value={draft.servedOn}
        onChange={servedOn => onDraft({ ...draft, servedOn })}
        today={desk.today}
        earliestOn={request.letter?.issuedOn}
        latestOn={desk.today}
        natureOf={natureIn(desk.calendar)}
        takesFocus
      />
      <TextField {...about('place')} value={draft.place} onChange={place => onDraft({ ...draft, place })} />
      <div className="search-whole">
        <ChoiceGroup
          label={t('requests.serve.receivedAs')}
          value={draft.receivedAs}
          onChange={receivedAs => onDraft({ ...draft, receivedAs })}
          choices={[
            { value: 'applicant', label: t('requests.serve.applicant', { name: applicant }) },
            { value: 'agent', label: t('requests.serve.agent') },
          ]}
        />
      </div>
      {draft.receivedAs === 'agent' ? (
        <TextField
          {...about('agentName')}
          value={draft.agentName}
          onChange={agentName => onDraft({ ...draft, agentName })}
          hint={t('requests.serve.agentHint')}
        />
      ) : null}
    </div>
  )
}
