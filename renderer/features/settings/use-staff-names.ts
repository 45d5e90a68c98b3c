import { useCallback } from 'react'
import type { StaffList } from '#shared/application/ports'
import { useWatch } from '../../ui/states/use-watch'

/** Name of a person of the staff; empty while it is not known, or after erasure. */
export function useStaffNames(staff: StaffList): (personId: string) => string {
  const people = useWatch(staff.watchAll)
  return useCallback(personId => people?.find(record => record.personId === personId)?.person.name ?? '', [people])
}
