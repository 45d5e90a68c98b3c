import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { DraftState } from '#shared/application/drafts/sealed-draft'
import type { RegistrationForm } from '#shared/application/reception/registration-form'
import { yearOf, type CivilDate } from '#shared/domain/calendar/civil-date'
import { needsConfirmation } from '#shared/domain/requests/date-of-receipt'
import { formatRequestNo } from '#shared/domain/requests/request-number'
import { useMessages } from '../../i18n/messages-provider'

export interface HeadNotesProps {
  readonly desk: Desk
  readonly form: RegistrationForm
  readonly draft: DraftState
}

/** The number that comes next as far as this machine knows, and whether what is typed is safe. */
export function HeadNotes({ desk, form, draft }: HeadNotesProps) {
  const { t, format } = useMessages()
  const requestNo = useNextRequestNo(
    desk,
    (needsConfirmation(form.channel) ? form.arrivedOn : form.receivedOn) || desk.today,
  )
  return (
    <>
      {requestNo ? <span>{t('reception.nextNo', { requestNo })}</span> : null}
      <span role="status">
        {draft.kind === 'saved' ? t('reception.draft.saved', { time: format.time(draft.savedAt) }) : null}
        {draft.kind === 'failed' ? t('reception.draft.failed') : null}
      </span>
    </>
  )
}

function useNextRequestNo({ series, placeCode, workstation }: Desk, receivedOn: CivilDate): string | null {
  const [requestNo, setRequestNo] = useState<string | null>(null)
  const year = yearOf(receivedOn)
  useEffect(() => {
    let isHere = true
    const asked = { placeCode, workstationCode: workstation, year }
    void series
      .nextRequestSerial(asked)
      .then(serial => (isHere ? setRequestNo(formatRequestNo({ ...asked, serial })) : undefined))
    return () => {
      isHere = false
    }
  }, [series, placeCode, workstation, year])
  return requestNo
}
