import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { revealApplicant } from '#shared/application/requests/case-acts'
import type { Problem } from '#shared/contracts/problems'
import { maskAddress, maskEmail, maskIdNumber, maskName, maskPhone } from '#shared/domain/identity/masking'
import type { ApplicantDetails } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import type { Translate } from '../../i18n/message'
import { TextLink } from '../../ui/acts/text-link'
import { Icon } from '../../ui/marks/icon'
import { KeyValueList } from '../../ui/sheets/key-value-list'
import { Sheet } from '../../ui/sheets/sheet'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'

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
          ...details(isShown ? personal.applicant : masked(personal.applicant), t),
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

const masked = ({ name, idNumber, phone, postalAddress, email }: ApplicantDetails): ApplicantDetails => ({
  name: maskName(name),
  idNumber: maskIdNumber(idNumber),
  phone: maskPhone(phone),
  ...(postalAddress ? { postalAddress: maskAddress(postalAddress) } : {}),
  ...(email ? { email: maskEmail(email) } : {}),
})

const details = ({ name, idNumber, phone, postalAddress, email }: ApplicantDetails, t: Translate) => [
  { label: t('requests.applicant.name'), value: name },
  { label: t('requests.applicant.idNumber'), value: idNumber || t('requests.applicant.notKnown') },
  { label: t('requests.applicant.phone'), value: phone || t('requests.applicant.notKnown') },
  ...(postalAddress ? [{ label: t('requests.applicant.address'), value: postalAddress }] : []),
  ...(email ? [{ label: t('requests.applicant.email'), value: email }] : []),
]
