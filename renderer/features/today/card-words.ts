import type { OpenRequestRow } from '#shared/application/requests/open-requests'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { isOverdue } from '#shared/domain/clocks/clock-progress'
import type { BoardCard } from '#shared/domain/requests/board'
import type { Translator } from '../../i18n/translator'

type Card = BoardCard<OpenRequestRow>

/** The date that binds; `约` where the calendar may still move it. Before receipt is confirmed: until when to (art. 31). */
export function dueWords({ row }: Card, today: CivilDate, { t, format }: Translator): string {
  const day = format.dayNear(row.dueOn, today)
  if (row.status === 'unconfirmed') return t('today.due.confirmBy', { day })
  return row.certainty === 'final' ? day : t('today.due.provisional', { day })
}

/** Beside the date where it presses: the days, then what hangs on them. */
export function pressingNote(card: Card, today: CivilDate, { t }: Translator): string {
  const words = [daysWords(card, today, t)]
  if (card.isUnservedNearDue) words.push(t('today.note.unserved'))
  else if (card.isWaitingForMe) words.push(t('today.lane.mine'))
  return words.join(t('today.note.join'))
}

/** Beside the date where it does not press: what the request waits for. */
export function statusNote({ row }: Card, { t }: Translator): string {
  const words = [t(`today.status.${row.status}`)]
  if (row.certainty === 'provisional' && row.status !== 'unconfirmed') words.push(t('today.note.provisional'))
  return words.join(t('today.note.join'))
}

function daysWords({ row, workingDaysLeft: n }: Card, today: CivilDate, t: Translator['t']): string {
  if (row.status === 'unconfirmed') return t('today.status.unconfirmed')
  if (row.isClockBroken) return t('today.note.clockProblem')
  if (isOverdue(row, today)) return n < 0 ? t('today.note.late', { n: -n }) : t('today.note.lateRestDay')
  if (today > row.dueOn) return t('today.note.provisionalPast')
  const days = n === 0 ? t('today.note.today') : t('today.note.left', { n })
  return row.certainty === 'final' ? days : [days, t('today.note.provisional')].join(t('today.note.join'))
}
