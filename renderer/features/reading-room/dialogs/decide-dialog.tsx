import { useState } from 'react'
import { checkDecision, type DecideForm } from '#shared/application/visits/archives-form'
import { decideArchives } from '#shared/application/visits/visit-acts'
import { archivesDecisions } from '#shared/domain/visits/visit-facts'
import { needsSecondPerson } from '#shared/domain/visits/visit-rules'
import { fieldProblemSentence } from '../../../i18n/field-problem-sentence'
import { useMessages } from '../../../i18n/messages-provider'
import { ChoiceGroup } from '../../../ui/fields/choice-group'
import { TextArea } from '../../../ui/fields/text-area'
import { RoomDialog } from '../room-dialog'
import type { VisitDialogProps } from '../visit-dialogs'

/** To show or not, with the pieces and the reason; closed archives of another are a second person's to decide. */
export function DecideDialog({ desk, record, onClose, askNo }: VisitDialogProps & { readonly askNo: number }) {
  const translator = useMessages()
  const { t } = translator
  const [form, setForm] = useState<DecideForm>({ decision: 'show', shown: '', reason: '' })
  const ask = record.visit.asks.find(each => each.askNo === askNo)
  const { problems } = checkDecision(form, askNo)
  const isShowing = form.decision === 'show' || form.decision === 'showPart'
  const act = () => {
    const { fact } = checkDecision(form, askNo)
    return fact && decideArchives(desk, record, fact)
  }
  return (
    <RoomDialog title={t('room.decide.title', { n: askNo })} does={t('room.decide.does')} act={act} onClose={onClose}>
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
            onChange={decision => setForm({ ...form, decision })}
          />
          {isShowing ? (
            <TextArea
              label={t('room.decide.shown')}
              hint={t('room.decide.shownHint')}
              rows={[2, 6]}
              takesFocus
              value={form.shown}
              error={
                isTried && problems.shown
                  ? fieldProblemSentence(problems.shown, t('room.decide.shown'), translator)
                  : null
              }
              onChange={shown => setForm({ ...form, shown })}
            />
          ) : null}
          <TextArea
            label={t('room.decide.reason')}
            hint={t('room.decide.reasonHint')}
            optional={form.decision === 'show'}
            rows={[2, 4]}
            value={form.reason}
            error={
              isTried && problems.reason
                ? fieldProblemSentence(problems.reason, t('room.decide.reason'), translator)
                : null
            }
            onChange={reason => setForm({ ...form, reason })}
          />
        </>
      )}
    </RoomDialog>
  )
}
