import type { Desk } from '#shared/application/desk'
import type { TableAround } from '#shared/application/registers/day-sheet'
import { useWatch } from '../../ui/states/use-watch'
import type { NameOf } from '../../case-parts/use-staff-names'

/** What every table on paper says of its office. */
export function useTableAround(desk: Desk, nameOf: NameOf): TableAround {
  const officeName = useWatch(desk.offices.watchOffice)?.office.name ?? ''
  return { officeName, windowName: desk.windowName, nameOf, today: desk.today }
}
