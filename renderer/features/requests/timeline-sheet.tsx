import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import type { DueDate } from '#shared/domain/clocks/due-date'
import { useMessages } from '../../i18n/messages-provider'
import { FactsTimeline, type TimelineFact } from '../../ui/sheets/facts-timeline'
import { Sheet } from '../../ui/sheets/sheet'
import { missingWords } from './missing-words'
import { caseFacts, type CaseFact } from './case-facts'
import { useClockDoubt } from '../../case-parts/use-clock-doubt'
import type { NameOf } from '../../case-parts/use-staff-names'
import { waitingSentence } from './waiting'

export interface TimelineSheetProps {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly due: DueDate | null
  readonly nameOf: NameOf
}

export function TimelineSheet({ desk, record, due, nameOf }: TimelineSheetProps) {
  const translator = useMessages()
  const { t, format } = translator
  const { request } = record
  const doubtOf = useClockDoubt(desk)
  const words = { translator, nameOf, doubtOf, today: desk.today, missing: missingWords(record, t) }
  const waiting = waitingSentence(request, due, words)
  const line = ({ id, on, at, flag, title, notes }: CaseFact): TimelineFact => ({
    id,
    day: format.dayNear(on, desk.today),
    time: format.time(at),
    flag,
    title,
    note: notes.map((note, index) => (
      <span key={index} className="case-fact-note">
        {note}
      </span>
    )),
  })
  return (
    <Sheet title={t('requests.timeline')} aside={t('requests.timelineNote')}>
      <FactsTimeline
        {...(waiting
          ? { waiting: { id: 'waiting', day: t('timeline.today'), flag: 'mine', title: waiting } as const }
          : {})}
        facts={caseFacts(request, words).map(line)}
      />
    </Sheet>
  )
}
