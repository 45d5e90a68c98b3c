import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { revealApplicant } from '#shared/application/requests/case-acts'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { TextLink } from '../../ui/acts/text-link'
import { Icon } from '../../ui/marks/icon'
import { KeyValueList } from '../../ui/sheets/key-value-list'
import { Sheet } from '../../ui/sheets/sheet'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { applicantDetails } from './applicant-details'

export interface ApplicantSheetProps {
  readonly desk: Desk
  readonly record: RequestRecord
}

/** Masked until somebody asks for it. Asking is recorded first, then shown, and hidden again with the page. */
export function ApplicantSheet({ desk, record }: ApplicantSheetProps) {
  const { t } = useMessages()
  const [isShown, setShown] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem>()
  const { personal, medium, route } = record.request
  const reveal = async (): Promise<void> => {
    const noted = await run(async () => {
      const written = await revealApplicant(desk, record.requestId)
      return written.ok ? { ok: true, value: true } : written
    })
    if (noted) setShown(true)
  }
  if (!personal)
    return (
      <Sheet title={t('requests.applicant')}>
        {t(record.partsUnreadable ? 'requests.unreadable.applicant' : 'requests.erasedNote')}
      </Sheet>
    )
  const form = t('requests.applicant.form', {
    medium: t(`requests.medium.${medium}`),
    route: t(`requests.route.${route}`),
  })
  return (
    <Sheet title={t('requests.applicant')}>
      <KeyValueList
        columns={2}
        items={[
          ...applicantDetails(record.request, personal, { isShown, t }),
          { label: t('requests.applicant.obtain'), value: form },
        ]}
      />
      <p className="case-reveal">
        <Icon name="eye" size={16} />
        {isShown ? (
          <TextLink onAct={() => setShown(false)}>{t('requests.hide')}</TextLink>
        ) : (
          <TextLink onAct={() => void reveal()}>{t(isBusy ? 'requests.revealing' : 'requests.reveal')}</TextLink>
        )}
        <span>{t(isShown ? 'requests.revealed' : 'requests.revealNote')}</span>
      </p>
      <p className="case-description">{personal.description}</p>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Sheet>
  )
}
