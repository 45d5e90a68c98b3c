import { useMemo, useRef, useState, type FocusEvent, type RefObject } from 'react'
import type { Desk, PaperProblem } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { submitReply } from '#shared/application/requests/case-acts'
import { mayAnswerOnTheSpot } from '#shared/application/requests/issue-letter'
import { checkReply, replyInHand } from '#shared/application/requests/reply-check'
import { withDecision, withStepPassed, withTyped, type ReplyDraft } from '#shared/application/requests/reply-draft'
import { replyElements } from '#shared/application/requests/reply-elements'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import { actSentence } from '../../i18n/act-sentence'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { useShortcuts } from '../../ui/acts/use-shortcuts'
import { drawNow } from '../../ui/fields/draw-now'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { ElementList } from './element-list'
import { focusPlace, focusUnreadable, placeOf } from './field-place'
import { gapSentence } from './gap-sentence'
import { GuidedPath } from './guided-path'
import { LetterPane } from './letter-pane'
import { pointedParts } from './pointed-parts'
import { ReplyFields } from './reply-fields'
import { ReplyHead } from './reply-head'
import { ReturnNote } from './return-note'
import { SpotDialog } from './spot-dialog'
import { useAgency } from './use-agency'
import { usePages, type MakePaper } from './use-pages'
import { useReplyDraft } from './use-reply-draft'
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
  /** Answered on the spot: the letter is issued. */
  readonly onIssued: () => void
  readonly onBack: () => void
}

const proofDelayMs = 500

export function ReplyForm(props: ReplyFormProps) {
  const { desk, record, opened, unread, onBack } = props
  const translator = useMessages()
  const { t } = translator
  const { request } = record
  const nameOf = useStaffNames(desk)
  const form = useRef<HTMLDivElement>(null)
  const kept = useReplyDraft(desk, record.requestId, opened)
  const { draft, change } = kept
  const sending = useSending(props, { kept, form })
  const agency = useAgency(desk.offices, request.agencyId)
  const proof = useProof(desk, record, draft)
  const pointing = usePointedParts(draft)
  const gaps = sending.isTried ? checkReply(draft).gaps : []
  const decisionGap = gaps.find(({ field }) => field === 'decision')
  const back = (): void => void kept.flush().then(onBack)
  useShortcuts([{ keys: 'Esc', run: back }], { enabled: !sending.isOnTheSpot })
  return (
    <div className="reply-desk">
      <ReplyHead
        title={t('replies.title', { n: draft.draftNo })}
        {...{ desk, request }}
        saving={kept.saving}
        isBusy={sending.isBusy}
        onBack={back}
        onSave={() => void kept.save()}
        onSend={() => void sending.send()}
        spot={sending.spotFor(proof.paper !== null && !proof.isComposing)}
      />
      <div className="reply-grid">
        <div ref={form} className="reply-left" onFocusCapture={pointing.follow}>
          <ReturnNote request={request} nameOf={nameOf} today={desk.today} />
          {request.status === 'registered' ? <p className="reply-note">{t('decide.spot.only')}</p> : null}
          {unread ? <ProblemNote sentence={problemSentence(unread, t)} /> : null}
          {sending.problem ? <ProblemNote sentence={actSentence(sending.problem, translator)} /> : null}
          <GuidedPath
            {...{ desk, request, draft, nameOf }}
            error={decisionGap ? gapSentence(decisionGap, null, translator) : null}
            onStep={step => kept.look({ ...draft, step })}
            onPass={() => change(withStepPassed(draft))}
            onDecision={decision => change(withDecision(draft, decision))}
            onSearch={back}
          />
          <ReplyFields {...{ desk, record, draft, gaps }} onChange={part => change(withTyped(draft, part))} />
        </div>
        <LetterPane
          title={t('replies.letter.proof')}
          pages={proof}
          pointed={pointing.parts}
          empty={t('replies.letter.choose')}
        >
          <ElementList
            elements={replyElements(draft, { request, agency: agency ?? null })}
            onGo={gap => focusPlace(form.current, placeOf(gap))}
          />
        </LetterPane>
      </div>
      {sending.dialog}
    </div>
  )
}

/** Follows the focus through the form. What is not a field of it, as the head, leaves the last one in sight. */
function usePointedParts(draft: ReplyDraft) {
  const [field, setField] = useState<string | null>(null)
  return {
    parts: pointedParts(draft, field),
    follow: (event: FocusEvent<HTMLElement>): void =>
      setField(event.target.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? null),
  }
}

function useProof(desk: Desk, record: RequestRecord, draft: ReplyDraft) {
  const make = useMemo<MakePaper | null>(() => {
    const inHand = replyInHand(draft)
    return inHand && (() => desk.papers.composeProof(record, inHand))
  }, [desk.papers, record, draft])
  return usePages(desk.papers, make, proofDelayMs)
}

interface SendingParts {
  readonly kept: ReturnType<typeof useReplyDraft>
  readonly form: RefObject<HTMLDivElement | null>
}

/** To the reviewer, or on the spot to the applicant. The first gap takes the focus where something is missing. */
function useSending(props: ReplyFormProps, { kept, form }: SendingParts) {
  const { desk, record, onSending, onSent, onIssued } = props
  const { t } = useMessages()
  const [isTried, setTried] = useState(false)
  const [isOnTheSpot, setOnTheSpot] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem | PaperProblem>()
  const { gaps, reply } = checkReply(kept.draft)
  const isWhole = (): boolean => {
    drawNow(() => setTried(true))
    const [first] = gaps
    if (first) focusPlace(form.current, placeOf(first))
    return first === undefined && !focusUnreadable(form.current)
  }
  const send = async (): Promise<void> => {
    if (!isWhole() || !reply) return
    onSending(true)
    const sent = await run(async (): Promise<Result<true, Problem | PaperProblem>> => {
      // A letter that cannot be made must not reach the reviewer.
      const proof = await desk.papers.composeProof(record, reply)
      return proof.ok ? written(submitReply(desk, record, reply)) : proof
    })
    if (!sent) return onSending(false)
    await kept.drop()
    onSent()
  }
  const mayBeOnTheSpot = kept.draft.decision === 'GRANT_PUBLISHED' && mayAnswerOnTheSpot(record.request, desk)
  return {
    ...{ isBusy, problem, isTried, isOnTheSpot, send },
    spotFor: (isProofSeen: boolean) =>
      mayBeOnTheSpot
        ? {
            // A gap is shown where it is; a letter that cannot be printed must not get a number.
            whyNot: gaps.length > 0 || isProofSeen ? undefined : t('decide.spot.noLetter'),
            onAct: () => (isWhole() && reply ? setOnTheSpot(true) : undefined),
          }
        : null,
    dialog:
      isOnTheSpot && reply ? (
        <SpotDialog
          {...{ desk, record, reply }}
          onClose={() => setOnTheSpot(false)}
          onIssuing={onSending}
          onIssued={() => void kept.drop().then(onIssued)}
        />
      ) : null,
  }
}
