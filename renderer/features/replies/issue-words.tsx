import type { Desk } from '#shared/application/desk'
import { maskApplicantName } from '#shared/domain/identity/masking'
import type { DecisionType } from '#shared/domain/requests/request-facts'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { useMessages } from '../../i18n/messages-provider'
import type { Expected } from './use-expected-no'

export interface IssueWordsProps {
  readonly desk: Desk
  readonly request: DisclosureRequest
  readonly decision: DecisionType
  readonly expected: Expected | undefined
}

/** Which number the letter will get, to whom it goes, and that neither can be taken back. */
export function IssueWords({ desk, request, decision, expected }: IssueWordsProps) {
  const { t, format } = useMessages()
  return (
    <>
      <p className="issue-number">
        {t('replies.issue.willGet')}
        <b>{expected?.letterNo ?? '…'}</b>
      </p>
      <p className="dialog-hint">
        {t('replies.issue.words', {
          decision: t(`refusal.decision.${decision}`),
          name: request.personal
            ? maskApplicantName(request.personal.applicant.name, request.applicantType)
            : t('replies.erased'),
          day: format.fullDay(desk.today),
        })}
      </p>
      <p className="dialog-hint">{t('replies.issue.final')}</p>
    </>
  )
}
