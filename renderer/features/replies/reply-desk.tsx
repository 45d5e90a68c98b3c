import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { openReplyDraft, replyDraftName, type ReplyDraft } from '#shared/application/requests/reply-draft'
import { admittedIn } from '#shared/domain/requests/request-transitions'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import { refusalSentence } from '../../i18n/refusals'
import { Act } from '../../ui/acts/act'
import { EmptyState } from '../../ui/states/empty-state'
import { ProgressLine } from '../../ui/states/progress-line'
import { useLate } from '../../ui/states/use-late'
import { ReplyForm } from './reply-form'
import { useRecord } from './use-record'
import './replies.css'

export interface ReplyDeskProps {
  readonly desk: Desk
  readonly requestId: RequestId
  /** The draft is with the reviewer. */
  readonly onDone: () => void
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
  return <OpenedReply key={requestId} {...props} record={record} saved={saved.content} />
}

interface OpenedReplyProps extends ReplyDeskProps {
  readonly record: RequestRecord
  readonly saved: unknown
}

/** Opened once: what arrives later must not change what is being typed. */
function OpenedReply({ record, saved, ...props }: OpenedReplyProps) {
  const { t } = useMessages()
  const [opened] = useState<ReplyDraft>(() => openReplyDraft(record.request, saved))
  const [isSent, setSent] = useState(false)
  const { status } = record.request
  const allowedIn = admittedIn['reply.submitted@1']
  if (isSent) return null
  if (!allowedIn.includes(status))
    return (
      <Unusable {...props} why={refusalSentence({ kind: 'statusForbids', status, allowedIn } as { kind: string }, t)} />
    )
  return (
    <ReplyForm
      {...props}
      record={record}
      opened={opened}
      onSent={() => {
        setSent(true)
        props.onDone()
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

/** A draft that cannot be read is said by its absence: the form then opens with what the ledger holds. */
function useSavedDraft({ drafts }: Desk, requestId: RequestId): { readonly content: unknown } | undefined {
  const [saved, setSaved] = useState<{ readonly of: RequestId; readonly content: unknown }>()
  useEffect(() => {
    let isCurrent = true
    void drafts.load(replyDraftName(requestId)).then(found => {
      if (isCurrent) setSaved({ of: requestId, content: found.ok ? found.value?.content : undefined })
    })
    return () => {
      isCurrent = false
    }
  }, [drafts, requestId])
  return saved?.of === requestId ? saved : undefined
}
