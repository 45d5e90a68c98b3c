import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { issueReply } from '#shared/application/requests/case-acts'
import { expectedLetterNo } from '#shared/application/requests/expected-letter-no'
import type { Problem } from '#shared/contracts/problems'
import type { Agency } from '#shared/domain/agencies/office-facts'
import { maskName } from '#shared/domain/identity/masking'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'

export interface IssueDialogProps {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly onClose: () => void
}

/** Says which number the letter will get before anything is done; the page shows the number that it got. */
export function IssueDialog({ desk, record, onClose }: IssueDialogProps) {
  const { t, format } = useMessages()
  const { request } = record
  const expected = useExpected(desk, request.agencyId)
  const { isBusy, problem, run } = useRunning<Problem>()
  const issue = async (agency: Agency): Promise<void> => {
    // The record changes with the act, and the page then shows the letter in place of this form.
    await run(() => issueReply(desk, record, agency))
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
            takesFocus
            busy={isBusy}
            disabledBecause={agency ? undefined : t(expected ? 'replies.issue.noAgency' : 'replies.issue.numbering')}
            onAct={() => (agency ? void issue(agency) : undefined)}
          >
            {t('replies.issue.do')}
          </Act>
        </>
      }
    >
      <p className="issue-number">
        {t('replies.issue.willGet')}
        <b>{expected?.letterNo ?? '…'}</b>
      </p>
      <p className="dialog-hint">
        {t('replies.issue.words', {
          decision: t(`refusal.decision.${request.currentDraft?.decision ?? 'GRANT_PROVIDE'}`),
          name: request.personal ? maskName(request.personal.applicant.name) : t('replies.erased'),
          day: format.fullDay(desk.today),
        })}
      </p>
      <p className="dialog-hint">{t('replies.issue.final')}</p>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}

interface Expected {
  readonly agency: Agency | null
  readonly letterNo: string | null
}

function useExpected(desk: Desk, agencyId: Agency['agencyId']): Expected | undefined {
  const [expected, setExpected] = useState<Expected>()
  useEffect(() => {
    let isCurrent = true
    const ask = async (): Promise<Expected> => {
      const agency = await desk.offices.findAgency(agencyId)
      return { agency, letterNo: agency && (await expectedLetterNo(desk, agency)) }
    }
    void ask().then(answer => (isCurrent ? setExpected(answer) : undefined))
    return () => {
      isCurrent = false
    }
  }, [desk, agencyId])
  return expected
}
