import type { Desk } from '#shared/application/desk'
import type { VisitRecord } from '#shared/application/visits/visits'
import { civilDateAt } from '#shared/domain/calendar/civil-date'
import type { Visit, VisitFactType } from '#shared/domain/visits/visit-state'
import { useClockDoubt } from '../../case-parts/use-clock-doubt'
import type { NameOf } from '../../case-parts/use-staff-names'
import { nameOfFact } from '../../case-parts/visit-conflict-words'
import { useMessages } from '../../i18n/messages-provider'
import { FactsTimeline } from '../../ui/sheets/facts-timeline'
import { Sheet } from '../../ui/sheets/sheet'

export interface VisitFactsProps {
  readonly desk: Desk
  readonly record: VisitRecord
  readonly nameOf: NameOf
}

/** 来访经过: who did what when, newest first; a correction with its reason. */
export function VisitFacts({ desk, record: { visit }, nameOf }: VisitFactsProps) {
  const { t, format } = useMessages()
  const doubtOf = useClockDoubt(desk)
  const reasonOf = (type: VisitFactType, hlc: string): string | undefined => {
    const withReason = type === 'visit.corrected@1' ? visit.corrections : settlementsIn(type, visit)
    return withReason.find(({ by }) => by.hlc === hlc)?.reason
  }
  return (
    <Sheet title={t('room.timeline')}>
      <FactsTimeline
        facts={visit.timeline.toReversed().map(({ type, by }, at) => {
          const reason = reasonOf(type, by.hlc)
          const who = nameOf(by.actor)
          const said = reason ? `${who}　${t('room.fact.correction', { reason })}` : who
          const doubt = doubtOf(by)
          return {
            id: `${by.chain}/${by.seq}/${at}`,
            day: format.dayNear(civilDateAt(by.at), desk.today),
            time: format.time(by.at),
            flag: type === 'visit.corrected@1' ? 'returned' : 'done',
            title: t(`room.fact.${nameOfFact(type)}`),
            note: doubt ? `${said}　${doubt}` : said,
          }
        })}
      />
    </Sheet>
  )
}

const settlementsIn = (type: VisitFactType, { settled = [] }: Visit) =>
  type === 'visit.conflictSettled@1' ? settled : []
