import { addDays, type CivilDate } from '#shared/domain/calendar/civil-date'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import { workingDaysUntil } from '#shared/domain/clocks/clock-progress'
import type { DueDate } from '#shared/domain/clocks/due-date'
import { replyDueOn } from '#shared/domain/clocks/reply-clock'
import { needsConfirmation, receiptRules } from '#shared/domain/requests/date-of-receipt'
import type { Channel } from '#shared/domain/requests/request-facts'
import type { Translator } from '../../i18n/translator'
import { useMessages } from '../../i18n/messages-provider'
import { DueDateFigure } from '../../ui/due-date-strip/due-date-figure'
import { Sheet } from '../../ui/sheets/sheet'

export interface DueSheetProps {
  /** Empty while it is not known. */
  readonly receivedOn: CivilDate | ''
  readonly channel: Channel
  readonly today: CivilDate
  readonly calendar: WorkingCalendar
}

/** The due date that this day of receipt gives, with the rule and the articles it stands on. */
export function DueSheet({ receivedOn, channel, today, calendar }: DueSheetProps) {
  const translator = useMessages()
  const { t } = translator
  const due = receivedOn === '' ? null : replyDueOn([{ kind: 'received', on: receivedOn }], calendar, today)
  return (
    <Sheet title={t('reception.due.title')}>
      <div className="reception-due" aria-live="polite">
        {due?.ok ? (
          <>
            <DueDateFigure
              due={due.value}
              today={today}
              overdueBy={workingDaysLate(due.value, today, calendar)}
              note={ruleWords(due.value, today, translator)}
            />
            <p>{t(`intake.due.articles.${receiptRules[channel].article}`)}</p>
          </>
        ) : (
          <p>{t(needsConfirmation(channel) ? 'intake.due.open' : 'reception.due.noDate')}</p>
        )}
      </div>
    </Sheet>
  )
}

export const workingDaysLate = ({ dueOn }: DueDate, today: CivilDate, calendar: WorkingCalendar): number | undefined =>
  today > dueOn ? -workingDaysUntil(dueOn, today, calendar) : undefined

/** Today received, not counted; tomorrow is working day 1 of 20. */
export function ruleWords(due: DueDate, today: CivilDate, translator: Translator): string {
  const { t } = translator
  const first = due.proof.find(day => day.ordinal === 1)?.on ?? due.dueOn
  const rule = t('reception.due.rule', {
    received: dayWord(due.startedOn, today, translator),
    first: dayWord(first, today, translator),
    n: due.workingDays,
  })
  if (due.missingYears.length === 0) return rule
  return rule + t('reception.due.yearsMissing', { years: due.missingYears.join(t('reception.join')) })
}

function dayWord(on: CivilDate, today: CivilDate, { t, format }: Translator): string {
  if (on === today) return t('reception.day.today')
  return on === addDays(today, 1) ? t('reception.day.tomorrow') : format.dayNear(on, today)
}
