import { useState } from 'react'
import { passRequestOn } from '#shared/application/requests/hand-acts'
import type { Agency, AgencyId } from '#shared/domain/agencies/office-facts'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { replyDueOn } from '#shared/domain/clocks/reply-clock'
import { checkPlainText } from '#shared/domain/identity/applicant-rules'
import { fieldProblemSentence } from '../../../i18n/field-problem-sentence'
import { useMessages } from '../../../i18n/messages-provider'
import { DateField } from '../../../ui/date-field/date-field'
import { SelectField } from '../../../ui/fields/select-field'
import { TextField } from '../../../ui/fields/text-field'
import { natureIn } from '../day-nature'
import { ActDialog } from './act-dialog'
import type { RareDialogProps } from './more-acts'

const longestReason = 300

/** 转办: the other agency answers under its own name; its own day of receipt begins its own clock. */
export function PassOnDialog({
  desk,
  record,
  agencies,
  onClose,
}: RareDialogProps & { readonly agencies: readonly Agency[] }) {
  const translator = useMessages()
  const { t, format } = translator
  const [to, setTo] = useState<AgencyId | null>(null)
  const [receivedOn, setOn] = useState<CivilDate | null>(desk.today)
  const [typed, setTyped] = useState('')
  const reason = checkPlainText(typed, longestReason, false)
  const { request, requestId } = record
  const due = receivedOn && replyDueOn([{ kind: 'received', on: receivedOn }], desk.calendar, desk.today)
  const act = () =>
    to && receivedOn && reason.ok
      ? passRequestOn(desk, requestId, { toAgencyId: to, receivedOn, reason: reason.value })
      : null
  return (
    <ActDialog
      title={t('hands.passOn')}
      note={request.requestNo}
      does={t('hands.passOn.do')}
      act={act}
      onClose={onClose}
    >
      {isTried => (
        <>
          <p className="dialog-hint">{t('hands.passOn.means')}</p>
          <SelectField
            label={t('hands.passOn.to')}
            value={to}
            onChange={setTo}
            placeholder={t('hands.choose')}
            error={isTried && !to ? t('hands.passOn.chooseAgency') : null}
            choices={agencies
              .filter(({ agencyId }) => agencyId !== request.agencyId)
              .map(({ agencyId, name }) => ({ value: agencyId, label: name }))}
            takesFocus
          />
          <DateField
            label={t('hands.passOn.receivedOn')}
            hint={due && due.ok ? t('hands.passOn.due', { day: format.fullDay(due.value.dueOn) }) : undefined}
            error={
              isTried && !receivedOn ? t('fieldProblem.dateMissing', { what: t('hands.passOn.receivedOn') }) : null
            }
            value={receivedOn}
            onChange={setOn}
            today={desk.today}
            earliestOn={request.arrivedOn}
            latestOn={desk.today}
            natureOf={natureIn(desk.calendar)}
          />
          <TextField
            label={t('hands.passOn.reason')}
            error={
              isTried && !reason.ok ? fieldProblemSentence(reason.problem, t('hands.passOn.reason'), translator) : null
            }
            value={typed}
            onChange={setTyped}
          />
        </>
      )}
    </ActDialog>
  )
}
