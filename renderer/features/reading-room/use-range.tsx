import { useMemo, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { VisitRecord } from '#shared/application/visits/visits'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { Translate } from '../../i18n/message'
import { useMessages } from '../../i18n/messages-provider'
import { DateField } from '../../ui/date-field/date-field'
import { useWatch } from '../../ui/states/use-watch'

export interface Range {
  readonly from: CivilDate
  readonly to: CivilDate
  /** Of these days; undefined while they are read, or the days are wrong. */
  readonly records: readonly VisitRecord[] | undefined
  /** Why there are none to count or print, while there are none. */
  readonly notYet: string
  readonly fields: React.ReactNode
}

/** Two days and what lies between them, from the first of this year on. */
export function useRange(desk: Pick<Desk, 'today' | 'visits'>): Range {
  const { t } = useMessages()
  const [from, setFrom] = useState<CivilDate | null>(`${desk.today.slice(0, 4)}-01-01` as CivilDate)
  const [to, setTo] = useState<CivilDate | null>(desk.today)
  const { book } = desk.visits
  const wrong = wrongRange(from, to, t)
  const isRight = from !== null && to !== null && wrong === null
  const first = isRight ? from : desk.today
  const last = isRight ? to : desk.today
  const watch = useMemo(() => book.watchBetween(first, last), [book, first, last])
  const records = useWatch(watch)
  const limits = { today: desk.today, latestOn: desk.today }
  const fields = (
    <>
      <DateField label={t('room.from')} value={from} onChange={setFrom} {...limits} />
      <DateField label={t('room.to')} error={from && to ? wrong : null} value={to} onChange={setTo} {...limits} />
    </>
  )
  return { from: first, to: last, records: isRight ? records : undefined, notYet: wrong ?? t('room.reading'), fields }
}

export function wrongRange(from: CivilDate | null, to: CivilDate | null, t: Translate): string | null {
  if (from === null || to === null) return t('room.range.missing')
  return from > to ? t('room.range.wrong') : null
}
