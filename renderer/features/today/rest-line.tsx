import type { OpenRequestRow } from '#shared/application/requests/open-requests'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { BoardCard } from '#shared/domain/requests/board'
import { useMessages } from '../../i18n/messages-provider'
import { TextLink } from '../../ui/acts/text-link'
import { Mark } from '../../ui/marks/mark'

export interface RestLineProps {
  readonly cards: readonly BoardCard<OpenRequestRow>[]
  readonly today: CivilDate
  readonly onList: () => void
}

/** What neither presses nor waits for this person: one quiet line, so that nothing that runs is out of sight. */
export function RestLine({ cards, today, onList }: RestLineProps) {
  const { t, format } = useMessages()
  const next = cards[0]
  return (
    <section className="today-rest" aria-label={t('today.rest', { n: cards.length })}>
      <Mark flag="normal" />
      <b>{t('today.rest', { n: cards.length })}</b>
      {next ? <span>{t('today.rest.note', { day: format.dayNear(next.row.dueOn, today) })}</span> : null}
      <TextLink onAct={onList}>{t('today.rest.open')}</TextLink>
    </section>
  )
}
