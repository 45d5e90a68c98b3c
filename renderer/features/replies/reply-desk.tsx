import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { counterName } from '#shared/application/requests/counter-name'
import { mayAnswerOnTheSpot } from '#shared/application/requests/issue-letter'
import { openReplyDraft, replyDraftName, type ReplyDraft } from '#shared/application/requests/reply-draft'
import type { Problem } from '#shared/contracts/problems'
import { admittedIn } from '#shared/domain/requests/request-transitions'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import { refusalSentence } from '../../i18n/refusals'
import { Act } from '../../ui/acts/act'
import { EmptyState } from '../../ui/states/empty-state'
import { ProgressLine } from '../../ui/states/progress-line'
import { useLate } from '../../ui/states/use-late'
import { ReplyForm } from './reply-form'
import { useRecord } from '../../case-parts/use-record'
import './replies.css'

export interface ReplyDeskProps {
  readonly desk: Desk
  readonly requestId: RequestId
  /** The draft is with the reviewer. */
  readonly onDone: () => void
  /** Answered on the spot: the letter lies ready to be printed. */
  readonly onIssued: () => void
  readonly onBack: () => void
}

/** 拟定答复: the answered questions, the decision, the reasons, and the letter as it will read. */
export function ReplyDesk(props: ReplyDeskProps) {
  const { desk, requestId } = props
  const { t } = useMessages()
  const record = useRecord(desk.requests, requestId)
  const saved = useSavedDraft(desk, requestId)
  const isSlow = useLate(record === undefined || saved === undefined)
  if (record === undefined || saved === undefined)
    return isSlow ? <ProgressLine>{t('replies.reading')}</ProgressLine> : null
  if (record === null) return <Unusable {...props} why={t('replies.missing')} />
  return <OpenedReply key={requestId} {...props} record={record} saved={saved} />
}

interface OpenedReplyProps extends ReplyDeskProps {
  readonly record: RequestRecord
  readonly saved: SavedDraft
}

/** Opened once: what arrives later must not change what is being typed. */
function OpenedReply({ record, saved, ...props }: OpenedReplyProps) {
  const { t } = useMessages()
  const [opened] = useState<ReplyDraft>(() => openReplyDraft(record.request, saved.content, saved.counter))
  const [phase, setPhase] = useState<'writing' | 'sending' | 'sent'>('writing')
  const { status } = record.request
  const allowedIn = admittedIn['reply.submitted@1']
  if (phase === 'sent') return null
  // While it is being sent the status changes under the form.
  const isOpen = allowedIn.includes(status) || mayAnswerOnTheSpot(record.request, props.desk)
  if (phase === 'writing' && !isOpen)
    return <Unusable {...props} why={refusalSentence({ kind: 'statusForbids', status, allowedIn }, t)} />
  return (
    <ReplyForm
      {...props}
      record={record}
      opened={opened}
      unread={saved.problem}
      onSending={isSending => setPhase(isSending ? 'sending' : 'writing')}
      onSent={() => {
        setPhase('sent')
        props.onDone()
      }}
      onIssued={() => {
        setPhase('sent')
        props.onIssued()
      }}
    />
  )
}

function Unusable({ why, onBack }: ReplyDeskProps & { readonly why: string }) {
  const { t } = useMessages()
  return (
    <EmptyState
      title={t('replies.cannot')}
      acts={
        <Act keys="Esc" onAct={onBack}>
          {t('replies.back')}
        </Act>
      }
    >
      {why}
    </EmptyState>
  )
}

interface SavedDraft {
  readonly of: RequestId
  readonly content: unknown
  /** Where applicants come to. */
  readonly counter: string
  /** Why a draft that may be there could not be read. */
  readonly problem: Problem | null
}

function useSavedDraft(desk: Desk, requestId: RequestId): SavedDraft | undefined {
  const [saved, setSaved] = useState<SavedDraft>()
  useEffect(() => {
    let isCurrent = true
    void Promise.all([desk.drafts.load(replyDraftName(requestId)), counterName(desk)]).then(([found, counter]) => {
      const problem = found.ok || found.problem.kind === 'notFound' ? null : found.problem
      const content = found.ok ? found.value?.content : undefined
      if (isCurrent) setSaved({ of: requestId, content, counter, problem })
    })
    return () => {
      isCurrent = false
    }
  }, [desk, requestId])
  return saved?.of === requestId ? saved : undefined
}
