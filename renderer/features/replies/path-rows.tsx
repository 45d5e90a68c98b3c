import { civilDateAt } from '#shared/domain/calendar/civil-date'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { useMessages } from '../../i18n/messages-provider'
import { TextLink } from '../../ui/acts/text-link'
import { Mark } from '../../ui/marks/mark'
import type { NameOf } from '../../case-parts/use-staff-names'

export interface PathRowsProps {
  readonly request: DisclosureRequest
  readonly nameOf: NameOf
  readonly today: CivilDate
  /** To the page of the request, where a search is recorded; left out where nothing may change. */
  readonly onSearch?: () => void
}

/** The questions before the decision, with the records that answer them. */
export function PathRows({ request, nameOf, today, onSearch }: PathRowsProps) {
  const { t, format } = useMessages()
  const { examined, searches } = request
  const search = searches.at(-1)
  const founds = searches.map(({ found }) => found)
  const most = Math.max(0, ...founds)
  return (
    <ol className="path-rows">
      <li>
        <Mark flag={examined ? 'done' : 'draft'} />
        <span>{t('replies.path.ours')}</span>
        <b>
          {examined
            ? t('replies.path.oursYes', {
                who: nameOf(examined.actor),
                day: format.dayNear(civilDateAt(examined.at), today),
              })
            : t('replies.path.open')}
        </b>
        <small>{t('replies.path.oursBasis')}</small>
      </li>
      <li>
        <Mark flag={search ? 'done' : 'draft'} />
        <span>{t('replies.path.search')}</span>
        <b>
          {search
            ? t(most > 0 ? 'replies.path.found' : 'replies.path.foundNone', {
                n: most,
                day: format.dayNear(search.searchedOn, today),
              })
            : t('replies.path.searchOpen')}
        </b>
        <small>
          {onSearch ? (
            <TextLink onAct={onSearch}>{t(search ? 'replies.path.again' : 'replies.path.goSearch')}</TextLink>
          ) : null}
        </small>
      </li>
    </ol>
  )
}
