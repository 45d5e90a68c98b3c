import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { handedTo } from '#shared/application/requests/shift'
import type { PersonId, RequestId } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import { TextLink } from '../../ui/acts/text-link'

export interface HandedLineProps {
  readonly desk: Desk
  readonly open: readonly RequestRecord[]
  readonly nameOf: (person: PersonId) => string | undefined
  readonly onOpen: (requestId: RequestId) => void
}

const shown = 4

/** What colleagues handed to me and is still with me: one line a colleague, each case a link. */
export function HandedLine({ desk, open, nameOf, onOpen }: HandedLineProps) {
  const { t } = useMessages()
  const handed = handedTo(open, desk.me.personId)
  const givers = [...new Set(handed.map(({ given }) => given.by.actor))]
  return givers.map(giver => {
    const theirs = handed.filter(({ given }) => given.by.actor === giver)
    const more = theirs.length - shown
    return (
      <p key={giver} className="today-handed">
        <span>{t('hands.handed', { who: nameOf(giver) ?? t('case.somebody'), n: theirs.length })}</span>
        {theirs.slice(0, shown).map(({ record }) => (
          <TextLink key={record.requestId} onAct={() => onOpen(record.requestId)}>
            {record.request.requestNo}
          </TextLink>
        ))}
        {more > 0 ? <span>{t('hands.handed.more', { n: more })}</span> : null}
      </p>
    )
  })
}
