import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { Agency } from '#shared/domain/agencies/office-facts'

/** Of the request; undefined while it is being read, null where there is none. */
export function useAgency(offices: Desk['offices'], agencyId: Agency['agencyId']): Agency | null | undefined {
  const [agency, setAgency] = useState<Agency | null>()
  useEffect(() => {
    let isCurrent = true
    void offices.findAgency(agencyId).then(found => (isCurrent ? setAgency(found) : undefined))
    return () => {
      isCurrent = false
    }
  }, [offices, agencyId])
  return agency
}
