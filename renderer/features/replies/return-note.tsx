import { civilDateAt, type CivilDate } from '#shared/domain/calendar/civil-date'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { useMessages } from '../../i18n/messages-provider'
import { Mark } from '../../ui/marks/mark'
import type { NameOf } from '../../case-parts/use-staff-names'

export interface ReturnNoteProps {
  readonly request: DisclosureRequest
  readonly nameOf: NameOf
  readonly today: CivilDate
}

/** Why the last draft came back, before anything else. */
export function ReturnNote({ request, nameOf, today }: ReturnNoteProps) {
  const { t, format } = useMessages()
  const returned = request.drafts.findLast(draft => draft.returned)?.returned
  if (!returned) return null
  return (
    <section className="return-note" aria-label={t('replies.returned')}>
      <Mark flag="returned" />
      <b>{t('replies.returned')}</b>
      <span>
        {t('replies.returnedWords', {
          who: nameOf(returned.by.actor),
          day: format.dayNear(civilDateAt(returned.by.at), today),
          remarks: returned.remarks ?? t('replies.erased'),
        })}
      </span>
    </section>
  )
}
