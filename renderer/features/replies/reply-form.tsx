import { useEffect, useMemo, useState } from 'react'
import type { Desk, PaperProblem } from '#shared/application/desk'
import { sealedDraft, type DraftState } from '#shared/application/drafts/sealed-draft'
import type { RequestRecord } from '#shared/application/ports'
import { submitReply } from '#shared/application/requests/case-acts'
import { checkReply, replyDraftName, replyInHand, type ReplyDraft } from '#shared/application/requests/reply-draft'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import { actSentence } from '../../i18n/act-sentence'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { useShortcuts } from '../../ui/acts/use-shortcuts'
import { ProblemNote } from '../../ui/states/problem-note'
import { later } from '../../ui/states/later'
import { useRunning } from '../../ui/states/use-running'
import { LetterPane } from './letter-pane'
import { PathRows } from './path-rows'
import { ReplyFields } from './reply-fields'
import { ReplyHead } from './reply-head'
import { ReturnNote } from './return-note'
import { usePages, type MakePaper } from './use-pages'
import { useStaffNames } from '../../case-parts/use-staff-names'
import { written } from '../../case-parts/written'

export interface ReplyFormProps {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly opened: ReplyDraft
  /** Why the sealed draft could not be read, where there may be one. */
  readonly unread: Problem | null
  readonly onSending: (isSending: boolean) => void
  readonly onSent: () => void
  readonly onBack: () => void
}

const proofDelayMs = 500

export function ReplyForm({ desk, record, opened, unread, onSending, onSent, onBack }: ReplyFormProps) {
  const translator = useMessages()
  const { t } = translator
  const { request } = record
  const nameOf = useStaffNames(desk)
  const [draft, setDraft] = useState(opened)
  const [saving, setSaving] = useState<DraftState>({ kind: 'none' })
  const [isTried, setTried] = useState(false)
  const keeper = useMemo(
    () => sealedDraft<ReplyDraft>(desk.drafts, replyDraftName(record.requestId), { onState: setSaving, later }),
    [desk.drafts, record.requestId],
  )
  useEffect(() => {
    const stop = desk.drafts.keepInStep(keeper.flush)
    return () => {
      stop()
      void keeper.flush()
    }
  }, [keeper, desk.drafts])
  const { isBusy, problem, run } = useRunning<Problem | PaperProblem>()
  const { gaps, reply } = checkReply(draft)
  const make = useMemo<MakePaper | null>(() => {
    const inHand = replyInHand(draft)
    return inHand && (() => desk.papers.composeProof(record, inHand))
  }, [desk.papers, record, draft])
  const pages = usePages(desk.papers, make, proofDelayMs)

  const change = (part: Partial<ReplyDraft>): void => {
    const next = { ...draft, ...part }
    setDraft(next)
    keeper.typed(next)
  }
  const back = (): void => void keeper.flush().then(onBack)
  const send = async (): Promise<void> => {
    setTried(true)
    if (!reply) return
    onSending(true)
    const sent = await run(async (): Promise<Result<true, Problem | PaperProblem>> => {
      // A letter that cannot be made must not reach the reviewer.
      const proof = await desk.papers.composeProof(record, reply)
      return proof.ok ? written(submitReply(desk, record, reply)) : proof
    })
    if (!sent) return onSending(false)
    await keeper.drop()
    onSent()
  }
  useShortcuts([{ keys: 'Esc', run: back }])
  return (
    <div className="reply-desk">
      <ReplyHead
        title={t('replies.title', { n: draft.draftNo })}
        {...{ desk, request, saving, isBusy }}
        onBack={back}
        onSave={() => {
          keeper.typed(draft)
          void keeper.flush()
        }}
        onSend={() => void send()}
      />
      <div className="reply-grid">
        <div className="reply-left">
          <ReturnNote request={request} nameOf={nameOf} today={desk.today} />
          <PathRows request={request} nameOf={nameOf} today={desk.today} onSearch={back} />
          {unread ? <ProblemNote sentence={problemSentence(unread, t)} /> : null}
          {problem ? <ProblemNote sentence={actSentence(problem, translator)} /> : null}
          <ReplyFields {...{ desk, request, draft }} onChange={change} gaps={isTried ? gaps : []} />
        </div>
        <LetterPane title={t('replies.letter.proof')} pages={pages} empty={t('replies.letter.choose')} />
      </div>
    </div>
  )
}
