import { useMemo, useState } from 'react'
import type { RequestRecord } from '#shared/application/ports'
import { returnReply } from '#shared/application/requests/case-acts'
import type { Problem } from '#shared/contracts/problems'
import { checkPlainText } from '#shared/domain/identity/applicant-rules'
import { nextActs } from '#shared/domain/requests/request-acts'
import type { Draft } from '#shared/domain/requests/request-state'
import { fieldProblemSentence } from '../../i18n/field-problem-sentence'
import { useMessages } from '../../i18n/messages-provider'
import { paperProblemSentence } from '../../i18n/field-problem-sentence'
import { problemSentence } from '../../i18n/problems'
import { refusalSentence } from '../../i18n/refusals'
import { Act } from '../../ui/acts/act'
import { useShortcuts } from '../../ui/acts/use-shortcuts'
import { TextArea } from '../../ui/fields/text-area'
import { Status } from '../../ui/marks/status'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { IssueDialog, type IssueWay } from './issue-dialog'
import { LetterPane } from './letter-pane'
import { ReturnNote } from './return-note'
import type { ReviewDeskProps } from './review-desk'
import { ReviewFacts } from './review-facts'
import { ReviewHead } from './review-head'
import { usePages, type MakePaper, type Pages } from './use-pages'
import { useRemarks, type KeptRemarks } from './use-remarks'
import { useStaffNames } from '../../case-parts/use-staff-names'
import { written } from '../../case-parts/written'

export interface ReviewFormProps extends ReviewDeskProps {
  readonly record: RequestRecord
  readonly draft: Draft
}

const longestRemarks = 2_000

export function ReviewForm({ desk, record, draft, onDone, onBack }: ReviewFormProps) {
  const { t } = useMessages()
  const { request } = record
  const nameOf = useStaffNames(desk)
  const [issuing, setIssuing] = useState<IssueWay | null>(null)
  const refused = useRefused(request, desk.me)
  const kept = useRemarks(desk, record, draft.draftNo)
  const make = useMemo<MakePaper | null>(() => {
    const { decision, content } = draft
    return content ? () => desk.papers.composeProof(record, { decision, content }) : null
  }, [desk.papers, record, draft])
  const pages = usePages(desk.papers, make, 0)
  useShortcuts([{ keys: 'Esc', run: onBack }], { enabled: issuing === null })
  const notSeen = useNotSeen(pages)
  const whyNot = { inProgram: refused ?? notSeen, onPaper: useMayNotOnPaper(desk.me) ?? notSeen }
  return (
    <div className="reply-desk">
      <ReviewHead
        title={t('replies.review.title', { n: draft.draftNo })}
        {...{ desk, request, onBack }}
        acts={
          <>
            <Act keys="Alt+G" disabledBecause={whyNot.onPaper} onAct={() => setIssuing('onPaper')}>
              {t('decide.paper')}
            </Act>
            <Act
              look="primary"
              keys="Ctrl+Enter"
              disabledBecause={whyNot.inProgram}
              onAct={() => setIssuing('inProgram')}
            >
              {t('replies.review.issue')}
            </Act>
          </>
        }
      />
      {refused ? (
        <p className="review-refused" role="note">
          <Status flag="conflict">{t('replies.review.cannot')}</Status>
          {refused}
        </p>
      ) : null}
      <div className="reply-grid">
        <div className="reply-left">
          <ReturnNote request={request} nameOf={nameOf} today={desk.today} />
          <ReviewFacts {...{ desk, request, draft, nameOf }} />
          {kept.remarks === null ? null : (
            // What one reviewer has not sent yet is not for whoever wrote the draft.
            <ReturnForm {...{ desk, record, kept, refused, onDone }} remarks={refused ? '' : kept.remarks} />
          )}
        </div>
        <LetterPane title={t('replies.letter.proof')} pages={pages} empty={t('replies.erased')} />
      </div>
      {issuing ? (
        <IssueDialog
          {...{ desk, record, whyNot }}
          way={issuing}
          onIssued={() => void kept.drop()}
          onClose={() => setIssuing(null)}
        />
      ) : null}
    </div>
  )
}

/** Why this person may not review it: post, or four eyes. Both acts of a review share the reason. */
function useRefused(request: RequestRecord['request'], me: ReviewDeskProps['desk']['me']): string | undefined {
  const { t } = useMessages()
  const issue = nextActs(request, { actor: me.personId, posts: me.posts }).find(({ act }) => act === 'issueReply')
  return issue && !issue.isPossible ? refusalSentence(issue.problem, t) : undefined
}

/** A letter that cannot be printed must not get a number. */
function useNotSeen(pages: Pages): string | undefined {
  const translator = useMessages()
  if (pages.problem) return paperProblemSentence(pages.problem, translator)
  return pages.paper ? undefined : translator.t('replies.review.readFirst')
}

/** The approval lies on paper; the clerk records it. */
function useMayNotOnPaper(me: ReviewDeskProps['desk']['me']): string | undefined {
  const { t } = useMessages()
  return me.posts.includes('clerk') ? undefined : refusalSentence({ kind: 'postNeeded', posts: ['clerk'] }, t)
}

interface ReturnFormProps extends Pick<ReviewFormProps, 'desk' | 'record' | 'onDone'> {
  readonly refused: string | undefined
  readonly kept: KeptRemarks
  readonly remarks: string
}

function ReturnForm({ desk, record, refused, kept, remarks, onDone }: ReturnFormProps) {
  const translator = useMessages()
  const { t, format } = translator
  const { saving } = kept
  const [isTried, setTried] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem>()
  const checked = checkPlainText(remarks, longestRemarks, true)
  const giveBack = async (): Promise<void> => {
    setTried(true)
    if (!checked.ok || !(await run(() => written(returnReply(desk, record, checked.value))))) return
    void kept.drop()
    onDone()
  }
  const label = t('replies.review.remarks')
  return (
    <div className="review-return">
      <TextArea
        label={label}
        hint={t('replies.review.remarksHint')}
        value={remarks}
        onChange={kept.change}
        rows={[2, 6]}
        disabled={refused !== undefined}
        error={isTried && !checked.ok ? fieldProblemSentence(checked.problem, label, translator) : null}
      />
      {saving.kind === 'saved' && !refused ? (
        <p className="dialog-hint" role="status">
          {t('replies.saved', { time: format.time(saving.savedAt) })}
        </p>
      ) : null}
      {saving.kind === 'failed' ? <ProblemNote sentence={problemSentence(saving.problem, t)} /> : null}
      <Act keys="Alt+R" busy={isBusy} disabledBecause={refused} onAct={() => void giveBack()}>
        {t('replies.review.return')}
      </Act>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </div>
  )
}
