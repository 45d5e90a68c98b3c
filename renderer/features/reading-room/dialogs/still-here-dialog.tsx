import { useState } from 'react'
import { correctVisit } from '#shared/application/visits/visit-acts'
import { useMessages } from '../../../i18n/messages-provider'
import { ReasonField } from '../reason-field'
import { RoomDialog } from '../room-dialog'
import type { VisitDialogProps } from '../visit-dialogs'

/** A sign-out by mistake, taken back with its reason. */
export function StillHereDialog({ desk, record, onClose }: VisitDialogProps) {
  const { t } = useMessages()
  const [reason, setReason] = useState('')
  const act = () =>
    reason.trim() === ''
      ? null
      : correctVisit(desk, record, {
          type: 'visit.corrected@1',
          open: { stillHere: true },
          personal: { reason: reason.trim() },
        })
  return (
    <RoomDialog title={t('room.still.title')} does={t('room.still.does')} act={act} onClose={onClose}>
      {isTried => (
        <>
          <p className="room-quiet">{t('room.still.about')}</p>
          <ReasonField reason={reason} onChange={setReason} isTried={isTried} takesFocus />
        </>
      )}
    </RoomDialog>
  )
}
