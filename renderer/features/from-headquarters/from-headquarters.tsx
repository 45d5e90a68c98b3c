import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { OpenedSource } from '#shared/application/intake/ports'
import { emptySendingBook } from '#shared/domain/sendings/sending-book'
import { sendingsNow, waitingSendings, type SendingNow } from '#shared/domain/sendings/sendings-now'
import { useMessages } from '../../i18n/messages-provider'
import { TextLink } from '../../ui/acts/text-link'
import { Status } from '../../ui/marks/status'
import { Sheet } from '../../ui/sheets/sheet'
import { useWatch } from '../../ui/states/use-watch'
import { SendingDialog } from './sending-dialog'
import { sendingFlags } from './sending-words'
import './from-headquarters.css'

export interface FromHeadquartersProps {
  readonly desk: Desk
  readonly onImport: (source: OpenedSource) => void
}

const shown = 100

/** 上级端来件: a section of the exchange desk. What headquarters sent, newest first, and what became of it here. */
export function FromHeadquarters({ desk, onImport }: FromHeadquartersProps) {
  const { t } = useMessages()
  const book = useWatch(desk.offices.watchOffice)?.office.sendings ?? emptySendingBook
  const [openId, setOpenId] = useState<string | null>(null)
  const all = sendingsNow(book)
  const waiting = waitingSendings(book).length
  const chosen = all.find(({ sendingId }) => sendingId === openId)
  return (
    <Sheet title={t('sending.title')} aside={all.length > 0 ? t('sending.waiting', { n: waiting }) : undefined}>
      {all.length === 0 ? (
        <p className="sending-quiet">{t('sending.none')}</p>
      ) : (
        <ul className="sending-lines" aria-label={t('sending.title')}>
          {all.slice(0, shown).map(one => (
            <Line key={one.sendingId} desk={desk} one={one} onOpen={() => setOpenId(one.sendingId)} />
          ))}
        </ul>
      )}
      {chosen ? (
        <SendingDialog desk={desk} sending={chosen} onClose={() => setOpenId(null)} onImport={onImport} />
      ) : null}
    </Sheet>
  )
}

interface LineProps {
  readonly desk: Desk
  readonly one: SendingNow
  readonly onOpen: () => void
}

function Line({ desk, one, onOpen }: LineProps) {
  const { t, format } = useMessages()
  const { kind, title, by, state, readBy } = one
  const isRead = readBy.includes(desk.me.personId)
  return (
    <li>
      <span className="sending-words">
        <TextLink onAct={onOpen}>{title}</TextLink>
        <span className="sending-quiet">
          {t('sending.line', { kind: t(`sending.kind.${kind}`), at: format.moment(by.at, desk.today) })}
        </span>
      </span>
      {kind === 'notice' ? (
        <Status flag={isRead ? 'done' : 'mine'}>
          {isRead ? t('sending.readBy', { n: readBy.length }) : t('sending.unread')}
        </Status>
      ) : (
        <Status flag={sendingFlags[state]}>{t(`sending.state.${state}`)}</Status>
      )}
    </li>
  )
}
