import type { Desk } from '#shared/application/desk'
import type { Office } from '#shared/domain/agencies/office'
import { firstSettings, type OfficeSettings } from '#shared/domain/agencies/office-settings'
import { useWatch } from '../ui/states/use-watch'

/** The office as it stands now; undefined while it is being read. */
export const useOffice = ({ watchOffice }: Desk['offices']): Office | undefined => useWatch(watchOffice)?.office

/** What the office set for itself. Undefined while it is being read, so that no screen shows two answers one after the other. */
export function useOfficeSettings({ watchOffice }: Desk['offices']): OfficeSettings | undefined {
  const record = useWatch(watchOffice)
  return record === undefined ? undefined : (record?.office.settings ?? firstSettings)
}
