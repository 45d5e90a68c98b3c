import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { Office } from '#shared/domain/agencies/office'
import { civilDateAt } from '#shared/domain/calendar/civil-date'
import { openApprovals } from '#shared/domain/media/media-book'
import type { ExportOf } from '#shared/domain/media/media-facts'
import type { Problem } from '#shared/contracts/problems'
import type { NameOf } from '../../case-parts/use-staff-names'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { TextField } from '../../ui/fields/text-field'
import { Status } from '../../ui/marks/status'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'

export interface UnmaskedApprovalProps {
  readonly desk: Pick<Desk, 'media' | 'me'>
  readonly office: Office
  readonly of: ExportOf
  readonly nameOf: NameOf
}

/** Who approved just this, or the head's way to do so. An approval serves one export. */
export function UnmaskedApproval({ desk, office, of, nameOf }: UnmaskedApprovalProps) {
  const { t, format } = useMessages()
  const [reason, setReason] = useState('')
  const { isBusy, problem, run } = useRunning<Problem>()
  const [approval] = openApprovals(office.media, of)
  if (approval) {
    const day = format.fullDay(civilDateAt(approval.by.at))
    const reason = approval.reason ?? t('requests.erased')
    return <Status flag="done">{t('media.approved', { name: nameOf(approval.by.actor), day, reason })}</Status>
  }
  if (!desk.me.posts.includes('head')) return <p className="media-quiet">{t('media.approvalByHead')}</p>
  return (
    <div className="media-approval">
      <TextField label={t('media.reason')} maxLength={200} value={reason} onChange={setReason} />
      <Act
        icon="check"
        busy={isBusy}
        disabledBecause={reason.trim() === '' ? t('media.reasonMissing') : undefined}
        onAct={() => void run(() => desk.media.approve(of, reason.trim()))}
      >
        {t('media.approve')}
      </Act>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </div>
  )
}
