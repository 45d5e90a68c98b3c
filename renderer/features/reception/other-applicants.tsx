import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { IdentityDocumentKind } from '#shared/domain/requests/applicant-details'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { whoIs } from './field-words'
import { personKinds } from './identity-fields'
import { PersonFields } from './person-fields'
import type { Registration } from './use-registration'

export interface OtherApplicantsProps {
  readonly registration: Registration
  readonly today: CivilDate
}

/** 共同申请人: one request, several applicants, one contact who is written to. */
export function OtherApplicants({ registration, today }: OtherApplicantsProps) {
  const { form, change } = registration
  const { t } = useMessages()
  if (form.others.length === 0) return null
  const contact = form.name.trim() || t('intake.firstApplicant')
  return (
    <section className="reception-more" aria-label={t('intake.others')}>
      <div className="reception-more-head">
        <h3>{t('intake.others')}</h3>
        <p>{t('intake.others.contact', { name: contact })}</p>
      </div>
      {form.others.map((_other, n) => (
        <div key={n} className="reception-fields reception-other">
          <PersonFields
            registration={registration}
            place={`others.${n}`}
            today={today}
            kinds={kinds}
            phone="may"
            takesFocus={n === form.others.length - 1}
          />
          <Act size="small" look="quiet" onAct={() => change({ others: form.others.filter((_each, at) => at !== n) })}>
            {t('intake.removeOther', { who: whoIs(`others.${n}`, form, t) })}
          </Act>
        </div>
      ))}
    </section>
  )
}

const kinds: readonly IdentityDocumentKind[] = [...personKinds, 'creditCode']
