import { useState } from 'react'
import { passRequestOn } from '#shared/application/requests/hand-acts'
import type { Agency, AgencyId } from '#shared/domain/agencies/office-facts'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { replyDueOn } from '#shared/domain/clocks/reply-clock'
import { inHandSince, receivedThere } from '#shared/domain/requests/passed-on'
import { useMessages } from '../../../i18n/messages-provider'
import { SelectField } from '../../../ui/fields/select-field'
import { ActDialog } from './act-dialog'
import { ActDay, ActReason, checkReason } from './act-fields'
import type { RareDialogProps } from './more-acts'

/** 转办: the other agency answers under its own name; its own day of receipt begins its own clock, the first one it had. */
export function PassOnDialog({
  desk,
  record,
  agencies,
  onClose,
}: RareDialogProps & { readonly agencies: readonly Agency[] }) {
  const { t, format } = useMessages()
  const [to, setTo] = useState<AgencyId | null>(null)
  const [receivedOn, setOn] = useState<CivilDate | null>(desk.today)
  const [typed, setTyped] = useState('')
  const reason = checkReason(typed)
  const { request, requestId } = record
  const there = receivedOn && receivedThere(request.passings, { toAgencyId: to, receivedOn })
  const due = there && replyDueOn(there.clockFacts, desk.calendar, desk.today)
  const dueHint = (dueOn: CivilDate, hadSince: CivilDate | undefined) => {
    const day = format.fullDay(dueOn)
    return hadSince
      ? t('hands.passOn.dueAsBefore', { since: format.fullDay(hadSince), day })
      : t('hands.passOn.due', { day })
  }
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
          <ActDay
            {...{ desk, isTried }}
            label={t('hands.passOn.receivedOn')}
            hint={due?.ok ? dueHint(due.value.dueOn, there?.hadSince) : undefined}
            value={receivedOn}
            onChange={setOn}
            earliestOn={inHandSince(request)}
          />
          <ActReason label={t('hands.passOn.reason')} isTried={isTried} value={typed} onChange={setTyped} />
        </>
      )}
    </ActDialog>
  )
}
