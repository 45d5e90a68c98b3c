import { useState } from 'react'
import { withdrawRequest } from '#shared/application/requests/hand-acts'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { useMessages } from '../../../i18n/messages-provider'
import { CheckBox } from '../../../ui/fields/check-box'
import { ActDialog } from './act-dialog'
import { ActDay, ActReason, checkReason } from './act-fields'
import type { RareDialogProps } from './more-acts'

/** 申请人撤回: final, so it says what it ends and where it is counted, and asks for a tick. */
export function WithdrawDialog({ desk, record, onClose }: RareDialogProps) {
  const { t } = useMessages()
  const [withdrawnOn, setOn] = useState<CivilDate | null>(desk.today)
  const [typed, setTyped] = useState('')
  const [isSure, setSure] = useState(false)
  const note = checkReason(typed)
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
          <ActDay
            {...{ desk, isTried }}
            label={t('hands.withdraw.on')}
            value={withdrawnOn}
            onChange={setOn}
            earliestOn={request.arrivedOn}
          />
          <ActReason
            label={t('hands.withdraw.note')}
            hint={t('hands.withdraw.noteHint')}
            isTried={isTried}
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
