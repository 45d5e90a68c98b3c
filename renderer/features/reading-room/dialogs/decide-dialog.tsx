import {
  checkDecision,
  decisionDraftName,
  emptyDecision,
  isBlankDecision,
  readDecisionDraft,
  type DecideForm,
  type DecideProblems,
} from '#shared/application/visits/archives-form'
import { decideArchives } from '#shared/application/visits/visit-acts'
import { archivesDecisions } from '#shared/domain/visits/visit-facts'
import { needsSecondPerson } from '#shared/domain/visits/visit-rules'
import { fieldProblemSentence } from '../../../i18n/field-problem-sentence'
import { useMessages } from '../../../i18n/messages-provider'
import { ChoiceGroup } from '../../../ui/fields/choice-group'
import { TextArea } from '../../../ui/fields/text-area'
import { RoomDialog } from '../room-dialog'
import { useFetchedDraft, useKeptForm, type StartOfForm } from '../use-kept-form'
import type { VisitDialogProps } from '../visit-dialogs'

interface DecideDialogProps extends VisitDialogProps {
  readonly askNo: number
}

/** Kept as a draft from the first word on, until it is decided. */
export function DecideDialog(props: DecideDialogProps) {
  const name = decisionDraftName(props.record.visitId, props.askNo)
  const fetched = useFetchedDraft(props.desk, name, readDecisionDraft)
  if (fetched.kind === 'fetching') return null
  const start = fetched.kind === 'ready' ? fetched.start : { name, form: emptyDecision, savedAt: null }
  return <Deciding {...props} start={start} />
}

/** To show or not, with the pieces and the reason; closed archives of another are a second person's to decide. */
function Deciding({ desk, record, onClose, askNo, start }: DecideDialogProps & { start: StartOfForm<DecideForm> }) {
  const { t } = useMessages()
  const { form, change, keeper, current } = useKeptForm(desk, start, { isBlank: isBlankDecision })
  const ask = record.visit.asks.find(each => each.askNo === askNo)
  const { problems } = checkDecision(form, askNo)
  const act = () => {
    const { fact } = checkDecision(current(), askNo)
    return fact && decideArchives(desk, record, fact)
  }
  return (
    <RoomDialog
      title={t('room.decide.title', { n: askNo })}
      does={t('room.decide.does')}
      act={act}
      onDone={() => keeper.drop()}
      onClose={onClose}
    >
      {isTried => (
        <>
          {ask && needsSecondPerson(ask, form.decision) ? (
            <p className="room-quiet">{t('room.decide.second')}</p>
          ) : null}
          <ChoiceGroup
            label={t('room.decide.decision')}
            look="inline"
            choices={archivesDecisions.map(value => ({ value, label: t(`room.decision.${value}`) }))}
            value={form.decision}
            onChange={decision => change({ decision })}
          />
          <Words {...{ form, change }} problems={isTried ? problems : {}} />
        </>
      )}
    </RoomDialog>
  )
}

interface WordsProps {
  readonly form: DecideForm
  readonly change: (part: Partial<DecideForm>) => void
  readonly problems: DecideProblems
}

function Words({ form, change, problems }: WordsProps) {
  const translator = useMessages()
  const { t } = translator
  const isShowing = form.decision === 'show' || form.decision === 'showPart'
  const wordsOf = (field: keyof DecideProblems) => {
    const label = t(`room.decide.${field}`)
    const problem = problems[field]
    const error = problem ? fieldProblemSentence(problem, label, translator) : null
    return { label, error, value: form[field], onChange: (typed: string) => change({ [field]: typed }) }
  }
  return (
    <>
      {isShowing ? <TextArea {...wordsOf('shown')} hint={t('room.decide.shownHint')} rows={[2, 6]} takesFocus /> : null}
      <TextArea
        {...wordsOf('reason')}
        hint={t('room.decide.reasonHint')}
        optional={form.decision === 'show'}
        rows={[2, 4]}
      />
    </>
  )
}
