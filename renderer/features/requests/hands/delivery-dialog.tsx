import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { recordDelivery } from '#shared/application/requests/hand-acts'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { useMessages } from '../../../i18n/messages-provider'
import { ActDialog } from './act-dialog'
import { ActDay } from './act-fields'

export interface DeliveryDialogProps {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly onClose: () => void
}

/** 投递日期: what the post says later. */
export function DeliveryDialog({ desk, record, onClose }: DeliveryDialogProps) {
  const { t } = useMessages()
  const [deliveredOn, setOn] = useState<CivilDate | null>(desk.today)
  const { served } = record.request
  return (
    <ActDialog
      title={t('requests.offer.deliver')}
      note={served?.trackingNo ?? record.request.requestNo}
      does={t('hands.deliver.do')}
      act={() => (deliveredOn ? recordDelivery(desk, record.requestId, deliveredOn) : null)}
      onClose={onClose}
    >
      {isTried => (
        <>
          <p className="dialog-hint">{t('hands.deliver.means')}</p>
          <ActDay
            {...{ desk, isTried }}
            label={t('hands.deliver.on')}
            value={deliveredOn}
            onChange={setOn}
            earliestOn={served?.servedOn}
            takesFocus
          />
        </>
      )}
    </ActDialog>
  )
}
