import type { Desk } from '#shared/application/desk'
import type { RoomAround } from '#shared/application/visits/visit-tables'
import { useOffice } from '../../case-parts/use-office'
import type { NameOf } from '../../case-parts/use-staff-names'
import type { TopicNames } from './room-words'

/** What every table of the room on paper says of its office. */
export function useRoomAround(desk: Desk, nameOf: NameOf): RoomAround {
  const office = useOffice(desk.offices)
  return {
    ...{ windowName: desk.windowName, nameOf, today: desk.today },
    officeName: office?.name ?? '',
    topicNames: office?.topicNames ?? {},
    kioskAnswers: office?.kioskAnswers ?? [],
  }
}

/** Topic classes as the office calls them. */
export const useTopicNames = ({ offices }: Pick<Desk, 'offices'>): TopicNames => useOffice(offices)?.topicNames ?? {}
