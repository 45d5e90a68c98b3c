import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { daysBetween } from '#shared/domain/calendar/civil-date'
import type { MediaBook, MediumOut } from '#shared/domain/media/media-book'
import { unacknowledged } from '#shared/domain/media/media-book'
import type { NameOf } from '../../case-parts/use-staff-names'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Status } from '../../ui/marks/status'
import { Sheet } from '../../ui/sheets/sheet'
import { MissingDialog } from './missing-dialog'
import { ReceiptDialog } from './receipt-dialog'

export interface MediaRegisterProps {
  readonly desk: Desk
  readonly book: MediaBook
  readonly nameOf: NameOf
  readonly onSlip: (exportId: string) => void
}

const shown = 200
const flags = { out: 'soon', acknowledged: 'done', missing: 'conflict' } as const

/** 介质登记簿: what was given out, the latest first, and what nobody has acknowledged. */
export function MediaRegister({ desk, book, nameOf, onSlip }: MediaRegisterProps) {
  const { t } = useMessages()
  const [isReceiving, setReceiving] = useState(false)
  const [missing, setMissing] = useState<MediumOut | null>(null)
  const open = unacknowledged(book).length
  return (
    <Sheet
      title={t('media.register')}
      aside={t('media.unacknowledged', { n: open })}
      acts={
        <Act
          keys="Alt+R"
          disabledBecause={book.out.length === 0 ? t('media.registerEmpty') : undefined}
          onAct={() => setReceiving(true)}
        >
          {t('media.receipt')}
        </Act>
      }
    >
      {book.out.length === 0 ? (
        <p className="media-quiet">{t('media.registerEmpty')}</p>
      ) : (
        <ul className="media-lines" aria-label={t('media.register')}>
          {book.out
            .toReversed()
            .slice(0, shown)
            .map(one => (
              <Line
                key={one.exportId}
                {...{ one, nameOf, onSlip, today: desk.today }}
                onMissing={() => setMissing(one)}
              />
            ))}
        </ul>
      )}
      {isReceiving ? <ReceiptDialog desk={desk} book={book} onClose={() => setReceiving(false)} /> : null}
      {missing ? <MissingDialog desk={desk} medium={missing} onClose={() => setMissing(null)} /> : null}
    </Sheet>
  )
}

interface LineProps extends Pick<MediaRegisterProps, 'nameOf' | 'onSlip'> {
  readonly today: Desk['today']
  readonly one: MediumOut
  readonly onMissing: () => void
}

function Line({ one, nameOf, onSlip, onMissing, today }: LineProps) {
  const { t, format } = useMessages()
  const what = t(`media.of.${one.of.kind}`, {
    no: one.of.kind === 'case' ? one.of.requestNo : '',
    from: one.of.kind === 'period' ? format.fullDay(one.of.from) : '',
    to: one.of.kind === 'period' ? format.fullDay(one.of.to) : '',
  })
  const days = daysBetween(one.on, today)
  const holder = one.holder ?? t('requests.erased')
  return (
    <li>
      <span className="media-words">
        <b>{t('media.line', { no: one.mediumNo, what })}</b>
        <span>
          {t('media.lineBy', {
            day: format.fullDay(one.on),
            who: nameOf(one.by.actor),
            holder,
            receiver: one.receiver,
          })}
        </span>
        {one.acknowledged ? (
          <span>
            {t(`media.acknowledged.${one.acknowledged.how}`, {
              day: format.fullDay(one.acknowledged.on),
              who: one.acknowledged.receivedBy ?? t('requests.erased'),
            })}
          </span>
        ) : null}
        {one.missing ? (
          <span>{t('media.missingBecause', { reason: one.missing.reason ?? t('requests.erased') })}</span>
        ) : null}
      </span>
      <Status flag={flags[one.state]}>
        {one.state === 'out' && days > 0 ? t('media.outDays', { n: days }) : t(`media.state.${one.state}`)}
      </Status>
      {one.isMasked ? null : <Status flag="conflict">{t('media.unmaskedMark')}</Status>}
      <Act size="small" onAct={() => onSlip(one.exportId)}>
        {t('media.slip')}
      </Act>
      {one.state === 'out' ? (
        <Act size="small" onAct={onMissing}>
          {t('media.reportMissing')}
        </Act>
      ) : null}
    </li>
  )
}
