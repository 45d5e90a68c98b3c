import type { Desk } from '#shared/application/desk'
import { postsToAnswer } from '#shared/domain/sendings/sending-rules'
import { unreadNotices, waitingSendings } from '#shared/domain/sendings/sendings-now'
import { useMessages } from '../../i18n/messages-provider'
import { TextLink } from '../../ui/acts/text-link'
import { Mark } from '../../ui/marks/mark'
import { useWatch } from '../../ui/states/use-watch'
import './headquarters-news.css'

export interface HeadquartersNewsProps {
  readonly desk: Desk
  readonly onOpen: (sendingId: string) => void
}

/** On Today: notices that this person has not read, and what waits for an answer that they may give. */
export function HeadquartersNews({ desk: { offices, me }, onOpen }: HeadquartersNewsProps) {
  const { t } = useMessages()
  const book = useWatch(offices.watchOffice)?.office.sendings
  if (!book) return null
  const mine = waitingSendings(book).filter(({ kind }) => postsToAnswer(kind)?.some(post => me.posts.includes(post)))
  return [...unreadNotices(book, me.personId), ...mine].map(({ sendingId, kind, title }) => (
    <p key={sendingId} className="headquarters-news" role="status">
      <Mark flag="mine" />
      <span>{t(`sending.news.${kind}`, { title })}</span>
      <TextLink onAct={() => onOpen(sendingId)}>{t('sending.news.open')}</TextLink>
    </p>
  ))
}
