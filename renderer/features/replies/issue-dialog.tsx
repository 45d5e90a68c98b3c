import { useRef, useState } from 'react'
import type { Desk, PaperProblem } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { issueOnPaper, issueReply } from '#shared/application/requests/issue-letter'
import {
  checkPaperApproval,
  emptyPaperApproval,
  type PaperApprovalDraft,
} from '#shared/application/requests/paper-approval-check'
import type { Problem } from '#shared/contracts/problems'
import type { Agency } from '#shared/domain/agencies/office-facts'
import { useMessages } from '../../i18n/messages-provider'
import { actSentence } from '../../i18n/act-sentence'
import { useStaffNames } from '../../case-parts/use-staff-names'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { TabList } from '../../ui/sheets/tab-list'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { focusUnreadable } from './field-place'
import { IssueWords } from './issue-words'
import { PaperApprovalForm } from './paper-approval-form'
import { useExpectedNo, useWhyNoNumber } from './use-expected-no'

export type IssueWay = 'inProgram' | 'onPaper'

export interface IssueDialogProps {
  readonly desk: Desk
  readonly record: RequestRecord
  /** The tab that lies open first. */
  readonly way: IssueWay
  /** Why this person may not issue in one way or the other. */
  readonly whyNot: Readonly<Record<IssueWay, string | undefined>>
  readonly onIssued: () => void
  readonly onClose: () => void
}

/** Approved here by a second person, or on paper: says which number the letter will get before anything is done. */
export function IssueDialog({ desk, record, way: first, whyNot, onIssued, onClose }: IssueDialogProps) {
  const translator = useMessages()
  const { t } = translator
  const { request } = record
  const [way, setWay] = useState(first)
  const [typed, setTyped] = useState<PaperApprovalDraft>(() => emptyPaperApproval(request))
  const [isTried, setTried] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  const expected = useExpectedNo(desk, request.agencyId)
  const whyNoNumber = useWhyNoNumber(expected)
  const { isBusy, problem, run } = useRunning<Problem | PaperProblem>()
  const nameOf = useStaffNames(desk)
  const drafter = request.currentDraft?.drafter
  const { problems, approval } = checkPaperApproval(typed, drafter ? nameOf(drafter) : '')
  const done = (letter: object | undefined): void => (letter ? onIssued() : undefined)
  // The record changes with the act, and the page then shows the letter in place of this form.
  const issue = async (agency: Agency): Promise<void> => {
    if (way === 'inProgram') return done(await run(() => issueReply(desk, record, agency)))
    setTried(true)
    if (!focusUnreadable(form.current) && approval)
      done(await run(() => issueOnPaper(desk, record, { agency, approval })))
  }
  const agency = expected?.agency
  return (
    <Dialog
      open
      title={t('replies.review.issue')}
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('replies.cancel')}
          </Act>
          <Act
            look="primary"
            keys="Ctrl+Enter"
            takesFocus={first === 'inProgram'}
            busy={isBusy}
            disabledBecause={whyNot[way] ?? whyNoNumber}
            onAct={() => (agency ? void issue(agency) : undefined)}
          >
            {t('replies.issue.do')}
          </Act>
        </>
      }
    >
      <TabList
        label={t('decide.paper.tabs')}
        tabs={[
          { id: 'inProgram', label: t('decide.paper.inProgram') },
          { id: 'onPaper', label: t('decide.paper.onPaper') },
        ]}
        chosen={way}
        onChoose={setWay}
      >
        {whyNot[way] ? <p role="note">{whyNot[way]}</p> : null}
        <IssueWords {...{ desk, request, expected }} decision={request.currentDraft?.decision ?? 'GRANT_PROVIDE'} />
        {way === 'onPaper' && !whyNot.onPaper ? (
          <div ref={form}>
            <PaperApprovalForm {...{ desk, record, typed }} onChange={setTyped} problems={isTried ? problems : {}} />
          </div>
        ) : null}
      </TabList>
      {problem ? <ProblemNote sentence={actSentence(problem, translator)} /> : null}
    </Dialog>
  )
}
