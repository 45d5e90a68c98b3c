import type { Desk } from '#shared/application/desk'
import { postsToAnswer } from '#shared/domain/sendings/sending-rules'
import type { SendingNow } from '#shared/domain/sendings/sendings-now'
import { useStaffNames } from '../../case-parts/use-staff-names'
import { useMessages } from '../../i18n/messages-provider'
import { CalendarChange } from './calendar-change'
import { LawPackChange } from './law-pack-change'

export interface SendingBodyProps {
  readonly desk: Desk
  readonly sending: SendingNow
}

/** What is in it. Where it waits for an answer, what would change; where it has one, which. */
export function SendingBody({ desk, sending }: SendingBodyProps) {
  const { t, format } = useMessages()
  const { by, note, state, kind } = sending
  return (
    <div className="sending-body">
      <p className="sending-quiet">
        {t('sending.sentAt', { at: format.moment(by.at, desk.today) })}
        {postsToAnswer(kind) && state === 'open' ? t('sending.notInForce') : ''}
      </p>
      {note ? <p className="sending-note">{note}</p> : null}
      <Content desk={desk} sending={sending} />
      <Answered desk={desk} sending={sending} />
    </div>
  )
}

function Content({ desk, sending: { content, state } }: SendingBodyProps) {
  const { t } = useMessages()
  if (!content) return <p>{t('sending.unreadableMeans')}</p>
  switch (content.kind) {
    case 'notice':
      return <p className="sending-text">{content.text}</p>
    case 'documents':
      return <p>{t('sending.documents.means', { n: content.documents })}</p>
    case 'calendar':
      if (state === 'open') return <CalendarChange desk={desk} calendar={content.calendar} />
      return <p>{t('sending.calendar.of', { year: content.calendar.year, notice: content.calendar.notice })}</p>
    case 'lawPack':
      return <LawPackChange lawPacks={desk.lawPacks} pack={content.pack} />
  }
}

function Answered({ desk, sending: { answer, state } }: SendingBodyProps) {
  const { t, format } = useMessages()
  const nameOf = useStaffNames(desk)
  if (state === 'superseded') return <p>{t('sending.supersededMeans')}</p>
  if (!answer) return null
  const who = nameOf(answer.by.actor)
  const at = format.moment(answer.by.at, desk.today)
  if (answer.answer === 'accepted') return <p>{t('sending.acceptedBy', { who, at })}</p>
  return <p>{t('sending.declinedBy', { who, at, reason: answer.reason ?? '' })}</p>
}
