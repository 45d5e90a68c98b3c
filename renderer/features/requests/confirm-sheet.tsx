import type { Desk } from '#shared/application/desk'
import { confirmationDueOn } from '#shared/domain/requests/date-of-receipt'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { useMessages } from '../../i18n/messages-provider'
import { refusalSentence } from '../../i18n/refusals'
import { Act } from '../../ui/acts/act'
import { Status } from '../../ui/marks/status'
import { Sheet } from '../../ui/sheets/sheet'
import type { Offer } from './offers'
import type { NameOf } from '../../case-parts/use-staff-names'
import './confirm.css'

export interface ConfirmSheetProps {
  readonly desk: Desk
  readonly request: DisclosureRequest
  /** Of `confirm`: says why not, where this person may not. */
  readonly offer: Offer | undefined
  readonly nameOf: NameOf
  readonly onTry: () => void
}

/**
 * In place of the clock, which does not run yet: by when the applicant is to be reached, and every attempt (art. 31).
 * The confirmation itself is the main act of the page.
 */
export function ConfirmSheet({ desk, request, offer, nameOf, onTry }: ConfirmSheetProps) {
  const { t, format } = useMessages()
  const { today, calendar } = desk
  const { channel, arrivedOn, contacts } = request
  const reachBy = confirmationDueOn(arrivedOn, calendar)
  const isLate = today > reachBy
  const why = offer?.problem ? refusalSentence(offer.problem, t) : undefined
  return (
    <Sheet
      title={t('confirm.title')}
      aside={t('confirm.aside', { channel: t(`channel.${channel}`), day: format.dayNear(arrivedOn, today) })}
      acts={
        <Act keys="T" disabledBecause={why} onAct={onTry}>
          {t('confirm.try')}
        </Act>
      }
    >
      <p className="confirm-due">
        {isLate ? <Status flag="late">{t('confirm.head')}</Status> : <Status flag="soon">{t('confirm.head')}</Status>}
        <span>{t(isLate ? 'confirm.late' : 'confirm.due', { day: format.dayNear(reachBy, today) })}</span>
      </p>
      {contacts.length === 0 ? (
        <p className="confirm-none">{t('confirm.none')}</p>
      ) : (
        <ol className="contact-log" aria-label={t('confirm.log')}>
          {contacts.map(({ triedOn, way, isReached, note, by }) => (
            <li key={`${by.chain}-${by.seq}`}>
              <span className="contact-when">
                {t('confirm.when', { day: format.dayNear(triedOn, today), way: t(`contactWay.${way}`) })}
              </span>
              <Status flag={isReached ? 'done' : 'returned'} quiet>
                {t(isReached ? 'confirm.reached' : 'confirm.notReached')}
              </Status>
              <span className="contact-note">{note ?? t('requests.erased')}</span>
              <span className="contact-who">{nameOf(by.actor)}</span>
            </li>
          ))}
        </ol>
      )}
    </Sheet>
  )
}
