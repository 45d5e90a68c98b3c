import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { withdrawScan } from '#shared/application/requests/hand-acts'
import type { Scan } from '#shared/domain/requests/request-state'
import { useMessages } from '../../i18n/messages-provider'
import { ActDialog } from './hands/act-dialog'
import { ActReason, checkReason } from './hands/act-fields'

export interface ScanWithdrawDialogProps {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly scan: Scan
  readonly onClose: () => void
}

/** 撤下扫描件: what came into the wrong case, or cannot be read, with the reason that 办理经过 tells for ever. */
export function ScanWithdrawDialog({ desk, record, scan, onClose }: ScanWithdrawDialogProps) {
  const { t } = useMessages()
  const [typed, setTyped] = useState('')
  const reason = checkReason(typed)
  const { request, requestId } = record
  return (
    <ActDialog
      title={t('scans.withdraw')}
      note={request.requestNo}
      does={t('scans.withdraw.do')}
      isFinal
      act={() => (reason.ok ? withdrawScan(desk, requestId, { digest: scan.digest, reason: reason.value }) : null)}
      onClose={onClose}
    >
      {isTried => (
        <>
          <p className="dialog-hint">
            {t('scans.withdraw.which', {
              kind: t(`scanKind.${scan.kind}`),
              title: scan.title ?? t('scans.untitled'),
            })}
          </p>
          <p className="dialog-hint">{t('scans.withdraw.means')}</p>
          <ActReason
            label={t('scans.withdraw.reason')}
            hint={t('scans.withdraw.reasonHint')}
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
