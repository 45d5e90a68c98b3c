import type { Desk } from '#shared/application/desk'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { EmptyState } from '../../ui/states/empty-state'
import { ProgressLine } from '../../ui/states/progress-line'
import { useLate } from '../../ui/states/use-late'
import { IssuedReply } from './issued-reply'
import { ReviewForm } from './review-form'
import { useRecord } from '../../case-parts/use-record'
import './replies.css'

export interface ReviewDeskProps {
  readonly desk: Desk
  readonly requestId: RequestId
  /** Returned, or issued and looked at. */
  readonly onDone: () => void
  readonly onBack: () => void
}

/** 审核签发: the second person reads the letter and what it rests on, then issues or returns it. */
export function ReviewDesk(props: ReviewDeskProps) {
  const { desk, requestId, onBack } = props
  const { t } = useMessages()
  const record = useRecord(desk.requests, requestId)
  const isSlow = useLate(record === undefined)
  if (record === undefined) return isSlow ? <ProgressLine>{t('replies.reading')}</ProgressLine> : null
  const draft = record?.request.currentDraft
  if (record?.request.letter) return <IssuedReply key={requestId} {...props} record={record} />
  if (record && draft && record.request.status === 'submitted')
    return <ReviewForm key={`${requestId}-${draft.draftNo}`} {...props} record={record} draft={draft} />
  return (
    <EmptyState
      title={t('replies.review.nothing')}
      acts={
        <Act keys="Esc" onAct={onBack}>
          {t('replies.back')}
        </Act>
      }
    >
      {t(record ? 'replies.review.nothingNote' : 'replies.missing')}
    </EmptyState>
  )
}
