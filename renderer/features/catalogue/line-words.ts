import { dueOfLine, isPublicLine } from '#shared/application/catalogue/catalogue-list'
import type { DocumentLine } from '#shared/application/catalogue-ports'
import { daysBetween, type CivilDate } from '#shared/domain/calendar/civil-date'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import { isOverdue } from '#shared/domain/clocks/clock-progress'
import { topicName } from '#shared/domain/catalogue/topic-classes'
import type { Translator } from '../../i18n/translator'
import type { Flag } from '../../ui/marks/mark'

/** A line in words; a mark for what asks for something. */
export interface LineWords {
  readonly flag: Flag
  readonly status: string
  readonly topic: string
  readonly documentDate: string
  readonly validity: string
  /** Two documents have this number. */
  readonly isTwice: boolean
}

export interface LineWordsParts {
  readonly translator: Translator
  readonly topicNames: Readonly<Record<string, string>>
  readonly today: CivilDate
  readonly calendar: WorkingCalendar
  readonly twice: ReadonlySet<string>
}

/** Calendar days before the due day from which the list warns. */
const soonDays = 7

export const lineWords =
  ({ translator, topicNames, today, calendar, twice }: LineWordsParts) =>
  (line: DocumentLine): LineWords => {
    const { t } = translator
    return {
      ...statusOf(line, { translator, today, calendar }),
      topic: topicName(line.topicClass, topicNames) ?? line.topicClass,
      documentDate: line.documentDate ?? t('catalogue.noDate'),
      validity: t(`validity.${line.validity}`),
      isTwice: twice.has(line.indexNo),
    }
  }

function statusOf(
  line: DocumentLine,
  { translator: { t, format }, today, calendar }: Pick<LineWordsParts, 'translator' | 'today' | 'calendar'>,
): Pick<LineWords, 'flag' | 'status'> {
  if (line.isWithdrawn) return { flag: 'void', status: t('catalogue.status.withdrawn') }
  const due = dueOfLine(line, calendar)
  if (due) {
    const day = format.dayNear(due.dueOn, today)
    if (isOverdue(due, today)) return { flag: 'late', status: t('catalogue.status.late', { day }) }
    const isSoon = daysBetween(today, due.dueOn) <= soonDays
    return { flag: isSoon ? 'soon' : 'normal', status: t('catalogue.status.due', { day }) }
  }
  if (isPublicLine(line)) return { flag: 'done', status: t('attribute.PROACTIVE') }
  return {
    flag: line.attribute === 'PROACTIVE' ? 'provisional' : 'paused',
    status: t(`catalogue.status.${line.attribute}`),
  }
}
