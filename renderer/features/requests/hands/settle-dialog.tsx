import { useState } from 'react'
import { settleConflict } from '#shared/application/requests/hand-acts'
import { openConflicts } from '#shared/domain/requests/open-conflicts'
import { useMessages } from '../../../i18n/messages-provider'
import { conflictWords } from '../../../case-parts/conflict-words'
import { ActDialog } from './act-dialog'
import { ActReason, checkReason } from './act-fields'
import type { RareDialogProps } from './more-acts'

/** 核对冲突: the first that is open, in words with both values. What stands now stays; another value is a correction first. */
export function SettleDialog({ desk, record, nameOf, onClose }: RareDialogProps) {
  const translator = useMessages()
  const { t } = translator
  const [typed, setTyped] = useState('')
  const { request, requestId } = record
  const [first] = useState(() => openConflicts(request)[0])
  const reason = checkReason(typed)
  const act = () =>
    first && reason.ok ? settleConflict(desk, requestId, { by: first.by, reason: reason.value }) : null
  return (
    <ActDialog
      title={t('hands.settle')}
      note={request.requestNo}
      does={t('hands.settle.do')}
      act={act}
      onClose={onClose}
    >
      {isTried => (
        <>
          {first
            ? conflictWords(first, nameOf, translator).map((line, nth) => <p key={`${nth} ${line}`}>{line}</p>)
            : null}
          <p className="dialog-hint">{t('hands.settle.means')}</p>
          <ActReason
            label={t('hands.settle.reason')}
            hint={t('hands.settle.reasonHint')}
            isTried={isTried}
            value={typed}
            onChange={setTyped}
            takesFocus
          />
        </>
      )}
    </ActDialog>
  )
}
