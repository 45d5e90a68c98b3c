import type { Desk } from '#shared/application/desk'
import type { VisitRecord } from '#shared/application/visits/visits'
import { civilDateAt } from '#shared/domain/calendar/civil-date'
import type { VisitFactType } from '#shared/domain/visits/visit-state'
import type { NameOf } from '../../case-parts/use-staff-names'
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
  const reasonOf = (hlc: string): string | undefined => visit.corrections.find(({ by }) => by.hlc === hlc)?.reason
  return (
    <Sheet title={t('room.timeline')}>
      <FactsTimeline
        facts={visit.timeline.toReversed().map(({ type, by }, at) => {
          const reason = type === 'visit.corrected@1' ? reasonOf(by.hlc) : undefined
          const who = nameOf(by.actor)
          return {
            id: `${by.chain}/${by.seq}/${at}`,
            day: format.dayNear(civilDateAt(by.at), desk.today),
            time: format.time(by.at),
            flag: type === 'visit.corrected@1' ? 'returned' : 'done',
            title: t(`room.fact.${nameOfFact(type)}`),
            note: reason ? `${who}　${t('room.fact.correction', { reason })}` : who,
          }
        })}
      />
    </Sheet>
  )
}

type NameOfFact<T extends string> = T extends `visit.${infer Name}@1` ? Name : never
const nameOfFact = <T extends VisitFactType>(type: T): NameOfFact<T> =>
  type.slice('visit.'.length, -'@1'.length) as NameOfFact<T>
