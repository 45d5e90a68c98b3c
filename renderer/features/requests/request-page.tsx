import { useState } from 'react'
import type { Desk, PaperKind } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { replyDueOn } from '#shared/domain/clocks/reply-clock'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { useShortcuts } from '../../ui/acts/use-shortcuts'
import { EmptyState } from '../../ui/states/empty-state'
import { ProgressLine } from '../../ui/states/progress-line'
import { ApplicantSheet } from './applicant-sheet'
import { CasePledge } from './case-pledge'
import { CaseClock } from './case-clock'
import { CaseDialogs, type OpenDialog } from './case-dialogs'
import { CaseHead } from './case-head'
import { ConfirmSheet } from './confirm-sheet'
import { ConflictsNote } from './conflicts-note'
import { MoreActs } from './hands/more-acts'
import { offersFor, shortWays, type OfferId } from './offers'
import { PapersSheet } from './papers-sheet'
import { PossibleActs } from './possible-acts'
import { ScansSheet } from './scans-sheet'
import { TimelineSheet } from './timeline-sheet'
import { useLate } from '../../ui/states/use-late'
import { useRecord } from '../../case-parts/use-record'
import { useStaffNames } from '../../case-parts/use-staff-names'
import { UnreadableNote } from './unreadable-note'
import './request-page.css'

export interface RequestPageProps {
  readonly desk: Desk
  readonly requestId: RequestId
  readonly onBack: () => void
  /** To write or change the reply. */
  readonly onReply: () => void
  /** To review the draft, return or issue it. */
  readonly onReview: () => void
  /** Where the window shows papers itself; else the page opens its own preview. */
  readonly onPaper?: (kind: PaperKind) => void
}

/** 办件页: the due date and its proof, what happened, and what can be done now. */
export function RequestPage(props: RequestPageProps) {
  const { desk, requestId, onBack } = props
  const { t } = useMessages()
  const record = useRecord(desk.requests, requestId)
  const isSlow = useLate(record === undefined)
  if (record) return <Case key={requestId} {...props} record={record} />
  if (record === null)
    return (
      <EmptyState title={t('requests.missing')} acts={<Act onAct={onBack}>{t('requests.toList')}</Act>}>
        {t('requests.missingNote')}
      </EmptyState>
    )
  return isSlow ? <ProgressLine>{t('requests.reading')}</ProgressLine> : null
}

interface CaseProps extends RequestPageProps {
  readonly record: RequestRecord
}

function Case({ desk, record, onBack, onReply, onReview, onPaper }: CaseProps) {
  const { request } = record
  const nameOf = useStaffNames(desk)
  const [open, setOpen] = useState<OpenDialog | null>(null)
  const due = replyDueOn(request.clockFacts, desk.calendar, desk.today)
  const known = due.ok ? due.value : null
  const offers = offersFor(request, desk.me)
  const openPaper = (kind: PaperKind): void => (onPaper ? onPaper(kind) : setOpen({ paper: kind, record }))
  const take = (id: OfferId): void => {
    if (id === 'reply' || id === 'spot') onReply()
    else if (id === 'review' || id === 'paper') onReview()
    else setOpen(id)
  }
  useShortcuts([{ keys: 'Esc', run: onBack }], { enabled: open === null })
  return (
    <div className="case">
      <CaseHead {...{ desk, record, due: known, offers, nameOf, onBack }} onTake={take} onPaper={openPaper} />
      <UnreadableNote record={record} />
      <ConflictsNote record={record} nameOf={nameOf} />
      {request.status === 'unconfirmed' ? (
        <ConfirmSheet
          {...{ desk, request, nameOf }}
          offer={offers.find(({ id }) => id === 'confirm')}
          onTry={() => setOpen('contact')}
        />
      ) : (
        <CaseClock desk={desk} request={request} due={known} />
      )}
      <CasePledge desk={desk} request={request} />
      <div className="case-grid">
        <TimelineSheet desk={desk} record={record} due={known} nameOf={nameOf} />
        <div className="case-side">
          <ApplicantSheet desk={desk} record={record} />
          <div className="case-pair">
            <PossibleActs request={request} offers={[...offers, ...shortWays(request, desk)]} onTake={take}>
              <MoreActs {...{ desk, record, nameOf }} />
            </PossibleActs>
            <div className="case-side">
              <PapersSheet request={request} onPaper={openPaper} />
              <ScansSheet desk={desk} record={record} nameOf={nameOf} />
            </div>
          </div>
        </div>
      </div>
      <CaseDialogs desk={desk} record={record} due={known} open={open} onClose={() => setOpen(null)} />
    </div>
  )
}
