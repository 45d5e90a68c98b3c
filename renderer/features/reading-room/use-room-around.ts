import type { Desk } from '#shared/application/desk'
import type { TableAround } from '#shared/application/registers/day-sheet'
import { useOffice } from '../../case-parts/use-office'
import type { NameOf } from '../../case-parts/use-staff-names'

/** What every table of the room on paper says of its office. */
export function useRoomAround(desk: Desk, nameOf: NameOf): TableAround {
  const officeName = useOffice(desk.offices)?.name ?? ''
  return { officeName, windowName: desk.windowName, nameOf, today: desk.today }
}
