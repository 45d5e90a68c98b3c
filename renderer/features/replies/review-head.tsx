import type { ReactNode } from 'react'
import type { Desk } from '#shared/application/desk'
import { maskApplicantName } from '#shared/domain/identity/masking'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { useMessages } from '../../i18n/messages-provider'
import { PageHead } from '../../ui/shell/page-head'
import { DueStatus } from './due-status'

export interface ReviewHeadProps {
  readonly title: string
  readonly desk: Desk
  readonly request: DisclosureRequest
  readonly onBack: () => void
  readonly acts: ReactNode
}

export function ReviewHead({ title, desk, request, onBack, acts }: ReviewHeadProps) {
  const { t } = useMessages()
  const { personal, requestNo } = request
  return (
    <PageHead
      title={title}
      onBack={onBack}
      acts={acts}
      notes={
        <>
          <span>{requestNo}</span>
          <span>
            {personal ? maskApplicantName(personal.applicant.name, request.applicantType) : t('replies.erased')}
          </span>
          <DueStatus desk={desk} request={request} />
        </>
      }
    />
  )
}
