import type { Desk } from '#shared/application/desk'
import type { DraftState } from '#shared/application/drafts/sealed-draft'
import { maskApplicantName } from '#shared/domain/identity/masking'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { postsFor } from '#shared/domain/requests/request-transitions'
import { useMessages } from '../../i18n/messages-provider'
import { postNames } from '../../i18n/posts'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { PageHead } from '../../ui/shell/page-head'
import { DueStatus } from './due-status'

export interface ReplyHeadProps {
  readonly title: string
  readonly desk: Desk
  readonly request: DisclosureRequest
  readonly saving: DraftState
  readonly isBusy: boolean
  readonly onBack: () => void
  readonly onSave: () => void
  readonly onSend: () => void
  /** Art. 33(1): offered beside the review where what is asked for is public already. */
  readonly spot: { readonly whyNot: string | undefined; readonly onAct: () => void } | null
}

export function ReplyHead(props: ReplyHeadProps) {
  const { title, desk, request, saving, isBusy, onBack, onSave, onSend, spot } = props
  const { t, format } = useMessages()
  const { personal, requestNo } = request
  const isOnlyOnTheSpot = request.status === 'registered'
  const mayNot = desk.me.posts.some(post => postsFor['reply.submitted@1'].includes(post))
    ? undefined
    : t('refusal.postNeeded', { posts: postNames(postsFor['reply.submitted@1'], t) })
  return (
    <PageHead
      title={title}
      onBack={onBack}
      notes={
        <>
          <span>{requestNo}</span>
          <span>
            {personal ? maskApplicantName(personal.applicant.name, request.applicantType) : t('replies.erased')}
          </span>
          <DueStatus desk={desk} request={request} />
          <span role="status">
            {saving.kind === 'saved' ? t('replies.saved', { time: format.time(saving.savedAt) }) : null}
            {saving.kind === 'failed' ? problemSentence(saving.problem, t).what : null}
          </span>
        </>
      }
      acts={
        <>
          <Act keys="Ctrl+S" onAct={onSave}>
            {t('replies.save')}
          </Act>
          {spot || isOnlyOnTheSpot ? (
            <Act
              look={isOnlyOnTheSpot ? 'primary' : 'default'}
              keys="Alt+G"
              busy={isBusy}
              disabledBecause={spot ? spot.whyNot : t('replies.gap.decision')}
              onAct={spot?.onAct ?? ignore}
            >
              {t('decide.spot')}
            </Act>
          ) : null}
          {isOnlyOnTheSpot ? null : (
            <Act look="primary" keys="Ctrl+Enter" busy={isBusy} disabledBecause={mayNot} onAct={onSend}>
              {t('replies.send')}
            </Act>
          )}
        </>
      }
    />
  )
}

const ignore = (): void => undefined
