import { useState } from 'react'
import { withdrawRequest } from '#shared/application/requests/hand-acts'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { checkPlainText } from '#shared/domain/identity/applicant-rules'
import { fieldProblemSentence } from '../../../i18n/field-problem-sentence'
import { useMessages } from '../../../i18n/messages-provider'
import { DateField } from '../../../ui/date-field/date-field'
import { CheckBox } from '../../../ui/fields/check-box'
import { TextField } from '../../../ui/fields/text-field'
import { natureIn } from '../day-nature'
import { ActDialog } from './act-dialog'
import type { RareDialogProps } from './more-acts'

const longestNote = 300

/** 申请人撤回: final, so it says what it ends and where it is counted, and asks for a tick. */
export function WithdrawDialog({ desk, record, onClose }: RareDialogProps) {
  const translator = useMessages()
  const { t } = translator
  const [withdrawnOn, setOn] = useState<CivilDate | null>(desk.today)
  const [typed, setTyped] = useState('')
  const [isSure, setSure] = useState(false)
  const note = checkPlainText(typed, longestNote, false)
  const { request, requestId } = record
  const act = () =>
    withdrawnOn && note.ok && isSure ? withdrawRequest(desk, requestId, { withdrawnOn, note: note.value }) : null
  return (
    <ActDialog
      title={t('hands.withdraw')}
      note={request.requestNo}
      does={t('hands.withdraw.do')}
      isFinal
      act={act}
      onClose={onClose}
    >
      {isTried => (
        <>
          <p className="dialog-hint">{t('hands.withdraw.means')}</p>
          <DateField
            label={t('hands.withdraw.on')}
            error={isTried && !withdrawnOn ? t('fieldProblem.dateMissing', { what: t('hands.withdraw.on') }) : null}
            value={withdrawnOn}
            onChange={setOn}
            today={desk.today}
            earliestOn={request.arrivedOn}
            latestOn={desk.today}
            natureOf={natureIn(desk.calendar)}
          />
          <TextField
            label={t('hands.withdraw.note')}
            hint={t('hands.withdraw.noteHint')}
            error={
              isTried && !note.ok ? fieldProblemSentence(note.problem, t('hands.withdraw.note'), translator) : null
            }
            value={typed}
            onChange={setTyped}
            takesFocus
          />
          <CheckBox checked={isSure} onChange={setSure}>
            {t('hands.withdraw.sure')}
          </CheckBox>
          {isTried && !isSure ? (
            <p className="field-error" role="alert">
              {t('hands.withdraw.notSure')}
            </p>
          ) : null}
        </>
      )}
    </ActDialog>
  )
}
