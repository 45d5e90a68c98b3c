import { useMemo } from 'react'
import type { Desk } from '#shared/application/desk'
import type { PersonId } from '#shared/domain/requests/request-facts'
import { useMessages } from '../i18n/messages-provider'
import { useWatch } from '../ui/states/use-watch'

export type NameOf = (person: PersonId) => string

/** Names of the staff, also of those who have left. Who is not known yet, or was erased, is called so. */
export function useStaffNames({ staff, me }: Pick<Desk, 'staff' | 'me'>): NameOf {
  const { t } = useMessages()
  const people = useWatch(staff.watchAll)
  return useMemo(() => {
    const names = new Map<PersonId, string>([[me.personId, me.name]])
    for (const { personId, person } of people ?? []) if (person.name) names.set(personId, person.name)
    return person => names.get(person) ?? t('case.somebody')
  }, [people, me, t])
}
