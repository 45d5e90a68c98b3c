import { useEffect, useState } from 'react'
import type { Booklets, BookletStand } from '#shared/application/booklets/booklets'
import type { Office } from '#shared/domain/agencies/office'
import type { AgencyId } from '#shared/domain/agencies/office-facts'

/** What the booklets of an agency would be made of; read again after every act on the office. Undefined until it is there. */
export function useStand(
  booklets: Booklets,
  agencyId: AgencyId | undefined,
  office: Office | undefined,
): BookletStand | undefined {
  const [read, setRead] = useState<{ readonly of: AgencyId; readonly stand: BookletStand }>()
  useEffect(() => {
    if (!agencyId) return undefined
    let isCurrent = true
    void booklets.stand(agencyId).then(stand => (isCurrent ? setRead({ of: agencyId, stand }) : undefined))
    return () => {
      isCurrent = false
    }
  }, [booklets, agencyId, office])
  return read && read.of === agencyId ? read.stand : undefined
}
